using System.Globalization;
using System.Text;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Drawing;
using SifAnalysis.Site.Files;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The page of one authority: its judgements through the years, its place beside others, and the rows with their
/// sources.</summary>
internal static class AuthorityPage
{
    /// <summary>The page as a file.</summary>
    public static SiteFile File(SiteContent content, IReadOnlyList<Profile> profiles, Profile profile)
    {
        var others = profiles.ToDictionary(each => each.Name, StringComparer.Ordinal);
        var html = new StringBuilder();
        var contents = new List<(string, int, string)>();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(profile.Name)}</h1>\n<p class=\"lead\">{Text(Summary(profile))}</p>\n");
        html.Append(Place(profile, others));
        Part("judgements", "Judgements", Judgements(profile, LastYear(profiles)));
        Part("place", "Beside its statistical neighbours", Neighbours(profile, others));
        Part("reports", "Reports and sources", Each(profile.Reports.Reverse(), Report));
        Part("cite", "Cite and download", Cite(content, profile));
        return SiteFrame.File(
            content,
            new Page($"{profile.Name}: Ofsted’s judgements of children’s services", html.ToString())
            {
                Description = Summary(profile),
                Contents = contents,
            },
            $"authorities/{profile.Slug}.html");

        void Part(string anchor, string title, string part)
        {
            if (part.Length > 0)
            {
                contents.Add((anchor, 2, title));
                html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{anchor}\">{title}</h2>\n{part}");
            }
        }
    }

    /// <summary>A sentence or two: the latest overall judgement, the first, and a later report that gives none.</summary>
    public static string Summary(Profile profile)
    {
        var judged = profile.Judged.ToList();
        if (judged.Count == 0)
        {
            return profile.Reports.Count == 0
                ? $"The data has no report on {profile.Name}."
                : $"No overall judgement of {profile.Name} is known.";
        }

        var (first, latest) = (judged[0], judged[^1]);
        var sentences = new List<string>
        {
            $"Ofsted’s latest overall judgement of services for children in {profile.Name} is {Lower(latest)} "
                + $"({latest.Framework.Name()}, {Day(latest.Published)}).",
        };
        if (judged.Count > 1)
        {
            sentences.Add($"The first in this data was {Lower(first)} ({first.Framework.Name()}, {Day(first.Published)}).");
        }

        if (profile.Reports.LastOrDefault(report => report.Counts) is { } last && last != latest && last.Published > latest.Published)
        {
            sentences.Add($"The report of {Day(last.Published)} gives no overall judgement.");
        }

        return string.Join(' ', sentences);

        static string Lower(Report report) => report.Whole!.Name.ToLowerInvariant();
    }

    private static int LastYear(IEnumerable<Profile> profiles) =>
        profiles.SelectMany(profile => profile.Reports).Max(report => report.Published?.Year) ?? 2018;

    private static string Place(Profile profile, Dictionary<string, Profile> others)
    {
        IEnumerable<(string Name, string Html)> lines =
        [
            ("Region", Text(profile.Region)),
            ("Type", Text(profile.Type)),
            ("ONS code", Text(profile.Authority.OnsCode)),
            ("DfE number", Text(profile.Authority.Number)),
            ("Took the place of", Links(profile.Authority.Predecessors, profile.Authority.From)),
            ("Its place was taken by", Links(profile.Authority.Successors, profile.Authority.Until)),
        ];
        return "<dl class=\"facts\">" + Each(lines.Where(line => line.Html.Length > 0), line =>
            $"<dt>{line.Name}</dt><dd>{line.Html}</dd>") + "</dl>\n";

        string Links(IReadOnlyList<string> names, DateOnly? day) =>
            names.Count == 0 ? "" : $"{Words.Listed(names.Select(name => Link(name, others)))}, on {Day(day)}";
    }

    private static string Judgements(Profile profile, int lastYear)
    {
        var counted = profile.Reports.Where(report => report.Counts).ToList();
        if (counted.Count == 0)
        {
            return "";
        }

        var areas = counted.SelectMany(report => report.Grades).Select(grade => grade.Area).Distinct().Order().ToList();
        var html = new StringBuilder(Figure.Html(Timeline.Svg(profile.Reports, profile.Name, lastYear), $"{profile.Slug}-overall"));
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Every judgement\">");
        html.Append("<table class=\"judgements cards\">");
        html.Append("<thead><tr><th scope=\"col\">Report</th>")
            .Append(Each(areas, area => $"<th scope=\"col\">{Text(area.ShortName())}</th>"));
        html.Append("</tr></thead><tbody>\n");
        foreach (var report in counted)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{report.Framework.Name()}, <span class=\"whole\">"
                + $"{Day(report.Published)}</span></th>");
            html.Append(Each(areas, area => $"<td data-label=\"{Text(area.ShortName())}\">"
                + $"{Cell(report.Grades.FirstOrDefault(grade => grade.Area == area))}</td>"));
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Cell(Grade? grade) => grade is null
        ? "<span class=\"note\">–</span>"
        : $"<span class=\"grade {grade.Colour}\">{Text(grade.Name)}</span>";

    private static string Neighbours(Profile profile, Dictionary<string, Profile> others)
    {
        var html = new StringBuilder();
        if (profile.Facts.Count > 0)
        {
            html.Append("<p class=\"note\">As the latest report under the SIF states it, at the time of the inspection. The medians "
                + "are of the places for which it is known.</p>\n");
            html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Local facts\"><table class=\"cards\"><thead>"
                + "<tr><th scope=\"col\">Fact</th>");
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"number\">{Text(profile.Name)}</th><th scope=\"col\" "
                + $"class=\"number\">Neighbours, median</th>");
            html.Append("<th scope=\"col\" class=\"number\">England, median</th></tr></thead><tbody>\n");
            html.Append(Each(profile.Facts, fact =>
                $"<tr><th scope=\"row\">{Text(fact.Name)}</th><td class=\"number\" data-label=\"{Text(profile.Name)}\">"
                    + $"{Number(fact.Value)}</td>"
                + $"<td class=\"number\" data-label=\"Neighbours, median\">{Number(fact.Neighbours)} <small>"
                    + $"({fact.NeighboursKnown})</small></td>"
                + $"<td class=\"number\" data-label=\"England, median\">{Number(fact.England)}</td></tr>\n"));
            html.Append("</tbody></table></div>\n");
        }

        if (profile.Neighbours.Count > 0)
        {
            html.Append("<p>Its ten statistical neighbours, nearest first, with the latest overall judgement of each:</p>\n<ol "
                + "class=\"neighbours-list\">");
            html.Append(Each(profile.Neighbours, name =>
                $"<li>{Link(name, others)} "
                    + $"{(others.GetValueOrDefault(name)?.Judged.LastOrDefault()?.Whole is { } whole ? Cell(whole) : "")}</li>"));
            html.Append("</ol>\n");
        }

        return html.ToString();
    }

    private static string Report(Report report)
    {
        var html = new StringBuilder("<section class=\"report\">");
        html.Append(CultureInfo.InvariantCulture, $"<h3>{report.Framework.Name()}: {Text(report.Kind)}, published "
            + $"{Day(report.Published)}</h3>\n<dl class=\"facts\">");
        html.Append(CultureInfo.InvariantCulture, $"<dt>Inspected</dt><dd>{Text(Inspected(report))}</dd>");
        html.Append(Each(report.Sources, source => $"<dt>{Text(source.Name)}</dt><dd>{Text(source.Words)}</dd>"));
        html.Append(string.IsNullOrEmpty(report.Notes) ? "" : $"<dt>Note</dt><dd>{Text(report.Notes)}</dd>").Append("</dl>\n");
        html.Append(report.Address is { } address ? $"<p><a href=\"{Text(address.OriginalString)}\">Ofsted’s report</a></p>\n" : "");
        html.Append(report.Counts ? "" : "<p class=\"source\">This is a review of the safeguarding board alone, and is not counted as "
            + "an inspection.</p>\n");
        return html.Append("</section>\n").ToString();
    }

    private static string Inspected(Report report) => (report.Started, report.Ended) switch
    {
        ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
        ({ } from, null) => $"from {Day(from)}; the last day is unknown",
        (null, { } to) => $"until {Day(to)}; the first day is unknown",
        _ => "days unknown",
    };

    private static string Cite(SiteContent content, Profile profile)
    {
        var count = Words.Counted(profile.Reports.Count, "report");
        var citation = $"Ofsted’s judgements of services for children in {profile.Name}, {count}. In: SifAnalysis {content.Version}. "
            + $"Ofsted’s facts: Crown copyright, Open Government Licence v3.0.";
        return $"<div><p class=\"copied\">{Text(citation)}</p><button class=\"copy\" type=\"button\" hidden>Copy the citation</button>"
            + $"</div>\n"
            + $"<p><a href=\"{profile.Slug}.csv\" download>Every judgement of {Text(profile.Name)} as CSV</a>, one a row, each with "
                + $"its source.</p>\n";
    }

    private static string Link(string name, Dictionary<string, Profile> others) =>
        others.TryGetValue(name, out var other) ? $"<a href=\"{other.Slug}.html\">{Text(name)}</a>" : Text(name);
}
