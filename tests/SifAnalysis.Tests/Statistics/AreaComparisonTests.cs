using FsCheck.Xunit;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The expected p-values come from base R (tests/references/sign.R). The inspections are synthetic.</summary>
public class AreaComparisonTests
{
    private static readonly ReferenceValues R = new("sign.csv");
    private static readonly LocalAuthority Alpha = new("Synthetic Alpha", Region.London);

    [Fact]
    public void SignTest_KnownCounts_IsThatOfR() => Assert.All(R.Cases, name =>
    {
        var counts = name.Split('/').Select(int.Parse).ToList();
        R.Agrees(name, "p", SignTest.Of(counts[0], counts[1]).PValue);
    });

    [Fact]
    public void SignTest_NoPairDiffers_IsUndefined() => Assert.Equal("no pair differs", SignTest.Of(0, 0).UndefinedBecause);

    [Fact]
    public void SignTest_NegativeCount_NamesIt() =>
        Assert.Equal("under", Assert.Throws<ArgumentOutOfRangeException>(() => SignTest.Of(1, -1)).ParamName);

    [Property]
    public bool SignTest_SidesExchanged_HasTheSamePValue(byte above, byte under) =>
        SignTest.Of(above, under).PValue == SignTest.Of(under, above).PValue;

    [Fact]
    public void Beside_BetterSameWorseAndUnknown_AreCounted()
    {
        var result = AreaComparison.Beside(new InspectionSet(
            [Alpha],
            [
                Judged(1, Judgement.Good, Judgement.Outstanding),
                Judged(2, Judgement.Good, Judgement.Good),
                Judged(3, Judgement.Good, Judgement.Inadequate),
                Judged(4, Judgement.Inadequate, Judgement.Good),
                Judged(5, Judgement.Good, null),
                Judged(6, null, Judgement.Good),
            ]));
        var leadership = result.Areas.Single(own => own.Area == JudgementArea.Leadership);
        Assert.Equal((4, 2, 1, 1), (leadership.Both, leadership.Better, leadership.Same, leadership.Worse));
        Assert.Equal(1.0, leadership.PValue);
        Assert.All(result.Areas.Where(own => own.Area != JudgementArea.Leadership), own => Assert.Null(own.AdjustedPValue));
        Assert.Contains("leadership, management and governance better in 2 and worse in 1 of 4", result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_NothingKnown_IsUndefined() =>
        Assert.Equal(
            "no report judges two areas",
            AreaComparison.Beside(new InspectionSet([Alpha], [Judged(1, Judgement.Good, null)])).UndefinedBecause);

    [Fact]
    public void Profiles_CombinationsAndExceptions_AreFound()
    {
        var result = KeyJudgements.Profiles(new InspectionSet(
            [Alpha],
            [
                Key(1, Judgement.Good, Judgement.Good, Judgement.RequiresImprovement, Judgement.Good),
                Key(2, Judgement.RequiresImprovement, Judgement.Good, Judgement.RequiresImprovement, Judgement.Good),
                Key(3, Judgement.Inadequate, Judgement.Inadequate, Judgement.Good, Judgement.Good),
                Judged(4, Judgement.Good, Judgement.Good),
            ]));
        Assert.Equal(3, result.Observations);
        Assert.Equal(
            [(Judgement.Good, false), (Judgement.Inadequate, true)], result.Profiles.Select(
                profile => (profile.Expected, profile.IsDecided)));
        Assert.Equal([2], result.Exceptions.Select(inspection => inspection.Number));
        Assert.Contains("1 with an unknown judgement", result.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_NoneWhole_IsUndefined() => Assert.False(KeyJudgements.Profiles(new InspectionSet([Alpha], [])).IsDefined);

    private static Inspection Judged(int number, Judgement? overall, Judgement? leadership) =>
        Of(number, (JudgementArea.OverallEffectiveness, overall), (JudgementArea.Leadership, leadership));

    private static Inspection Key(int number, Judgement overall, Judgement help, Judgement lookedAfter, Judgement leadership) => Of(
        number, (JudgementArea.OverallEffectiveness, overall), (JudgementArea.HelpAndProtection, help), (
            JudgementArea.LookedAfter, lookedAfter), (JudgementArea.Leadership, leadership));

    private static Inspection Of(int number, params (JudgementArea Area, Judgement? Judgement)[] judgements) => new(Alpha, number)
    {
        Judgements = judgements.Where(own => own.Judgement is not null).ToDictionary(own => own.Area, own => own.Judgement!.Value),
    };
}
