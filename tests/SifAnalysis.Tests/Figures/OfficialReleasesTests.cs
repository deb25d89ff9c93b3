using SifAnalysis.Figures;
using SifAnalysis.Judgements;

namespace SifAnalysis.Tests.Figures;

/// <summary>Releases beside synthetic inspections, whose counts can be told by hand.</summary>
public class OfficialReleasesTests
{
    private static readonly LocalAuthority Alpha = new("Synthetic Alpha", Region.London);
    private static readonly LocalAuthority Beta = new("Synthetic Beta", Region.NorthEast);
    private static readonly LocalAuthority Gamma = new("Synthetic Gamma", Region.NorthWest);

    private static readonly InspectionSet Inspections = new(
        [Alpha, Beta, Gamma],
        [
            Report(Alpha, 1, new(2015, 1, 1), Judgement.Inadequate),
            Report(Alpha, 2, new(2016, 1, 1), Judgement.Good),
            Report(Beta, 1, new(2015, 6, 1), null),
            Report(Gamma, 1, null, Judgement.Inadequate),
        ]);

    [Fact]
    public void Compare_CountsOfARelease_HaveBoundsUnderEachReading()
    {
        var comparison = Assert.Single(
            Compare(
                new OfficialCount(
                    "2016-12-31", new(2017, 1, 3), JudgementArea.OverallEffectiveness, "published", "Synthetic")
                { Inadequate = 2 }));
        Assert.Equal(
            (new CountBounds(1, 3), new CountBounds(1, 3), new CountBounds(0, 2)),
            (comparison.Reports, comparison.First, comparison.Latest));
        Assert.Equal(["all reports", "first inspections", "latest inspections"], comparison.PossibleAs);
        Assert.Equal(1, comparison.BeyondKnown);
    }

    [Fact]
    public void Compare_Total_AllowsForReportsOfAnUnknownDay()
    {
        var comparison = Assert.Single(
            Compare(
                new OfficialCount(
                    "2016-12-31", new(2017, 1, 3), JudgementArea.OverallEffectiveness, "published", "Synthetic")
                { Total = 4 }));
        Assert.Equal(
            (new CountBounds(3, 4), new CountBounds(2, 3), new CountBounds(2, 3)),
            (comparison.Reports, comparison.First, comparison.Latest));
        Assert.Equal(["all reports"], comparison.PossibleAs);
    }

    [Fact]
    public void Compare_LaterReportOfAnUnknownDay_LeavesTheLatestOpen()
    {
        var set =
            new InspectionSet([Alpha], [Report(Alpha, 1, new(2015, 1, 1), Judgement.Inadequate), Report(Alpha, 2, null, Judgement.Good)]);
        var release = new OfficialCount("2016-12-31", new(2017, 1, 3),
            JudgementArea.OverallEffectiveness, "latest inspection", "Synthetic")
        { Inadequate = 1, Total = 1 };
        var comparisons = OfficialReleases.Compare([release], set);
        Assert.Equal([new CountBounds(1, 1), new CountBounds(0, 1)], comparisons.Select(comparison => comparison.Latest));
    }

    [Fact]
    public void Compare_RowsOfOneRelease_CountToOneDay()
    {
        var plain = new OfficialCount("2016-10-31", new(2016, 12, 20), JudgementArea.Leadership, "latest", "Synthetic") { Total = 2 };
        var noted = new OfficialCount("2016-10-31", new(2016, 12, 20), JudgementArea.OverallEffectiveness, "latest", "Synthetic")
        {
            Total = 2,
            Notes = "published by 8 December 2016",
        };
        Assert.All(Compare(plain, noted), comparison => Assert.Equal(new DateOnly(2016, 12, 8), comparison.ReportsTo));
    }

    [Fact]
    public void Compare_CountOfAPeriod_IsLeftOut() =>
        Assert.Empty(
            Compare(
                new OfficialCount(
                    "2016-12-31", new(2017, 1, 3), JudgementArea.OverallEffectiveness, "inspections since 1 April 2016", "Synthetic")
                {
                    Total = 3,
                }));

    [Fact]
    public void CompareShares_WholePercent_StandsForWhatRoundsToIt()
    {
        var comparisons = OfficialReleases.CompareShares(
            [new OfficialCount("2016-12-31", new(2017, 1, 3), JudgementArea.OverallEffectiveness,
            "share good or outstanding 50%, inadequate 24%", "Synthetic")], Inspections.Where(inspection => inspection.Authority == Alpha));
        Assert.Equal([new ShareBounds(0.495, 0.505), new ShareBounds(0.235, 0.245)], comparisons.Select(comparison => comparison.Stated));
        Assert.Equal(["all reports"], comparisons[0].PossibleAs);
        Assert.Empty(comparisons[1].PossibleAs);
    }

    [Fact]
    public void CompareShares_CountOfATotal_IsItsShare()
    {
        var release = new OfficialCount("2016-12-31", new(2017, 1, 3), JudgementArea.OverallEffectiveness,
            "good or outstanding 37, inadequate 30, of 127", "Synthetic")
        { Inadequate = 30, Total = 127 };
        Assert.Equal(37.0 / 127, Assert.Single(OfficialReleases.CompareShares([release], Inspections)).Stated.Least);
    }

    [Theory]
    [InlineData("share good or outstanding 26%, inadequate 24%", null, 0.26, 0.24)]
    [InlineData("good or outstanding 37, inadequate 30, of 127", 37, null, null)]
    [InlineData("published results", null, null, null)]
    public void OfficialCount_What_IsReadForSharesAndCounts(string what, int? count, double? better, double? inadequate)
    {
        var release = new OfficialCount("2016-12-31", new(2017, 1, 3), JudgementArea.OverallEffectiveness, what, "Synthetic");
        Assert.Equal((count, better, inadequate), (release.GoodOrBetter, release.GoodOrBetterShare, release.InadequateShare));
    }

    private static IReadOnlyList<ReleaseComparison> Compare(params OfficialCount[] releases) =>
        OfficialReleases.Compare(releases, Inspections);

    private static Inspection Report(LocalAuthority authority, int number, DateOnly? published, Judgement? overall) =>
        new(authority, number)
        {
            Published = published,
            Judgements = overall is { } known
            ? new Dictionary<JudgementArea, Judgement> { [JudgementArea.OverallEffectiveness] = known }
            : new Dictionary<JudgementArea, Judgement>(),
        };
}
