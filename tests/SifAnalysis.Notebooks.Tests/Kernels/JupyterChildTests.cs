using Microsoft.Data.Analysis;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Tests.Session;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Notebooks.Tests.Kernels;

/// <summary>A session with R and Python of this machine connected, which takes a while.</summary>
public sealed class ConnectedChildren : IAsyncLifetime
{
    internal Cells Cells { get; } = new();

    public async Task InitializeAsync()
    {
        DebianTools.RequireJupyter();
        DebianTools.RequirePython("pandas", "python3-pandas");
        DebianTools.RequireR();
        await Cells.TextOf("#!connect jupyter --kernel-name r --kernel-spec ir");
        await Cells.TextOf("#!connect jupyter --kernel-name python --kernel-spec python3");
    }

    public async Task DisposeAsync() => await Cells.DisposeAsync();
}

/// <summary>R and Python of this machine as kernels of a session.</summary>
public class JupyterChildTests(ConnectedChildren children) : IClassFixture<ConnectedChildren>
{
    private readonly Cells cells = children.Cells;

    private const string Frame = """
        using Microsoft.Data.Analysis;
        var seen = new DataFrame(
            new StringDataFrameColumn("name", new[] { "Barnet", "Côte 😀 \"'\\", null }),
            new BooleanDataFrameColumn("yes", new bool?[] { true, false, null }),
            new Int32DataFrameColumn("number", new int?[] { 1, null, 3 }),
            new Int32DataFrameColumn("whole", new[] { 1, 2, 3 }),
            new DoubleDataFrameColumn("share", new double?[] { 0.1, null, -1e300 }),
            new DateTimeDataFrameColumn("day", new DateTime?[] { new(2015, 3, 4), new(1899, 12, 31), null }),
            new DateTimeDataFrameColumn("moment", new DateTime?[] { new(2015, 3, 4, 1, 2, 3, 456, 789), new(2016, 12, 31, 23, 59, 59, 999, 999), null }));
        """;

    [Theory]
    [InlineData("r")]
    [InlineData("python")]
    public async Task Frame_SharedAndBack_IsAsItWas(string name)
    {
        await cells.TextOf(Frame);
        await cells.TextOf($"#!{name}\n#!share --from csharp seen");
        await cells.TextOf($"#!share --from {name} seen --as back");
        var seen = Value<DataFrame>(cells, "seen");
        var back = Value<DataFrame>(cells, "back");
        Assert.Equal(seen.Columns.Select(column => (column.Name, column.DataType)), back.Columns.Select(column => (column.Name, column.DataType)));
        foreach (var (before, after) in seen.Columns.Zip(back.Columns))
        {
            Assert.Equal(before.Cast<object?>(), after.Cast<object?>());
        }
    }

    [Theory]
    [InlineData("r", "paste(class(seen$day), class(seen$moment)[1], class(seen$yes), class(seen$number), class(seen$share), class(seen$name), sum(is.na(seen)))", "'Date POSIXct logical integer numeric character 6'")]
    [InlineData("python", "' '.join([str(seen[c].dtype) for c in seen.columns] + [str(int(seen.isna().sum().sum()))])", "'object boolean Int64 int64 float64 datetime64[ns] datetime64[ns] 6'")]
    public async Task Frame_Shared_HasTheTypesOfTheLanguage(string name, string code, string expected)
    {
        await cells.TextOf(Frame);
        var text = await cells.TextOf($"#!{name}\n#!share --from csharp seen\n{code}");
        Assert.Equal(expected, text.Replace("[1] ", "", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal).Trim());
    }

    [Theory]
    [InlineData("r", "5", "x + 1", "6")]
    [InlineData("r", "\"Côte\"", "paste0(x, '!')", "Côte!")]
    [InlineData("r", "new[] { 1, 2, 3 }", "sum(x)", "6")]
    [InlineData("r", "new List<string> { \"a\", \"b\" }", "paste(x, collapse = '-')", "a-b")]
    [InlineData("r", "new DateOnly(2016, 12, 31)", "format(x + 1)", "2017-01-01")]
    [InlineData("python", "5", "x + 1", "6")]
    [InlineData("python", "\"Côte\"", "x + '!'", "Côte!")]
    [InlineData("python", "new[] { 1, 2, 3 }", "sum(x)", "6")]
    [InlineData("python", "new List<string> { \"a\", \"b\" }", "'-'.join(x)", "a-b")]
    [InlineData("python", "new Dictionary<string, double> { [\"a\"] = 0.5 }", "x['a']", "0.5")]
    [InlineData("python", "new DateOnly(2016, 12, 31)", "x.isoformat()", "2016-12-31")]
    public async Task PlainValue_Shared_ComesAndGoes(string name, string value, string code, string expected)
    {
        await cells.TextOf($"var x = {value};");
        await cells.TextOf($"#!{name}\n#!share --from csharp x\ny = {code}");
        await cells.TextOf($"#!share --from {name} y");
        Assert.Equal(expected, await cells.TextOf("Convert.ToString(y, System.Globalization.CultureInfo.InvariantCulture)"));
        await cells.TextOf($"#!{name}\ny = x");
        await cells.TextOf($"#!share --from {name} y");
    }

    [Theory]
    [InlineData("r", "cat('one\\n'); Sys.sleep(60)", "print(kept)")]
    [InlineData("python", "import time\nprint('one')\nwhile True: time.sleep(0.01)", "print(kept)")]
    public async Task LoopingChild_Interrupted_StopsAndKeepsItsVariables(string name, string endless, string after)
    {
        await cells.TextOf($"#!{name}\nkept = 42");
        using var stop = new CancellationTokenSource();
        var running = cells.Session.ExecuteAsync($"#!{name}\n{endless}", cells, stop.Token);
        while (!string.Concat(cells.Texts).Contains("one", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        var result = await running;
        Assert.True(result.Interrupted);
        Assert.Contains("was stopped", result.Error!.Message, StringComparison.Ordinal);
        await cells.TextOf($"#!{name}\n{after}");
        Assert.Contains("42", string.Concat(cells.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r", "stop('no rows')", "no rows")]
    [InlineData("python", "raise ValueError('no rows')", "ValueError: no rows")]
    [InlineData("r", "tools::pskill(Sys.getpid(), 9)", "R ended while the cell ran")]
    [InlineData("python", "import os; os._exit(7)", "python ended while the cell ran (exit code 7")]
    [InlineData("python", "input('Which?')", "Which?")]
    public async Task Mistake_OrDeath_OfAChild_IsToldAndTheSessionGoesOn(string name, string code, string expected)
    {
        Assert.Contains(expected, await cells.ErrorOf($"#!{name}\n{code}") + string.Concat(cells.Texts), StringComparison.Ordinal);
        await cells.TextOf($"#!{name}\nx = 1 + 1");
        await cells.TextOf($"#!share --from {name} x");
        Assert.Equal("2", await cells.TextOf("x.ToString()"));
    }

    [Fact]
    public async Task Restart_OfAChild_ForgetsItsVariables()
    {
        await cells.TextOf("#!python\nx = 1");
        await cells.TextOf("#!python\n#!restart");
        Assert.Contains("NameError", await cells.ErrorOf("#!python\nx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!connect jupyter --kernel-name j --kernel-spec julia", "Jupyter has no kernel julia on this machine; it has")]
    [InlineData("#!connect jupyter --kernel-name csharp --kernel-spec ir", "already in use")]
    [InlineData("#!connect mssql", "connect")]
    [InlineData("#!connect", "connect")]
    [InlineData("#!julia\n1", "there is no magic #!julia")]
    [InlineData("#!share --from julia x", "there is no kernel julia; there are csharp, fsharp, sql")]
    public async Task Connect_Wrong_SaysWhatThereIs(string cell, string expected)
    {
        Assert.Contains(expected, await cells.ErrorOf(cell), StringComparison.Ordinal);
        Assert.Equal("2", await cells.TextOf("1 + 1"));
    }

    [Fact]
    public async Task Share_OfAValueWithoutTableForm_SaysWhatToMakeOfIt()
    {
        await cells.TextOf("var x = new System.Threading.CancellationTokenSource();");
        Assert.Contains("which has no table form", await cells.ErrorOf("#!python\n#!share --from csharp x"), StringComparison.Ordinal);
        Assert.Contains("there is no Python variable lost".ToUpperInvariant(), (await cells.ErrorOf("#!share --from python lost")).ToUpperInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionalKernel_NotInstalled_LeavesItsCellsOut()
    {
        await cells.TextOf("var x = 1;");
        await cells.TextOf("#!connect jupyter --kernel-name julia --kernel-spec julia-1.0 --optional");
        Assert.Contains("This cell is left out: Jupyter has no kernel julia-1.0", await cells.TextOf("#!julia\n#!share --from csharp x\nx + 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CellOfNoKnownLanguage_SaysWhichThereAre()
    {
        await using var session = new NotebookSession(Path.GetTempPath());
        var result = await session.ExecuteAsync("1", "cobol", new Cells());
        Assert.Contains("There is no kernel cobol for this cell. There are csharp, fsharp, sql", result.Error!.Message, StringComparison.Ordinal);
    }

    private static T Value<T>(Cells cells, string name) => (T)cells.Session.Session.Variables.Single(variable => variable.Name == name).Value;
}
