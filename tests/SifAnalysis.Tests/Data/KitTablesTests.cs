using SifAnalysis.Figures;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Data;

/// <summary>
/// The kit's tables against the totals that their compilers counted from the reports by themselves, and against official releases:
/// each number below stands in their description of the tables, or in the release named.
/// </summary>
public class KitTablesTests
{
    private const JudgementArea Overall = JudgementArea.OverallEffectiveness;

    private static readonly SifData Sif = SifData.Load(Checkout.Data);

    [Fact]
    public void Inspections_PublishedByTheEndOf2016_AreThoseOfTheArticle()
    {
        var published = Sif.Inspections.PublishedBy(new(2016, 12, 31));
        Assert.Equal((116, 114), (published.Count, published.LatestOfEachAuthority().Count));
        Assert.Equal(["Birmingham", "Slough"],
            published.Where(inspection => inspection.Number > 1).Select(inspection => inspection.Authority.Name));
        Assert.Equal(new JudgementCounts(2, 29, 56, 29, 0), published.Counts(Overall));
        Assert.Equal(new JudgementCounts(8, 28, 54, 26, 0), published.Counts(JudgementArea.Leadership));
    }

    [Fact]
    public void Inspections_FirstOfEachAuthority_AreThoseOfAll152() =>
        Assert.Equal(new JudgementCounts(3, 51, 65, 33, 0), Sif.Inspections.FirstOfEachAuthority().Counts(Overall));

    [Theory]
    [InlineData("2015-06-30", 59, 0, 14, 31, 14)]
    [InlineData("2017-04-30", 127, 2, 35, 60, 30)]
    public void Inspections_LatestOfEachAuthority_AreThoseOfOfficialReleases(string day,
        int all, int outstanding, int good, int requires, int inadequate)
    {
        var latest = Sif.Inspections.PublishedBy(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
            .LatestOfEachAuthority();
        Assert.Equal(all, latest.Count);
        Assert.Equal(new JudgementCounts(outstanding, good, requires, inadequate, 0), latest.Counts(Overall));
    }

    [Fact]
    public void Inspections_LeadershipInadequate_IsInadequateOverallInAll37()
    {
        var badlyLed = Sif.Inspections.Where(inspection => inspection.Leadership == Judgement.Inadequate);
        Assert.Equal(37, badlyLed.Count);
        Assert.All(badlyLed, inspection => Assert.Equal(Judgement.Inadequate, inspection.Overall));
        Assert.Equal(
            ["Doncaster", "Norfolk", "West Berkshire"],
            Sif.Inspections.Where(inspection => inspection.Overall == Judgement.Inadequate && inspection.Leadership != Judgement.Inadequate)
                .Select(inspection => inspection.Authority.Name));
    }

    [Fact]
    public void Inspections_EveryJudgement_IsKnownOrKnownNotToBe()
    {
        Assert.All(Names.AllAreas, area => Assert.Equal(0, Sif.Inspections.Counts(area).Unknown));
        Assert.Equal(21, Sif.Inspections.Counts(JudgementArea.SafeguardingBoard).NotJudged);
        Assert.All(
            Sif.Inspections.Where(inspection => inspection.Unjudged(JudgementArea.LookedAfter) is not null),
            inspection => Assert.Equal("Isles of Scilly", inspection.Authority.Name));
    }

    [Fact]
    public void BoardReviews_Surreys_IsKeptAndNeverCounted()
    {
        var review = Assert.Single(Sif.Inspections.BoardReviews);
        Assert.Equal(("Surrey", new DateOnly(2015, 8, 3), 0), (review.Authority.Name, review.Published!.Value, review.Number));
        Assert.Equal(173, Sif.Inspections.Count);
        Assert.Equal(2, Sif.Inspections.Of("Surrey").Count);
        Assert.Contains(review, Sif.Inspections.PublishedBy(new(2016, 1, 1)).BoardReviews.Append(review));
    }

    [Fact]
    public void Inspections_UnknownDays_AreThoseOfFourAbolishedAuthoritiesAndTheCity() => Assert.Equal(
        ["Bournemouth", "City of London", "Cumbria", "Northamptonshire", "Poole"],
        Sif.Inspections.Where(inspection => inspection.Started is null || inspection.Ended is null)
            .Select(inspection => inspection.Authority.Name));

    [Fact]
    public void LocalFacts_Counts_AreThoseOfTheReports()
    {
        Assert.Equal(163, Sif.LocalFacts.Count);
        Assert.Equal(142, Sif.LocalFacts.Count(facts => facts.DirectorSince is not null));
        Assert.Equal(144, Sif.LocalFacts.Count(facts => facts.ChildPoverty is not null));
        Assert.Equal(158, Sif.LocalFacts.Count(facts => facts.PopulationUnder18 is not null));
        Assert.All(Sif.LocalFacts, facts =>
            Assert.Single(Sif.Inspections.Of(facts.Authority), inspection => inspection.Number == facts.Number));
    }

    [Fact]
    public void LocalFacts_RateOfChildrenLookedAfter_AgreesWithTheirNumberAndThePopulation()
    {
        var checkable = Sif.LocalFacts.Where(facts =>
            facts is { LookedAfterRate: not null, LookedAfterChildren: not null, PopulationUnder18: not null }).ToList();
        var apart = checkable.Where(facts =>
            Math.Abs(Math.Log(
                facts.LookedAfterRate!.Value / (1e4 * facts.LookedAfterChildren!.Value / facts.PopulationUnder18!.Value))) > 0.2).ToList();
        Assert.True(checkable.Count > 130);
        Assert.True(apart.Count < checkable.Count / 20, Words.Listed(apart.Select(facts => facts.Authority)));
    }

    [Fact]
    public void Ilacs_EveryReport_IsOneLineAway()
    {
        Assert.Equal((324, Framework.Ilacs), (Sif.Ilacs.Count, Sif.Ilacs.Framework));
        Assert.Equal(11, Sif.Ilacs.Counts(Overall).NotJudged);
        Assert.Equal(168, Sif.Ilacs.Counts(JudgementArea.CareLeavers).NotJudged);
        Assert.NotEmpty(Sif.Ilacs.Of("Leeds"));
        Assert.Equal((new DateOnly(2018, 3, 12), new DateOnly(2026, 8, 20)),
            (Sif.Ilacs.Min(own => own.Published), Sif.Ilacs.Max(own => own.Published)));
    }

    [Fact]
    public void Dorset_CountyAndCouncil_AreNeverOne()
    {
        var county = Assert.Single(Sif.Inspections.Of("Dorset")).Authority;
        var council = Sif.Ilacs.Of("Dorset")[0].Authority;
        Assert.NotEqual(county, council);
        Assert.Equal((new DateOnly(2019, 4, 1), new DateOnly(2019, 4, 1)), (county.Until!.Value, council.From!.Value));
        Assert.Equal(["Dorset"], county.Successors);
        Assert.Equal(["Dorset (county)"], council.Predecessors);
    }

    [Fact]
    public void Successions_EachWay_AreThoseOfTheAuthorities()
    {
        Assert.Equal(7, Sif.Successions.Count);
        Assert.All(Sif.Successions, own =>
        {
            var before = Sif.Authorities.Single(authority => authority.Name == own.Predecessor);
            var after = Sif.Ilacs.Authorities.Single(authority => authority.Name == own.Successor);
            Assert.Equal((own.From, own.From), (before.Until!.Value, after.From!.Value));
            Assert.Contains(own.Successor, before.Successors);
            Assert.False(before.ExistedOn(own.From) || after.ExistedOn(own.From.AddDays(-1)));
        });
    }

    [Fact]
    public void Neighbours_EachAuthority_HasTenOrNone()
    {
        Assert.Equal(3068, Sif.Neighbours.Count);
        Assert.All(Sif.Neighbours.GroupBy(own => (own.Authority, own.Edition)), own =>
            Assert.Equal(own.Select(each => each.Rank).Order(), own.Select(each => each.Rank)));
        Assert.Equal("Enfield", Sif.Neighbours.First(own => own is { Authority: "Barking and Dagenham", Edition: "current" }).Neighbour);
    }

    [Fact]
    public void Areas_EveryAreaOfTheSif_SaysWhatCorresponds()
    {
        Assert.Equal(Names.AllAreas, Sif.Areas.Select(own => own.Area).Order());
        Assert.Equal(
            Names.AllAreas.Except(Framework.Ilacs.Areas()), Sif.Areas.Where(own => own.Correspondence == Correspondence.None)
                .Select(own => own.Area));
    }

    [Fact]
    public void CheckFigures_All27_AreReproducedButOne()
    {
        var checks = Sif.CheckFigures();
        Assert.Equal(27, checks.Count);
        Assert.Equal(["inadequate-early-2015-report"],
            checks.Where(check => check.Verdict != Verdict.Reproduced).Select(check => check.Figure.Id));
        Assert.Equal(Verdict.NotAnswerable, checks.Single(check => check.Figure.Id == "inadequate-early-2015-report").Verdict);
    }

    [Fact]
    public void CheckReleases_EveryRowThatStatesANumber_IsReproduced()
    {
        var checks = Sif.CheckReleases();
        Assert.Equal(13, checks.Count);
        Assert.All(checks, check => Assert.True(check.Verdict == Verdict.Reproduced,
            $"{check.Release.AsAt} {check.Release.What}: {check.Stated}, {check.Computed}"));
        Assert.Equal(
            ["all reports", "latest inspections", "inspections that ended on or after 1 April 2016"],
            checks.Select(check => check.Reading).Distinct());
    }

    [Fact]
    public void ToDataFrame_OfEveryTable_HasItsColumnsAndRows()
    {
        Assert.Equal((163, LocalFactsTable.Table.Columns.Count),
            ((int)Sif.LocalFactsFrame().Rows.Count, Sif.LocalFactsFrame().Columns.Count));
        var frame = Sif.Ilacs.ToDataFrame();
        var back = frame.ToInspections(Sif.Ilacs.Authorities, Framework.Ilacs);
        Assert.All(Sif.Ilacs.Zip(back), pair => Assert.All(
            Framework.Ilacs.Areas(), area => Assert.Equal(pair.First.Stated(area), pair.Second.Stated(area))));
        Assert.All(Sif.Ilacs.Zip(back), pair =>
            Assert.Equal((pair.First.Form, pair.First.Published), (pair.Second.Form, pair.Second.Published)));
    }
}
