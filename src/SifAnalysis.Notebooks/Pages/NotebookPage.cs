using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>Makes the page of an executed notebook.</summary>
public static class NotebookPage
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The tag of a cell whose outputs are the notebook's findings: they stand in a box of their own.</summary>
    public const string FindingsTag = "findings";

    /// <summary>
    /// The page: findings in a box, text, folded code, outputs; charts with alt text and table, drawn by plotly.js where whoever
    /// publishes the page adds it.
    /// </summary>
    /// <param name="document">The executed notebook.</param>
    /// <param name="name">The title for a notebook without a heading.</param>
    /// <param name="findings">The heading under which cells show findings; so do cells tagged <see cref="FindingsTag"/>.</param>
    public static Page Of(NotebookDocument document, string name, string? findings = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new StringBuilder();
        var anchors = new HashSet<string>(StringComparer.Ordinal) { "main", "contents", "theme" };
        var headings = new List<(string Anchor, int Depth, string Text)>();
        var charts = 0;
        var code = new List<string>();
        var (isUnderFindings, isBoxOpen) = (false, false);
        foreach (var cell in document.Cells)
        {
            if (cell.Kind != CellKind.Code)
            {
                html.Append(EndOfBox()).Append(Fold());
            }

            if (cell.Kind == CellKind.Markdown)
            {
                html.Append(Markdown(cell.Source));
                isUnderFindings = findings is not null && headings.Count > 0 && headings[^1].Text == findings;
                continue;
            }

            if (cell.Kind == CellKind.Raw)
            {
                html.Append(CultureInfo.InvariantCulture, $"<pre class=\"plain\">{Page.Text(cell.Source)}</pre>\n");
                continue;
            }

            // Cells that show nothing share one fold with the cell that shows what they led to.
            code.Add(cell.Source);
            if (cell.Outputs.Count == 0)
            {
                continue;
            }

            // Findings, one after another, share one box, with all their code behind them.
            var isFinding = isUnderFindings || cell.Tags.Contains(FindingsTag);
            if (!isFinding)
            {
                html.Append(EndOfBox()).Append("<div class=\"cell\">\n").Append(Fold());
            }
            else if (!isBoxOpen)
            {
                isBoxOpen = true;
                html.Append("<div class=\"cell findings\" role=\"group\" aria-label=\"Findings\">\n");
            }

            foreach (var output in cell.Outputs)
            {
                html.Append(Output(output));
            }

            html.Append(isFinding ? "" : "</div>\n");
        }

        html.Append(EndOfBox()).Append(Fold());
        var title = headings.FirstOrDefault(heading => heading.Depth == 1).Text ?? name;
        return new Page(title, html.ToString())
        {
            Contents = [.. headings.Where(heading => heading.Depth is 2 or 3)],
            HasCharts = charts > 0,
            Description = Opening(document, name).Question,
            Provenance = Provenance(document),
        };

        string EndOfBox()
        {
            var end = isBoxOpen ? Fold() + "</div>\n" : "";
            isBoxOpen = false;
            return end;
        }

        string Fold()
        {
            var cells = string.Concat(code.Select(source =>
                $"<div class=\"code-body\"><pre tabindex=\"0\"><code>{CodeColours.Html(source)}</code></pre>"
                + "<button class=\"copy\" type=\"button\" hidden>Copy</button></div>"));
            code.Clear();
            return cells.Length == 0 ? "" : $"<details class=\"code\"><summary>Code</summary>{cells}</details>\n";
        }

        string Markdown(string text)
        {
            var (rendered, own) = MarkdownText.Render(text, anchors);
            headings.AddRange(own);
            return rendered;
        }

        string Output(CellOutput output) => output switch
        {
            StreamOutput stream => $"<pre class=\"stream\">{Page.Text(stream.Text)}</pre>\n",
            ErrorOutput error => $"<pre class=\"error\" role=\"alert\">{Page.Text(string.Join('\n', error.Traceback))}</pre>\n",
            DisplayOutput display => Display(display.Data),
            _ => "",
        };

        // What is wider than the page is scrolled by keyboard too, unless it sees to that itself.
        static string Scrolled(string markup) => markup.Contains("tabindex=\"0\"", StringComparison.Ordinal)
            ? $"<div class=\"output\">{markup}</div>\n"
            : markup.Contains("<table", StringComparison.Ordinal)
                ? $"<div class=\"output scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">{markup}</div>\n"
                : $"<div class=\"output words\">{markup}</div>\n";

        string Display(JsonObject data)
        {
            if (data[Plotly] is JsonObject figure)
            {
                charts++;
                return Chart(figure, charts);
            }

            if (data["text/markdown"] is { } markdown)
            {
                return Markdown(markdown.ToString());
            }

            foreach (var image in (ReadOnlySpan<string>)["image/png", "image/jpeg"])
            {
                if (data[image] is { } bytes)
                {
                    return $"<div class=\"output\"><img alt=\"{Page.Text(data["text/plain"]?.ToString() ?? "Image")}\" "
                        + $"src=\"data:{image};base64,{Page.Text(bytes.ToString().Trim())}\"></div>\n";
                }
            }

            if (data["image/svg+xml"] is { } drawing)
            {
                var svg = Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing.ToString()));
                return $"<div class=\"output\"><img alt=\"{Page.Text(data["text/plain"]?.ToString() ?? "Drawing")}\" "
                    + $"src=\"data:image/svg+xml;base64,{svg}\"></div>\n";
            }

            return data["text/html"] is { } markup
                ? Scrolled(OutputMarkup.Safe(markup.ToString()))
                : $"<pre class=\"plain\">{Page.Text((data["text/plain"] ?? data.FirstOrDefault().Value)?.ToString() ?? "")}</pre>\n";
        }
    }

    /// <summary>What a notebook is called and asks: its title and its first paragraph, plain text.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">The title for a notebook without a heading.</param>
    public static (string Title, string Question) Opening(NotebookDocument document, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (title, question) = MarkdownText.Opening(document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown)?.Source ?? "");
        return (title ?? name, question ?? "");
    }

    private static string Chart(JsonObject figure, int number)
    {
        var meta = figure["layout"]?["meta"] as JsonObject ?? [];
        var alt = meta["alt"]?.ToString() ?? "Chart";
        var html = new StringBuilder();

        // The place that the chart will take is kept free, so that nothing moves under a reader when it is drawn.
        var height = figure["layout"]?["height"] is JsonValue points && points.TryGetValue<double>(out var stated) ? stated : 450;
        var name = Page.Text(alt);
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\"><div class=\"plot\" id=\"chart-{number}\" role=\"img\" "
            + $"aria-label=\"{name}\"");
        html.Append(CultureInfo.InvariantCulture, $" style=\"min-height:{height:0}px\"><p>{name}</p></div>\n");
        html.Append(CultureInfo.InvariantCulture, $"<script type=\"application/json\">{Page.Json(figure.ToJsonString())}</script>\n");
        html.Append("<p class=\"pictures\" hidden><button type=\"button\" data-picture=\"svg\">Save as SVG</button> ");
        html.Append("<button type=\"button\" data-picture=\"png\">Save as PNG</button></p>\n");
        if (meta["table"] is JsonObject table && table["columns"] is JsonArray columns && table["rows"] is JsonArray rows)
        {
            html.Append("<details><summary>The numbers behind the chart</summary>");
            html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table class=\"cards\"><thead><tr>");
            var names = columns.Select(column => Page.Text(column?.ToString() ?? "")).ToList();
            var isNumber = names
                .Select((_, column) => rows.OfType<JsonArray>().Any(row => Number(row, column)) ? " class=\"number\"" : "").ToList();
            foreach (var (column, index) in names.Select((column, index) => (column, index)))
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{isNumber[index]}>{column}</th>");
            }

            html.Append("</tr></thead><tbody>\n");
            foreach (var row in rows.OfType<JsonArray>())
            {
                html.Append("<tr>");
                for (var column = 0; column < row.Count; column++)
                {
                    var label = column < names.Count ? $"{isNumber[column]} data-label=\"{names[column]}\"" : "";
                    html.Append(CultureInfo.InvariantCulture, $"<td{label}>{Page.Text(row[column]?.ToString() ?? "–")}</td>");
                }

                html.Append("</tr>\n");
            }

            html.Append("</tbody></table></div></details>\n");
        }

        return html.Append("</figure>\n").ToString();
    }

    private static bool Number(JsonArray row, int column) =>
        column < row.Count && row[column]?.GetValueKind() == System.Text.Json.JsonValueKind.Number;

    private static IReadOnlyList<(string Name, string Value)> Provenance(NotebookDocument document) =>
        document.Metadata["sif"] is JsonObject provenance
            ? [.. provenance.Select(pair => (pair.Key, pair.Value is JsonObject parts
                ? string.Join(", ", parts.Select(part => $"{part.Key} {part.Value}"))
                : pair.Value?.ToString() ?? ""))]
            : [];
}
