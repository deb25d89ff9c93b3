using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;

namespace SifAnalysis.Notebooks.Tests.Running;

public class NotebookRunnerTests
{
    [Fact]
    public async Task RunAsync_FailingCell_StopsThereAndKeepsWhatRan()
    {
        var run = await RunAsync(Code("var kept = 1; kept"), Code("var before = 2;\nthrow new Exception(\"stop here\");"), Code("3"));
        Assert.False(run.Succeeded);
        Assert.Contains("cell 2", run.Failure, StringComparison.Ordinal);
        Assert.Contains("line 2", run.Failure, StringComparison.Ordinal);
        Assert.Contains("stop here", run.Failure, StringComparison.Ordinal);
        Assert.Equal("1", Shown(run.Document.Cells[0]));
        Assert.Empty(run.Document.Cells[2].Outputs);
        Assert.IsType<ErrorOutput>(run.Document.Cells[1].Outputs[^1]);
    }

    [Fact]
    public async Task RunAsync_SlowCell_SaysItsLimit()
    {
        var document = new NotebookDocument([Code("await Task.Delay(60000);")], []);
        var run = await NotebookRunner.RunAsync(
            document, new RunOptions { Folder = Path.GetTempPath(), TimeLimit = TimeSpan.FromSeconds(1) });
        Assert.Contains("longer than its limit of 1 seconds", run.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asAt", "2017-03-31", "31/03/2017")]
    [InlineData("count", "12", "12")]
    [InlineData("name", "O\"Hare; DROP", "O\"Hare; DROP")]
    public async Task RunAsync_Parameter_TakesThePlaceOfItsDefault(string name, string value, string expected)
    {
        var defaults = Code("var asAt = new DateOnly(2016, 12, 31);\nvar count = 1;\nvar name = \"none\";") with
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") },
        };
        var document = new NotebookDocument(
            [defaults, Code($"Convert.ToString((object){name}, new System.Globalization.CultureInfo(\"en-GB\"))")], []);
        var run = await NotebookRunner.RunAsync(
            document, new RunOptions { Folder = Path.GetTempPath(), Parameters = new Dictionary<string, string> { [name] = value } });
        Assert.Null(run.Failure);
        Assert.Equal(expected, Shown(run.Document.Cells[^1]));
        Assert.Contains("injected-parameters", run.Document.Cells[1].Tags);
    }

    [Fact]
    public async Task RunAsync_UnknownParameter_NamesThoseThatThereAre()
    {
        var defaults = Code("var asAt = 1;") with { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } };
        var thrown = await Assert.ThrowsAsync<ParameterException>(() => NotebookRunner.RunAsync(
            new NotebookDocument([defaults], []),
            new RunOptions { Folder = Path.GetTempPath(), Parameters = new Dictionary<string, string> { ["day"] = "1" } }));
        Assert.Contains("asAt", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Twice_GivesTheSameText()
    {
        var cells = new[] { Code("Console.WriteLine(\"a\"); new[] { 1, 2 }"), Code("display(\"b\");") };
        Assert.Equal(
            NotebookFile.Format(
                (await RunAsync(cells)).Document, "a.ipynb"), NotebookFile.Format((await RunAsync(cells)).Document, "a.ipynb"));
    }

    private static async Task<NotebookRun> RunAsync(params NotebookCell[] cells) =>
        await NotebookRunner.RunAsync(new NotebookDocument(cells, []), new RunOptions { Folder = Path.GetTempPath() });

    private static NotebookCell Code(string source) =>
        new($"cell-{source.GetHashCode(StringComparison.Ordinal):x}", CellKind.Code, source, []);

    private static string? Shown(NotebookCell cell) =>
        cell.Outputs.OfType<DisplayOutput>().FirstOrDefault()?.Data["text/plain"]?.ToString();
}
