using System.Text.Json.Nodes;
using SifAnalysis.Charts;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Charts;

/// <summary>The marks of each chart are the numbers of the set or of the statistic.</summary>
public sealed class ChartDataTests
{
    private const JudgementArea Overall = JudgementArea.OverallEffectiveness;
    private const JudgementArea Leadership = JudgementArea.Leadership;

    private static readonly InspectionSet Inspections = WithGaps.Inspections;
    private static readonly IReadOnlyList<Judgement?> Kinds = [.. Names.AllJudgements.Select(judgement => (Judgement?)judgement), null];
    private static readonly string[] KindNames = ["Outstanding", "Good", "Requires improvement", "Inadequate", "Unknown"];

    [Fact]
    public void TileMap_Tiles_AreTheLatestJudgementsOfTheAuthoritiesOnceEach()
    {
        var latest = Inspections.LatestOfEachAuthority();
        var traces = Data(SifCharts.TileMap(Inspections)).Where(trace => Text(trace["type"]) == "bar").ToList();
        Assert.Equal(KindNames, traces.Select(trace => Text(trace["name"])));
        Assert.Equal(
            Kinds.Select(
                kind => latest.Count(inspection => inspection.Overall == kind)), traces.Select(trace => trace["x"]!.AsArray().Count));
        Assert.Equal(
            Kinds.Select(kind => kind is { } judgement ? JudgementPalette.Fill(judgement) : JudgementPalette.Unknown), traces.Select(
                trace => Text(trace["marker"]!["color"])));
        var slough = latest.Of("Slough")[0];
        var hover = traces.SelectMany(trace => trace["hovertext"]!.AsArray()).Select(Text)
            .Single(text => text.Contains("<b>Slough</b>", StringComparison.Ordinal));
        Assert.Contains($"Overall: {(slough.Overall is { } judged ? judged.Name() : "Unknown")}", hover, StringComparison.Ordinal);
        Assert.Equal(Inspections.Authorities.Count, traces.Sum(trace => trace["hovertext"]!.AsArray().Count));
    }

    [Fact]
    public void TileMap_AuthoritiesWithoutAnInspection_AreEmptyTiles()
    {
        var early = Inspections.PublishedBy(new(2014, 12, 31));
        var empty = Data(SifCharts.TileMap(early)).Single(trace => trace["name"]?.ToString() == "No inspection");
        Assert.Equal(early.NotYetInspected().Count, empty["x"]!.AsArray().Count);
    }

    [Fact]
    public void Heatmap_Cells_AreEveryJudgementOfEveryInspection()
    {
        var traces = Data(SifCharts.Heatmap(Inspections));
        Assert.Equal(
            [
                .. Names.AllJudgements.Select(kind =>
                    Names.AllAreas.Sum(area => Inspections.Count(inspection => inspection[area] == kind))),
                Names.AllAreas.Sum(area => Inspections.Counts(area).NotJudged),
                Names.AllAreas.Sum(area => Inspections.Counts(area).Unknown),
            ],
            traces.Select(trace => trace["x"]!.AsArray().Count));
        Assert.Equal(["O", "G", "RI", "I", "–", ""], traces.Select(trace => Text(trace["texttemplate"])));
        var row = SifCharts.Heatmap(Inspections).Table.Rows.Single(row => Equals(row[0], "Slough") && Equals(row[1], 1));
        Assert.Equal(Inspections.Of("Slough")[0].Overall?.Name() ?? "Unknown", row[2]);
    }

    [Fact]
    public void SmallMultiples_Bars_AreTheSharesOfEachRegion()
    {
        var traces = Data(SifCharts.SmallMultiples(Inspections)).Where(trace => Text(trace["type"]) == "bar").ToList();
        foreach (var (region, panel) in Enum.GetValues<Region>().Select((region, panel) => (region, panel)))
        {
            var counts = Inspections.In(region).Counts(Overall);
            Assert.Equal(100.0 * counts.Inadequate / counts.Total, Number(traces[3]["y"]![panel]), 9);
            Assert.Equal(100, traces.Sum(trace => Number(trace["y"]![panel])), 9);
        }
    }

    [Fact]
    public void ShareOverTime_Table_IsTheCountOfWhatWasPublishedByEachDay()
    {
        var chart = SifCharts.ShareOverTime(Inspections);
        var day = new DateOnly(2016, 12, 31);
        var row = chart.Table.Rows.Last(row => (DateOnly)row[0]! <= day);
        var counts = Inspections.PublishedBy(day).Counts(Overall);
        Assert.Equal(
            [counts.Outstanding, counts.Good, counts.RequiresImprovement, counts.Inadequate, counts.Unknown, counts.Total],
            row.Skip(1).Cast<int>());
    }

    [Fact]
    public void ShareOverTime_Areas_AddUpToAHundredAndEndAtTheLastShares()
    {
        var traces = Data(SifCharts.ShareOverTime(Inspections));
        var counts = Inspections.Where(inspection => inspection.Published is not null).Counts(Overall);
        Assert.Equal(["Inadequate", "Requires improvement", "Good", "Outstanding", "Unknown"], traces.Select(trace => Text(trace["name"])));
        Assert.Equal(100.0 * counts.Inadequate / counts.Total, Number(traces[0]["y"]!.AsArray()[^1]), 5);
        for (var at = 0; at < traces[0]["y"]!.AsArray().Count; at++)
        {
            Assert.Equal(100, traces.Sum(trace => Number(trace["y"]![at])), 4);
        }
    }

    [Fact]
    public void ShareOverTime_DayOutsideThePeriod_IsNotMarked()
    {
        Assert.Single(Layout(SifCharts.ShareOverTime(Inspections))["shapes"]!.AsArray());
        Assert.Empty(Layout(SifCharts.ShareOverTime(Inspections, marked: new(2030, 1, 1)))["shapes"]!.AsArray());
    }

    [Fact]
    public void ShareOverTime_NoKnownDay_SaysSo()
    {
        var undated = new InspectionSet(Inspections.Authorities, Inspections.Select(inspection => inspection with { Published = null }));
        Assert.Contains(
            "day of publication",
            Assert.Throws<ArgumentException>(() => SifCharts.ShareOverTime(undated)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FirstToLatest_Flows_AreEachAuthorityOnce()
    {
        var counted = Inspections;
        var chart = SifCharts.FirstToLatest(Inspections);
        var (inspected, again) =
            (counted.FirstOfEachAuthority().Count, counted.GroupBy(inspection => inspection.Authority).Count(own => own.Count() > 1));
        Assert.Equal(inspected, chart.Table.Rows.Sum(row => (int)row[2]!));
        Assert.Equal(inspected - again, chart.Table.Rows.Where(row => Equals(row[1], "Not inspected again")).Sum(row => (int)row[2]!));
        Assert.Equal(inspected, Data(chart)[0]["link"]!["value"]!.AsArray().Sum(value => Number(value)));
    }

    [Fact]
    public void AreaToOverall_Flows_AreTheCrossTable()
    {
        var chart = SifCharts.AreaToOverall(Inspections, Leadership);
        Assert.All(chart.Table.Rows, row => Assert.Equal(
            Inspections.Count(
                inspection => (inspection.Leadership?.Name() ?? "Unknown") == (string)row[0]!
                    && (inspection.Overall?.Name() ?? "Unknown") == (string)row[1]!),
            row[2]));
        Assert.Equal(Inspections.Count, chart.Table.Rows.Sum(row => (int)row[2]!));
        Assert.Throws<ArgumentException>(() => SifCharts.AreaToOverall(Inspections, Overall));
    }

    [Fact]
    public void Coverage_Bars_AreKnownAndUnknownOfEachArea()
    {
        var chart = SifCharts.Coverage(Inspections);
        Assert.All(Names.AllAreas, area =>
        {
            var row = chart.Table.Rows.Single(row => Equals(row[0], area.ShortName()));
            Assert.Equal(Inspections.Counts(area).Known, row[1]);
            Assert.Equal(Inspections.Counts(area).Unknown, row[2]);
        });
        Assert.Equal(100, Data(chart).Sum(trace => Number(trace["x"]![0])), 9);
    }

    [Fact]
    public void Mosaic_Fields_AreAsLargeAsTheirCounts()
    {
        var both = Inspections.Where(inspection => inspection.Leadership is not null && inspection.Overall is not null);
        var traces = Data(SifCharts.Mosaic(Inspections, Leadership, Overall));
        var columns = Names.AllJudgements.Where(judgement => both.Any(inspection => inspection.Leadership == judgement)).ToList();
        foreach (var (down, at) in Names.AllJudgements.Select((down, at) => (down, at)))
        {
            foreach (var (across, column) in columns.Select((across, column) => (across, column)))
            {
                Assert.Equal(
                    both.Count(inspection => inspection.Leadership == across && inspection.Overall == down),
                    Number(traces[at]["width"]![column]) * Number(traces[at]["y"]![column]) * both.Count / 10_000,
                    6);
            }
        }

        Assert.Throws<ArgumentException>(() => SifCharts.Mosaic(Inspections, Overall, Overall));
    }

    [Fact]
    public void Intervals_Dots_AreTheEstimatesFromTheLargest()
    {
        var (small, large) = (Proportions.Wilson(2, 20), Proportions.Wilson(15, 20));
        var chart = SifCharts.Intervals(
            "Share", [("small", small), ("large", large), ("none", Proportions.Wilson(0, 0))], ("England", Proportions.Wilson(5, 10)));
        var traces = Data(chart);
        Assert.Equal([75.0, 10.0], traces[1]["x"]!.AsArray().Select(value => Math.Round(Number(value), 9)));
        Assert.Equal(100 * large.Interval!.Value.Lower, Number(traces[0]["x"]![0]), 9);
        Assert.Equal(100 * large.Interval.Value.Upper, Number(traces[0]["x"]![1]), 9);
        Assert.Equal(50.0, Number(Layout(chart)["shapes"]![0]!["x0"]), 9);
        Assert.Contains("undefined", chart.Table.Rows[2][4]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Share: from 10% in small to 75% in large", chart.Title);
    }

    [Fact]
    public void Intervals_OneShareByOtherMethods_IsSaidOnce() => Assert.Contains(
        "Share: 30%, its interval by 2 methods",
        SifCharts.Intervals("Share", [("Wilson", Proportions.Wilson(3, 10)), ("Jeffreys", Proportions.Jeffreys(3, 10))]).AltText,
        StringComparison.Ordinal);

    [Fact]
    public void Intervals_OddsRatios_StandOnALogarithmicAxisWithALineAtOne()
    {
        var ratio = TwoProportions.OddsRatio(8, 10, 3, 10);
        var chart = SifCharts.Intervals("Odds", [("one", ratio)]);
        Assert.Equal("log", Text(Layout(chart)["xaxis"]!["type"]));
        Assert.Equal(1.0, Number(Layout(chart)["shapes"]![0]!["x0"]));
        Assert.Equal(ratio.Estimate!.Value, Number(Data(chart)[1]["x"]![0]), 9);
    }

    [Fact]
    public void Intervals_InfiniteRatio_RunsToTheEdgeWithoutADot()
    {
        var chart = SifCharts.Intervals("Odds", [("endless", TwoProportions.ConditionalOddsRatio(5, 5, 1, 5))]);
        Assert.Empty(Data(chart)[1]["x"]!.AsArray());
        Assert.DoesNotContain("Infinity", chart.Json.Replace("\"Infinity\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("∞", chart.Table.Rows[0][4]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_NoneOrMixed_SayWhatIsWrong()
    {
        Assert.Throws<ArgumentException>(() => SifCharts.Intervals("Share", Array.Empty<(string, ProportionResult)>()));
        Assert.Throws<ArgumentException>(
            () => SifCharts.Intervals(
                "Both", [("one", TwoProportions.OddsRatio(8, 10, 3, 10)), ("other", TwoProportions.Difference(8, 10, 3, 10))]));
    }

    [Fact]
    public void Prediction_Bars_AreTheProbabilities()
    {
        var prediction = Prediction.FinalCounts(new(2, 20, 40, 20, 10), 152);
        var traces = Data(SifCharts.Prediction(prediction));
        var good = prediction[Judgement.Good];
        var finals = traces[1]["x"]!.AsArray().Select(value => (int)Number(value)).ToList();
        Assert.Equal(
            finals.Select(
                final => Math.Round(100 * good.ProbabilityOf(final)!.Value, 2)), traces[1]["customdata"]!.AsArray().Select(Number));
        Assert.InRange(finals.Sum(final => good.ProbabilityOf(final)!.Value), 0.99, 1);
        Assert.Throws<ArgumentException>(() => SifCharts.Prediction(Prediction.FinalCounts(new(0, 0, 0, 0, 5), 152)));
    }

    [Fact]
    public void Prediction_WithoutChances_SpansTheIntervals()
    {
        var prediction = Prediction.FinalCountsExactly(new(2, 20, 40, 20, 10), 152);
        var bar = Data(SifCharts.Prediction(prediction))[3];
        var interval = prediction[Judgement.Inadequate].Interval;
        Assert.Equal(interval.Lower - 0.5, Number(bar["x"]![0]) - (Number(bar["width"]) / 2), 9);
        Assert.Equal(interval.Upper + 0.5, Number(bar["x"]![0]) + (Number(bar["width"]) / 2), 9);
    }

    [Fact]
    public void Survival_Curve_IsTheStepsOfTheResult()
    {
        var curve = Survival.KaplanMeier([new(1, true), new(2, false), new(3, true), new(4, false)]);
        var line = Data(SifCharts.Survival(curve))[^1];
        Assert.Equal([0, .. curve.Steps.Select(step => step.Time)], line["x"]!.AsArray().Select(Number));
        Assert.Equal([100, .. curve.Steps.Select(step => 100 * step.Survival)], line["y"]!.AsArray().Select(Number));
        Assert.Throws<ArgumentException>(() => SifCharts.Survival(Survival.KaplanMeier([])));
    }

    [Fact]
    public void Incidence_Curves_AreTheOutcomesOfTheResult()
    {
        var incidence = CumulativeIncidence.Of([new(1, "improved"), new(2, "not improved"), new(3, null), new(4, "improved")]);
        var lines = Data(SifCharts.Incidence(incidence)).Skip(4).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal([0, .. incidence.Outcomes[1].Steps.Select(step => 100 * step.Incidence)], lines[1]["y"]!.AsArray().Select(Number));
    }

    [Fact]
    public void PredictedProbabilities_Bars_AreTheModelsProbabilities()
    {
        var fit = OrdinalRegression.Fit(
            OrdinalData.Of(Inspections, Overall, OrdinalTerm.Number("Year", inspection => inspection.Published?.Year - 2015)));
        var chances = OrdinalRegression.Predict(fit, [1]).Categories;
        var traces = Data(SifCharts.PredictedProbabilities(fit, ("2016", [1])));
        Assert.Equal(chances.Select(chance => 100 * chance.Probability), traces.Select(trace => Number(trace["x"]![0])));
        Assert.Throws<ArgumentException>(() => SifCharts.PredictedProbabilities(fit));
    }

    private static IReadOnlyList<JsonNode> Data(SifChart chart) => [.. JsonNode.Parse(chart.Json)!["data"]!.AsArray().OfType<JsonNode>()];

    private static JsonNode Layout(SifChart chart) => JsonNode.Parse(chart.Json)!["layout"]!;

    private static double Number(JsonNode? node) => node!.GetValue<double>();

    private static string Text(JsonNode? node) => node!.ToString();
}
