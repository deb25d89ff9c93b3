using System.Globalization;
using System.Text;
using SifAnalysis.Figures;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Drawing;
using SifAnalysis.Site.Files;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The front page: the finding, the article's graphic beside the rows, the map, three findings, the figures, the notebooks and
/// the data.</summary>
internal static class FrontPage
{
    private const string Title = "What Ofsted found in children’s services";

    /// <summary>The page as a file.</summary>
    public static SiteFile File(SiteContent content, IReadOnlyList<Profile> profiles)
    {
        var html = new StringBuilder();
        var contents = new List<(string, int, string)>();
        var article = Graphic.Of(content);
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(article?.Headline ?? Title)}</h1>\n<p class=\"lead\">"
            + $"{Text(Lead(content))}</p>\n");
        html.Append("<p><a class=\"button\" href=\"authorities/index.html\">Find an authority</a> <a class=\"button\" "
            + "href=\"explore.html\">Explore the judgements</a></p>\n");
        Part("article", "The article’s graphic, redrawn beside the rows", article?.Html() ?? "");
        Part("map", "Every authority", Map(profiles));
        Part("findings", "Three findings", FrontFindings.Html(content, profiles));
        Part("figures", "The figures, one by one", Figures(content));
        Part("notebooks", "The notebooks", Notebooks(content));
        Part("data", "The data", Data(content));
        if (content.HasGuide)
        {
            Part("guide", "The guide", "<p><a href=\"docs/index.html\">The guide and the API reference</a> say how to write a notebook, "
                + "which statistic answers which question, and what every member of the library does.</p>\n");
        }

        return SiteFrame.File(
            content, new Page(Title, html.ToString())
            {
                Description = article?.Headline
                ?? Lead(content),
                Contents = contents,
                Provenance = content.Provenance
            }, "index.html");

        void Part(string anchor, string title, string part)
        {
            if (part.Length > 0)
            {
                contents.Add((anchor, 2, title));
                html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{anchor}\">{title}</h2>\n{part}");
            }
        }
    }

    private static string Lead(SiteContent content)
    {
        string Of(Verdict verdict, string words) =>
            content.Checks.Count(check => check.Verdict == verdict) is var count and > 0 ? $"{count} {words}" : "";
        var publications = content.Checks.Select(check => check.Figure.Publication).Distinct().ToList();
        var stated = Words.Counted(content.Checks.Count, "published figure");
        var verdicts = ((string[])
        [
            Of(Verdict.Reproduced, "reproduced"), Of(Verdict.Consistent, "consistent with what is known"),
                Of(Verdict.Contradicted, "contradicted"),
            Of(Verdict.NotAnswerable, "that the reports cannot answer"),
        ]).Where(words => words.Length > 0);
        return $"We checked {stated} against Ofsted’s own reports, row by row: {Words.Listed(verdicts)}. They come from "
            + $"{Words.Listed(publications)}.";
    }

    private static string Map(IReadOnlyList<Profile> profiles)
    {
        var shown = profiles.Where(profile => Framework.Sif.Covers(profile.Authority)).ToList();
        if (View.Last(Framework.Sif, shown) is not { } view || shown.All(profile => profile.Tile is null))
        {
            return "";
        }

        var counts = view.Counts(shown);
        string Count(int level) => $"{counts.GetValueOrDefault(level)} {Grade.Judgements[level - 1].ToLowerInvariant()}";
        var words = $"Each authority’s latest overall judgement under the single inspection framework: {Count(1)}, {Count(2)}, "
            + $"{Count(3)}, {Count(4)}.";
        return $"<p>{words}</p>\n" + Bars.Key(counts.GetValueOrDefault(0) > 0 ? "Unknown" : null)
            + "<p class=\"note\"><a href=\"#findings\">Skip the map</a>. One tile an authority, so that each counts once; a tile leads "
                + "to the authority’s page.</p>\n"
            + "<div class=\"split map-beside\"><div>" + Figure.Html(
                TileMap.Svg(shown, view.GradeOf, $"Map of England, one tile for each authority. {words}", words, "authorities/"), "map")
            + "</div><div>" + Figure.Html(ExplorePage.RegionBars(view, shown), "regions") + "</div></div>\n";
    }

    private static string Figures(SiteContent content)
    {
        var html = new StringBuilder();
        foreach (var publication in content.Checks.GroupBy(check => check.Figure.Publication))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>As stated by {Text(publication.Key)}. Open a line for the reason.</p>"
                + $"\n<table class=\"figures cards full\"><thead><tr>");
            html.Append("<th scope=\"col\">What is stated</th><th scope=\"col\">Stated</th><th scope=\"col\">The rows give</th><th "
                + "scope=\"col\">Verdict</th></tr></thead><tbody>\n");
            foreach (var check in publication)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr id=\"figure-{Text(check.Figure.Id)}\"><th scope=\"row\"><details>"
                    + $"<summary>{Text(check.Figure.Statement)}</summary>");
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"why\">"
                    + $"{Text(check.Because)}{Text(check.Days is { } days ? $" The rows give it on these days: {days}." : "")} "
                    + $"{Text(check.Witness)}</p></details></th>");
                html.Append(CultureInfo.InvariantCulture, $"<td data-label=\"Stated\">{Text(check.Figure.Stated)}</td>");
                html.Append(CultureInfo.InvariantCulture, $"<td data-label=\"The rows give\">"
                    + $"{Text(check.Computed.Length == 0 ? "–" : check.Computed)}</td>");
                html.Append(CultureInfo.InvariantCulture, $"<td data-label=\"Verdict\">{Tick.Html(check.Verdict)}</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        return html.ToString();
    }

    private static string Notebooks(SiteContent content) => "<ul class=\"cards-list\">\n" + Each(content.Notebooks, notebook =>
    {
        var (title, question) = NotebookPage.Opening(notebook.Document, notebook.Name);
        var name = Text(Uri.EscapeDataString(notebook.Name));
        return $"<li><h3><a href=\"{name}.html\">{Text(title)}</a></h3><p>{Text(question)}</p>"
            + $"<p>{(notebook.Succeeded ? "" : "Stopped at a cell that failed. ")}<a href=\"{name}.ipynb\" download "
                + $"aria-label=\"{Text(title)}, notebook with outputs\">Notebook</a></p></li>\n";
    }) + "</ul>\n";

    private static string Data(SiteContent content) =>
        "<p>Each row names its source; a blank is unknown. <a href=\"data/README.md\" download>The codebook</a> says how to read the "
            + "columns, and "
        + "<a href=\"data/sif-data.xlsx\" download>the Excel workbook</a> holds every table with it. The figures are also <a "
            + "href=\"figures.json\" download>figures.json</a>. "
        + "<a href=\"sif-analysis.zip\" download>Everything in one zip file</a>, with checksums and how to run it again.</p>\n"
        + "<table class=\"cards\"><thead><tr><th scope=\"col\">Table</th><th scope=\"col\" class=\"number\">Rows</th><th scope=\"col\">"
            + "Download</th></tr></thead>\n<tbody>\n"
        + Each(content.Tables, table =>
        {
            var name = Text(table.Name);
            return $"<tr><th scope=\"row\">{Text(table.Title)}</th><td class=\"number\" data-label=\"Rows\">"
                + $"{table.Rows.ToString("#,0", CultureInfo.InvariantCulture)}</td>"
                + $"<td data-label=\"Download\"><span><a href=\"data/{name}.csv\" download aria-label=\"{name} as CSV\">CSV</a> "
                + $"<a href=\"data/{name}.parquet\" download aria-label=\"{name} as Parquet\">Parquet</a></span></td></tr>\n";
        }) + "</tbody></table>\n";
}
