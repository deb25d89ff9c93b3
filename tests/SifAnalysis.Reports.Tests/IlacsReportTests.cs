using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Readings;
using SifAnalysis.Reports.Tests.Drawn;

namespace SifAnalysis.Reports.Tests;

/// <summary>Reports of the framework since 2018, drawn with judgements that were never made.</summary>
public sealed class IlacsReportTests
{
    private static readonly ReportArea[] Areas =
        [ReportArea.ImpactOfLeaders, ReportArea.HelpAndProtection, ReportArea.InCare, ReportArea.CareLeavers, ReportArea.Overall];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_WholeReport_HasEveryValue(bool isNarrow)
    {
        var report = new IlacsDrawing { IsNarrow = isNarrow }.Ilacs();
        Assert.Empty(report.Problems);
        Assert.Equal("Slough", report.Authority!.Value);
        Assert.Equal([Grade.Good, Grade.RequiresImprovement, Grade.Good, Grade.Outstanding, Grade.Inadequate],
            Areas.Select(area => report[area]!.Value));
        Assert.All(Areas[..4], area => Assert.Equal(Certainty.StatedTwice, report[area]!.Certainty));
        Assert.Equal("standard", report.Form!.Value);
        Assert.Null(report.Published);
    }

    [Fact]
    public void Read_CareLeaversTogetherWithCare_AreNotJudgedSeparately()
    {
        var report = new IlacsDrawing { HasCareLeavers = false, Dates = "Inspection dates: 5 November 2018 to 9 November 2018" }.Ilacs();
        Assert.Equal(Grade.NotJudgedSeparately, report[ReportArea.CareLeavers]!.Value);
        Assert.Equal("short", report.Form!.Value);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Read_WithoutOverall_IsNoLongerJudgedFromApril2026AndAProblemBefore()
    {
        var after = new IlacsDrawing { HasOverall = false, Dates = "Inspection dates: 11 to 22 May 2026" }.Ilacs();
        Assert.Equal(Grade.NoLongerJudged, after[ReportArea.Overall]!.Value);
        Assert.Empty(after.Problems);

        var before = new IlacsDrawing { HasOverall = false }.Ilacs();
        Assert.Null(before[ReportArea.Overall]);
        Assert.Equal("overall", Assert.Single(before.Problems).Column);
    }

    [Fact]
    public void Read_SectionThatSaysAnotherGrade_IsAProblemAndNoChoice()
    {
        var report = new IlacsDrawing { SectionGrades = [null, "outstanding", null, null, null] }.Ilacs();
        Assert.Null(report[ReportArea.HelpAndProtection]);
        Assert.Contains("two things", Assert.Single(report.Problems).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Inspection of Bournemouth, Christchurch and", "Bournemouth, Christchurch and Poole")]
    [InlineData("Inspection of West Northamptonshire", "West Northamptonshire")]
    [InlineData("Inspection of Westmorland and Furness", "Westmorland and Furness")]
    [InlineData("Inspection of Bradford Children and Families Trust", "Bradford")]
    public void Read_AuthoritiesSince2019_AreKnown(string title, string name)
    {
        var second = name.StartsWith('B') && name.Contains("Poole", StringComparison.Ordinal)
            ? "Poole local authority children's services" : "local authority children's services";
        Assert.Equal(name, new IlacsDrawing { Title = [title, second] }.Ilacs().Authority!.Value);
    }

    [Fact]
    public void Read_FileNamedByItsDay_GivesThePublicationThatTheReportDoesNotState()
    {
        var published = new IlacsDrawing().Ilacs("2023-09-04_slough.pdf").Published!;
        Assert.Equal(new DateOnly(2023, 9, 4), published.Value);
        Assert.Equal((Certainty.Inferred, 0), (published.Certainty, published.Page));
    }
}
