using SifAnalysis.Judgements;

namespace SifAnalysis.Charts;

/// <content>Small multiples.</content>
public static partial class SifCharts
{
    private const int PanelColumns = 3;

    /// <summary>
    /// One small panel a region: the share of its inspections with each judgement, the count under each bar, with the share of all
    /// regions together as a line.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area whose judgements are shown.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart SmallMultiples(InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        RequireInspections(inspections);
        var panels = Enum.GetValues<Region>()
            .Select(region => new Bar(region.Name(), inspections.In(region).Counts(area)))
            .Where(panel => panel.Counts.Total > 0)
            .ToList();
        return Panels("Region", area.Name(), panels, inspections.Counts(area), "All regions", inspections);
    }

    /// <summary>
    /// One small panel a judgement area: the share of the inspections with each judgement, the count under each bar, with overall
    /// effectiveness as a line.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart SmallMultiplesByArea(InspectionSet inspections)
    {
        RequireInspections(inspections);
        var panels = Names.AllAreas.Select(area => new Bar(area.ShortName(), inspections.Counts(area))).ToList();
        return Panels(
            "Area", "Judgement areas", panels, inspections.Counts(
                JudgementArea.OverallEffectiveness), "Overall effectiveness", inspections);
    }

    // All panels stand on one pair of axes, each at its own place: the figure stays small, and the legend is one.
    private static SifChart Panels(
        string heading, string what, IReadOnlyList<Bar> panels, JudgementCounts whole, string wholeName, InspectionSet inspections)
    {
        const int PanelHeight = 164;
        const int BarHeight = 74;
        var kinds = Mark.In(panels.Select(panel => panel.Counts).Append(whole));
        double Share(JudgementCounts counts, Mark kind) => 100.0 * kind.Of(counts) / counts.Inspections;
        var peak = Math.Max(1, panels.Select(panel => panel.Counts).Append(whole).Max(counts => kinds.Max(kind => Share(counts, kind))));
        var step = peak * PanelHeight / BarHeight;
        double Pixels(double pixels) => peak * pixels / BarHeight;
        double Left(int panel) => panel % PanelColumns * (kinds.Count + 1.0);
        double Base(int panel) => 0 - (panel / PanelColumns * step);

        var traces = kinds.Select((kind, at) => ChartParts.Trace("bar", new
        {
            name = kind.Name,
            x = panels.Select((_, panel) => Left(panel) + at),
            y = panels.Select(panel => Share(panel.Counts, kind)),
            @base = panels.Select((_, panel) => Base(panel)),
            width = 0.92,
            marker = kind.Marker,
            customdata = panels.Select(panel => $"{PlotlyText.Escape(panel.Label)}<br>{kind.Name}: "
                + $"{kind.Of(panel.Counts)} of {panel.Counts.Inspections} "
                + $"({ChartParts.Percent(kind.Of(panel.Counts), panel.Counts.Inspections)})"),
            hovertemplate = "%{customdata}<extra></extra>",
        })).ToList();
        traces.Add(ChartParts.Trace("scatter", new
        {
            name = wholeName,
            mode = "lines",
            x = panels.SelectMany(
                (_, panel) => kinds.SelectMany((_, at) => new double?[] { Left(panel) + at - 0.46, Left(panel) + at + 0.46, null })),
            y = panels.SelectMany(
                (_, panel) =>
                    kinds.SelectMany(kind => new double?[] { Base(panel) + Share(whole, kind), Base(panel) + Share(whole, kind), null })),
            line = new { color = JudgementPalette.Ink, width = 2 },
            hoverinfo = "skip",
        }));
        traces.Add(ChartParts.Trace("scatter", new
        {
            mode = "text",
            x = panels.SelectMany((_, panel) => kinds.Select((_, at) => Left(panel) + at)),
            y = panels.SelectMany((_, panel) => kinds.Select(_ => Base(panel) - Pixels(3))),
            text = panels.SelectMany(
                panel => kinds.Select(kind => $"{kind.Letter}<br><b>{kind.Of(panel.Counts)}</b>")),
            textposition = "bottom center",
            textfont = new { size = 11, color = JudgementPalette.Ink },
            hoverinfo = "skip",
            showlegend = false,
            cliponaxis = false,
        }));

        var rows = (panels.Count + PanelColumns - 1) / PanelColumns;
        var known = panels.Where(panel => panel.Counts.Known > 0)
            .OrderByDescending(panel => (double)panel.Counts.Inadequate / panel.Counts.Known)
            .ToList();
        string Inadequate(Bar panel) =>
            $"{ChartParts.Percent(panel.Counts.Inadequate, panel.Counts.Known)} of {panel.Counts.Known} known in {panel.Label}";
        var title = known.Count switch
        {
            0 => $"{what}: no judgement is known",
            1 => $"{what}: inadequate {Inadequate(known[0])}",
            _ => $"{what}: inadequate from {Inadequate(known[^1])} to {Inadequate(known[0])}",
        };
        var alt = $"{panels.Count} small bar charts, one for each {heading.ToLowerInvariant()}: the share of each judgement, "
            + $"unknown ones hatched, beside {wholeName.ToLowerInvariant()}. {title}.";
        return ChartParts.Chart(
            new(title, ChartParts.Describe(inspections), alt), CountsTable(heading, panels), traces, PanelHeight * rows, new
            {
                barmode = "overlay",
                xaxis = new { visible = false, fixedrange = true, range = new[] { -0.6, (PanelColumns * (kinds.Count + 1.0)) - 1.4 } },
                yaxis = new
                {
                    visible = false,
                    fixedrange = true,
                    range = new[] { Base(PanelColumns * (rows - 1)) - Pixels(44), peak + Pixels(PanelHeight - BarHeight - 44) },
                },
                annotations = panels.Select((panel, at) => ChartParts.Note(
                    $"<b>{PlotlyText.Wrap(panel.Label, 14)}</b><br><span style=\"font-size:11px\">{panel.Counts.Known} of "
                    + $"{panel.Counts.Total} known</span>",
                    Left(at) - 0.46,
                    Base(at) + peak + Pixels(4),
                    "left",
                    "bottom")),
                shapes = panels.Select((_, at) => new
                {
                    type = "line",
                    x0 = Left(at) - 0.46,
                    x1 = Left(at) + kinds.Count - 0.54,
                    y0 = Base(at),
                    y1 = Base(at),
                    line = new { color = JudgementPalette.Muted, width = 1 },
                }),
            }, headRoom: 12, footRoom: 6);
    }
}
