using SifAnalysis.Cli.Tests.Commands;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Tests.Reproduction;

public sealed class NotebookProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif side by side é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Reproduce_NotebookThatEndsItsProcess_IsNamedAndTheOthersRun()
    {
        Notebook("1-exits", "var before = 1;", "Environment.Exit(7);");
        Notebook("2-runs", "6 * 7");

        // Initialisers without end are no function of the cell, which could ask in time whether the stack is used up.
        Notebook("3-overflows", "class Nest { public Nest Inner = new Nest(); }\nnew Nest()");
        Notebook("4-runs", "Console.WriteLine(Console.ReadLine() ?? \"nobody types\");");
        var (code, output) = await Sif.RunAsync(
            "reproduce", "--trust", "--notebooks", folder, "--output", Path.Combine(folder, "out"), "--timings");
        Assert.Equal(1, code);
        Assert.Contains(
            "1-exits.ipynb, cell 2 of the code cells ended the program that ran it, with exit code 7", output, StringComparison.Ordinal);
        Assert.Contains("3-overflows.ipynb, cell 1 of the code cells ended the program", output, StringComparison.Ordinal);
        Assert.Contains("2-runs: executed", output, StringComparison.Ordinal);
        Assert.Matches(@"4-runs: ran in \d+\.\d s", output);
        Assert.Contains("42", Shown("2-runs"), StringComparison.Ordinal);
        Assert.Contains("nobody types", Shown("4-runs"), StringComparison.Ordinal);
        Assert.Contains("ended the program", Shown("1-exits"), StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(folder, "out"), "?-*.html").Length);
    }

    private string Shown(string name) => string.Concat(
        NotebookFile.Read(Path.Combine(folder, "out", $"{name}.ipynb")).Cells.SelectMany(cell => cell.Outputs)
            .Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        ErrorOutput error => error.Message,
        DisplayOutput display => display.Data.ToJsonString(),
        _ => "",
    }));

    private void Notebook(string name, params string[] cells) => NotebookFile.Write(
        new NotebookDocument(
            [.. cells.Select((source, index) => new NotebookCell($"c{index}", CellKind.Code, source, []))],
            NotebookDocument.CSharpMetadata()),
        Path.Combine(folder, $"{name}.ipynb"));
}
