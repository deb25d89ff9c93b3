using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SifAnalysis.Charts;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Files;

namespace SifAnalysis.Cli.Export;

/// <summary>The charts of an executed notebook as pictures, drawn by plotly.js in a Chromium.</summary>
internal static partial class ChartExport
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const int PixelsInAPoint = 2;

    /// <summary>The charts of a notebook's outputs, in their order.</summary>
    public static IReadOnlyList<JsonObject> Charts(NotebookDocument document) =>
        [
            .. document.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().Select(output => output.Data[Plotly])
                .OfType<JsonObject>(),
        ];

    /// <summary>What a chart shows, in words; empty where it does not say.</summary>
    public static string AltText(JsonObject chart) => chart["layout"]?["meta"] is JsonObject meta ? meta["alt"]?.ToString() ?? "" : "";

    /// <summary>Draws charts.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="charts">The charts, as plotly.js reads them.</param>
    /// <param name="format">"png", at two pixels a point, or "svg".</param>
    /// <param name="width">The width in points.</param>
    /// <returns>The pictures' bytes, in the order of the charts.</returns>
    /// <exception cref="CommandException">The browser failed, or a chart cannot be drawn.</exception>
    public static IReadOnlyList<byte[]> Draw(Browser browser, IReadOnlyList<JsonObject> charts, string format, int width)
    {
        if (charts.Count == 0)
        {
            return [];
        }

        var folder = Directory.CreateTempSubdirectory("sif-charts-").FullName;
        try
        {
            var page = Path.Combine(folder, "charts.html");
            File.WriteAllText(page, Page(charts, format, width));
            var body = browser.Body(page).Trim();
            var pictures = body.Split(' ');
            return body.StartsWith("failed", StringComparison.Ordinal) || pictures.Length != charts.Count
                ? throw new CommandException($"A chart could not be drawn: {(body.Length > 300 ? body[..300] : body)}")
                :
                [
                    .. pictures.Select(
                        (picture, index) => format == "svg"
                            ? Described(Convert.FromBase64String(picture), charts[index])
                            : Convert.FromBase64String(picture)),
                ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Page(IReadOnlyList<JsonObject> charts, string format, int width)
    {
        var asked = new JsonObject
        {
            ["format"] = format,
            ["width"] = width,
            ["scale"] = format == "png" ? PixelsInAPoint : 1,
            ["paper"] = JudgementPalette.Paper,
            ["ink"] = JudgementPalette.Muted,
            ["foot"] = SiteFrame.Licence,
            ["figures"] = new JsonArray([.. charts.Select(chart => chart.DeepClone())]),
        };
        using var script = new StreamReader(typeof(ChartExport).Assembly.GetManifestResourceStream("SifAnalysis.Cli.Export.export.js")!);
        var json = SifAnalysis.Notebooks.Pages.Page.Json(asked.ToJsonString());
        var scripts = string.Concat(
            new[] { PlotlyScript.Text, PageAsset.Pictures.Text, script.ReadToEnd() }.Select(text => $"<script>{text}</script>"));
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
            + $"<script id=\"charts\" type=\"application/json\">{json}</script>{scripts}</body></html>";
    }

    // A drawing carries its text alternative wherever it goes.
    private static byte[] Described(byte[] drawing, JsonObject chart)
    {
        var alt = AltText(chart);
        var svg = XDocument.Parse(Encoding.UTF8.GetString(drawing), LoadOptions.PreserveWhitespace);
        Rename(svg);
        if (alt.Length > 0)
        {
            var root = svg.Root!;
            root.SetAttributeValue("role", "img");
            root.AddFirst(new XElement(root.Name.Namespace + "title", XmlText.Writable(alt)));
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(
                bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            svg.Save(writer);
        }

        return bytes.ToArray();
    }

    // plotly.js draws parts of its names by lot; the same chart is to give the same bytes.
    private static void Rename(XDocument svg)
    {
        var names = svg.Descendants().Attributes("id").Select(id => id.Value).Distinct()
            .Select((name, index) => (name, index))
                .ToDictionary(pair => pair.name, pair => string.Create(CultureInfo.InvariantCulture, $"part-{pair.index + 1}"));
        foreach (var attribute in svg.Descendants().Attributes())
        {
            attribute.Value = attribute.Name == "id"
                ? names[attribute.Value]
                : Reference().Replace(attribute.Value, reference => names.GetValueOrDefault(reference.Value, reference.Value));
        }
    }

    [GeneratedRegex("""(?<=url\(['"]?#|^#)[^'")]+""")]
    private static partial Regex Reference();
}
