using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SifAnalysis.Charts;

namespace SifAnalysis.Display;

/// <summary>
/// A chart as HTML that any notebook front end shows without a network. The first chart of a session brings plotly.js along;
/// so does a chart that is shown again unchanged, since its cell was then run again and its earlier output, perhaps the one
/// with the library in it, is gone.
/// </summary>
internal sealed class ChartHtml
{
    private readonly object gate = new();
    private readonly Dictionary<string, int> shown = [];

    /// <summary>Forgets the charts shown so far: the next one brings the library along.</summary>
    public void StartNotebook()
    {
        lock (gate)
        {
            shown.Clear();
        }
    }

    /// <summary>The HTML of a figure.</summary>
    /// <param name="json">The figure as plotly.js reads it.</param>
    /// <param name="alt">The accessible name.</param>
    /// <param name="table">The HTML of the table behind the chart, or <see langword="null"/> where there is none.</param>
    public string Of(string json, string alt, string? table)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)), 0, 6);
        int times;
        bool first;
        lock (gate)
        {
            first = shown.Count == 0;
            times = shown[hash] = shown.GetValueOrDefault(hash) + 1;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"sif-chart-{hash}-{times}");
        var height = HeightOf(json);
        var html = new StringBuilder("<figure class=\"sif-chart\" style=\"margin:0\">")
            .Append(CultureInfo.InvariantCulture, $"<div id=\"{id}\" role=\"img\" aria-label=\"{TableHtml.Encode(alt)}\" "
                + $"style=\"min-height:{height}px\">")
            .Append("<p>").Append(TableHtml.Encode(alt)).Append("</p>")
            .Append("<p><em>The picture needs scripts and the notebook’s first chart. If it does not appear, trust the notebook, "
                + "or run it again from the top.</em></p></div>");
        if (table is not null)
        {
            html.Append("<details><summary style=\"display:list-item;cursor:pointer\">The numbers in this chart</summary>").Append(table)
                .Append("</details>");
        }

        if (first || times > 1)
        {
            html.Append("<script>").Append(Script("library.js")).Append("(\"").Append(PlotlyScript.Compressed).Append("\");</script>");
        }

        return html
            .Append("<script>").Append(Script("chart.js")).Append("(\"").Append(id).Append("\", ").Append(InScript(json))
                .Append(");</script></figure>")
            .ToString();
    }

    /// <summary>JSON with nothing in it that ends a script element or a line of script.</summary>
    private static string InScript(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    private static int HeightOf(string json) =>
        System.Text.Json.Nodes.JsonNode.Parse(json)?["layout"]?["height"]?.GetValue<int>() ?? 400;

    private static string Script(string name)
    {
        using var reader =
            new StreamReader(typeof(ChartHtml).Assembly.GetManifestResourceStream($"SifAnalysis.Display.{name}")!, Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd();
    }
}
