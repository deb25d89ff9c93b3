using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;
using SifAnalysis.Notebooks.Tests.Session;

namespace SifAnalysis.Notebooks.Tests.Magics;

public class MagicTests
{
    [Theory]
    [InlineData("#!set --name x --value 5", "5 String")]
    [InlineData("#!set --name x --value true", "true String")]
    [InlineData("#!set --name x --value Barnet", "Barnet String")]
    [InlineData("var y = new List<int> { 7 };", "#!set --name x --value @csharp:y --byref\nx.Add(8); var z = x.Count; x = null; x = y;", "List`1")]
    [InlineData("var y = 7;", "#!set --name x --value @y", "7 Int32")]
    [InlineData("var y = 5000000000;", "#!set --name x --value @y", "5000000000 Int64")]
    [InlineData("var y = 2.5;", "#!set --name x --value @csharp:y", "2.5 Double")]
    [InlineData("var y = true;", "#!set --name x --value @csharp:y", "True Boolean")]
    [InlineData("var y = 7;", "#!set --name x --value @csharp:y --mime-type text/plain", "7 String")]
    [InlineData("var y = 7;\n#!share --from csharp y --as x", "7 Int32")]
    [InlineData("#!value --name text\none\ntwo", "#!share --from value text --as x", "one\ntwo String")]
    [InlineData("#!value --name text --from-value inline", "#!set --name x --value @value:text", "inline String")]
    [InlineData("#!value --name text --from-file rows.txt", "#!share --from value text --as x", "a,b String")]
    [InlineData("var x = \"other\";\nvar y = 7;", "#!share --from csharp y --as x", "7 Int32")]
    public async Task Values_Set_HaveTheirType(params string[] steps)
    {
        await using var cells = new Cells();
        cells.Write("rows.txt", "a,b");
        foreach (var cell in steps[..^1])
        {
            await cells.TextOf(cell);
        }

        var expected = steps[^1];
        Assert.EndsWith(expected, await cells.TextOf("$\"{x} {x.GetType().Name}\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_FromTheReader_Asks()
    {
        await using var cells = new Cells();
        cells.Answers.Enqueue("Leeds");
        cells.Answers.Enqueue("hush");
        var secret = new Microsoft.DotNet.Interactive.PasswordString("hush").ToString();
        Assert.DoesNotContain("hush", secret, StringComparison.Ordinal);
        Assert.Equal("Leeds hush " + secret, await cells.TextOf("#!set --name place --value @input:\"Which place?\"\n#!set --name secret "
            + "--value @password:Secret\n$\"{place} {secret.GetClearTextPassword()} {secret}\""));
        Assert.Equal([("Which place?", false), ("Secret", true)], cells.Questions);
    }

    [Fact]
    public async Task Value_WithMimeType_IsShown()
    {
        await using var cells = new Cells();
        await cells.TextOf("#!value --name page --mime-type text/html\n<b>bold</b>");
        Assert.Equal("<b>bold</b>", Assert.Single(cells.Displays).Data["text/html"]!.ToString());
    }

    [Fact]
    public async Task Import_NotebooksAndFiles_RunHere()
    {
        await using var cells = new Cells();
        cells.Write("one.dib", "#!markdown\n\n# Text\n\n#!csharp\n\nint One() => 1;\n\n#!html\n\n<i>shown</i>\n");
        NotebookFile.Write(
            new NotebookDocument([new("a", CellKind.Code, "int Two() => One() + 1;", [])], NotebookDocument.CSharpMetadata()), Path.Combine(
                cells.Folder, "two.ipynb"));
        cells.Write("three three.cs", "static class Numbers { public static int Three => 3; }");
        cells.Write("four.csx", "int four = 4;");
        cells.Write("five.sql", "-- name: five\nselect 5 as number");
        Assert.Equal("1 2 3 4 5", await cells.TextOf("#!import one.dib\n#!import two.ipynb\n#!import \"three three.cs\"\n#!import "
            + "four.csx\n#!import five.sql\n$\"{One()} {Two()} {Numbers.Three} {four} {five[0, 0]}\""));
        Assert.Equal("<i>shown</i>", cells.Displays[0].Data["text/html"]!.ToString());
    }

    [Fact]
    public async Task Import_WithAMistake_NamesFileCellAndLine()
    {
        await using var cells = new Cells();
        cells.Write("helpers.dib", "#!csharp\n\nvar fine = 1;\n\n#!csharp\n\nint Fail() =>\n    throw new InvalidOperationException(\"no "
            + "rows\");\n");
        cells.Write("broken.csx", "var fine = 1;\nvar wrong = notDeclared;");
        cells.Write("self.dib", "#!csharp\n#!import self.dib\n");
        cells.Write("cut.ipynb", "{\"cells\": [");
        Assert.StartsWith("broken.csx, line 2, column 13: CS0103", await cells.ErrorOf("#!import broken.csx"), StringComparison.Ordinal);
        Assert.Contains("at helpers.dib, cell 2, line 2", await cells.ErrorOf("#!import helpers.dib\nFail()"), StringComparison.Ordinal);
        Assert.Contains("self.dib imports itself", await cells.ErrorOf("#!import self.dib"), StringComparison.Ordinal);
        Assert.Contains("not whole JSON", await cells.ErrorOf("#!import cut.ipynb"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!set --name x", "Line 1: Missing required parameter '--value'")]
    [InlineData("#!set --name 1x --value 1", "cannot be a C# variable's name")]
    [InlineData("#!set --name x --value @csharp:lost", "there is no C# variable lost")]
    [InlineData("#!set --name x --value @fsharp:lost", "there is no kernel fsharp")]
    [InlineData("#!set --name x --value @value:lost", "Line 1: Value 'lost' not found")]
    [InlineData("#!share x", "expected #!share --from kernel name")]
    [InlineData("#!value\ntext", "Line 1: Missing required parameter '--name'")]
    [InlineData("#!value --name x --from-file lost.txt", "lost.txt")]
    [InlineData("#!value --name x --from-file a --from-value b", "cannot be used together")]
    [InlineData("#!import", "Line 1: Missing required parameter '--file'")]
    [InlineData("#!import lost.dib", "there is no file")]
    [InlineData("var y = 1;\n#!import rows.txt", "#!import: a file .txt cannot be imported")]
    [InlineData("#!pwsh\nls", "System.Diagnostics.Process")]
    public async Task Magic_Wrong_SaysWhatToWrite(string cell, string expected)
    {
        await using var cells = new Cells();
        cells.Write("rows.txt", "a,b");
        Assert.Contains(expected, await cells.ErrorOf(cell), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helpers_OfDotNetInteractive_AreThere()
    {
        await using var cells = new Cells();
        cells.Answers.Enqueue("answer");
        cells.Answers.Enqueue("secret");
        Assert.Equal("answer secret", await cells.TextOf("var plain = await Kernel.GetInputAsync(\"What?\"); "
            + "var hidden = await GetPasswordAsync(\"Hush\"); $\"{plain} {hidden.GetClearTextPassword()}\""));
        await cells.TextOf("""
            HTML("<b>html</b>").Display();
            Javascript("let x = 1;");
            CSS("td { color: red }");
            display((LaTeXString)"$x$");
            display((MathString)@"\frac{1}{2}");
            display(div(b("tag"), table(tr(td("1")))));
            KernelInvocationContext.Current.DisplayAs("# Title", "text/markdown");
            "<i>as</i>".DisplayAs("text/html");
            """);
        Assert.Equal(
            [
                "<b>html</b>",
                "<script type=\"text/javascript\">\nlet x = 1;\n</script>",
                "<style>\ntd { color: red }\n</style>",
                "$x$",
                @"$$\frac{1}{2}$$",
                "<div><b>tag</b><table><tr><td>1</td></tr></table></div>",
                "# Title",
                "<i>as</i>",
            ],
            cells.Displays.Select(
                shown => (shown.Data["text/html"] ?? shown.Data["text/latex"] ?? shown.Data["text/markdown"])!.ToString()));
    }

    [Fact]
    public async Task CellOfAnotherLanguage_InARun_IsItsMagicsText()
    {
        var folder = Directory.CreateTempSubdirectory("languages").FullName;
        var document = NotebookFile.Parse(
            "#!sql\n\n-- name: made\nselect 7 as number\n\n#!csharp\n\nmade[0, 0]\n\n#!html\n\n<b>bold</b>\n", "notebook.dib");
        var run = await NotebookRunner.RunAsync(document, new RunOptions { Folder = folder });
        Assert.True(run.Succeeded, run.Failure);
        Assert.Equal("7", ((DisplayOutput)run.Document.Cells[1].Outputs.Single()).Data["text/plain"]!.ToString());
        Assert.Equal("<b>bold</b>", ((DisplayOutput)run.Document.Cells[2].Outputs.Single()).Data["text/html"]!.ToString());
    }
}
