using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>Makes the page of an executed notebook.</summary>
public static class NotebookPage
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The page: text, folded code, outputs; charts drawn by the page's own library, with alt text and table.</summary>
    /// <param name="document">The executed notebook.</param>
    /// <param name="name">The title for a notebook without a heading.</param>
    /// <param name="chartLibrary">The text of plotly.js; it is put into the page only if there is a chart.</param>
    public static Page Of(NotebookDocument document, string name, string chartLibrary)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new StringBuilder();
        var anchors = new HashSet<string>(StringComparer.Ordinal) { "main", "contents", "theme" };
        var headings = new List<(string Anchor, int Depth, string Text)>();
        var charts = 0;
        var code = new List<string>();
        foreach (var cell in document.Cells)
        {
            if (cell.Kind != CellKind.Code)
            {
                html.Append(Fold());
            }

            if (cell.Kind == CellKind.Markdown)
            {
                html.Append(Markdown(cell.Source));
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

            html.Append("<section class=\"cell\" aria-label=\"Cell\">\n").Append(Fold());
            foreach (var output in cell.Outputs)
            {
                html.Append(Output(output));
            }

            html.Append("</section>\n");
        }

        html.Append(Fold());
        var title = headings.FirstOrDefault(heading => heading.Depth == 1).Text ?? name;
        return new Page(title, html.ToString())
        {
            Contents = [.. headings.Where(heading => heading.Depth is 2 or 3)],
            ChartLibrary = charts > 0 ? chartLibrary : null,
            Provenance = Provenance(document),
        };

        string Fold()
        {
            var cells = string.Concat(code.Select(source =>
                $"<div class=\"code-body\"><pre tabindex=\"0\"><code>{CodeColours.Html(source)}</code></pre><button class=\"copy\" type=\"button\">Copy</button></div>"));
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
            : $"<div class=\"output\" tabindex=\"0\" role=\"group\" aria-label=\"Output\">{markup}</div>\n";

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
                    return $"<div class=\"output\"><img alt=\"{Page.Text(data["text/plain"]?.ToString() ?? "Image")}\" src=\"data:{image};base64,{Page.Text(bytes.ToString().Trim())}\"></div>\n";
                }
            }

            if (data["image/svg+xml"] is { } drawing)
            {
                var svg = Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing.ToString()));
                return $"<div class=\"output\"><img alt=\"{Page.Text(data["text/plain"]?.ToString() ?? "Drawing")}\" src=\"data:image/svg+xml;base64,{svg}\"></div>\n";
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
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\"><div class=\"plot\" id=\"chart-{number}\" role=\"img\" aria-label=\"{Page.Text(alt)}\" style=\"min-height:{height:0}px\"></div>\n");
        html.Append(CultureInfo.InvariantCulture, $"<script type=\"application/json\">{Page.Json(figure.ToJsonString())}</script>\n");
        if (meta["table"] is JsonObject table && table["columns"] is JsonArray columns && table["rows"] is JsonArray rows)
        {
            html.Append("<details><summary>The numbers behind the chart</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table><thead><tr>");
            foreach (var column in columns)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Page.Text(column?.ToString() ?? "")}</th>");
            }

            html.Append("</tr></thead><tbody>\n");
            foreach (var row in rows.OfType<JsonArray>())
            {
                html.Append("<tr>");
                foreach (var value in row)
                {
                    html.Append(value?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? "<td class=\"number\">" : "<td>");
                    html.Append(Page.Text(value?.ToString() ?? "–")).Append("</td>");
                }

                html.Append("</tr>\n");
            }

            html.Append("</tbody></table></div></details>\n");
        }

        return html.Append("</figure>\n").ToString();
    }

    private static IReadOnlyList<(string Name, string Value)> Provenance(NotebookDocument document) =>
        document.Metadata["sif"] is JsonObject provenance
            ? [.. provenance.Select(pair => (pair.Key, pair.Value is JsonObject parts
                ? string.Join(", ", parts.Select(part => $"{part.Key} {part.Value}"))
                : pair.Value?.ToString() ?? ""))]
            : [];
}
