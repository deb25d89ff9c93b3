using System.Text;
using System.Text.RegularExpressions;
using SifAnalysis.Cli.Tests.Commands;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Notebooks;

/// <summary>What every notebook of the kit keeps to. That they run as they are, the test of <c>reproduce</c> shows.</summary>
public sealed partial class KitNotebooksTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif notebooks é ").FullName;

    public static TheoryData<string> All => [.. Names];

    public static TheoryData<string> WithADay =>
        [.. Names.Where(name => Parameters(Read(name)).Contains("asAt", StringComparison.Ordinal))];

    private static IEnumerable<string> Names =>
        new DirectoryInfo(Path.Combine(Checkout.Root, "notebooks")).GetFiles("*.ipynb").Select(file => file.Name)
            .Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public void Notebook_OfTheKit_HasNoOutputsStored(string name) => Assert.All(
        Read(name).Cells, cell =>
            Assert.True(cell.Outputs.Count == 0 && cell.ExecutionCount is null, $"{cell.Id} has outputs or a number"));

    [Theory]
    [MemberData(nameof(All))]
    public void Notebook_OfTheKit_EndsWithWhatTheDataCannotShow(string name)
    {
        var last = Read(name).Cells[^1];
        Assert.Equal(CellKind.Markdown, last.Kind);
        Assert.StartsWith("## What these data cannot show\n\n- ", last.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Notebook_OfTheKit_HasAnalysisAndNoPlumbing(string name) => Assert.All(
        Read(name).Cells.Where(cell => cell.Kind == CellKind.Code), cell => Assert.DoesNotMatch(Plumbing(), cell.Source));

    [Theory]
    [MemberData(nameof(All))]
    public void Notebook_OfTheKit_StartsAsTheOthersDo(string name)
    {
        var notebook = Read(name);
        Assert.Matches("^# [A-Z].+\n\n", notebook.Cells[0].Source);
        Assert.Contains(
            "name\": \".net-csharp\"", notebook.Metadata["kernelspec"]!.ToJsonString(
                new() { WriteIndented = true }), StringComparison.Ordinal);
        Assert.Equal("#!import kit.csx", notebook.Cells.First(cell => cell.Kind == CellKind.Code).Source);
        Assert.NotEmpty(Parameters(notebook));
        Assert.Equal(notebook.Cells.Count, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(WithADay))]
    public async Task Notebook_OfTheKit_RunsForAnotherDay(string name)
    {
        var (code, output, _) = await RunAsync(name, "-p", "asAt=2015-06-30");
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData("03-how-sure.ipynb")]
    [InlineData("05-judgement-areas.ipynb")]
    public async Task Notebook_WithRandomDraws_GivesTheSameForASeed(string name)
    {
        var first = await RunAsync(name, "-p", "seed=7");
        var second = await RunAsync(name, "-p", "seed=7");
        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Equal(first.Executed, second.Executed);
    }

    [Fact]
    public async Task YourOwnData_AFileFromASpreadsheet_IsAnalysedAndSetBesideTheKit()
    {
        var csv = Path.Combine(folder, "meine Daten.csv");
        File.WriteAllText(csv, "Local authority;Overall effectiveness;Leadership\r\nLeeds;2;1\r\nHull;RI;\r\nBirmingham;Good;Requires "
            + "improvement\r\n", Encoding.Latin1);
        var (code, output, executed) = await RunAsync("08-your-own-data.ipynb", "-p", $"csv={csv}");
        Assert.True(code == 0, output);
        Assert.Contains("holds 3 inspections of 3 of 152 authorities", executed, StringComparison.Ordinal);
        Assert.Contains("2 judgements differ from the kit", executed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task YourOwnData_AFileWithProblems_NamesThemAll()
    {
        var csv = Path.Combine(folder, "broken.csv");
        File.WriteAllText(csv, "authority,overall\nLeeds,Fine\nAtlantis,Good\n");
        var (code, output, _) = await RunAsync("08-your-own-data.ipynb", "-p", $"csv={csv}");
        Assert.Equal(1, code);
        Assert.Contains("Fine", output, StringComparison.Ordinal);
        Assert.Contains("Atlantis", output, StringComparison.Ordinal);
    }

    private static NotebookDocument Read(string name) => NotebookFile.Read(Path.Combine(Checkout.Root, "notebooks", name));

    private static string Parameters(NotebookDocument notebook) =>
        notebook.Cells.FirstOrDefault(cell => cell.Tags.Contains("parameters"))?.Source ?? "";

    private async Task<(int Code, string Output, string Executed)> RunAsync(string name, params string[] arguments)
    {
        var target = Path.Combine(folder, name);
        var (code, output) = await Sif.RunAsync(["run", Path.Combine(Checkout.Root, "notebooks", name), "--output", target, .. arguments]);
        return (code, output, File.ReadAllText(target));
    }

    [GeneratedRegex(@"^\s*(for|foreach|while)\s*\(|^\s*do\b|\bRegex\b|\bFile\.|\bCsvReader\b|\.Split\(", RegexOptions.Multiline)]
    private static partial Regex Plumbing();
}
