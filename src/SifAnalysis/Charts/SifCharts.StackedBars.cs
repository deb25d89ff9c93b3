using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <summary>The kit's charts: each is one call on a set of inspections or on results, and changes nothing.</summary>
public static partial class SifCharts
{
    /// <summary>A line of a hover label that a narrow screen can hold.</summary>
    private const int HoverWidth = 40;

    /// <summary>
    /// Stacked bars to 100%, one a judgement area: how many inspections have each judgement, unknown ones hatched.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="areas">The areas shown; all of them where none is named.</param>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart ByArea(InspectionSet inspections, params JudgementArea[] areas)
    {
        RequireInspections(inspections);
        var bars = (areas is { Length: > 0 } ? areas : inspections.Framework.Areas())
            .Select(area => new Bar(area.ShortName(), inspections.Counts(area))).ToList();
        var title = bars[0].Counts.Known == 0
            ? $"{bars[0].Label}: no judgement is known"
            : $"{bars[0].Label}: inadequate in {InadequateOf(bars[0].Counts)}";
        return StackedBars("Area", bars, title, inspections);
    }

    /// <summary>
    /// Stacked bars to 100%, one a region, from the largest share of good or better among the known judgements to the smallest;
    /// unknown ones are hatched.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area whose judgements are shown.</param>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart ByRegion(InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        RequireInspections(inspections);
        var bars = Enum.GetValues<Region>()
            .Select(region => new Bar(region.Name(), inspections.In(region).Counts(area)))
            .Where(bar => bar.Counts.Inspections > 0)
            .OrderByDescending(bar => GoodOrBetter(bar.Counts) ?? -1)
            .ThenBy(bar => bar.Label, StringComparer.Ordinal)
            .ToList();
        var known = bars.Where(bar => bar.Counts.Known > 0).ToList();
        var title = known.Count switch
        {
            0 => $"{area.Name()}: no judgement is known",
            1 => $"{area.Name()}: good or better {GoodOrBetterOf(known[0])}",
            _ => $"{area.Name()}: good or better from {GoodOrBetterOf(known[0])} to {GoodOrBetterOf(known[^1])}",
        };
        return StackedBars("Region", bars, title, inspections);
    }

    private static SifChart StackedBars(string heading, IReadOnlyList<Bar> bars, string title, InspectionSet inspections)
    {
        var rows = bars.Select(bar => new Row(bar.Label, InWords(bar.Counts))).ToList();
        var marks = Mark.In(bars.Select(bar => bar.Counts));
        var traces = marks.Select(mark => StackedTrace(
            mark.Name,
            mark.Marker,
            mark.Ink,
            rows,
            bars.Select(bar => bar.Counts.Inspections == 0 ? 0 : 100.0 * mark.Of(bar.Counts) / bar.Counts.Inspections),
            bars.Select(bar => CountAndShare(mark.Of(bar.Counts), bar.Counts.Inspections))));
        var alt = $"Stacked bars to 100%: judgements by {heading.ToLowerInvariant()}{Patterns(marks)}. {title}. " +
            $"{inspections.Count} inspections.";
        return Stacked(new(title, ChartParts.Describe(inspections), alt), CountsTable(heading, bars), rows, traces);
    }

    /// <summary>One layer of stacked bars; the words of each part stand on it where they fit.</summary>
    private static Trace StackedTrace(
        string name, object marker, string ink, IReadOnlyList<Row> rows,
            IEnumerable<double> lengths, IEnumerable<string> words, IEnumerable<string>? details = null)
    {
        var text = words.ToList();
        return ChartParts.Trace("bar", new
        {
            name,
            orientation = "h",
            y = Enumerable.Range(0, rows.Count),
            x = lengths,
            width = 0.56,
            text,
            textposition = "inside",
            insidetextanchor = "middle",
            textangle = 0,
            textfont = new { color = ink, size = 12 },
            marker,
            hovertext = rows.Zip(details ?? text, (row, detail) => $"{PlotlyText.Wrap(row.Label, HoverWidth)}<br>{name}: {detail}"),
            hovertemplate = "%{hovertext}<extra></extra>",
        });
    }

    /// <summary>Stacked bars to 100%, each under its label, so that they are as wide as the screen allows.</summary>
    private static SifChart Stacked(ChartWords words, ResultTable table, IReadOnlyList<Row> rows, IEnumerable<Trace> traces) =>
        ChartParts.Chart(
        words,
        table,
        traces,
        50 * rows.Count,
        new
        {
            barmode = "stack",
            uniformtext = new { minsize = 11, mode = "hide" },
            xaxis = new
            {
                range = new[] { 0, 100 },
                ticksuffix = "%",
                dtick = 25,
                gridcolor = JudgementPalette.Grid,
                zeroline = false,
                fixedrange = true,
                tickfont = new { size = 12 }
            },
            yaxis = new { visible = false, range = new[] { rows.Count - 0.55, -0.7 }, fixedrange = true },
            annotations = rows.Select((row, at) => ChartParts.Note(
                $"<b>{PlotlyText.Escape(row.Label)}</b>{(row.Note.Length > 0 ? $"  {PlotlyText.Escape(row.Note)}" : "")}",
                    0, at - 0.29, "left", "bottom", xref: "paper")),
        },
        headRoom: 6,
        sideRoom: 20);

    private static string CountAndShare(int count, int total) => count == 0 ? "" : $"{count} ({ChartParts.Percent(count, total)})";

    private static ResultTable CountsTable(string heading, IReadOnlyList<Bar> bars)
    {
        var marks = Mark.In(bars.Select(bar => bar.Counts));
        return new(
            [heading, .. marks.Select(mark => mark.Name), "Total", "Good or better, % of known"],
            [.. bars.Select(bar => (IReadOnlyList<object?>)
            [
                bar.Label,
                .. marks.Select(mark => (object?)mark.Of(bar.Counts)),
                bar.Counts.Inspections,
                GoodOrBetter(bar.Counts) is { } share ? Math.Round(100 * share, 1, MidpointRounding.AwayFromZero) : null,
            ])]);
    }

    // "173", "152 of 173 judged", "85 of 167 known".
    private static string InWords(JudgementCounts counts) =>
        counts.Unknown > 0 ? $"{counts.Known} of {counts.Total} known"
        : counts.NotJudged > 0 ? $"{counts.Known} of {counts.Inspections} judged"
        : counts.Known.ToString(CultureInfo.InvariantCulture);

    // What the patterns mean, for the alt text: ", unknown ones hatched".
    private static string Patterns(IReadOnlyList<Mark> marks) =>
        (marks.Contains(Mark.NotJudged) ? ", those not judged dotted" : "")
            + (marks.Contains(Mark.Unknown) ? ", unknown ones hatched" : "");

    private static double? GoodOrBetter(JudgementCounts counts) =>
        counts.Known == 0 ? null : (double)(counts.Outstanding + counts.Good) / counts.Known;

    private static string GoodOrBetterOf(Bar bar) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ChartParts.Percent(bar.Counts.Outstanding + bar.Counts.Good, bar.Counts.Known)} of {bar.Counts.Known} known in {bar.Label}");

    private static string InadequateOf(JudgementCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Inadequate} of {counts.Known} known ({ChartParts.Percent(counts.Inadequate, counts.Known)})");

    private static void RequireInspections(InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        if (inspections.Count == 0)
        {
            throw new ArgumentException("There are no inspections to draw; the set is empty.", nameof(inspections));
        }
    }

    private sealed record Bar(string Label, JudgementCounts Counts);

    private sealed record Row(string Label, string Note);
}
