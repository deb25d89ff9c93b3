using System.Globalization;
using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Drawing;
using SifAnalysis.Site.Files;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>
/// The page on which a reader chooses framework, area, day, region and type. It is made with the first framework's overall judgements
/// up to the last day, so that it reads without scripts; <c>explore.js</c> follows the choice.
/// </summary>
internal static class ExplorePage
{
    /// <summary>The page as a file.</summary>
    public static SiteFile File(SiteContent content, IReadOnlyList<Profile> profiles)
    {
        var view = View.Last(Framework.Sif, profiles) ?? View.Last(Framework.Ilacs, profiles)
            ?? new View(Framework.Sif, JudgementArea.OverallEffectiveness, Framework.Sif.FirstDay());
        var html = new StringBuilder("<h1>Explore the judgements</h1>\n");
        html.Append("<p class=\"lead\">Each authority’s latest judgement, up to the day you choose. The address keeps your choice, so "
            + "you can send a view.</p>\n");
        html.Append("<noscript><p>Choosing needs scripts. What follows is the view that the page opens with.</p></noscript>\n");
        html.Append(Form(profiles, view.Day)).Append("<p id=\"answer\" class=\"answer\" role=\"status\"></p>\n");
        html.Append(Bars.Key("No judgement"));
        html.Append("<div class=\"split map-beside\"><div><h2 id=\"by-region\">By region</h2>\n");
        html.Append(Figure.Html(RegionBars(view, profiles), "judgements-by-region")).Append("</div>\n<div><h2 id=\"map\">The map</h2>\n");
        html.Append("<p class=\"note\"><a href=\"#authorities\">Skip the map</a>. One tile an authority; each leads to its page.</p>\n");
        html.Append(Figure.Html(TileMap.Svg(profiles, view.GradeOf, "Map of England, one tile for each authority", "Each authority’s "
            + "latest judgement", "authorities/"), "judgements-map"));
        html.Append("</div></div>\n<h2 id=\"code\">The same in a notebook</h2>\n<div><code class=\"copied\" id=\"line\">");
        html.Append(Text(view.Code(profiles)))
            .Append("</code><button class=\"copy\" type=\"button\" hidden>Copy the line</button></div>\n");
        html.Append("<h2 id=\"authorities\">The authorities</h2>\n<table class=\"cards full\"><thead><tr><th scope=\"col\">"
            + "Authority</th><th scope=\"col\">Region</th>");
        html.Append("<th scope=\"col\">Judgement</th><th scope=\"col\">Published</th></tr></thead><tbody id=\"rows\">\n");
        html.Append(Each(profiles.Where(profile => view.ReportOf(profile) is not null), profile => Row(view, profile)))
            .Append("</tbody></table>\n");
        return SiteFrame.File(
            content,
            new Page("Explore the judgements", html.ToString())
            {
                Description = "Choose a framework, an area of judgement, a day, a region and a type of authority: map, bars and table "
                    + "follow.",
            },
            "explore.html",
            SharedAssets.Data,
            "explore.js");
    }

    private static string Form(IReadOnlyList<Profile> profiles, DateOnly last)
    {
        var html = new StringBuilder("<form class=\"find\" id=\"choice\" hidden>");
        html.Append("<div><label for=\"framework\">Framework</label><select id=\"framework\"></select></div>");
        html.Append("<div><label for=\"area\">Area</label><select id=\"area\"></select></div>");
        html.Append(CultureInfo.InvariantCulture, $"<div><label for=\"day\">Published by</label><input id=\"day\" type=\"date\" "
            + $"value=\"{last:yyyy-MM-dd}\"></div>");
        html.Append("<div><label for=\"region\">Region</label><select id=\"region\"><option value=\"\">All regions</option>");
        html.Append(Each(profiles.Select(profile => profile.Region).Distinct().Order(StringComparer.Ordinal), name =>
            $"<option>{Text(name)}</option>"));
        html.Append("</select></div><div><label for=\"type\">Type</label><select id=\"type\"><option value=\"\">All types</option>");
        html.Append(Each(profiles.Select(profile => profile.Type).Where(type => type.Length > 0).Distinct()
            .Order(StringComparer.Ordinal), name => $"<option>{Text(name)}</option>"));
        return html.Append("</select></div></form>\n").ToString();
    }

    /// <summary>A bar for each region, with the number of its authorities.</summary>
    public static string RegionBars(View view, IReadOnlyList<Profile> profiles)
    {
        var rows = profiles.GroupBy(profile => profile.Region).OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => new Bars.Row(own.Key, view.Counts(own))).Where(row => row.Total > 0)
            .Select(row => row with { Label = $"{row.Label} ({row.Total})" }).ToList();
        var alt = string.Join(". ", rows.Select(row => $"{row.Label}: " + string.Join(", ", Grade.Judgements.Select((name, index) =>
            $"{row.Counts.GetValueOrDefault(index + 1)} {name.ToLowerInvariant()}"))));
        return rows.Count == 0 ? "" : Bars.Svg(rows, alt + ".", "Judgements by region");
    }

    private static string Row(View view, Profile profile)
    {
        var grade = view.GradeOf(profile);
        return $"<tr><th scope=\"row\"><a href=\"authorities/{profile.Slug}.html\">{Text(profile.Name)}</a></th><td "
            + $"data-label=\"Region\">{Text(profile.Region)}</td>"
            + $"<td data-label=\"Judgement\"><span class=\"grade {grade?.Colour ?? "g0"}\">{Text(grade?.Name ?? "Unknown")}</span></td>"
            + $"<td data-label=\"Published\">{Day(view.ReportOf(profile)!.Published)}</td></tr>\n";
    }
}
