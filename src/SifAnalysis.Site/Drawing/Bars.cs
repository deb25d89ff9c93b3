using System.Globalization;
using System.Text;
using SifAnalysis.Site.Content;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Drawing;

/// <summary>Stacked bars of judgements, one bar a row, as a drawing that takes the width it is given.</summary>
internal static class Bars
{
    private const int RowHeight = 54;
    private const int BarHeight = 26;

    // A count is written into its part of the bar where there is room for it.
    private const double LeastShareWithNumber = 0.045;

    /// <summary>A row: its label, and how many reports have each judgement from 1 to 4; 0 is none or unknown.</summary>
    /// <param name="Label">What the row is, plain text.</param>
    /// <param name="Counts">The counts by level.</param>
    public sealed record Row(string Label, IReadOnlyDictionary<int, int> Counts)
    {
        /// <summary>The levels in the order in which they are drawn.</summary>
        public IReadOnlyList<int> Order { get; init; } = [1, 2, 3, 4, 0];

        /// <summary>All counts together.</summary>
        public int Total => Counts.Values.Sum();
    }

    /// <summary>The drawing.</summary>
    /// <param name="rows">The rows, from the top.</param>
    /// <param name="alt">What it shows, in words.</param>
    /// <param name="title">The title that a saved picture carries.</param>
    public static string Svg(IReadOnlyList<Row> rows, string alt, string title)
    {
        var svg = new StringBuilder();
        var height = rows.Count * RowHeight;
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"drawing\" width=\"100%\" height=\"{height}\" role=\"img\" "
            + $"aria-label=\"{Text(alt)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-title=\"{Text(title)}\">");
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var top = index * RowHeight;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"0\" y=\"{top + 17}\">{Text(row.Label)}</text>");
            var before = 0;
            foreach (var (level, count) in row.Order.Select(level => (level, row.Counts.GetValueOrDefault(level)))
                .Where(pair => pair.Item2 > 0))
            {
                var share = (double)count / row.Total;
                var (x, width) = (100.0 * before / row.Total, 100 * share);
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"g{level}\" x=\"{Plain(x)}%\" y=\"{top + 23}\" "
                    + $"width=\"{Plain(width)}%\" height=\"{BarHeight}\"/>");
                if (share >= LeastShareWithNumber)
                {
                    svg.Append(CultureInfo.InvariantCulture,
                        $"<text class=\"on{level}\" x=\"{Plain(x + (width / 2))}%\" y=\"{top + 41}\">{count}</text>");
                }

                before += count;
            }
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The key of the colours: the four judgements, and what stands for none where it occurs.</summary>
    /// <param name="none">What the fifth colour means; <see langword="null"/> where it does not occur.</param>
    public static string Key(string? none = null) =>
        "<ul class=\"key\">" + Each(
            Grade.Judgements.Select((name, index) => (Level: index + 1, Name: name)).Concat(none is null ? [] : [(0, none)]),
            each => $"<li><span class=\"chip g{each.Level}\" aria-hidden=\"true\"></span>{Text(each.Name)}</li>") + "</ul>\n";
}
