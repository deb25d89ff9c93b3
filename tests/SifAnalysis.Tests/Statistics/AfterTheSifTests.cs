using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The findings of notebook 10 beside R: tests/references/after.R made after.csv from the same tables.</summary>
public class AfterTheSifTests
{
    private static readonly ReferenceValues R = new("after.csv");
    private static readonly SifData Kit = SifData.Load(Checkout.Data);

    [Theory]
    [InlineData("overall", JudgementArea.OverallEffectiveness)]
    [InlineData("help_protection", JudgementArea.HelpAndProtection)]
    [InlineData("leadership", JudgementArea.Leadership)]
    public void IntoIlacs_EveryCellAndTest_IsWhatRGives(string name, JudgementArea area)
    {
        var pairs = Kit.Histories.IntoIlacs(area);
        var table = pairs.CrossTabulate();
        Assert.Equal(R[name, "rose"], pairs.Count(pair => pair.StepsBetter > 0));
        Assert.Equal(R[name, "fell"], pairs.Count(pair => pair.StepsBetter < 0));
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                Assert.Equal(R[name, $"cell.{row + 1}.{column + 1}"], table[row, column]);
            }
        }

        R.Agrees(name, "sign.p", SignTest.Of(pairs.Count(pair => pair.StepsBetter > 0), pairs.Count(pair => pair.StepsBetter < 0)).PValue);
        R.Agrees(name, "bowker", Agreement.Bowker(table).Statistic);
        R.Agrees(name, "bowker.p", Agreement.Bowker(table).PValue);
        R.Agrees(name, "stuart", Agreement.StuartMaxwell(table).Statistic);
        R.Agrees(name, "stuart.p", Agreement.StuartMaxwell(table).PValue);
    }

    [Theory]
    [InlineData("better.2", Judgement.Good)]
    [InlineData("better.3", Judgement.RequiresImprovement)]
    public void TimesToBetter_FromInadequate_IsWhatRGives(string name, Judgement to)
    {
        var times = Kit.Histories.TimesToBetter(new(2026, 8, 31), to: to);
        var curve = Survival.KaplanMeier(times.AnyOutcome);
        Assert.Equal(R[name, "n"], times.FollowUps.Count);
        Assert.Equal(R[name, "events"], curve.Events);
        Assert.Equal(R[name, "median"], curve.Median);
        R.Agrees(name, "median", curve.MedianInterval);
        R.Agrees(name, "survival.730", curve.SurvivalAt(730));
        R.Agrees(name, "survival.1460", curve.SurvivalAt(1460));
    }

    [Fact]
    public void TimesToBetter_AnAbolishedAuthority_IsFollowedToItsLastDay()
    {
        var county = new LocalAuthority("Synthetic county", Region.London) { Until = new(2019, 4, 1) };
        var inadequate = new Inspection(county, 1)
        {
            Published = new(2018, 4, 1),
            Judgements = new Dictionary<JudgementArea, Judgement> { [JudgementArea.OverallEffectiveness] = Judgement.Inadequate },
        };
        var times = new[] { new AuthorityHistory(county, [inadequate], []) }.TimesToBetter(new(2026, 8, 31));
        Assert.Equal(new CompetingFollowUp(365, null), Assert.Single(times.FollowUps));
        Assert.Throws<ArgumentException>(
            () => Array.Empty<AuthorityHistory>().TimesToBetter(new(2026, 8, 31), Judgement.Good, Judgement.Good));
    }

    [Fact]
    public void Latest_OfEveryAuthorityOfToday_IsWhatRGives()
    {
        var now = Kit.Ilacs.ExistingOn(new(2026, 8, 31)).LatestOfEachAuthority();
        var (overall, leaders) = (now.Counts(JudgementArea.OverallEffectiveness), now.Counts(JudgementArea.Leadership));
        Assert.Equal((R["latest", "authorities"], R["latest", "inspected"]), (now.Authorities.Count, now.Count));
        Assert.Equal(R["latest", "No_longer_judged"], overall.NotJudged);
        Assert.All(Names.AllJudgements, judgement =>
        {
            var name = judgement.Name().Replace(' ', '_');
            Assert.Equal((R["latest", name], R["latest", $"leaders.{name}"]), (overall[judgement], leaders[judgement]));
        });
    }

    [Fact]
    public void Turnover_OfTheKit_SetsExchangeApartFromChange()
    {
        var turnover = Turnover.Of(Kit.Histories.IntoIlacs().CrossTabulate());
        Assert.Equal(0, turnover.Categories.Sum(own => own.Net));
        Assert.All(turnover.Categories, own => Assert.Equal(own.Net, own.Came - own.Left));
        Assert.Equal((0, 19), (turnover["Inadequate"].Net, turnover["Inadequate"].Exchanged));
        Assert.Throws<ArgumentException>(() => turnover["Adequate"]);
    }
}
