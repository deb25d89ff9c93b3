using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SifAnalysis.Charts;
using SifAnalysis.Cli.Export;
using SifAnalysis.Cli.Tests.Commands;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Export;

public sealed class DocumentExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif export é ").FullName;
    private readonly SifChart chart = SifCharts.ByArea(SifData.Load(Checkout.Data).Inspections);

    public DocumentExportTests() => DebianTools.RequireChromium();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Png_OfAChart_HasTwoPixelsAPointAndItsAltTextBesideIt()
    {
        var (code, output) = await Sif.RunAsync("export", Executed("mine.ipynb"), "--format", "png", "--width", "600", "--output", folder);
        Assert.True(code == 0, output);
        var picture = await File.ReadAllBytesAsync(Path.Combine(folder, "mine-chart-1.png"));
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(picture, 0, 8));
        Assert.Equal(1200, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        Assert.Contains(
            chart.AltText[..20], await File.ReadAllTextAsync(Path.Combine(folder, "mine-charts.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Svg_OfAChart_IsADrawingWithItsWordsAndTheSameTwice()
    {
        var notebook = Executed("mine.ipynb");
        var target = Path.Combine(folder, "mine-chart-1.svg");
        Assert.Equal(0, (await Sif.RunAsync("export", notebook, "--format", "svg", "--output", folder)).Code);
        var first = await File.ReadAllTextAsync(target);
        Assert.Equal(0, (await Sif.RunAsync("export", notebook, "--format", "svg", "--output", folder)).Code);
        Assert.Equal(first, await File.ReadAllTextAsync(target));
        var svg = XDocument.Parse(first);
        Assert.Equal(chart.AltText, svg.Root!.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "text"
            && element.Value.Contains("Overall", StringComparison.Ordinal));
        var words = string.Join(' ', svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
        Assert.Contains("Open Government Licence v3.0", words, StringComparison.Ordinal);
        Assert.True(svg.Descendants().Count(element => (string?)element.Attribute("class") == "point") >= chart.Table.Rows.Count);
        Assert.DoesNotContain(
            "http", string.Concat(
                svg.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Value)),
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_OfANotebook_IsAPdfWithItsStructure()
    {
        Assert.Equal(0, (await Sif.RunAsync("export", Executed("mine.ipynb"), "--format", "pdf", "--output", folder)).Code);
        var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, "mine.pdf")));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/Outlines", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_OfANotebook_StandsAlone()
    {
        Assert.Equal(0, (await Sif.RunAsync("export", Executed("mine.ipynb"), "--format", "html", "--output", folder)).Code);
        var html = await File.ReadAllTextAsync(Path.Combine(folder, "mine.html"));
        Assert.Contains("<span class=\"home\">SifAnalysis</span>", html, StringComparison.Ordinal);
        Assert.Contains("Open Government Licence", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src=\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link rel=\"stylesheet\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_NotebookWithoutOutputs_RunsNothingUntilAskedTo()
    {
        var path = Path.Combine(folder, "fresh.ipynb");
        var witness = Path.Combine(folder, "ran");
        NotebookFile.Write(new NotebookDocument([new NotebookCell("a", CellKind.Code, $"System.IO.File.WriteAllText(@\"{witness}\", "
            + $"\"\"); 1", [])], NotebookDocument.CSharpMetadata()), path);
        var (code, output) = await Sif.RunAsync("export", path, "--format", "html", "--output", folder);
        Assert.Equal(1, code);
        Assert.Contains("--run", output, StringComparison.Ordinal);
        Assert.False(File.Exists(witness));
        Assert.Equal(1, (await Sif.RunAsync("export", path, "--run", "--format", "html", "--output", folder)).Code);
        Assert.False(File.Exists(witness));
        Assert.Equal(0, (await Sif.RunAsync("export", path, "--run", "--trust", "--format", "html", "--output", folder)).Code);
        Assert.True(File.Exists(witness));
    }

    [Fact]
    public async Task Png_WithABrowserThatIsNotThere_SaysWhatToDo()
    {
        var (code, output) = await Sif.RunAsync(
            "export", Executed("mine.ipynb"), "--format", "png", "--browser", Path.Combine(folder, "none"), "--output", folder);
        Assert.Equal(1, code);
        Assert.Contains("--browser", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export", "--format", "docx")]
    [InlineData("export", "--bundle", "--format", "csv")]
    [InlineData("export", "--format", "csv", "--run")]
    public async Task Export_WrongUsage_IsCodeTwo(params string[] arguments) => Assert.Equal(2, (await Sif.RunAsync(arguments)).Code);

    [Fact]
    public async Task Bundle_OfANotebook_HoldsItsPageAndDataAndPassesSha256sum()
    {
        var zip = Path.Combine(folder, "mine.zip");
        var (code, output) = await Sif.RunAsync("export", "--bundle", Executed("mine.ipynb"), "--output", zip);
        Assert.True(code == 0, output);
        var unpacked = Path.Combine(folder, "unpacked");
        ZipFile.ExtractToDirectory(zip, unpacked);
        Assert.All(
            ["mine.ipynb", "mine.html", "data/inspections.csv", "data/LICENCE.md", "data/datapackage.json", "README.txt"], name =>
                Assert.True(File.Exists(Path.Combine(unpacked, name)), name));
        using var check = Process.Start(new ProcessStartInfo(
                "sha256sum", ["--check", "--strict", Bundle.Checksums])
        { WorkingDirectory = unpacked, RedirectStandardOutput = true })!;
        var checkedFiles = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.Equal(0, check.ExitCode);
        Assert.Equal(
            Directory.GetFiles(unpacked, "*", SearchOption.AllDirectories).Length - 1,
            checkedFiles.Split("\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var first = await File.ReadAllBytesAsync(zip);
        Assert.Equal(0, (await Sif.RunAsync("export", "--bundle", Executed("mine.ipynb"), "--output", zip)).Code);
        Assert.Equal(first, await File.ReadAllBytesAsync(zip));
    }

    [Fact]
    public void ImportedFiles_OfANotebook_AreThoseBesideItThatItImports()
    {
        foreach (var name in new[] { "kit.csx", "other.csx" })
        {
            File.WriteAllText(Path.Combine(folder, name), "1");
        }

        var document = new NotebookDocument(
            [
                new NotebookCell("a", CellKind.Code, "#!import kit.csx\n#!import \"../kit.csx\"\n#!import missing.csx", []),
                new NotebookCell("b", CellKind.Markdown, "#!import other.csx", []),
            ],
            NotebookDocument.CSharpMetadata());
        Assert.Equal([Path.Combine(folder, "kit.csx")], ImportedFiles.Of(document, folder));
    }

    [Theory]
    [InlineData("../out.txt")]
    [InlineData("data/../../out.txt")]
    [InlineData("/out.txt")]
    [InlineData("..\\out.txt")]
    [InlineData("C:out.txt")]
    [InlineData("a/.. /out.txt")]
    public void FixedZip_NameThatLeadsOut_IsRefused(string name) =>
        Assert.Throws<CommandException>(() => FixedZip.Write(new MemoryStream(), [(name, () => new MemoryStream())]));

    [Fact]
    public void FixedZip_NamesThatDifferInCaseOnly_AreRefused() =>
        Assert.Throws<CommandException>(
            () => FixedZip.Write(new MemoryStream(), [("a.txt", () => new MemoryStream()), ("A.txt", () => new MemoryStream())]));

    private string Executed(string name)
    {
        var path = Path.Combine(folder, name);
        NotebookFile.Write(
            new NotebookDocument(
                [
                    new NotebookCell("a", CellKind.Markdown, "# Mine\n\n## Part", []),
                    new NotebookCell("b", CellKind.Code, "chart", [])
                    {
                        ExecutionCount = 1,
                        Outputs =
                            [new DisplayOutput(new JsonObject { ["application/vnd.plotly.v1+json"] = JsonNode.Parse(chart.Json) }, [])],
                    },
                ],
                NotebookDocument.CSharpMetadata()),
            path);
        return path;
    }
}
