using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>Flows from one judgement to another.</content>
public static partial class SifCharts
{
    private const string NotAgain = "Not inspected again";

    /// <summary>
    /// A Sankey diagram from the judgement of each authority's first inspection to that of its re-inspection, the last in the set;
    /// those not inspected again flow to a band of their own. Possible reissues of a report do not count as re-inspections.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area whose judgements are shown.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart FirstToLatest(InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        RequireInspections(inspections);
        var latest = inspections.LatestOfEachAuthority().ToDictionary(inspection => inspection.Authority);
        var pairs = inspections.FirstOfEachAuthority()
            .Select(first =>
                (First: first, From: first[area], Again: latest[first.Authority] is var last && last.Number > first.Number ? last : null))
            .ToList();
        var again = pairs.Where(pair => pair.Again is not null).ToList();
        var both = again.Where(pair => pair.From is not null && pair.Again![area] is not null).ToList();
        var title = again.Count == 0 ? $"{area.Name()}: none of {pairs.Count} authorities was inspected again"
            : both.Count == 0
                ? $"{area.Name()}: {again.Count} of {pairs.Count} authorities were inspected again; how they changed is unknown"
            : $"{area.Name()}: of {both.Count} re-inspected authorities with both judgements known, "
                + $"{both.Count(pair => pair.Again![area] < pair.From)} improved";
        return Flow(
            new("First inspection", "Re-inspection", title, ChartParts.Describe(inspections)),
            pairs.Select(pair => (End.Of(pair.First, area), pair.Again is { } last ? End.Of(last, area) : new End(NotAgain, null))),
            [.. End.All, new End(NotAgain, null)]);
    }

    /// <summary>
    /// A Sankey diagram from the judgement of one inspection to that of another: from the SIF to ILACS, or as the pairs say.
    /// </summary>
    /// <param name="pairs">Inspections beside those before them, all of one area.</param>
    /// <exception cref="ArgumentNullException">The pairs are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no pairs, or they are of several areas.</exception>
    public static SifChart BeforeToAgain(IReadOnlyList<Reinspection> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Select(pair => pair.Area).Distinct().Count() != 1)
        {
            throw new ArgumentException(pairs.Count == 0 ? "There are no pairs to draw."
                : "The pairs are of several areas; draw one chart for each.", nameof(pairs));
        }

        var known = pairs.Where(pair => pair.StepsBetter is not null).ToList();
        var (before, again) = pairs[0].Before.Framework == pairs[0].Again.Framework
            ? ("Before", "Again")
            : ($"Last under {pairs[0].Before.Framework.Name()}", $"First under {pairs[0].Again.Framework.Name()}");
        var title = $"{pairs[0].Area.Name()}: of {Findings.Words.Counted(known.Count, "authority", "authorities")} "
            + $"{known.Count(pair => pair.StepsBetter > 0)} rose, "
            + $"{known.Count(pair => pair.StepsBetter == 0)} stayed and {known.Count(pair => pair.StepsBetter < 0)} fell";
        return Flow(
            new(before, again, title,
                $"{ChartParts.Describe(new([.. pairs.Select(pair => pair.Authority).Distinct()], [.. pairs.Select(pair => pair.Again)]))}"),
            pairs.Select(pair => (End.Of(pair.Before, pair.Area), End.Of(pair.Again, pair.Area))),
            End.All);
    }

    /// <summary>A Sankey diagram from the judgement of an area to overall effectiveness, inspection by inspection.</summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="from">The area.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections, or the area is overall effectiveness itself.</exception>
    public static SifChart AreaToOverall(InspectionSet inspections, JudgementArea from)
    {
        RequireInspections(inspections);
        if (from == JudgementArea.OverallEffectiveness)
        {
            throw new ArgumentException("Overall effectiveness would flow to itself; give another area.", nameof(from));
        }

        var both = inspections.Where(inspection => inspection[from] is not null && inspection.Overall is not null);
        var same = both.Count(inspection => inspection[from] == inspection.Overall);
        var title = both.Count == 0
            ? $"{from.Name()} and overall effectiveness: in no inspection are both known"
            : $"{from.Name()}: the same as overall effectiveness in {same} of {both.Count} inspections with both known "
                + $"({ChartParts.Percent(same, both.Count)})";
        return Flow(
            new(from.ShortName(), "Overall", title, ChartParts.Describe(inspections)),
            inspections.Select(inspection => (End.Of(inspection, from), End.Of(inspection, JudgementArea.OverallEffectiveness))),
            End.All);
    }

    private static SifChart Flow(FlowWords words, IEnumerable<(End From, End To)> pairs, IReadOnlyList<End> order)
    {
        const int Height = 380;
        const double Gap = 18.0 / Height;
        var flows = pairs.GroupBy(pair => pair)
            .Select(flow => (flow.Key.From, flow.Key.To, Count: flow.Count()))
            .OrderBy(flow => IndexOf(flow.From)).ThenBy(flow => IndexOf(flow.To))
            .ToList();
        var total = flows.Sum(flow => flow.Count);
        var left = Column(flow => flow.From);
        var right = Column(flow => flow.To);
        var unit = (1 - (Gap * (Math.Max(left.Count, right.Count) - 1))) / total;
        var nodes = left.Select(node => (node.End, node.Count, X: 0.001))
            .Concat(right.Select(node => (node.End, node.Count, X: 0.999))).ToList();
        var trace = ChartParts.Trace("sankey", new
        {
            arrangement = "snap",
            node = new
            {
                label = nodes.Select(node => $"{PlotlyText.Escape(node.End.Name)} {node.Count}"),
                x = nodes.Select(node => node.X),
                y = Middles(left).Concat(Middles(right)).Select(middle => Math.Round(Math.Clamp(middle, 0.001, 0.999), 4)),
                color = nodes.Select(node => node.End.Kind is { } judgement ? JudgementPalette.Fill(judgement) : JudgementPalette.Hatch),
                line = new { color = JudgementPalette.Paper, width = 1 },
                pad = Gap * Height,
                thickness = 16,
                hovertemplate = "%{label}<extra></extra>",
            },
            link = new
            {
                source = flows.Select(flow => left.FindIndex(node => node.End == flow.From)),
                target = flows.Select(flow => left.Count + right.FindIndex(node => node.End == flow.To)),
                value = flows.Select(flow => flow.Count),
                color = flows.Select(flow => JudgementPalette.Tint(flow.From.Kind)),
                hovertemplate = $"{words.From}: %{{source.label}}<br>{words.To}: %{{target.label}}<br>Both: %{{value}}<extra></extra>",
            },
            textfont = new { size = 12, color = JudgementPalette.Ink },
        });
        var alt = $"Flow diagram of {total} from {words.From.ToLowerInvariant()} to {words.To.ToLowerInvariant()}. {words.Title}.";
        return ChartParts.Chart(
            new(words.Title, words.Subtitle, alt, LegendRows: 0),
            new ResultTable([words.From, words.To, "Count"],
                [.. flows.Select(flow => (IReadOnlyList<object?>)[flow.From.Name, flow.To.Name, flow.Count])]),
            [trace],
            Height,
            new
            {
                annotations = new[]
                {
                    ChartParts.Note($"<b>{words.From}</b>", 0, 1.02, "left", "bottom", xref: "paper", yref: "paper"),
                    ChartParts.Note($"<b>{words.To}</b>", 1, 1.02, "right", "bottom", xref: "paper", yref: "paper"),
                },
            },
            headRoom: 24,
            footRoom: 16);

        int IndexOf(End end) => order.ToList().IndexOf(end);

        List<(End End, int Count)> Column(Func<(End From, End To, int Count), End> side) =>
            [.. flows.GroupBy(side).OrderBy(node => IndexOf(node.Key)).Select(node => (node.Key, node.Sum(flow => flow.Count)))];

        // A column with fewer nodes has fewer gaps, and stands in the middle.
        IEnumerable<double> Middles(List<(End End, int Count)> column)
        {
            var top = (1 - (total * unit) - (Gap * (column.Count - 1))) / 2;
            foreach (var (_, count) in column)
            {
                yield return top + (count * unit / 2);
                top += (count * unit) + Gap;
            }
        }
    }

    private sealed record End(string Name, Judgement? Kind)
    {
        public static IReadOnlyList<End> All { get; } =
            [.. Names.AllJudgements.Select(judgement => Of(judgement)), Of(Mark.NotJudged), Of(Mark.Unknown)];

        public static End Of(Inspection inspection, JudgementArea area) => Of(Mark.Of(inspection, area));

        private static End Of(Mark mark) => new(mark.Name, mark.Judgement);
    }

    private sealed record FlowWords(string From, string To, string Title, string Subtitle);
}
