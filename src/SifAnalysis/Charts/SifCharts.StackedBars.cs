using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <summary>The kit's charts: each is one call on a set of inspections or on results, and changes nothing.</summary>
public static partial class SifCharts
{
    /// <summary>
    /// Stacked bars to 100%, one a judgement area: how many inspections have each judgement, unknown ones hatched.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="areas">The areas shown; all of them where none is named.</param>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart ByArea(InspectionSet inspections, params JudgementArea[] areas)
    {
        RequireInspections(inspections);
        var bars = (areas is { Length: > 0 } ? areas : Names.AllAreas).Select(area => new Bar(area.ShortName(), inspections.Counts(area))).ToList();
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
            .Where(bar => bar.Counts.Total > 0)
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
        string Label(Bar bar) => $"{PlotlyText.Wrap(bar.Label, 18)}<br>" +
            $"<span style=\"font-size:11px\">{bar.Counts.Known} of {bar.Counts.Total} known</span>";
        var traces = ChartParts.Kinds.Select(kind => ChartParts.Trace("bar", new
        {
            name = ChartParts.Name(kind),
            orientation = "h",
            y = bars.Select(Label),
            x = bars.Select(bar => bar.Counts.Total == 0 ? 0 : 100.0 * ChartParts.Of(bar.Counts, kind) / bar.Counts.Total),
            text = bars.Select(bar => ChartParts.Of(bar.Counts, kind) is var count && count == 0
                ? ""
                : $"{count} ({ChartParts.Percent(count, bar.Counts.Total)})"),
            textposition = "inside",
            insidetextanchor = "middle",
            textangle = 0,
            textfont = new { color = JudgementPalette.InkOn(kind), size = 12 },
            cliponaxis = false,
            marker = ChartParts.Marker(kind),
            hovertemplate = $"%{{y}}<br>{ChartParts.Name(kind)}: %{{text}}<extra></extra>",
        }));
        var alt = $"Stacked bars to 100%: judgements by {heading.ToLowerInvariant()}, unknown ones hatched. {title}. " +
            $"{inspections.Count} inspections.";
        return ChartParts.Chart(new(title, ChartParts.Describe(inspections), alt), CountsTable(heading, bars), traces, 48 * bars.Count, new
        {
            barmode = "stack",
            bargap = 0.22,
            uniformtext = new { minsize = 11, mode = "hide" },
            xaxis = new { range = new[] { 0, 100.5 }, ticksuffix = "%", dtick = 25, gridcolor = JudgementPalette.Grid, zeroline = false, fixedrange = true },
            yaxis = new { autorange = "reversed", automargin = true, fixedrange = true, ticklabelstandoff = 4 },
        });
    }

    private static ResultTable CountsTable(string heading, IEnumerable<Bar> bars) => new(
        [heading, .. ChartParts.Kinds.Select(ChartParts.Name), "Total", "Good or better, % of known"],
        [.. bars.Select(bar => (IReadOnlyList<object?>)
        [
            bar.Label,
            .. ChartParts.Kinds.Select(kind => (object?)ChartParts.Of(bar.Counts, kind)),
            bar.Counts.Total,
            GoodOrBetter(bar.Counts) is { } share ? Math.Round(100 * share, 1, MidpointRounding.AwayFromZero) : null,
        ])]);

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
}
