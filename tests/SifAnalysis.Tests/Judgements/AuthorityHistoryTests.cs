using SifAnalysis.Judgements;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Judgements;

/// <summary>An authority over both frameworks, in the kit's own tables.</summary>
public class AuthorityHistoryTests
{
    private static readonly SifData Kit = SifData.Load(Checkout.Data);

    [Fact]
    public void Histories_OfTheKit_HoldEveryInspectionOnce()
    {
        Assert.Equal(Kit.Inspections.Count, Kit.Histories.Sum(history => history.Sif.Count));
        Assert.Equal(Kit.Ilacs.Count, Kit.Histories.Sum(history => history.Ilacs.Count));
        Assert.All(Kit.Histories, history => Assert.All(history.Own, inspection => Assert.Equal(history.Authority, inspection.Authority)));
    }

    [Fact]
    public void HistoryOf_Dorset_IsTheCouncilOf2019AndNeverTheCounty()
    {
        var dorset = Kit.HistoryOf("Dorset");
        Assert.Equal(new DateOnly(2019, 4, 1), dorset.Authority.From);
        Assert.Empty(dorset.Sif);
        Assert.Equal("Dorset (county)", Assert.Single(dorset.Predecessors).Authority.Name);
        var county = Kit.HistoryOf("Dorset (county)");
        Assert.Empty(county.Ilacs);
        Assert.Null(county.IntoIlacs());
        Assert.Equal("Dorset", Assert.Single(county.Successors).Authority.Name);
        Assert.DoesNotContain(Kit.Histories.IntoIlacs(), pair => pair.Authority.Name.StartsWith("Dorset", StringComparison.Ordinal));
    }

    [Fact]
    public void HistoryOf_AnAuthorityFromTwo_HasBothBeforeItsOwn()
    {
        var joined = Kit.HistoryOf("Bournemouth, Christchurch and Poole");
        Assert.Equal(["Bournemouth", "Poole"], joined.Predecessors.Select(before => before.Authority.Name));
        Assert.Equal("Bournemouth", joined.Whole[0].Authority.Name);
        Assert.Equal(joined.Authority, joined.Whole[^1].Authority);
    }

    [Fact]
    public void HistoryOf_ANameThatIsNone_NamesTheNearest()
    {
        Assert.Contains(
            "did you mean Leeds?", Assert.Throws<ArgumentException>(() => Kit.HistoryOf("Leedz")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "no such local authority",
            Assert.Throws<ArgumentException>(() => Kit.NeighboursOf("Atlantis")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HistoryOf_ACommonName_IsFound() => Assert.Equal("Kingston upon Hull", Kit.HistoryOf("Hull").Authority.Name);

    [Theory]
    [InlineData("Leeds")]
    [InlineData("Cumbria")]
    [InlineData("West Northamptonshire")]
    public void NeighboursOf_AnAuthorityOfAnyDay_AreTenOthers(string authority)
    {
        var neighbours = Kit.NeighboursOf(authority);
        Assert.Equal(10, neighbours.Select(neighbour => neighbour.Authority).Distinct().Count());
        Assert.DoesNotContain(neighbours, neighbour => neighbour.Authority.Name == authority);
    }

    [Fact]
    public void NeighboursOf_AnAuthorityThatNoEditionNames_AreNone() => Assert.Empty(Kit.NeighboursOf("Northamptonshire"));

    [Fact]
    public void Sentence_OfASuccessor_NamesWhatWasBefore()
    {
        Assert.EndsWith(
            "On 1 April 2019 it took the place of Bournemouth and Poole.",
            Kit.HistoryOf("Bournemouth, Christchurch and Poole").Sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            "On 1 April 2023 Cumberland and Westmorland and Furness took its place.",
            Kit.HistoryOf("Cumbria").Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Leeds was inspected once under the SIF and ", Kit.HistoryOf("Leeds").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void FactsBeside_AnAuthority_AreThoseOfItsLatestReport()
    {
        var leeds = Kit.FactsOf(Kit.Inspections.Of("Leeds")[^1])!;
        var facts = Kit.FactsBeside("Leeds");
        Assert.Equal(
            leeds.ChildPoverty,
            Assert.Single(
                facts, fact => fact.Fact.StartsWith("Share of children living in poverty", StringComparison.Ordinal)).Own["Leeds"]);
        Assert.All(facts, fact => Assert.InRange(fact.NeighboursKnown, 1, 10));
        Assert.Equal(["Bournemouth", "Poole"], Kit.FactsBeside("Bournemouth, Christchurch and Poole")[0].Own.Keys);
    }

    [Fact]
    public void LatestJudgements_OfAll_AreOneAnAuthority()
    {
        var counts = Kit.Histories.LatestJudgements();
        Assert.Equal(Kit.Histories.Count, counts.Known + counts.NotJudged);
        Assert.Equal(Kit.Ilacs.Count, Kit.Histories.Under(Framework.Ilacs).Count);
    }

    [Fact]
    public void PublishedBy_ADay_LeavesOutWhatCameLater()
    {
        var day = new DateOnly(2019, 12, 31);
        Assert.All(
            Kit.Histories.PublishedBy(day), history => Assert.All(history.Whole, inspection => Assert.True(inspection.Published <= day)));
    }

    [Fact]
    public void LatestJudged_WhereTheFrameworkNoLongerJudges_IsTheReportBefore()
    {
        var history = Kit.Histories.First(
            own => own.Ilacs is [.., { } last] && last.Unjudged(JudgementArea.OverallEffectiveness) == Unjudged.NoLongerJudged);
        Assert.NotSame(history.Own[^1], history.LatestJudged());
        Assert.Same(history.Own[^1], history.LatestJudged(JudgementArea.Leadership));
    }

    [Fact]
    public void ExistingOn_ADay_HoldsTheAuthoritiesOfTheDay()
    {
        Assert.Equal(152, Kit.Ilacs.ExistingOn(new(2018, 6, 1)).Authorities.Count);
        Assert.DoesNotContain(Kit.Ilacs.ExistingOn(new(2023, 4, 1)), inspection => inspection.Authority.Until is not null);
    }

    [Fact]
    public void MonthsInPost_FromMonthToMonth_IsCountedToTheStart()
    {
        var barnsley = Kit.Inspections.Of("Barnsley")[0];
        Assert.Equal(
            (new DateOnly(2014, 6, 2), new DateOnly(2013, 6, 1)), (barnsley.Started!.Value, Kit.FactsOf(barnsley)!.DirectorSince!.Value));
        Assert.Equal(12, Kit.MonthsInPost(Post.Director)(barnsley));
        Assert.Equal(17, Kit.MonthsInPost(Post.BoardChair)(barnsley));
        Assert.Null(Kit.MonthsInPost(Post.Director)(Kit.Ilacs.Of("Barnsley")[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kit.MonthsInPost((Post)7));
    }

    [Fact]
    public void MonthsInPost_OfTheKit_IsNeverNegative()
    {
        var months = Kit.Inspections.Select(Kit.MonthsInPost(Post.Director))
            .Concat(Kit.Inspections.Select(Kit.MonthsInPost(Post.BoardChair))).OfType<double>().ToList();
        Assert.NotEmpty(months);
        Assert.All(months, own => Assert.InRange(own, 0, 240));
    }

    [Fact]
    public void InWords_OfCounts_NamesTheUnknownOnlyWhereThereAreAny()
    {
        Assert.Equal("2 outstanding, 29 good, 56 requires improvement and 29 inadequate", new JudgementCounts(2, 29, 56, 29, 0).InWords);
        Assert.Equal(
            "0 outstanding, 1 good, 0 requires improvement, 0 inadequate and 3 unknown", new JudgementCounts(0, 1, 0, 0, 3).InWords);
    }
}
