using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Files;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The page on which an authority is found: one row each, searched by name, code, region or type.</summary>
internal static class FindPage
{
    /// <summary>The page as a file.</summary>
    public static SiteFile File(SiteContent content, IReadOnlyList<Profile> profiles)
    {
        var html = new StringBuilder("<h1>Find an authority</h1>\n");
        html.Append("<p class=\"lead\">Every judgement that Ofsted has made of a council’s services for children since 2014, each with "
            + "its source.</p>\n");
        html.Append("<form class=\"find\" role=\"search\" hidden><div class=\"wide\"><label for=\"search\">Name, code, region or "
            + "type</label>");
        html.Append("<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"found\"></div>"
            + "</form>\n");
        html.Append("<p id=\"found\" class=\"answer\" role=\"status\"></p>\n<table class=\"cards full\" id=\"authorities\"><thead><tr>");
        var frameworks = profiles.SelectMany(profile => profile.Reports).Select(report => report.Framework).Distinct().Order().ToList();
        html.Append("<th scope=\"col\">Authority</th><th scope=\"col\">Region</th><th scope=\"col\">Type</th>");
        html.Append(Each(frameworks, framework => $"<th scope=\"col\">{framework.Name()}, latest overall</th>"))
            .Append("</tr></thead><tbody>\n");
        html.Append(Each(profiles, profile => Row(profile, frameworks))).Append("</tbody></table>\n");
        return SiteFrame.File(
            content,
            new Page("Find an authority", html.ToString())
            {
                Description = $"Ofsted’s judgements of services for children in each of {profiles.Count} authorities: a timeline, the "
                    + $"reports and their sources.",
            },
            "authorities/index.html",
            "find.js");
    }

    private static string Row(Profile profile, List<Framework> frameworks) =>
        $"<tr data-words=\"{Text(SearchedWords(profile).ToLowerInvariant())}\">"
        + $"<th scope=\"row\"><a href=\"{profile.Slug}.html\">{Text(profile.Name)}</a></th><td data-label=\"Region\">"
            + $"{Text(profile.Region)}</td>"
        + $"<td data-label=\"Type\">{Text(profile.Type)}</td>"
        + Each(frameworks, framework => $"<td data-label=\"{framework.Name()}, latest overall\">{Latest(profile, framework)}</td>")
            + "</tr>\n";

    private static string SearchedWords(Profile profile) =>
        string.Join(' ', profile.Name, profile.Authority.OnsCode, profile.Authority.Number, profile.Region, profile.Type);

    private static string Latest(Profile profile, Framework framework) =>
        profile.LatestUnder(framework) is { } report
            ? $"<span class=\"grade {report.Whole!.Colour}\">{Text(report.Whole.Name)}</span> <small>{report.Published?.Year}</small>"
            : "<span class=\"note\">none</span>";
}
