using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SifAnalysis.Figures;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The first page: the table of figures, the notebooks, the data, and what it all rests on.</summary>
internal static class IndexPage
{
    /// <summary>The page.</summary>
    public static Page Of(IReadOnlyList<FigureCheck> checks, IReadOnlyList<RanNotebook> notebooks, JsonObject provenance)
    {
        var html = new StringBuilder();
        html.Append("<h1>The single inspection framework, figure by figure</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>What was published of Ofsted's judgements of children's services, checked against the rows of {Page.Text("data/inspections.csv")}: <strong>{Page.Text(FigureTable.Summary(checks))}</strong>.</p>\n");
        html.Append("<ul>\n<li><strong>Reproduced</strong>: every row that the figure counts is known, and they give the figure.</li>\n<li><strong>Consistent</strong>: the figure lies inside the bounds that unknown rows leave.</li>\n<li><strong>Contradicted</strong>: no filling of the unknown rows gives the figure.</li>\n<li><strong>Not answerable</strong>: the rows do not hold what the figure is about.</li>\n</ul>\n");
        html.Append("<h2 id=\"figures\">The figures</h2>\n");
        foreach (var publication in checks.GroupBy(check => check.Figure.Publication))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>As stated by {Page.Text(publication.Key)}.</p>\n<table class=\"figures\">\n<thead><tr><th scope=\"col\">What is stated</th><th scope=\"col\">Stated</th><th scope=\"col\">Computed</th><th scope=\"col\">Verdict</th><th scope=\"col\" class=\"number\">Coverage</th></tr></thead>\n<tbody>\n");
            foreach (var check in publication)
            {
                var name = check.Verdict.Name();
                html.Append(CultureInfo.InvariantCulture, $"<tr id=\"figure-{Page.Text(check.Figure.Id)}\"><th scope=\"row\">{Page.Text(check.Figure.Statement)}<div class=\"why\">{Page.Text(check.Because)}{Page.Text(check.Witness is null ? "" : " " + check.Witness)}</div></th>");
                html.Append(CultureInfo.InvariantCulture, $"<td data-label=\"Stated\">{Page.Text(check.Figure.Stated)}</td><td data-label=\"Computed\">{Page.Text(check.Computed.Length == 0 ? "–" : check.Computed)}</td>");
                html.Append(CultureInfo.InvariantCulture, $"<td><span class=\"badge {name.Replace(' ', '-')}\">{Page.Text(name)}</span></td><td class=\"number\" data-label=\"Coverage\">{(check.Coverage is { } coverage ? coverage.ToString("0%", CultureInfo.InvariantCulture) : "–")}</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        html.Append("<h2 id=\"notebooks\">The notebooks</h2>\n<ul class=\"cards\">\n");
        foreach (var notebook in notebooks)
        {
            var (title, summary) = Described(notebook);
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Page.Text(notebook.Name)}.html\">{Page.Text(title)}</a><p>{Page.Text(summary)}</p><p>{(notebook.Run.Succeeded ? "Every cell ran." : "Stopped at a cell that failed.")} <a href=\"{Page.Text(notebook.Name)}.ipynb\" download>Notebook with outputs</a></p></li>\n");
        }

        html.Append("</ul>\n<h2 id=\"data\">The data</h2>\n<p>Tables in CSV (UTF-8), each row with its source:</p>\n<ul>\n");
        foreach (var table in (provenance["data"] as JsonObject ?? []).Select(pair => pair.Key))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"data/{Page.Text(table)}\" download>{Page.Text(table)}</a></li>\n");
        }

        html.Append("</ul>\n");
        return new Page("The single inspection framework, figure by figure", html.ToString())
        {
            Contents = [("figures", 2, "The figures"), ("notebooks", 2, "The notebooks"), ("data", 2, "The data")],
            Provenance = [.. provenance.Select(pair => (pair.Key, pair.Value is JsonObject parts
                ? string.Join(", ", parts.Select(part => $"{part.Key} {part.Value}"))
                : pair.Value?.ToString() ?? ""))],
        };
    }

    // A notebook opens with its title and, in the first paragraph, its question.
    private static (string Title, string Summary) Described(RanNotebook notebook)
    {
        var lines = (notebook.Run.Document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown)?.Source ?? "").Split('\n');
        var title = lines.FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? notebook.Name;
        var summary = string.Join(' ', lines.SkipWhile(line => line.StartsWith('#') || line.Length == 0).TakeWhile(line => line.Length > 0));
        return (title, summary);
    }
}
