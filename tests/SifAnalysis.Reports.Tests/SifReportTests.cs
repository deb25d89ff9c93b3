using SifAnalysis.Reports.Facts;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Readings;
using SifAnalysis.Reports.Tests.Drawn;

namespace SifAnalysis.Reports.Tests;

/// <summary>SIF reports in every layout met, drawn with judgements that were never made.</summary>
public sealed class SifReportTests
{
    private static readonly ReportArea[] Areas =
        [ReportArea.Overall, ReportArea.HelpAndProtection, ReportArea.LookedAfter,
            ReportArea.Adoption, ReportArea.CareLeavers, ReportArea.Leadership, ReportArea.Lscb];

    private static readonly Grade[] Expected =
        [Grade.RequiresImprovement, Grade.Inadequate, Grade.RequiresImprovement,
            Grade.Good, Grade.RequiresImprovement, Grade.RequiresImprovement, Grade.RequiresImprovement];

    [Fact]
    public void Read_WholeReport_HasEveryValue()
    {
        var report = new SifDrawing().Sif();
        Assert.Empty(report.Problems);
        Assert.Equal("Slough", report.Authority!.Value);
        Assert.Equal(new DateOnly(2015, 11, 24), report.Started!.Value);
        Assert.Equal(new DateOnly(2015, 12, 17), report.Ended!.Value);
        Assert.Equal(new DateOnly(2016, 2, 17), report.Published!.Value);
        Assert.False(report.IsReinspection);
        Assert.Equal(Expected, Areas.Select(area => report[area]!.Value));
        Assert.All(report.Values, value => Assert.NotNull(value.Value));
    }

    [Fact]
    public void Read_TitlePageThatBeginsWithTheDays_InfersNothingOfTheBoard()
    {
        var report = new SifDrawing { Council = "Inspection date: 24 November 2015 - 17 December 2015", HasBoard = false }.Sif();
        Assert.Null(report[ReportArea.Lscb]);
        Assert.NotEmpty(report.Problems);
    }

    [Fact]
    public void Read_JudgementOfTitlePageAndSection_IsStatedTwiceWithBothPages()
    {
        var report = new SifDrawing().Sif();
        var help = report[ReportArea.HelpAndProtection]!;
        Assert.Equal(Certainty.StatedTwice, help.Certainty);
        Assert.Equal([1, 5], help.Places.Select(place => place.Page));
        Assert.Contains("Inadequate", help.Places[0].Words, StringComparison.Ordinal);
        Assert.Equal(Certainty.StatedOnce, report[ReportArea.Lscb]!.Certainty);
    }

    [Fact]
    public void Read_LocalFacts_KeepTheDigitsAndTheirPage()
    {
        var facts = new SifDrawing().Sif().Facts;
        Assert.Equal(
            [39867m, 27.6m, 21.6m, 12.2m, 11.6m, 65.5m, 58.7m, 44.9m, 1172m, 150m, 183m, 45.9m],
            Enum.GetValues<LocalFact>().Select(fact => facts[fact]!.Value));
        Assert.All(facts.Figures.Values, figure => Assert.Equal(3, figure.Page));
        Assert.Equal(new DateOnly(2015, 1, 1), facts.DirectorSince!.Value);
        Assert.Equal(new DateOnly(2014, 11, 1), facts.LscbChairSince!.Value);
        Assert.Equal(("Inadequate", "Adequate"), (facts.PreviousSafeguarding!.Value, facts.PreviousLookedAfter!.Value));
    }

    [Theory]
    [InlineData(Side.Beside, 30, 44)]
    [InlineData(Side.Beside, 12, 44)]
    [InlineData(Side.Beside, 12, 30)]
    [InlineData(Side.Above, 30, 60)]
    [InlineData(Side.Below, 30, 60)]
    [InlineData(Side.Below, 14, 70)]
    public void Read_GradeBesideAboveOrBelow_InOneLineOrMore_IsTheSame(Side side, int width, double height)
    {
        var report = new SifDrawing { Side = side, CellWidth = width, RowHeight = height }.Sif();
        Assert.Empty(report.Problems);
        Assert.Equal(Expected, Areas.Select(area => report[area]!.Value));
    }

    [Theory]
    [InlineData("Requires improvement to be good", 22)]
    [InlineData("Requires improvement to be good", 17)]
    [InlineData("Requires Improvement", 12)]
    [InlineData("Require improvement", 30)]
    [InlineData("REQUIRES IMPROVEMENT", 30)]
    public void Read_SpellingsOfRequiresImprovement_AreOne(string words, int width)
    {
        var drawing = new SifDrawing
        {
            CellWidth = width,
            Grades = ["require improvement to be good",
            words, words, "Good", words, words, "requires improvement"]
        };
        Assert.Equal(Grade.RequiresImprovement, drawing.Sif()[ReportArea.LookedAfter]!.Value);
        Assert.Empty(drawing.Sif().Problems);
    }

    [Fact]
    public void Read_TableBrokenByThePage_IsReadToItsEnd()
    {
        var report = new SifDrawing { RowsOnFirstPage = 3 }.Sif();
        Assert.Empty(report.Problems);
        Assert.Equal(Expected, Areas.Select(area => report[area]!.Value));
        Assert.Equal([1, 1, 1, 2, 2], Areas[1..6].Select(area => report[area]!.Page));
    }

    [Fact]
    public void Read_RowsNumberedWrongly_AreReadByTheirNames() =>
        Assert.Equal(Expected, Areas.Select(area => new SifDrawing { Numbers = ["1.", "1.", "2.2", "2.1", "1."] }.Sif()[area]!.Value));

    [Fact]
    public void Read_SectionsThatStateTheirGradeInASentence_AreASecondReading()
    {
        var report = new SifDrawing { HasColumns = false }.Sif();
        Assert.Empty(report.Problems);
        Assert.All(Areas[1..6], area => Assert.Equal(Certainty.StatedTwice, report[area]!.Certainty));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Read_SectionThatSaysAnotherGrade_IsAProblemAndNoChoice(int area)
    {
        var sections = new string?[7];
        sections[area] = "outstanding";
        var report = new SifDrawing { SectionGrades = sections }.Sif();
        Assert.Null(report[Areas[area]]);
        var problem = Assert.Single(report.Problems);
        Assert.Contains("the report says two things", problem.Text, StringComparison.Ordinal);
        Assert.Equal(1, problem.Page);
    }

    [Fact]
    public void Read_ReinspectionWithoutTheBoard_SaysNotReviewed()
    {
        var report = new SifDrawing { IsReinspection = true, HasBoard = false }.Sif();
        Assert.True(report.IsReinspection);
        Assert.Equal(Grade.NotReviewed, report[ReportArea.Lscb]!.Value);
        Assert.Equal(Certainty.Inferred, report[ReportArea.Lscb]!.Certainty);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Read_AreaThatWasNotJudged_SaysSo()
    {
        var report = new SifDrawing
        {
            Council = "Isles of Scilly",
            Place = "the Isles of Scilly",
            Grades = ["good",
            "Good", "Not Judged", "Not Judged", "Not judged", "Good", "good"]
        }.Sif();
        Assert.Equal("Isles of Scilly", report.Authority!.Value);
        Assert.Equal(Grade.NotJudged, report[ReportArea.LookedAfter]!.Value);
        Assert.Equal(Grade.NotJudged, report[ReportArea.Adoption]!.Value);
    }

    [Fact]
    public void Read_OneDayAlone_IsTheLast()
    {
        var report = new SifDrawing
        {
            Council = "City of London",
            Place = "the City of London",
            Dates = "Inspection date: 28 July 2016",
            Published = "Report published: 20 September 2016"
        }.Sif();
        Assert.Equal("City of London", report.Authority!.Value);
        Assert.Null(report.Started);
        Assert.Equal(new DateOnly(2016, 7, 28), report.Ended!.Value);
    }

    [Theory]
    [InlineData("Inspection date: 19 November 2013 - 11 December 2013", "and 28 - 30 January 2014", "2014-01-30")]
    [InlineData("Inspection dates: 24 November 2015 to", "17 December 2015", "2015-12-17")]
    [InlineData("Inspection date: 19 November 2013 - 11 December 2013", "28 - 30 January 2014", null)]
    public void Read_DaysInTwoLines_AreTakenWhereAWordJoinsThem(string first, string second, string? last)
    {
        var report = new SifDrawing { Dates = first, Published = second }.Sif();
        Assert.Equal(last, report.Ended?.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(last is null, report.Problems.Any(problem => problem.Column == "inspection_end"));
    }

    [Fact]
    public void Read_WordThatIsNoGrade_IsNotGuessed()
    {
        var report = new SifDrawing
        {
            Grades = ["good", "Adequate", "Good", "Good", "Good",
            "Good", "good"],
            SectionGrades = [null, "Adequate", null, null, null, null, null]
        }.Sif();
        Assert.Null(report[ReportArea.HelpAndProtection]);
        Assert.Contains(report.Problems, problem => problem.Column == "help_protection");
    }

    [Fact]
    public void Read_TitleOfNoAuthority_IsAProblem()
    {
        var report = new SifDrawing { Council = "Atlantis City Council", Place = "Atlantis" }.Sif();
        Assert.Null(report.Authority);
        Assert.Contains(report.Problems, problem => problem.Column == "la_name");
    }

    [Fact]
    public void Read_FileNamedByTheDayOfOfstedsList_TakesThatDayAndKeepsTheStatedOne()
    {
        var report = new SifDrawing().Sif("2016-02-19_slough.pdf");
        Assert.Equal(new DateOnly(2016, 2, 19), report.Published!.Value);
        Assert.Equal(Certainty.Inferred, report.Published.Certainty);
        Assert.Equal(new DateOnly(2016, 2, 17), report.PublishedAsStated!.Value);
        Assert.Equal(new DateOnly(2016, 2, 17), new SifDrawing().Sif("2019-02-19_slough.pdf").Published!.Value);
    }

    [Fact]
    public void Read_PublishedBeforeTheEnd_IsAProblem()
    {
        var report = new SifDrawing { Published = "Report published: 17 February 2015" }.Sif();
        Assert.Null(report.Published);
        Assert.Equal("report_published", Assert.Single(report.Problems).Column);
    }
}
