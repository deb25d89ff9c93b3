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
    public async Task ExecuteAsync_CellsThatDeclareNothing_KeepWhatTheyAssignedAndCalled()
    {
        var (_, outputs) = await RunAsync(
            "var number = 1; var seen = new List<int>();",
            "number = 20;",
            "seen.Add(number); number++;",
            "for (; number < 40;) number++;",
            "seen.Add(number);",
            "if (number is var found && int.TryParse(\"2\", out var two)) seen.Add(found + two);",
            "string.Join(' ', seen) + $\" {found} {two}\"");
        Assert.Equal("20 40 42 40 2", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/plain"]!.ToString());
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
        var (_, outputs) =
            await RunAsync("Console.WriteLine(\"one\"); await Task.Run(() => Console.Write(\"two\")); Console.Error.Write(\"three\");");
        Assert.Equal(
            "one\ntwo", string.Concat(
                outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stdout").Select(stream => stream.Text)));
        Assert.Equal(
            "three", string.Concat(outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stderr").Select(stream => stream.Text)));
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
        Assert.Equal(
            ["# Title", "<b>bold</b>"], outputs.OfType<DisplayOutput>().Select(
                shown => (shown.Data["text/markdown"] ?? shown.Data["text/html"])!.ToString()));
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
        var (_, outputs) = await RunAsync("record Grade(string Name);\nFormatter.Register<Grade>(grade => $\"<i>{grade.Name}</i>\", "
            + "\"text/html\");", "new Grade(\"Good\")");
        Assert.Equal("<i>Good</i>", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/html"]!.ToString());
    }

    [Theory]
    [InlineData("while (true) { Work.Done++; }")]
    [InlineData("while (true) { try { while (true) { Work.Done++; } } catch { } }")]
    [InlineData("while (true) { Work.Done++; Console.Write(\"x\"); }")]
    [InlineData("while (true) { Work.Done++; System.Threading.Thread.Sleep(1); }")]
    [InlineData("Work.Done = 1; System.Threading.Thread.Sleep(-1); Work.Done = 2;")]
    [InlineData("Work.Done = 1; new System.Threading.ManualResetEventSlim().Wait(); Work.Done = 2;")]
    [InlineData("Work.Done = 1; await Task.Delay(-1);")]
    [InlineData("while (true) { Work.Done++; await Task.Delay(1); }")]
    [InlineData("await Task.Delay(1); while (true) { Work.Done++; }")]
    [InlineData("async Task Spin() { await Task.Yield(); while (true) { Work.Done++; } } await Spin();")]
    [InlineData("async Task Spin() { await Task.Yield(); while (true) { Work.Done++; } } Spin().Wait();")]
    [InlineData("Parallel.For(0L, long.MaxValue, step => { System.Threading.Interlocked.Increment(ref Work.Done); });")]
    [InlineData("Enumerable.Range(0, int.MaxValue).AsParallel().Sum(number => (long)(System.Threading.Interlocked.Increment(ref "
        + "Work.Done) % 2))")]
    [InlineData("IEnumerable<int> Endless() { while (true) { Work.Done++; } yield return 1; } Endless()")]
    [InlineData("await Task.Run(() => { while (true) Work.Done++; });")]
    [InlineData("new System.Threading.Thread(() => { while (true) Work.Done++; }).Start(); System.Threading.Thread.Sleep(-1);")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Count(number => Work.Done++ < 0)")]
    [InlineData("again: Work.Done++; goto again;")]
    [InlineData("void Down(int depth) { Work.Done++; if (depth > 0) { Down(depth - 1); Down(depth - 1); } } Down(500);")]
    [InlineData("var asked = Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken; "
        + "await Task.Run(() => { while (!asked.IsCancellationRequested) { Work.Done++; } });")]
    [InlineData("long Fib(int n) => n < 2 ? Work.Done++ : Fib(n - 1) + Fib(n - 2); Fib(90)")]
    [InlineData(
        "class Deep { public long Down(int n) => n < 2 ? Work.Done++ : this[n - 1]; public long this[int n] { get => "
            + "Down(n) + Down(n); } } new Deep().Down(90)")]
    [InlineData(
        "class Deep(int n) { public long Sum => n < 2 ? Work.Done++ : new Deep(n - 1).Sum + new Deep(n - 1).Sum; } new Deep(90).Sum")]
    public async Task ExecuteAsync_Stopped_ReallyStopsAndKeepsTheState(string endless)
    {
        var collected = new Collected();
        await using var session = new CSharpSession(Folder);
        await session.ExecuteAsync("var kept = 7; static class Work { public static long Done; }\nAppContext.SetData(\"work done\", "
            + "(Func<long>)(() => Work.Done));", collected);
        var done = (Func<long>)AppContext.GetData("work done")!;
        using var stop = new CancellationTokenSource();
        var stopping = session.ExecuteAsync("var above = 35;\n#!time\n" + endless, collected, stop.Token);
        while (done() == 0)
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        var result = await stopping;
        Assert.True(result.Interrupted);
        Assert.Contains("was stopped", result.Error!.Message, StringComparison.Ordinal);
        await Task.Delay(100);
        var then = done();
        await Task.Delay(300);
        Assert.Equal(then, done());
        await session.ExecuteAsync("kept + above", collected);
        Assert.Equal("42", Assert.IsType<DisplayOutput>(collected.Outputs[^1]).Data["text/plain"]!.ToString());
    }

    [Theory]
    [InlineData("var sum = 0; for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) sum += i * j; sum", "9")]
    [InlineData("var n = 3; do n--; while (n > 0); while (n < 5) { n++; } foreach (var each in new[] { 1, 2 }) n += each; n", "8")]
    [InlineData("var n = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) n += a * b; n", "14")]
    [InlineData("var n = 0; if (n > 0) while (true) ; else n = 4; n", "4")]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b; add(2)(3)", "5")]
    [InlineData("var n = 0; Action<int> act = a => n += a; act(2); Action call = () => act(3); call(); n", "5")]
    [
        InlineData(
            "System.Linq.Expressions.Expression<Func<int, bool>> tree = x => x > new[] { 1 }.Count(y => y > 0); tree.Compile()(3)", "True"),
    ]
    [InlineData("new[] { 1, 2 }.AsQueryable().Where(x => x > 1).Count()", "1")]
    [InlineData("Func<string> none = () => null; Func<int> fail = () => throw new Exception(); none() is null", "True")]
    [
        InlineData(
            "async Task<int> Later() { await Task.Yield(); return 5; } Func<Task<int>> run = async () => await Later(); await run()", "5"),
    ]
    [InlineData("int Twice(int x) => 2 * x; int Half(int x) { return x / 2; } class C { public int P => 3; public int M() { return P; "
        + "} } Twice(Half(4)) + new C().M()", "7")]
    [InlineData("int n = 0; ref int Slot() { return ref n; } Slot() = 6; n", "6")]
    [InlineData("var f = delegate (int x) { return x + 1; }; f(1)", "2")]
    [InlineData("IEnumerable<int> Some() { yield return 1; yield return 2; } Some().Sum() // all", "3")]
    [InlineData(
        "byte Small() => 5; int? None() => null; int[] All() => [1, 2]; int Fail() => throw new Exception(); void "
            + "Nothing() => Small(); Nothing(); Small() + All()[1] + (None() ?? 1)",
        "8")]
    [InlineData(
        "int n = 0; ref int Slot() => ref n; Slot() = 6; async Task Add() => await Task.Run(() => n++); async Task<int> "
            + "Get() => await Task.FromResult(n); await Add(); await Get()",
        "7")]
    [InlineData(
        "class P(int a) { int b = a; public int A => b; public int B { get => b; set => b = value; } public static P "
            + "operator +(P x, P y) => new(x.A + y.B); } (new P(3) { B = 4 } + new P(5)).A",
        "9")]
    [InlineData(
        "record R(int N) { public R() : this(3) { } public int Twice => 2 * N; public override string ToString() => "
            + "$\"{Twice}\"; } new R().ToString()",
        "6")]
    [InlineData("interface I { int N => 3; } class C : I { } ((I)new C()).N", "3")]
    public async Task ExecuteAsync_CodeWithStopPoints_MeansWhatItMeantBefore(string code, string expected)
    {
        var (_, outputs) = await RunAsync(code);
        Assert.Equal(expected, Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_LoopInALoadedFile_StopsAndItsLinesStay()
    {
        await using var cells = new Cells();
        cells.Write("endless.csx", "long turns = 0;\nvoid Spin()\n{\n    while (true) { turns++; }\n}\nint Wrong(int x) =>\n    1 / x;");
        Assert.Contains("endless.csx, line 7", await cells.ErrorOf("#load \"endless.csx\"\nWrong(0)"), StringComparison.Ordinal);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await cells.Session.ExecuteAsync("Spin()", new Collected(), limit.Token);
        Assert.Contains("was stopped", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_LambdaOfALoadedFileThatALibraryCallsWithoutEnd_Stops()
    {
        await using var cells = new Cells();
        cells.Write("inner.csx", "bool Endless() => Enumerable.InfiniteSequence(0.0, 1.0).All(n => n >= 0);");
        cells.Write("outer.csx", "#load \"inner.csx\"\nint Kept() => new[] { 1, 2 }.AsQueryable().Where(n => n > 1).Count();");
        Assert.Equal("1", await cells.TextOf("#load \"outer.csx\"\nKept()"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await cells.Session.ExecuteAsync("Endless()", new Collected(), limit.Token);
        Assert.Contains("was stopped", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("1", await cells.TextOf("Kept()"));
    }

    [Fact]
    public async Task ExecuteAsync_ErrorBehindAStopPoint_IsWhereItWasWritten()
    {
        var (result, _) = await RunAsync("foreach (var each in new[] { 1 }) { var wrong = notDeclared; }");
        Assert.StartsWith("Cell 1, line 1, column 49: CS0103", result.Error!.Traceback[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_ExceptionInAFunctionOfAnEarlierCell_NamesBothCellsAndLines()
    {
        var (result, _) = await RunAsync("int Inverse(int number)\n{\n    return 1 / number;\n}", "var fine = Inverse(1);\n\nInverse(0)");
        var traceback = string.Join('\n', result.Error!.Traceback);
        Assert.Contains("Cell 1, line 3", traceback, StringComparison.Ordinal);
        Assert.Contains("Cell 2, line 3", traceback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = new int[1];\nvar b = new int[1];\na[0] = 1;\nb[a[0]] = 2;\na[0] = b[0];", "4")]
    [InlineData("var a = new int[1];\nint At(int index)\n{\n    return a[index];\n}\nvar x = At(0);\nvar y = At(1);", "4 7")]
    [InlineData("int zero = 0;\nvar one = 1;\nvar many = one / zero;\nvar more = many / one;", "3")]
    [InlineData("string none = null;\nvar fine = \"\".Length;\nvar length = none.Length;\nvar more = length + fine;", "3")]
    [InlineData("object text = \"text\";\nvar again = (string)text;\nvar number = (int)text;\nvar more = number + 1;", "3")]
    [InlineData("record Row(int N)\n{\n    public int Inverse => 1 / N;\n}\nvar row = new Row(0);\nvar inverse = row.Inverse;", "3 6")]
    [InlineData("foreach (var x in new[] { 1, 0 })\n{\n    Console.Write(x);\n    Console.Write(1 / x);\n}", "4")]
    [InlineData("\n\nint zero = 0; int Inverse(int x) => 1 / x; var y = Inverse(zero);", "3 3")]
    public async Task ExecuteAsync_Exception_NamesEveryLineOnItsWay(string code, string lines)
    {
        var (result, _) = await RunAsync(code);
        Assert.Equal(
            lines.Split(' ').Select(line => $"at Cell 1, line {line}"),
            result.Error!.Traceback.Where(line => line.Contains("Cell 1", StringComparison.Ordinal)).Select(line => line.Trim()));
    }

    [Fact]
    public async Task ExecuteAsync_LibraryThatDoesNotStop_IsLeftBehindAndSaidSo()
    {
        await using var session = new CSharpSession(Folder);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var result = await session.ExecuteAsync("System.Threading.Thread.SpinWait(int.MaxValue); "
            + "System.Threading.Thread.SpinWait(int.MaxValue);", new Collected(), limit.Token);
        Assert.True(result.Interrupted);
        Assert.Contains("a library that it called is still at work", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_ExceptionThatEscapesFromAThread_IsToldAndEndsNothing()
    {
        var (result, outputs) = await RunAsync(
            "var thread = new System.Threading.Thread(() => throw new Exception(\"loose\")); thread.Start(); thread.Join();", "1 + 1");
        Assert.True(result.Succeeded);
        Assert.Contains("loose", Assert.Single(outputs.OfType<StreamOutput>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_BlockingOnATaskWithAwaits_DoesNotWaitForItself()
    {
        var (_, outputs) = await RunAsync(
            "async Task<int> Answer() { await Task.Delay(10); await Task.Yield(); return 42; }", "Answer().Result");
        Assert.Equal("42", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task ExecuteAsync_ResultThatCannotBeShown_KeepsWhatTheCellDeclared()
    {
        var (_, outputs) = await RunAsync("class Broken { public override string ToString() => throw new Exception(\"cannot\"); "
            + "}\nvar kept = 7;\nFormatter.Register<Broken>(broken => broken.ToString(), \"text/plain\");\nnew Broken()", "kept");
        Assert.Equal("7", outputs.OfType<DisplayOutput>().Last().Data["text/plain"]!.ToString());
    }

    [Theory]
    [InlineData("int Deeper(int n) => Deeper(n + 1) + 1;\nDeeper(0)")]
    [InlineData("Func<int, int> deeper = null!;\ndeeper = n => deeper(n + 1) + 1;\ndeeper(0)")]
    [InlineData("class Endless { public int Depth => Depth + 1; }\nnew Endless().Depth")]
    [InlineData("int Odd(int n) { return Even(n + 1) + 1; }\nint Even(int n) { return Odd(n + 1) + 1; }\nOdd(0)")]
    public async Task ExecuteAsync_CallsWithoutEnd_AreAnErrorOfTheCell(string code)
    {
        var (result, outputs) = await RunAsync("var before = 42;", code, "before");
        Assert.True(result.Succeeded);
        var error = Assert.Single(outputs.OfType<ErrorOutput>());
        Assert.Equal(typeof(InsufficientExecutionStackException).FullName, error.Name);
        Assert.InRange(error.Traceback.Count, 20, 50);
        Assert.Contains(error.Traceback, line => line.EndsWith("calls more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ExecuteAsync_CellWithoutMemory_LetsGoWhatItDeclared()
    {
        var (result, outputs) = await RunAsync(
            "var before = 42;", "var kept = new int[1000]; throw new OutOfMemoryException(\"full\");", "kept", "before");
        Assert.True(result.Succeeded);
        Assert.Equal(["System.OutOfMemoryException", "Compilation error"], outputs.OfType<ErrorOutput>().Select(error => error.Name));
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
