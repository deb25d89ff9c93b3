using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>Every judgement at a glance.</content>
public static partial class SifCharts
{
    /// <summary>
    /// A heat map of every inspection (rows, by region and name; a re-inspection has its number) and every judgement area (columns):
    /// the judgement in colour and letter, unknown ones hatched.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart Heatmap(InspectionSet inspections)
    {
        RequireInspections(inspections);
        var rows = inspections.GroupBy(inspection => inspection.Authority.Region).OrderBy(region => region.Key)
            .SelectMany(
                region => region.Select(inspection => (Label: Label(inspection), Inspection: (Inspection?)inspection))
                    .Prepend((Label: $"<b>{PlotlyText.Escape(region.Key.Name())}</b>", Inspection: null)))
            .ToList();
        var areas = inspections.Framework.Areas();
        var cells = rows
            .SelectMany(
                (row, at) => row.Inspection is null
                    ? []
                    : areas.Select((area, column) => (Row: at, Column: column, Kind: Mark.Of(row.Inspection, area))))
            .ToLookup(cell => cell.Kind);
        var marks = Mark.In(areas.Select(area => inspections.Counts(area)));
        var traces = marks.Select(kind => ChartParts.Trace("bar", new
        {
            name = kind.Name,
            orientation = "h",
            y = cells[kind].Select(cell => cell.Row),
            x = cells[kind].Select(_ => 1),
            @base = cells[kind].Select(cell => cell.Column - 0.5),
            width = 1,
            marker = kind.Marker,
            texttemplate = kind == Mark.Unknown ? "" : kind.Letter,
            textposition = "inside",
            insidetextanchor = "middle",
            textangle = 0,
            constraintext = "none",
            textfont = new { size = 11, color = kind.Ink },
            customdata = cells[kind].Select(cell => areas[cell.Column].ShortName()),
            hovertemplate = $"%{{y}}<br>%{{customdata}}: {kind.Name}<extra></extra>",
        }));
        var known = cells.Where(kind => kind.Key.Judgement is not null).Sum(kind => kind.Count());
        var all = areas.Sum(area => inspections.Counts(area).Total);
        var title = known == all
            ? $"All {all} judgements of {inspections.Count} inspections"
            : $"{known} of {all} judgements are known ({ChartParts.Percent(known, all)}), most often "
                + $"{Sentence(FullestArea(inspections).Name())}";
        if (known == 0)
        {
            title = $"None of {all} judgements is known";
        }

        var alt = $"Heat map of {inspections.Count} inspections by {areas.Count} judgement areas, "
            + $"each judgement in colour and letter{Patterns(marks)}. {title}.";
        return ChartParts.Chart(
            new(title, ChartParts.Describe(inspections), alt, LegendRows: marks.Count),
            new ResultTable(
                ["Authority", "Inspection", .. areas.Select(area => area.ShortName())],
                [.. rows.Select(row => row.Inspection).OfType<Inspection>().Select(inspection => (IReadOnlyList<object?>)
                    [
                        inspection.Authority.Name,
                        inspection.Number,
                        .. areas.Select(area => (object?)Mark.Of(inspection, area).Name),
                    ])]),
            traces,
            17 * rows.Count,
            new
            {
                barmode = "overlay",
                xaxis = new
                {
                    side = "top",
                    tickvals = Enumerable.Range(0, areas.Count),
                    ticktext = areas.Select(area => area.ShortName()),
                    tickangle = -90,
                    range = new[] { -0.5, areas.Count - 0.5 },
                    showgrid = false,
                    zeroline = false,
                    fixedrange = true,
                    tickfont = new { size = 12 },
                },
                yaxis = new
                {
                    tickvals = Enumerable.Range(0, rows.Count),
                    ticktext = rows.Select(row => row.Label),
                    range = new[] { rows.Count - 0.5, -0.5 },
                    showgrid = false,
                    zeroline = false,
                    automargin = true,
                    fixedrange = true,
                    tickfont = new { size = 11 },
                },
            },
            headRoom: 118,
            footRoom: 16);

        static string Label(Inspection inspection)
        {
            const int Longest = 32;
            var name = inspection.Authority.Name;
            var shown = name.Length > Longest ? $"{name[..Longest]}…" : name;
            return PlotlyText.Escape(inspection.Number > 1 ? $"{shown} ({inspection.Number})" : shown);
        }
    }

    private static JudgementArea FullestArea(InspectionSet inspections) => inspections.Framework.Areas()
        .MaxBy(area => inspections.Counts(area).Known);
}
