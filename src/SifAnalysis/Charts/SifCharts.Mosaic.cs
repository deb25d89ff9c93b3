using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>Two areas together.</content>
public static partial class SifCharts
{
    /// <summary>
    /// A mosaic of two areas: a column for each judgement of the first, as wide as its share, divided by the judgements of the second.
    /// Each field is as large as its share of the inspections in which both are known; the others are left out, and the subtitle says
    /// how many.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="across">The area whose judgements are the columns.</param>
    /// <param name="down">The area whose judgements divide each column.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections, or the areas are the same.</exception>
    public static SifChart Mosaic(InspectionSet inspections, JudgementArea across, JudgementArea down)
    {
        RequireInspections(inspections);
        if (across == down)
        {
            throw new ArgumentException($"{across.Name()} is on both sides; give two areas.", nameof(down));
        }

        var both = inspections.Where(inspection => inspection[across] is not null && inspection[down] is not null);
        var columns = new List<(Judgement Judgement, JudgementCounts Counts, double Left, double Width)>();
        foreach (var judgement in Names.AllJudgements)
        {
            var counts = both.Where(inspection => inspection[across] == judgement).Counts(down);
            var left = columns.Count == 0 ? 0 : columns[^1].Left + columns[^1].Width;
            if (counts.Total > 0)
            {
                columns.Add((judgement, counts, left, 100.0 * counts.Total / both.Count));
            }
        }

        var traces = Names.AllJudgements.Select(kind => ChartParts.Trace("bar", new
        {
            name = kind.Name(),
            x = columns.Select(column => column.Left),
            width = columns.Select(column => column.Width),
            offset = 0,
            y = columns.Select(column => 100.0 * column.Counts[kind] / column.Counts.Total),
            text = columns.Select(column => column.Counts[kind] == 0 ? "" : $"{column.Counts[kind]}"),
            textposition = "inside",
            insidetextanchor = "middle",
            textangle = 0,
            textfont = new { size = 12, color = ((Mark)kind).Ink },
            marker = ((Mark)kind).Marker,
            customdata = columns.Select(column => $"{across.ShortName()}: {column.Judgement.Name()}<br>{down.ShortName()}: "
                + $"{kind.Name()}<br>{column.Counts[kind]} of {column.Counts.Total} "
                + $"({ChartParts.Percent(column.Counts[kind], column.Counts.Total)})"),
            hovertemplate = "%{customdata}<extra></extra>",
        }));
        var same = columns.Sum(column => column.Counts[column.Judgement]);
        var title = both.Count == 0
            ? $"{across.ShortName()} and {Sentence(down.ShortName())}: in no inspection are both known"
            : $"{across.ShortName()} and {Sentence(down.ShortName())}: the same judgement in {same} of {both.Count} inspections "
                + $"({ChartParts.Percent(same, both.Count)})";
        var leftOut = inspections.Count - both.Count;
        var subtitle = $"Columns: {Sentence(across.Name())}; fields: {Sentence(down.Name())}. " +
            (leftOut > 0 ? $"{leftOut} of {inspections.Count} inspections left out, as one or both are unknown. " : "") +
            (both.Count > 0 ? ChartParts.Describe(both) : "");
        var alt = $"Mosaic of {both.Count} inspections: a column for each judgement of {Sentence(across.Name())}, "
            + $"divided by {Sentence(down.Name())}. {title}.";
        return ChartParts.Chart(
            new(title, subtitle, alt, LegendRows: 2),
            new ResultTable(
                [
                    across.ShortName(),
                    .. Names.AllJudgements.Select(judgement => $"{down.ShortName()}: {Sentence(judgement.Name())}"),
                    "Total",
                ],
                [.. columns.Select(column => (IReadOnlyList<object?>)[column.Judgement.Name(),
                    .. Names.AllJudgements.Select(judgement => (object?)column.Counts[judgement]), column.Counts.Total])]),
            traces,
            320,
            new
            {
                barmode = "stack",
                uniformtext = new { minsize = 11, mode = "hide" },
                xaxis = new
                {
                    range = new[] { 0, 100 },
                    tickvals = columns.Select(column => column.Left + (column.Width / 2)),
                    ticktext = columns.Select(
                        column => column.Width < 24
                            ? $"{((Mark)column.Judgement).Letter}<br>{column.Counts.Total}"
                            : $"{PlotlyText.Wrap(column.Judgement.Name(), 12)}<br>n = {column.Counts.Total}"),
                    tickangle = 0,
                    showgrid = false,
                    zeroline = false,
                    fixedrange = true,
                },
                yaxis = new { range = new[] { 100, 0 }, visible = false, fixedrange = true },
            },
            footRoom: 60);
    }
}
