using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>Debian's nbconvert executes every notebook of the kit on the kernel, and gets what the runner gets.</summary>
public sealed class NbconvertTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    /// <summary>Every notebook that there is.</summary>
    public static TheoryData<string> Notebooks =>
        [
            .. Directory.GetFiles(Path.Combine(Checkout.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task NbconvertExecute_OfANotebookOfTheKit_GivesTheOutputsOfTheRunner(string notebook)
    {
        var folder = kernel.CopyOfNotebooks();
        var path = Path.Combine(folder, notebook);
        var (code, _, errors) = kernel.Python(
            folder, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "executed.ipynb", notebook);
        Assert.True(code == 0, errors);
        var run = await NotebookRunner.RunAsync(NotebookFile.Read(path), new RunOptions { Folder = folder });
        Assert.True(run.Succeeded, run.Failure);
        var executed = NotebookFile.Read(Path.Combine(folder, "executed.ipynb"));
        Assert.Equal(Outputs(run.Document), Outputs(executed));
        Assert.Contains(run.Document.Cells, cell => cell.Outputs.Count > 0);
    }

    // One line a cell, so that a difference shows which; identifiers of displays are not kept in files.
    private static IEnumerable<string> Outputs(NotebookDocument document) => document.Cells.Select((cell, index) =>
        $"cell {index + 1}: " + string.Join(" | ", cell.Outputs.Select(output => output switch
        {
            DisplayOutput display => $"{(display.ExecutionCount is null ? "display" : "result")} {Sorted(display.Data)}",
            StreamOutput stream => $"{stream.Name} {stream.Text}",
            ErrorOutput error => string.Join('\n', error.Traceback),
            _ => output.ToString(),
        })));

    // Python writes the members of an object in the order of the alphabet.
    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject members =>
            "{" + string.Join(
                ", ", members.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Sorted(pair.Value)}")) + "}",
        JsonArray values => "[" + string.Join(", ", values.Select(Sorted)) + "]",
        // Python writes 1e-07 where .NET writes 1E-07.
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => node?.ToJsonString() ?? "null",
    };
}
