using System.Text.Json.Nodes;
using SifAnalysis.Charts;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Site.Content;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Site.Tests;

/// <summary>The content of sites for tests: the kit's tables, and notebooks written here.</summary>
internal static class Samples
{
    /// <summary>The kit's tables.</summary>
    public static SifData Data { get; } = SifData.Load(Checkout.Data);

    /// <summary>The kit's tables with three short notebooks, which are made here and state nothing of their own.</summary>
    public static SiteContent Content { get; } = Of(Data);

    /// <summary>A site of other tables.</summary>
    public static SiteContent Of(SifData data) => new()
    {
        Data = data,
        Checks = data.CheckFigures(),
        Days = data.FigureDays(),
        Notebooks = [Notebook("01-first", data), Notebook("02-second", data), Notebook("05-judgement-areas", data)],
        Tables = [new SiteTable("inspections", "Inspections", data.Inspections.Count)],
        Provenance = [("kit", "1.0.0")],
        Version = "1.0.0",
    };

    private static SiteNotebook Notebook(string name, SifData data)
    {
        var chart = new JsonObject { ["application/vnd.plotly.v1+json"] = JsonNode.Parse(SifCharts.ByArea(data.Inspections).Json) };
        var table = "<table><thead><tr><th>Name</th><th>n</th></tr></thead><tbody>"
            + string.Concat(Enumerable.Range(1, 60).Select(row =>
                $"<tr><td>Row {row}</td><td style=\"text-align:right\">{row}</td></tr>")) + "</tbody></table>";
        return new SiteNotebook(
            name,
            new NotebookDocument(
                [
                    new("a", CellKind.Markdown, $"# Notebook {name}\n\nWhat it asks, in a sentence.", []),
                    new("b", CellKind.Code, "Finding",
                        new JsonObject { ["tags"] = new JsonArray("findings") }) { Outputs = [Shown("text/html", "<p>A finding.</p>")] },
                    new("c", CellKind.Markdown, "## A chart", []),
                    new("d", CellKind.Code, "chart", []) { Outputs = [new DisplayOutput(chart, [])] },
                    new("e", CellKind.Markdown, "## A table", []),
                    new("f", CellKind.Code, "var table = 1;\ntable", []) { Outputs = [Shown("text/html", table)] },
                ],
                NotebookDocument.CSharpMetadata()),
            true);
    }

    private static DisplayOutput Shown(string mime, string text) => new(new JsonObject { [mime] = text }, []);
}
