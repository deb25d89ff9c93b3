using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Figures;

public class FigureChecksTests
{
    private static readonly SifData Data = SifData.Load(Checkout.Data);

    [Fact]
    public void Check_TheKitsOwnData_ContradictsNothing() =>
        Assert.DoesNotContain(Data.CheckFigures(), check => check.Verdict == Verdict.Contradicted);

    [Fact]
    public void Check_EveryFigure_HasAVerdictAndAReason() =>
        Assert.All(Data.CheckFigures(), check => Assert.EndsWith(".", check.Because, StringComparison.Ordinal));

    [Theory]
    [InlineData("Westminster", "overall-outstanding-names")]
    [InlineData("Hammersmith and Fulham", "hammersmith-and-fulham-overall")]
    [InlineData("Cheshire West and Chester", "cheshire-west-overall")]
    public void Check_OneOverallJudgementMadeInadequate_TurnsTheFiguresOfThatAuthority(string authority, string figure)
    {
        var before = Verdicts(OnTheCommonDay(Data));
        var after = Verdicts(OnTheCommonDay(With(authority, JudgementArea.OverallEffectiveness, Judgement.Inadequate)));
        Assert.NotEqual(Verdict.Contradicted, before[figure]);
        Assert.Equal(Verdict.Contradicted, after[figure]);

        // One inadequate authority more than the rows had leaves at least 30, which the article's 29 does not allow.
        var turned = before.Keys.Where(id => before[id] != after[id]).Order(StringComparer.Ordinal);
        Assert.Contains("overall-inadequate", turned);
        Assert.DoesNotContain("leadership-good", turned);
        Assert.DoesNotContain("westminster-report", turned);
    }

    [Fact]
    public void Check_LeadershipInadequateUnderAGoodOverall_ContradictsTheRuleByName()
    {
        var check = With("Leeds", JudgementArea.Leadership, Judgement.Inadequate)
            .CheckFigures().Single(each => each.Figure.Id == "leadership-limits-overall");
        Assert.Equal(Verdict.Contradicted, check.Verdict);
        Assert.Contains("Leeds", check.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AReportMovedOutOfTheYear_TurnsTheCountOfReports()
    {
        var moved = Changed("Leeds", inspection => inspection with { Published = new DateOnly(2017, 1, 1), NotBefore = null });
        Assert.Equal(Verdict.Contradicted, Verdicts(moved)["results-published"]);
    }

    [Fact]
    public void Check_UnknownDayOfPublication_WidensTheBounds()
    {
        var undated = Changed("Leeds", inspection => inspection with { Published = null });
        var check = undated.CheckFigures().Single(each => each.Figure.Id == "results-published");
        Assert.Equal((Verdict.Consistent, "115 to 116"), (check.Verdict, check.Computed));
    }

    [Fact]
    public void Check_EveryRowKnown_Reproduces()
    {
        // Synthetic: 116 reports filled so that they give the article's overall counts.
        var grades = Enumerable.Repeat(Judgement.Outstanding, 2).Concat(Enumerable.Repeat(Judgement.Good, 29))
            .Concat(Enumerable.Repeat(Judgement.RequiresImprovement, 56)).Concat(Enumerable.Repeat(Judgement.Inadequate, 29)).ToList();
        var inspections = Data.Authorities.Take(116).Select((authority, index) => new Inspection(authority, 1)
        {
            Published = new DateOnly(2016, 6, 1),
            Judgements = new Dictionary<JudgementArea, Judgement> { [JudgementArea.OverallEffectiveness] = grades[index] },
        });
        var verdicts = Verdicts(Data with { Inspections = new InspectionSet(Data.Authorities, inspections) });
        Assert.All(
            new[]
            {
                "results-published",
                "overall-outstanding",
                "overall-good",
                "overall-good-share",
                "overall-requires-improvement",
                "overall-requires-improvement-share",
                "overall-inadequate",
                "overall-inadequate-share",
            },
            id => Assert.Equal(Verdict.Reproduced, verdicts[id]));
    }

    [Fact]
    public void Check_MeasureThatDoesNotExist_IsNamed()
    {
        var wrong = Data with { PublishedFigures = [Data.PublishedFigures[0] with { Measure = "astrology" }] };
        Assert.Contains("astrology", Assert.Throws<LoadException>(() => wrong.CheckFigures()).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, Verdict> Verdicts(SifData data) => data.CheckFigures()
        .ToDictionary(check => check.Figure.Id, check => check.Verdict);

    private static SifData OnTheCommonDay(SifData data) => data with
    {
        PublishedFigures =
            [.. data.PublishedFigures.Select(figure => figure with { FirstDay = new(2016, 12, 14), LastDay = new(2016, 12, 14) })],
    };

    private static SifData With(string authority, JudgementArea area, Judgement judgement) =>
        Changed(authority, inspection => inspection with
        {
            Judgements = new Dictionary<JudgementArea, Judgement>(inspection.Judgements) { [area] = judgement },
        });

    private static SifData Changed(string authority, Func<Inspection, Inspection> change) => Data with
    {
        Inspections = new InspectionSet(
            Data.Authorities, Data.Inspections.Select(
                inspection => inspection.Authority.Name == authority ? change(inspection) : inspection)),
    };
}
