using SifAnalysis.Notebooks.Tests.Session;

namespace SifAnalysis.Notebooks.Tests.Kernels;

/// <summary>A session for tests of F#.</summary>
public sealed class FSharpSession : IAsyncLifetime
{
    internal Cells Cells { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Cells.DisposeAsync();
}

/// <summary>F# in one session, as its compiler takes seconds to start.</summary>
public class FSharpKernelTests(FSharpSession session) : IClassFixture<FSharpSession>
{
    private readonly Cells cells = session.Cells;

    [Fact]
    public async Task Cells_OfFSharp_SeeEachOtherAndShareWithCSharp()
    {
        await cells.TextOf("var least = 20;\nvar names = new List<string> { \"Barnet\", \"Brent\" };");
        await cells.TextOf("#!fsharp\n#!share --from csharp least\n#!share --from csharp names\nlet twice x = 2 * x");
        Assert.Equal("42", await cells.TextOf("#!fsharp\nlet answer = twice least + names.Count\nanswer"));
        Assert.Equal("43", await cells.TextOf("#!share --from fsharp answer\nanswer + 1"));
    }

    [Fact]
    public async Task Frame_Shared_IsTheSameFrame()
    {
        await cells.TextOf("using Microsoft.Data.Analysis;\nvar frame = new DataFrame(new Int32DataFrameColumn(\"n\", new[] { 1, 2 }));");
        Assert.Equal("2", await cells.TextOf("#!fsharp\n#!share --from csharp frame\nframe.[\"n\"].[0L] <- box 9\nframe.Rows.Count"));
        Assert.Equal("9", await cells.TextOf("frame[\"n\"][0]"));
        Assert.Equal("9", await cells.TextOf("#!sql\nselect max(n) from frame\n#!csharp\nsql[0, 0]"));
    }

    [Fact]
    public async Task Display_AndConsole_AreTheCellsOutputs()
    {
        await cells.TextOf("#!fsharp\ndisplay(\"first\") |> ignore\nprintfn \"printed\"\n()");
        Assert.Equal("first", (string?)cells.Displays[0].Data["text/plain"]);
        Assert.Contains("printed", string.Concat(cells.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!fsharp\nlet fine = 1\nlet wrong = notDeclared", ", line 3, column 13: FS0039")]
    [InlineData("var x = 1;\n#!fsharp\nlet wrong : int = \"text\"", ", line 3, column 19: FS0001")]
    [InlineData("#!fsharp\nfailwith \"no rows\"", "no rows")]
    [InlineData("#!fsharp\n#!share --from csharp lost", "there is no C# variable lost")]
    public async Task Mistake_InFSharp_IsToldAndTheSessionGoesOn(string cell, string expected)
    {
        Assert.Contains(expected, await cells.ErrorOf(cell), StringComparison.Ordinal);
        Assert.Equal("2", await cells.TextOf("#!fsharp\n1 + 1"));
    }
}
