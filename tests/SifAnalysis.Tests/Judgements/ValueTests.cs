using SifAnalysis.Judgements;

namespace SifAnalysis.Tests.Judgements;

/// <summary>Values that cannot be wrong: what no source could state is refused where it is made.</summary>
public class ValueTests
{
    private static readonly LocalAuthority Leeds = new("Leeds", Region.YorkshireAndTheHumber);

    [Fact]
    public void JudgementCounts_ANegativeCount_IsRefusedByItsName()
    {
        Refused("Outstanding", () => new JudgementCounts(-1, 0, 0, 0, 0));
        Refused("Good", () => new JudgementCounts(0, -1, 0, 0, 0));
        Refused("RequiresImprovement", () => new JudgementCounts(0, 0, -1, 0, 0));
        Refused("Inadequate", () => new JudgementCounts(0, 0, 0, -1, 0));
        Refused("Unknown", () => new JudgementCounts(0, 0, 0, 0, -1));
        Refused("NotJudged", () => new JudgementCounts(0, 0, 0, 0, 0, -1));
        Refused("Good", () => new JudgementCounts(1, 2, 3, 4, 5) with { Good = -1 });
        Assert.StartsWith(
            "A count of inspections is 0 or more.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new JudgementCounts(-1, 0, 0, 0, 0)).Message,
            StringComparison.Ordinal);
        Assert.Equal(new JudgementCounts(0, 0, 0, 0, 0), default);
    }

    [Fact]
    public void Inspection_ANegativeNumber_IsRefused()
    {
        Refused("Number", () => new Inspection(Leeds, -1));
        Refused("Number", () => new Inspection(Leeds, 1) with { Number = -1 });
        Assert.Equal(0, new Inspection(Leeds, 0).Number);
    }

    [Fact]
    public void LocalFacts_ANumberOfNoInspection_IsRefused()
    {
        Refused("Number", () => new LocalFacts("Leeds", 0));
        Assert.Equal(2, new LocalFacts("Leeds", 2).Number);
    }

    [Fact]
    public void BoundsAndQuarters_TheWrongWayRound_AreRefused()
    {
        Refused("most", () => new CountBounds(9, 2));
        Refused("least", () => new CountBounds(-1, 2));
        Refused("number", () => new Quarter(2015, 7));
        Assert.Throws<ArgumentException>("lower", () => new SifAnalysis.Statistics.Interval(5, 1, 0.95));
    }

    private static void Refused(string name, Func<object> make) => Assert.Throws<ArgumentOutOfRangeException>(name, make);
}
