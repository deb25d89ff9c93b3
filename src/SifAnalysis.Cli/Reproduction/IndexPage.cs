using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SifAnalysis.Cli.Export;
using SifAnalysis.Figures;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The first page: the table of figures, the notebooks, the data, and what it all rests on.</summary>
internal static class IndexPage
{
    /// <summary>The page; with <paramref name="guide"/>, it leads to the guide and the API reference beside it.</summary>
    public static Page Of(IReadOnlyList<FigureCheck> checks, IReadOnlyList<RanNotebook> notebooks, IReadOnlyList<TypedTable> tables, JsonObject provenance, bool guide)
    {
        var html = new StringBuilder();
        html.Append("<h1>The single inspection framework, figure by figure</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>What was published of Ofsted's judgements of children's services, checked against the rows of <code>data/inspections.csv</code>: each figure with its verdict, the notebooks that work it out, and the data to work it out yourself.</p>\n<ul class=\"tiles\">\n");
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><strong>{checks.Count(check => check.Verdict == verdict)}</strong>{Badge(verdict)}<p>{Page.Text(Meaning(verdict))}</p></li>\n");
        }

        html.Append("</ul>\n");
        html.Append("<h2 id=\"figures\">The figures</h2>\n");
        foreach (var publication in checks.GroupBy(check => check.Figure.Publication))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>As stated by {Page.Text(publication.Key)}.</p>\n<table class=\"figures\">\n<thead><tr><th scope=\"col\">What is stated</th><th scope=\"col\">Stated</th><th scope=\"col\">Computed</th><th scope=\"col\">Verdict</th><th scope=\"col\" class=\"number\">Coverage</th></tr></thead>\n<tbody>\n");
            foreach (var check in publication)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr id=\"figure-{Page.Text(check.Figure.Id)}\"><th scope=\"row\">{Page.Text(check.Figure.Statement)}<div class=\"why\">{Page.Text(check.Because)}{Page.Text(check.Witness is null ? "" : " " + check.Witness)}</div></th>");
                html.Append(CultureInfo.InvariantCulture, $"<td data-label=\"Stated\">{Page.Text(check.Figure.Stated)}</td><td data-label=\"Computed\">{Page.Text(check.Computed.Length == 0 ? "–" : check.Computed)}</td>");
                html.Append(CultureInfo.InvariantCulture, $"<td>{Badge(check.Verdict)}</td><td class=\"number\" data-label=\"Coverage\">{(check.Coverage is { } coverage ? coverage.ToString("0%", CultureInfo.InvariantCulture) : "–")}</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        html.Append("<h2 id=\"notebooks\">The notebooks</h2>\n<ul class=\"cards\">\n");
        foreach (var notebook in notebooks)
        {
            var (title, question) = NotebookPage.Opening(notebook.Document, notebook.Name);
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Page.Text(notebook.Name)}.html\">{Page.Text(title)}</a><p>{Page.Text(question)}</p><p>{(notebook.Succeeded ? "Every cell ran." : "Stopped at a cell that failed.")} <a href=\"{Page.Text(notebook.Name)}.ipynb\" download>Notebook with outputs</a></p></li>\n");
        }

        html.Append("</ul>\n<h2 id=\"data\">The data</h2>\n<p>Each row names its source; a blank is unknown. <a href=\"data/README.md\" download>The codebook</a> says how to read the columns, and <a href=\"data/sif-data.xlsx\" download>the Excel workbook</a> holds every table with it. The figures above are also <a href=\"figures.json\" download>figures.json</a>.</p>\n");
        html.Append("<table>\n<thead><tr><th scope=\"col\">Table</th><th scope=\"col\" class=\"number\">Rows</th><th scope=\"col\">Download</th></tr></thead>\n<tbody>\n");
        foreach (var table in tables)
        {
            var name = Page.Text(table.Name);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Page.Text(table.Title)}</th><td class=\"number\">{table.Rows.Count()}</td><td><a href=\"data/{name}.csv\" download aria-label=\"{name} as CSV\">CSV</a> <a href=\"data/{name}.parquet\" download aria-label=\"{name} as Parquet\">Parquet</a></td></tr>\n");
        }

        html.Append("</tbody></table>\n");
        if (guide)
        {
            html.Append("<h2 id=\"guide\">The guide</h2>\n<p><a href=\"docs/index.html\">The guide and the API reference</a> say how to write a notebook, which statistic answers which question, and what every member of the library does.</p>\n");
        }

        return new Page("The single inspection framework, figure by figure", html.ToString())
        {
            Contents = [("figures", 2, "The figures"), ("notebooks", 2, "The notebooks"), ("data", 2, "The data"), .. guide ? [("guide", 2, "The guide")] : Array.Empty<(string, int, string)>()],
            Provenance = [.. provenance.Select(pair => (pair.Key, pair.Value is JsonObject parts
                ? string.Join(", ", parts.Select(part => $"{part.Key} {part.Value}"))
                : pair.Value?.ToString() ?? ""))],
        };
    }

    private static string Badge(Verdict verdict) =>
        $"<span class=\"badge {verdict.Name().Replace(' ', '-')}\">{Page.Text(verdict.Name())}</span>";

    private static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "Every row that the figure counts is known, and they give the figure.",
        Verdict.Consistent => "The figure lies inside the bounds that unknown rows leave.",
        Verdict.Contradicted => "No filling of the unknown rows gives the figure.",
        _ => "The rows do not hold what the figure is about.",
    };
}
