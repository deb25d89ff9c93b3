using System.Globalization;
using SifAnalysis.Charts;
using SifAnalysis.Loading;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Files;

namespace SifAnalysis.Cli.Export;

/// <summary>Writes an executed notebook as a page, as PDF, or as the pictures of its charts.</summary>
internal static class DocumentExport
{
    /// <summary>The formats that a browser draws.</summary>
    public static IReadOnlyList<string> Drawn { get; } = ["pdf", "png", "svg"];

    /// <summary>The page of a notebook that stands alone, without an index beside it.</summary>
    public static string Html(NotebookDocument document, string name) =>
        (NotebookPage.Of(document, name,
            SiteFrame.FindingsHeading) with
        { Frame = SiteFrame.Alone, ChartLibrary = new PageAsset(PlotlyScript.Text) }).Html();

    /// <summary>Prints a page to PDF.</summary>
    /// <returns>The file written.</returns>
    /// <exception cref="CommandException">The browser failed, or the file cannot be written.</exception>
    public static string Pdf(Browser browser, string html, string name, string folder)
    {
        var beside = Directory.CreateTempSubdirectory("sif-pdf-").FullName;
        try
        {
            var page = Path.Combine(beside, "page.html");
            var printed = Path.Combine(beside, "page.pdf");
            File.WriteAllText(page, html);
            browser.Print(page, printed);
            var target = Path.Combine(folder, $"{name}.pdf");
            AtomicFile.Write(target, stream => stream.Write(File.ReadAllBytes(printed)));
            return target;
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Draws the charts of a notebook, and lists them with their alt texts in <c>NAME-charts.csv</c>.</summary>
    /// <returns>The files written; none where the notebook has no charts.</returns>
    /// <exception cref="CommandException">The browser failed, or a file cannot be written.</exception>
    public static IReadOnlyList<string> Pictures(
        Browser browser, NotebookDocument document, string name, string format, int width, string folder)
    {
        var charts = ChartExport.Charts(document);
        var written = new List<string>();
        foreach (var picture in ChartExport.Draw(browser, charts, format, width))
        {
            written.Add(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-chart-{written.Count + 1}.{format}")));
            AtomicFile.Write(written[^1], stream => stream.Write(picture));
        }

        if (written.Count > 0)
        {
            var list = new TypedTable(
                $"{name}-charts",
                "The pictures of a notebook's charts",
                [new("file", ColumnKind.Text, "The picture."), new("alt_text", ColumnKind.Text, "What it shows, for who cannot see it.")],
                [.. written.Select((path, index) => (IReadOnlyList<object?>)[Path.GetFileName(path), ChartExport.AltText(charts[index])])]);
            written.Add(Path.Combine(folder, $"{list.Name}.csv"));
            AtomicFile.Write(written[^1], stream => CsvExport.Write(list, stream));
        }

        return written;
    }
}
