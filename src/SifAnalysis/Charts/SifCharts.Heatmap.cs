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
        var cells = rows
            .SelectMany(
                (row, at) => row.Inspection is null
                    ? []
                    : Names.AllAreas.Select((area, column) => (Row: at, Column: column, Kind: row.Inspection[area])))
            .ToLookup(cell => cell.Kind);
        var traces = ChartParts.Kinds.Select(kind => ChartParts.Trace("bar", new
        {
            name = ChartParts.Name(kind),
            orientation = "h",
            y = cells[kind].Select(cell => cell.Row),
            x = cells[kind].Select(_ => 1),
            @base = cells[kind].Select(cell => cell.Column - 0.5),
            width = 1,
            marker = ChartParts.Marker(kind),
            texttemplate = kind is null ? "" : ChartParts.Letter(kind),
            textposition = "inside",
            insidetextanchor = "middle",
            textangle = 0,
            constraintext = "none",
            textfont = new { size = 11, color = JudgementPalette.InkOn(kind) },
            customdata = cells[kind].Select(cell => Names.AllAreas[cell.Column].ShortName()),
            hovertemplate = $"%{{y}}<br>%{{customdata}}: {ChartParts.Name(kind)}<extra></extra>",
        }));
        var known = cells.Where(kind => kind.Key is not null).Sum(kind => kind.Count());
        var all = inspections.Count * Names.AllAreas.Count;
        var title = $"{known} of {all} judgements are known ({ChartParts.Percent(known, all)}), "
            + $"most often {Sentence(FullestArea(inspections).Name())}";
        if (known == 0)
        {
            title = $"None of {all} judgements is known";
        }

        var alt = $"Heat map of {inspections.Count} inspections by {Names.AllAreas.Count} judgement areas, "
            + $"each judgement in colour and letter, unknown ones hatched. {title}.";
        return ChartParts.Chart(
            new(title, ChartParts.Describe(inspections), alt, LegendRows: 5),
            new ResultTable(
                ["Authority", "Inspection", .. Names.AllAreas.Select(area => area.ShortName())],
                [.. rows.Select(row => row.Inspection).OfType<Inspection>().Select(inspection => (IReadOnlyList<object?>)
                    [
                        inspection.Authority.Name,
                        inspection.Number,
                        .. Names.AllAreas.Select(area => (object?)ChartParts.Name(inspection[area])),
                    ])]),
            traces,
            17 * rows.Count,
            new
            {
                barmode = "overlay",
                xaxis = new
                {
                    side = "top",
                    tickvals = Enumerable.Range(0, Names.AllAreas.Count),
                    ticktext = Names.AllAreas.Select(area => area.ShortName()),
                    tickangle = -90,
                    range = new[] { -0.5, Names.AllAreas.Count - 0.5 },
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

    private static JudgementArea FullestArea(InspectionSet inspections) => Names.AllAreas.MaxBy(area => inspections.Counts(area).Known);
}
