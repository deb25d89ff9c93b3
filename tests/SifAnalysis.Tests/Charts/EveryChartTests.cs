using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plotly.NET;
using SifAnalysis.Charts;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Charts;

/// <summary>What holds for every chart of the kit.</summary>
public sealed partial class EveryChartTests
{
    private const JudgementArea Overall = JudgementArea.OverallEffectiveness;
    private const JudgementArea Leadership = JudgementArea.Leadership;

    private static readonly InspectionSet Inspections = SifData.Load(Checkout.Data).Inspections;

    private static readonly Dictionary<string, Func<InspectionSet, SifChart>> OfSets = new()
    {
        ["ByArea"] = set => SifCharts.ByArea(set),
        ["ByRegion"] = set => SifCharts.ByRegion(set),
        ["SmallMultiples"] = set => SifCharts.SmallMultiples(set),
        ["SmallMultiplesByArea"] = SifCharts.SmallMultiplesByArea,
        ["ShareOverTime"] = set => SifCharts.ShareOverTime(set),
        ["Heatmap"] = SifCharts.Heatmap,
        ["TileMap"] = set => SifCharts.TileMap(set),
        ["FirstToLatest"] = set => SifCharts.FirstToLatest(set),
        ["AreaToOverall"] = set => SifCharts.AreaToOverall(set, Leadership),
        ["Coverage"] = SifCharts.Coverage,
        ["Mosaic"] = set => SifCharts.Mosaic(set, Leadership, Overall),
    };

    private static readonly Dictionary<string, Func<InspectionSet, SifChart>> OfResults = new()
    {
        ["Intervals of proportions"] = set => SifCharts.Intervals("Inadequate",
            Regions(set).Select(own => (own.Name, Proportions.Of(own.Counts, Judgement.Inadequate))),
            ("England", Proportions.Of(set.Counts(Overall), Judgement.Inadequate))),
        ["Intervals of odds ratios"] = set => SifCharts.Intervals("Odds of inadequate",
            Regions(set)
            .Select(own => (own.Name,
            TwoProportions.OddsRatio(own.Counts.Inadequate, own.Counts.Known, set.Counts(Overall).Inadequate, set.Counts(Overall).Known)))),
        ["Intervals of differences"] = set => SifCharts.Intervals("Share inadequate",
            Regions(set)
            .Select(own => (own.Name, TwoProportions.Difference(own.Counts.Inadequate,
            own.Counts.Known, set.Counts(Overall).Inadequate, set.Counts(Overall).Known)))),
        ["BeforeToAgain"] = set =>
            SifCharts.BeforeToAgain([.. set.Select(inspection => new Reinspection(inspection, inspection, Overall))]),
        ["Intervals of a regression"] = set => SifCharts.Intervals("Overall", Fit(set)),
        ["PredictedProbabilities"] = set => SifCharts.PredictedProbabilities(Fit(set), ("2014", [-1]), ("2017", [2])),
        ["Prediction"] = set => SifCharts.Prediction(Prediction.FinalCounts(set.Counts(Overall), 200)),
        ["Survival"] = set => SifCharts.Survival(
            Survival.KaplanMeier(InspectionTimes.ToFirstReport(set, new(2013, 11, 1), new(2017, 12, 31)).AnyOutcome), "a first report"),
        ["FigureDays"] = set => SifCharts.FigureDays(SifData.Load(Checkout.Data).FigureDays()[0]),
        ["Incidence"] = set =>
            SifCharts.Incidence(CumulativeIncidence.Of(InspectionTimes.ToReinspection(set, new(2017, 12, 31)).FollowUps)),
    };

    public static TheoryData<string> SetCharts() => [.. OfSets.Keys];

    public static TheoryData<string> Charts() => [.. OfSets.Keys, .. OfResults.Keys];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_Words_TravelInTheFigure(string name)
    {
        var chart = Make(name, Inspections);
        var layout = JsonNode.Parse(chart.Json)!["layout"]!;
        Assert.Equal(chart.AltText, layout["meta"]!["alt"]!.ToString());
        Assert.Contains(chart.Title, chart.AltText, StringComparison.Ordinal);
        Assert.True(chart.Subtitle.Length > 10, chart.Subtitle);
        Assert.Equal(chart.Table.Rows.Count, layout["meta"]!["table"]!["rows"]!.AsArray().Count);
        Assert.NotEmpty(chart.Table.Rows);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_MadeTwice_IsTheSameText(string name) => Assert.Equal(Make(name, Inspections).Json, Make(name, Inspections).Json);

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_EveryColour_HasItsDarkOne(string name)
    {
        var figure = JsonNode.Parse(Make(name, Inspections).Json)!;
        figure["layout"]!.AsObject().Remove("meta");
        Assert.All(Strings(figure).Where(text => Colour().IsMatch(text)), colour => Assert.Contains(colour, JudgementPalette.OnDark.Keys));
        // A colour inside a text would not change with the page.
        Assert.All(Strings(figure), text => Assert.DoesNotContain("color:", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void ToGenericChart_Figure_IsTheSame(string name)
    {
        var chart = Make(name, Inspections);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(chart.Json), JsonNode.Parse(GenericChart.toFigureJson(chart.ToGenericChart()))));
    }

    [Fact]
    public void ToGenericChart_ChangedByPlotly_KeepsItsMarks()
    {
        var chart = SifCharts.ByArea(Inspections).ToGenericChart();
        var titled = JsonNode.Parse(GenericChart.toFigureJson(GenericChart.setLayout(Layout("My own"), chart)))!;
        Assert.Equal("My own", titled["layout"]!["title"]!.ToString());
        Assert.Equal(5, titled["data"]!.AsArray().Count);

        static Layout Layout(string title)
        {
            var layout = new Layout();
            layout.SetProperty("title", title);
            return layout;
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_Figure_IsSmall(string name) => Assert.InRange(Make(name, Inspections).Json.Length, 500, 80_000);

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_EveryLineOfTitle_FitsANarrowScreen(string name)
    {
        var text = JsonNode.Parse(Make(name, Inspections).Json)!["layout"]!["title"]!["text"]!.ToString();
        Assert.All(Tag().Replace(text.Replace("<br>", "\n", StringComparison.Ordinal), "").Split('\n'),
            line => Assert.InRange(line.Length, 1, 48));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_WideForm_SaysTheSameInNoMoreLines(string name)
    {
        var layout = JsonNode.Parse(Make(name, Inspections).Json)!["layout"]!;
        var wide = layout["meta"]!["wide"]!["layout"]!;
        string Words(JsonNode form) => Tag().Replace(form["title"]!["text"]!.ToString().Replace("<br>", " ", StringComparison.Ordinal), "");
        Assert.Equal(Words(layout), Words(wide));
        Assert.True(wide["height"]!.GetValue<int>() <= layout["height"]!.GetValue<int>());
        Assert.Equal(
            layout["height"]!.GetValue<int>() - layout["margin"]!["t"]!.GetValue<int>(),
            wide["height"]!.GetValue<int>() - wide["margin"]!["t"]!.GetValue<int>());
    }

    [Theory]
    [MemberData(nameof(SetCharts))]
    public void Chart_HostileNames_ReachTheFigureEscaped(string name)
    {
        var figure = JsonNode.Parse(OfSets[name](OneOf(Judgement.Good, "<img src=x onerror=alert(1)>")).Json)!;
        figure["layout"]!.AsObject().Remove("meta");
        Assert.All(Strings(figure), text =>
        {
            Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Intervals_HostileLabel_ReachesTheFigureEscaped()
    {
        var figure = JsonNode.Parse(SifCharts.Intervals("<img src=x>",
            [("<img src=x>", Proportions.Wilson(1, 2))], ("<img src=x>", Proportions.Wilson(1, 2))).Json)!;
        figure["layout"]!.AsObject().Remove("meta");
        Assert.All(Strings(figure), text => Assert.DoesNotContain("<img", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SetCharts))]
    public void Chart_EmptySet_SaysSo(string name)
    {
        var problem = Assert.Throws<ArgumentException>(() => OfSets[name](Inspections.Where(_ => false)));
        Assert.Contains("empty", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SetCharts))]
    public void Chart_NoSet_Throws(string name) => Assert.Throws<ArgumentNullException>(() => OfSets[name](null!));

    [Theory]
    [MemberData(nameof(SetCharts))]
    public void Chart_OneInspection_IsDrawn(string name)
    {
        var chart = OfSets[name](OneOf(Judgement.Good, "Leeds"));
        Assert.NotEmpty(JsonNode.Parse(chart.Json)!["data"]!.AsArray());
        Assert.DoesNotContain("NaN", chart.Json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SetCharts))]
    public void Chart_NothingKnown_SaysSoInTheTitle(string name)
    {
        var unknown = new InspectionSet(Inspections.Authorities,
            Inspections.Select(inspection => inspection with { Judgements = new Dictionary<JudgementArea, Judgement>() }));
        var chart = OfSets[name](unknown);
        Assert.Matches("no judgement is known|none of|in no inspection|unknown|No judgement",
            chart.Title.Replace("None", "none", StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", chart.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", chart.Json, StringComparison.Ordinal);
    }

    /// <summary>Every chart of the kit's data, and every chart of a set of one authority with a hostile name.</summary>
    internal static IEnumerable<(string Name, SifChart Chart)> All(string hostileName) =>
    [
        .. OfSets.Keys.Concat(OfResults.Keys).Select(name => (name, Make(name, Inspections))),
        .. OfSets.Select(own => ($"{own.Key} of one", own.Value(OneOf(Judgement.Good, hostileName)))),
    ];

    private static SifChart Make(string name, InspectionSet set) => (OfSets.GetValueOrDefault(name) ?? OfResults[name])(set);

    private static IEnumerable<(string Name, JudgementCounts Counts)> Regions(InspectionSet set) =>
        Enum.GetValues<Region>().Select(region => (region.Name(), set.In(region).Counts(Overall)));

    private static OrdinalRegressionResult Fit(InspectionSet set) =>
        OrdinalRegression.Fit(OrdinalData.Of(set, Overall, OrdinalTerm.Number("Year", inspection => inspection.Published?.Year - 2015)));

    private static InspectionSet OneOf(Judgement judgement, string name)
    {
        var authority = new LocalAuthority(name, Region.London);
        var inspection = new Inspection(authority, 1)
        {
            Published = new(2015, 3, 4),
            JudgementsSource = "<script>alert(1)</script>",
            Judgements = new Dictionary<JudgementArea, Judgement> { [Overall] = judgement, [Leadership] = judgement },
        };
        return new([authority], [inspection]);
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => Strings(property.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex("^#[0-9a-f]{6,8}$")]
    private static partial Regex Colour();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
