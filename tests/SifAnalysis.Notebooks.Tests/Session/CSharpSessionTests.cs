using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Tests.Session;

public class CSharpSessionTests
{
    private static readonly string Folder = Path.GetTempPath();

    [Fact]
    public async Task ExecuteAsync_TrailingExpression_IsTheResult()
    {
        var (result, outputs) = await RunAsync("1 + 1");
        Assert.True(result.Succeeded);
        var shown = Assert.IsType<DisplayOutput>(Assert.Single(outputs));
        Assert.Equal("2", shown.Data["text/plain"]!.ToString());
        Assert.Equal(1, shown.ExecutionCount);
    }

    [Fact]
    public async Task ExecuteAsync_LaterCell_SeesWhatEarlierOnesDeclared()
    {
        var (_, outputs) = await RunAsync("var number = 20;", "int Double(int value) => 2 * value;", "Double(number) + 2");
        Assert.Equal("42", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_TopLevelAwait_Waits()
    {
        var (_, outputs) = await RunAsync("await Task.Delay(10); await Task.FromResult(\"done\")");
        Assert.Equal("done", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_ConsoleOnAnyThread_IsTheCellsStream()
    {
        var (_, outputs) = await RunAsync("Console.WriteLine(\"one\"); await Task.Run(() => Console.Write(\"two\")); Console.Error.Write(\"three\");");
        Assert.Equal("one\ntwo", string.Concat(outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stdout").Select(stream => stream.Text)));
        Assert.Equal("three", string.Concat(outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stderr").Select(stream => stream.Text)));
    }

    [Fact]
    public async Task ExecuteAsync_CompilationError_NamesCellLineAndColumn()
    {
        var (result, _) = await RunAsync("var fine = 1;\nvar wrong = notDeclared;");
        Assert.Equal("Compilation error", result.Error!.Name);
        Assert.StartsWith("Cell 1, line 2, column 13: CS0103", result.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Contains("var wrong = notDeclared;", result.Error.Traceback[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_CodeUnderAMagic_KeepsTheCellsLineNumbers()
    {
        var (result, _) = await RunAsync("#!markdown\n# Text\n#!csharp\nvar wrong = notDeclared;");
        Assert.StartsWith("Cell 1, line 4", result.Error!.Traceback[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_Exception_NamesTheLineOfTheCell()
    {
        var (result, _) = await RunAsync("var before = 1;\nthrow new InvalidOperationException(\"no rows\");");
        Assert.Equal("System.InvalidOperationException", result.Error!.Name);
        Assert.Contains("Cell 1, line 2", string.Join('\n', result.Error.Traceback), StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", string.Join('\n', result.Error.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_AfterAnException_KeepsWhatWasDeclared()
    {
        var (_, outputs) = await RunAsync("var kept = 7;\nthrow new Exception();", "kept");
        Assert.Equal("7", outputs.OfType<DisplayOutput>().Last().Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_UnknownMagic_SuggestsOne()
    {
        var (result, _) = await RunAsync("#!tim\n1");
        Assert.Contains("#!time", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Line 1", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_MarkdownAndHtml_AreShownAsSuch()
    {
        var (_, outputs) = await RunAsync("#!markdown\n# Title\n#!html\n<b>bold</b>");
        Assert.Equal(["# Title", "<b>bold</b>"], outputs.OfType<DisplayOutput>().Select(shown => (shown.Data["text/markdown"] ?? shown.Data["text/html"])!.ToString()));
    }

    [Fact]
    public async Task ExecuteAsync_DisplayAndUpdate_ReplaceWhatWasShown()
    {
        var collected = new Collected();
        await using var session = new CSharpSession(Folder);
        await session.ExecuteAsync("var shown = display(\"first\"); shown.Update(\"second\"); \"third\".Display();", collected);
        Assert.Equal(["first", "third"], collected.Outputs.OfType<DisplayOutput>().Select(each => each.Data["text/plain"]!.ToString()));
        Assert.Equal("second", collected.Updates.Single().Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_FormatterRegisteredInACell_IsUsed()
    {
        var (_, outputs) = await RunAsync("record Grade(string Name);\nFormatter.Register<Grade>(grade => $\"<i>{grade.Name}</i>\", \"text/html\");", "new Grade(\"Good\")");
        Assert.Equal("<i>Good</i>", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/html"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_TimeLimit_StopsTheCell()
    {
        await using var session = new CSharpSession(Folder);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await session.ExecuteAsync("await Task.Delay(60000);", new Collected(), limit.Token);
        Assert.True(result.Interrupted);
    }

    [Fact]
    public async Task ExecuteAsync_MissingReference_IsAnErrorOfTheCell()
    {
        var (result, _) = await RunAsync("#r \"no-such-library.dll\"");
        Assert.Contains("no-such-library.dll", result.Error!.Message, StringComparison.Ordinal);
    }

    private static async Task<(CellResult Result, IReadOnlyList<CellOutput> Outputs)> RunAsync(params string[] cells)
    {
        var collected = new Collected();
        await using var session = new CSharpSession(Folder);
        CellResult? result = null;
        foreach (var cell in cells)
        {
            result = await session.ExecuteAsync(cell, collected);
        }

        return (result!, collected.Outputs);
    }

    private sealed class Collected : ICellOutputs
    {
        public List<CellOutput> Outputs { get; } = [];

        public List<DisplayOutput> Updates { get; } = [];

        public void Add(CellOutput output) => Outputs.Add(output);

        public void Update(string displayId, DisplayOutput display) => Updates.Add(display);

        public void Clear(bool wait) => Outputs.Clear();

        public string Ask(string prompt, bool hidden) => throw new InvalidOperationException("There is nobody to ask.");
    }
}
