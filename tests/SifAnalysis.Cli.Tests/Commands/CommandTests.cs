using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using SifAnalysis.Cli.Commands;
using SifAnalysis.Cli.Data;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif cli é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void DataBuild_RawAndCorrections_MakesExactlyTheCommittedFiles() =>
        Assert.All(
            DataBuild.Files(Checkout.Data), file => Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Data, file.Key)), file.Value));

    [Fact]
    public void DataBuild_CorrectionOfNoRow_IsNamed()
    {
        var copy = CopyWithSources();
        File.AppendAllText(Path.Combine(copy, "corrections", "not-before.csv"), "Atlantis,3,2014-01-01,Sunk.,none\n");
        Assert.Contains("Atlantis", Assert.Throws<CommandException>(() => DataBuild.Files(copy)).Message, StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public void DataBuild_RawRowsWithProblems_NamesEachWithItsRawFileAndLine()
    {
        var copy = CopyWithSources();
        var facts = Path.Combine(copy, "raw", "sif-context.csv");
        File.WriteAllText(facts, File.ReadAllText(facts).Replace(",56200,29,", ",many,29,", StringComparison.Ordinal));
        File.AppendAllText(Path.Combine(copy, "raw", "neighbours.csv"), "Leeds,current,1,Enfield\n");

        var message = Assert.Throws<CommandException>(() => DataBuild.Files(copy)).Message;

        Assert.Contains("raw/sif-context.csv, line 2, population_under_18: \"many\"; ", message, StringComparison.Ordinal);
        Assert.Contains("; the same authority, edition and rank stands on line ", message, StringComparison.Ordinal);
        Assert.Matches("raw/neighbours.csv, line [0-9]+, authority: \"Leeds\"", message);
        Directory.Delete(copy, recursive: true);
    }

    private static string CopyWithSources()
    {
        var copy = Checkout.CopyOfData();
        foreach (var part in new[] { "raw", "corrections" })
        {
            Directory.CreateDirectory(Path.Combine(copy, part));
            foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Data, part)))
            {
                File.Copy(file, Path.Combine(copy, part, Path.GetFileName(file)));
            }
        }

        return copy;
    }

    [Fact]
    public async Task Validate_EveryTable_HasNoProblem()
    {
        var (code, output) = await Sif.RunAsync(
            ["validate", .. Directory.GetFiles(Checkout.Data, "*.csv"), Path.Combine(Checkout.Data, "datapackage.json")]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Validate_ChangedTable_IsToldByThePackagesHashAndEnum()
    {
        var copy = Checkout.CopyOfData();
        var path = Path.Combine(copy, "inspections.csv");
        File.WriteAllText(
            path, File.ReadAllText(path).Replace("2014-07-07,,Requires improvement", "2014-07-07,,Super", StringComparison.Ordinal));
        var (code, output) = await Sif.RunAsync("validate", Path.Combine(copy, "datapackage.json"));
        Assert.Equal(1, code);
        Assert.Contains("was changed", output, StringComparison.Ordinal);
        Assert.Contains("\"Super\"", output, StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task Validate_PackageThatDescribesOtherTables_IsTold()
    {
        var copy = Checkout.CopyOfData();
        var path = Path.Combine(copy, "datapackage.json");
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("\"path\": \"sources.csv\"", "\"path\": \"else.csv\"", StringComparison.Ordinal)
            .Replace("\"^E\\\\d{8}$\"", "\"^E\"", StringComparison.Ordinal));
        var (code, output) = await Sif.RunAsync("validate", path);
        Assert.Equal(1, code);
        Assert.Contains("the kit has no table else.csv", output, StringComparison.Ordinal);
        Assert.Contains("local-authorities.csv is described otherwise", output, StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task Validate_ColumnThatTheKitDoesNotKnow_IsSaidNotToBeRead()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("sif-test-").FullName, "mine.csv");
        File.WriteAllText(file, "Council,Inspection day,Overall judgement\nLeeds,2015-02-30,Good\n");

        var (code, output) = await Sif.RunAsync("validate", file);

        Assert.Equal(0, code);
        Assert.Contains("not read, as the kit has no such column: Inspection day.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ParquetColumnThatTheKitDoesNotKnow_IsSaidNotToBeRead()
    {
        var parquet = Path.Combine(folder, "mine.parquet");
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText =
            $"COPY (SELECT 'Leeds' AS \"Local authority\", 'Good' AS overall, 'sunny' AS weather) TO '{parquet}' (FORMAT parquet)";
        command.ExecuteNonQuery();

        var (code, output) = await Sif.RunAsync("validate", parquet);

        Assert.Equal(0, code);
        Assert.Contains("1 rows of inspections", output, StringComparison.Ordinal);
        Assert.Contains("not read, as the kit has no such column: weather.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_AsJson_IsReadByPrograms()
    {
        var path = Path.Combine(folder, "mine.csv");
        File.WriteAllText(path, "authority,overall\nLeeds,Fine\nAtlantis,Good\n");
        var (code, output) = await Sif.RunAsync("validate", path, "--format", "json");
        var problems = JsonNode.Parse(output)!.AsArray();
        Assert.Equal(1, code);
        Assert.Equal(
            [(2, "overall"), (3, "authority")], problems.Select(
                problem => (problem!["line"]!.GetValue<int>(), problem["column"]!.ToString())));
    }

    [Fact]
    public async Task Check_TheKitsData_PrintsEveryFigureAndSucceeds()
    {
        var (code, output) = await Sif.RunAsync("check");
        Assert.Equal(0, code);
        Assert.Contains("0 contradicted", output, StringComparison.Ordinal);
        Assert.Contains("results-published: reproduced", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OneRowChanged_FailsAndNamesTheFigure()
    {
        var copy = Checkout.CopyOfData();
        var path = Path.Combine(copy, "inspections.csv");
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, line => line.StartsWith("Hammersmith and Fulham,1,", StringComparison.Ordinal));
        lines[at] = lines[at].Replace(",Good,", ",Inadequate,", StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
        var (code, output) = await Sif.RunAsync("check", "--data", copy);
        Assert.Equal(1, code);
        Assert.Contains("hammersmith-and-fulham-overall: contradicted", output, StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task Check_NoSuchFolder_SaysSo()
    {
        var (code, output) = await Sif.RunAsync("check", "--data", Path.Combine(folder, "none"));
        Assert.Equal(1, code);
        Assert.Contains("no such folder", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("validate")]
    [InlineData("check", "--format", "xml")]
    [InlineData("run", "a.ipynb", "-p", "novalue")]
    public async Task WrongUsage_IsExitCode2(params string[] arguments) => Assert.Equal(2, (await Sif.RunAsync(arguments)).Code);

    [Fact]
    public async Task Reproduce_TheKit_MakesNotebooksPagesAndIndex()
    {
        var output = Path.Combine(folder, "out");
        var (code, text) = await Sif.RunAsync("reproduce", "--output", output, "--timings");
        Assert.True(code == 0, text);
        foreach (var notebook in Directory.GetFiles(Path.Combine(Checkout.Root, "notebooks"), "*.ipynb"))
        {
            var name = Path.GetFileNameWithoutExtension(notebook);
            var executed = NotebookFile.Read(Path.Combine(output, $"{name}.ipynb"));
            Assert.All(executed.Cells.Where(cell => cell.Kind == CellKind.Code), cell => Assert.NotNull(cell.ExecutionCount));
            Assert.DoesNotContain(executed.Cells.SelectMany(cell => cell.Outputs), each => each is ErrorOutput);
            Assert.Equal("1.0.0", executed.Metadata["sif"]!["kit"]!.ToString());
            Assert.True(new FileInfo(Path.Combine(output, $"{name}.html")).Length < 6_000_000);
        }

        Assert.Contains("class=\"tick reproduced\"", File.ReadAllText(Path.Combine(output, "index.html")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(output, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Reproduce_AFailingNotebook_SaysWhereAndKeepsWhatRan()
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        NotebookFile.Write(
            new NotebookDocument(
                [new NotebookCell("a", CellKind.Code, "var x = 1;\nthrow new Exception(\"broken here\");", [])],
                NotebookDocument.CSharpMetadata()),
            Path.Combine(notebooks, "bad.ipynb"));
        var (code, text) = await Sif.RunAsync("reproduce", "--notebooks", notebooks, "--trust", "--output", Path.Combine(folder, "out"));
        Assert.Equal(1, code);
        Assert.Contains("bad.ipynb, cell 1", text, StringComparison.Ordinal);
        Assert.Contains("line 2", text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "out", "bad.ipynb")));
    }

    [Theory]
    [InlineData("{\"cells\": [", "line 1")]
    [InlineData(
        "{\"cells\":[],\"metadata\":{\"kernelspec\":{\"name\":\"python3\",\"language\":\"python\"}},\"nbformat\":4,\"nbformat_minor\":5}",
        "python")]
    public async Task Run_BrokenOrForeignNotebook_IsOneMessage(string text, string expected)
    {
        var path = Path.Combine(folder, "broken.ipynb");
        File.WriteAllText(path, text);
        var (code, output) = await Sif.RunAsync("run", path, "--output", Path.Combine(folder, "out.ipynb"));
        Assert.Equal(1, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.ipynb")));
    }

    [Fact]
    public async Task Run_WithAParameter_TakesIt()
    {
        var notebook = Path.Combine(Checkout.Root, "notebooks", "01-reproduce-the-article.ipynb");
        var target = Path.Combine(folder, "out.ipynb");
        var (code, output) = await Sif.RunAsync("run", notebook, "-p", "asAt=2015-06-30", "--output", target);
        Assert.True(code == 0, output);
        Assert.Contains("By 30 June 2015 there were 59 reports", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reproduce_OutputThatCannotBeAFolder_IsOneMessageAndLeavesItAlone()
    {
        var file = Path.Combine(folder, "taken");
        File.WriteAllText(file, "mine");
        var (code, output) = await Sif.RunAsync("reproduce", "--output", file);
        Assert.Equal(1, code);
        Assert.Contains("cannot be written", output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public async Task Run_FolderInPlaceOfANotebook_IsOneMessage()
    {
        var (code, output) = await Sif.RunAsync(
            "run", Directory.CreateDirectory(Path.Combine(folder, "folder.ipynb")).FullName, "--output", Path.Combine(folder, "out.ipynb"));
        Assert.Equal(1, code);
        Assert.Contains("folder.ipynb: this is a folder; give the path of a notebook in it.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAndReproduce_NotebookFromElsewhere_RunNothingWithoutTrust()
    {
        var (notebook, marker) = Marking("there.ipynb");
        foreach (var arguments in new[] { new[] { "run", notebook }, ["reproduce", "--notebooks", Path.GetDirectoryName(notebook)!] })
        {
            var (code, output) = await Sif.RunAsync([.. arguments, "--output", Path.Combine(folder, "out", "x.ipynb")]);
            Assert.Equal(1, code);
            Assert.Contains("say so by --trust", output, StringComparison.Ordinal);
            Assert.False(File.Exists(marker));
        }

        Assert.Equal(0, (await Sif.RunAsync("run", notebook, "--trust", "--output", Path.Combine(folder, "out", "x.ipynb"))).Code);
        Assert.True(File.Exists(marker));
    }

    [Fact]
    public async Task Run_LinkInTheKitThatLeadsElsewhere_RunsNothing()
    {
        var (notebook, marker) = Marking("there.ipynb");
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts")).FullName, $"{Guid.NewGuid():N}.ipynb");
        File.CreateSymbolicLink(link, notebook);
        var (code, _) = await Sif.RunAsync("run", link, "--output", Path.Combine(folder, "x.ipynb"));
        File.Delete(link);
        Assert.Equal(1, code);
        Assert.False(File.Exists(marker));
    }

    [Theory]
    [InlineData("y", 0)]
    [InlineData("n", 1)]
    public async Task Run_NotebookFromElsewhereWithSomebodyThere_Asks(string answer, int expected)
    {
        var (notebook, marker) = Marking("there.dib");
        var console = new Spectre.Console.Testing.TestConsole();
        console.Profile.Capabilities.Interactive = true;
        console.Input.PushTextWithEnter(answer);
        Assert.Equal(expected, await SifCommand.InvokeAsync(console, ["run", notebook, "--output", Path.Combine(folder, "x.ipynb")]));
        Assert.Contains("Run this notebook?", console.Output, StringComparison.Ordinal);
        Assert.Equal(expected == 0, File.Exists(marker));
    }

    [Fact]
    public async Task Validate_Notebook_ReadsItAndRunsNothing()
    {
        var (notebook, marker) = Marking("there.ipynb");
        var (code, output) = await Sif.RunAsync("validate", notebook);
        Assert.Equal(0, code);
        Assert.Contains("1 cells, no problems", output, StringComparison.Ordinal);
        Assert.False(File.Exists(marker));
        File.AppendAllText(notebook, "}");
        (code, output) = await Sif.RunAsync("validate", notebook);
        Assert.Equal(1, code);
        Assert.Contains("there.ipynb, line ", output, StringComparison.Ordinal);
    }

    // A notebook whose only cell leaves a file, by which one sees whether it ran.
    private (string Notebook, string Marker) Marking(string name)
    {
        var notebook = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName, name);
        var marker = Path.Combine(folder, "marker");
        NotebookFile.Write(new NotebookDocument([new NotebookCell("a", CellKind.Code, "System.IO.File.WriteAllText(\"../marker\", "
            + "\"ran\");", [])], NotebookDocument.CSharpMetadata()), notebook);
        return (notebook, marker);
    }

    [Fact]
    public async Task Validate_DescriptionThatIsAFolder_IsOneMessageWithoutAStackTrace()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        Directory.CreateDirectory(Path.Combine(copy, "datapackage.json"));
        var (code, output) = await Sif.RunAsync("validate", Path.Combine(copy, "datapackage.json"));
        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
