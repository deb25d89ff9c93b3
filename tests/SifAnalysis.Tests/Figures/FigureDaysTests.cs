using FsCheck.Xunit;
using SifAnalysis.Charts;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Figures;

public class FigureDaysTests
{
    private const JudgementArea Overall = JudgementArea.OverallEffectiveness;

    private static readonly SifData Sif = SifData.Load(Checkout.Data);
    private static readonly LocalAuthority Alpha = new("Synthetic Alpha", Region.London);
    private static readonly LocalAuthority Beta = new("Synthetic Beta", Region.London);

    // Synthetic: two authorities, one of them inspected twice.
    private static readonly InspectionSet Synthetic = new(
        [Alpha, Beta],
        [
            Report(Alpha, 1, "2016-01-10", "2016-02-01", Judgement.Good), Report(Alpha, 2, "2016-03-10", "2016-04-01", Judgement.Good),
            Report(Beta, 1, "2016-05-10", "2016-06-01", Judgement.Inadequate),
        ]);

    [Theory]
    [InlineData("2016-12-09", "2016-12-14", "9 to 14 December 2016")]
    [InlineData("2016-12-08", "2016-12-08", "8 December 2016")]
    [InlineData("2016-11-08", "2016-12-02", "8 November to 2 December 2016")]
    [InlineData("2016-12-09", "2017-01-23", "9 December 2016 to 23 January 2017")]
    [InlineData("2017-09-04", null, "from 4 September 2017 on")]
    public void ToString_AnyInterval_ReadsAsASentenceDoes(string first, string? last, string words) =>
        Assert.Equal(words, new DayInterval(Day(first), last is null ? null : Day(last)).ToString());

    [Fact]
    public void Constructor_LastDayBeforeTheFirst_Throws() =>
        Assert.Throws<ArgumentException>(() => new DayInterval(Day("2016-12-09"), Day("2016-12-08")));

    [Property]
    public bool And_OfTwo_HoldsTheDaysThatAreInBoth(int first, byte length, int otherFirst, byte otherLength, int day)
    {
        DateOnly At(int number) => new DateOnly(2016, 1, 1).AddDays(number % 400);
        var (one, other) =
            (new DayInterval(At(first), At(first).AddDays(length)), new DayInterval(At(otherFirst), At(otherFirst).AddDays(otherLength)));
        return (one.Contains(At(day)) && other.Contains(At(day))) == (one.And(other) is { } both && both.Contains(At(day)));
    }

    [Theory]
    [InlineData("results-published", "9 December 2016 to 23 January 2017")]
    [InlineData("inspections-carried-out", "8 to 14 December 2016")]
    [InlineData("still-to-be-assessed", "15 December 2016 to 8 February 2017")]
    [InlineData("overall-good", "25 November 2016 to 6 February 2017")]
    public void Check_FigureThatHangsOnTheDay_NamesEveryDayOnWhichItHolds(string id, string days) =>
        Assert.Equal(days, Sif.CheckFigures().Single(check => check.Figure.Id == id).Days!.ToString());

    [Fact]
    public void Days_OfTheArticle_AreFoundFromTheRows()
    {
        var article = Assert.Single(Sif.FigureDays());
        Assert.Equal([new DayInterval(Day("2016-12-09"), Day("2016-12-14"))], article.Common);
        Assert.Equal(["still-to-be-assessed"], article.Apart.Select(check => check.Figure.Id));
        Assert.StartsWith("152 − 121 = 31, but 2 of the 121 inspections are second ones (Birmingham and Slough): 33 authorities",
            article.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("9 to 14 December 2016", article.Sentence, StringComparison.Ordinal);
    }

    /// <summary>What the intervals say of a day is what the rows of that day say.</summary>
    [Property(MaxTest = 60)]
    public bool Certain_AnyDay_IsWhatACountOfThatDayGives(int number)
    {
        var day = new DateOnly(2013, 11, 1).AddDays(Math.Abs(number % 1800));
        var counts = Sif.Inspections.PublishedBy(day).Counts(Overall);
        var days = Sif.CheckFigures().Single(check => check.Figure.Id == "overall-requires-improvement").Days!;
        return days.Certain.Any(interval => interval.Contains(day)) == (counts.RequiresImprovement == 56);
    }

    [Fact]
    public void Days_UsersOwnFigures_HaveTheirOwnDays()
    {
        var publications = FigureChecks.Days([Figure("one", "reports published", "1"),
            Figure("one", "count", "1") with { Area = Overall, Judgement = Judgement.Good }], Synthetic);
        var own = Assert.Single(publications);
        Assert.Equal([new DayInterval(Day("2016-02-01"), Day("2016-03-31"))], own.Common);
        Assert.Empty(own.Apart);
        Assert.Equal("The rows give all 2 figures that hang on the day together on 1 February to 31 March 2016, and on no other day of 1 "
            + "January to 31 December 2016.", own.Sentence);
    }

    [Fact]
    public void Days_FiguresThatNoDaySatisfiesTogether_AreToldApart()
    {
        var own = Assert.Single(
            FigureChecks.Days([Figure("two", "reports published", "1"), Figure("two", "inspections carried out", "3")], Synthetic));
        Assert.Single(own.Apart);
        Assert.Contains("No day satisfies these together with", own.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_AFigureThatNeverHolds_IsContradictedAndApart()
    {
        var own = Assert.Single(FigureChecks.Days([Figure("never", "reports published", "9")], Synthetic));
        Assert.Equal(Verdict.Contradicted, Assert.Single(own.Apart).Verdict);
        Assert.StartsWith("On no day of", own.Sentence, StringComparison.Ordinal);
        Assert.Contains("On no day", SifCharts.FigureDays(own).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_UnknownDayOfPublication_IsPossibleAndNotCertain()
    {
        var undated = new InspectionSet([Alpha, Beta],
            [.. Synthetic.Where(inspection => inspection.Authority == Alpha), Report(Beta, 1, null, null, Judgement.Good)]);
        var check = Assert.Single(FigureChecks.Check([Figure("undated", "reports published", "3")], undated, []));
        Assert.Equal((Verdict.Consistent, 0), (check.Verdict, check.Days!.Certain.Count));
        Assert.Equal([new DayInterval(Day("2016-04-01"), null)], check.Days.Possible);
    }

    [Fact]
    public void FigureDays_PublicationWithoutAFigureThatHangsOnTheDay_SaysSo()
    {
        var own = Assert.Single(FigureChecks.Days([Figure("none", "first report", "2016")], Synthetic));
        Assert.Contains("hangs on the day",
            Assert.Throws<ArgumentException>(() => SifCharts.FigureDays(own)).Message, StringComparison.Ordinal);
        Assert.Equal("No figure of the publication hangs on the day.", own.Sentence);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static PublishedFigure Figure(string publication, string measure, string value) =>
        new($"{publication} {measure}", publication, measure, value, "inspections", measure, new(2016, 1, 1), new(2016, 12, 31));

    private static Inspection Report(LocalAuthority authority, int number, string? ended, string? published, Judgement overall) =>
        new(authority, number)
        {
            Ended = ended is null ? null : Day(ended),
            Published = published is null ? null : Day(published),
            Judgements = new Dictionary<JudgementArea, Judgement> { [Overall] = overall },
        };
}
