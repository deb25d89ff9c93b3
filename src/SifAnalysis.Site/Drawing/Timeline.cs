using System.Globalization;
using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Site.Content;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Drawing;

/// <summary>The overall judgements of one authority through the years.</summary>
internal static class Timeline
{
    private const int Top = 22;
    private const int Step = 34;
    private const int Bottom = Top + (3 * Step);

    // The names of the judgements stand left of the lines, on a narrow page as on a wide one.
    private const double Left = 34;
    private const double Right = 97;

    /// <summary>The drawing, or an empty text where no report has a day and a judgement of the whole.</summary>
    /// <param name="reports">The reports, first to latest.</param>
    /// <param name="name">The authority.</param>
    /// <param name="last">The last year that is drawn.</param>
    public static string Svg(IEnumerable<Report> reports, string name, int last)
    {
        var points = reports.Where(report => report is { Counts: true, Published: not null, Whole.Level: not null }).ToList();
        if (points.Count == 0)
        {
            return "";
        }

        const int First = 2014;
        last = Math.Max(last, points.Max(point => point.Published!.Value.Year) + 1);
        var alt = $"{name}, overall: " + string
            .Join("; ", points.Select(point => $"{point.Whole!.Name} in {point.Published!.Value.Year} ({point.Framework.Name()})")) + ".";
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"drawing timeline\" width=\"100%\" height=\"{Bottom + 44}\" "
            + $"role=\"img\" aria-label=\"{Text(alt)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-title=\"{Text($"{name}: overall effectiveness")}\">");
        foreach (var (judgement, index) in Grade.Judgements.Select((judgement, index) => (judgement, index)))
        {
            var y = Top + (index * Step);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}%\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text "
                + $"class=\"label\" x=\"0\" y=\"{y + 5}\">{judgement}</text>");
        }

        for (var year = First; year <= last; year += 4)
        {
            var x = Plain(X(new DateOnly(year, 1, 1)));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{Bottom + 14}\" "
                + $"y2=\"{Bottom + 20}\"/><text class=\"year\" x=\"{x}%\" y=\"{Bottom + 36}\">{year}</text>");
        }

        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            var (x1, x2, y1, y2) = (Plain(X(from.Published!.Value)), Plain(X(to.Published!.Value)), Y(from), Y(to));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"step\" x1=\"{x1}%\" x2=\"{x2}%\" y1=\"{y1}\" y2=\"{y1}\"/><line "
                + $"class=\"step\" x1=\"{x2}%\" x2=\"{x2}%\" y1=\"{y1}\" y2=\"{y2}\"/>");
        }

        foreach (var point in points)
        {
            var (x, y, level) = (Plain(X(point.Published!.Value)), Y(point), point.Whole!.Level);
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"g{level}\" cx=\"{x}%\" cy=\"{y}\" r=\"12\"><title>"
                + $"{Text($"{point.Framework.Name()}, {Day(point.Published)}: {point.Whole.Name}")}</title></circle>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"on{level}\" x=\"{x}%\" y=\"{y + 4}\">{point.Whole.Letter}</text>");
        }

        return svg.Append("</svg>").ToString();

        double X(DateOnly day) => Left + 3 + ((Right - Left - 3) * (day.DayNumber - new DateOnly(First, 1, 1).DayNumber)
            / (new DateOnly(last, 12, 31).DayNumber - new DateOnly(First, 1, 1).DayNumber));
        static int Y(Report report) => Top + ((report.Whole!.Level!.Value - 1) * Step);
    }
}
