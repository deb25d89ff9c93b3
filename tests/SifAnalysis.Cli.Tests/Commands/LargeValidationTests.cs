using DuckDB.NET.Data;
using SifAnalysis.Cli.Commands;
using SifAnalysis.Cli.Data;
using SifAnalysis.Large;

namespace SifAnalysis.Cli.Tests.Commands;

/// <summary>The validation of large files, here of synthetic rows.</summary>
public sealed class LargeValidationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif-large-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Validate_AFileInWhichEverythingIsWrong_TellsTheFirstAndTheNumberOfAll()
    {
        var path = Path.Combine(folder, "mine.csv");
        File.WriteAllLines(path, ["authority,overall", .. Enumerable.Repeat("Atlantis,Good", 2_500)]);
        var (code, output) = await Sif.RunAsync("validate", path);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.Contains("line 2, authority: \"Atlantis\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("997 more of this kind, to line 1001: \"Atlantis\" (997 "
            + "times).", StringComparison.Ordinal));
        Assert.EndsWith("2500 problems, of which the first 1000 are told.", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_AParquetFile_TellsEveryProblemByItsRow()
    {
        var path = Path.Combine(folder, "mine.parquet");
        Write(path, "SELECT * FROM (VALUES ('Leeds', 'Good'), ('Leds', 'Good'), ('Barnet', 'Super')) AS inspections (\"LA name\", "
            + "\"Overall effectiveness\")");
        var (code, output) = await Sif.RunAsync("validate", path);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal((1, 3), (code, lines.Length));
        Assert.Contains("row 2, authority: \"Leds\"; no such local authority; did you mean Leeds?", lines[0], StringComparison.Ordinal);
        Assert.Contains("row 3, overall: \"Super\"", lines[1], StringComparison.Ordinal);
        Write(path, "SELECT 'Leeds' AS authority, 'Good' AS overall");
        (code, output) = await Sif.RunAsync("validate", path);
        Assert.Equal((0, $"{path}: 1 rows of inspections, no problems."), (code, output.Trim()));
    }

    [Fact]
    public async Task Run_ANotebookThatCountsAParquetFile_FindsTheNativeLibraryOfTheKit()
    {
        var path = Path.Combine(folder, "mine.parquet");
        Write(path, "SELECT 'Leeds' AS authority, 'Good' AS overall");
        var notebook = Path.Combine(folder, "count.dib");
        File.WriteAllText(notebook, $"""
            #!csharp

            #r "{Path.Combine(ProjectFolders.OfThisProgram()!.Root, "src", "SifAnalysis", "bin", "SifAnalysis.dll")}"
            #r "{Path.Combine(ProjectFolders.OfThisProgram()!.Root, "src", "SifAnalysis.Large", "bin", "SifAnalysis.Large.dll")}"
            using SifAnalysis.Judgements;
            using SifAnalysis.Large;
            using SifAnalysis.Loading;
            var authorities = AuthorityTable.Load("{Path.Combine(ProjectFolders.DefaultData, "local-authorities.csv")}").OrThrow();
            var counts = LargeInspectionTable.CountByRegion("{path}", authorities).OrThrow();
            if (counts.Values.Sum(region => region.Good) != 1) throw new Exception("not counted");
            """);
        var (code, output) = await Sif.RunAsync("run", notebook, "--trust", "--output", Path.Combine(folder, "out.dib"));
        Assert.True(code == 0, output);
    }

    [Fact]
    public void FileProgress_OfALargeFile_IsALineATenth()
    {
        var said = new StringWriter();
        var news = new FileProgress("big.csv", said, isTerminal: false);
        for (var percent = 1; percent <= 100; percent++)
        {
            news.Report(new ReadProgress(percent * 1000, percent * Validation.Large / 100, Validation.Large));
        }

        var lines = said.ToString().TrimEnd().Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Equal("big.csv: 10% read, 10,000 rows", lines[0]);
        Assert.Equal("big.csv: 100% read, 100,000 rows", lines[^1]);
    }

    [Fact]
    public void FileProgress_OnATerminal_WritesOneLineOver()
    {
        var said = new StringWriter();
        var news = new FileProgress("big.csv", said, isTerminal: true);
        news.Report(new ReadProgress(1, Validation.Large / 4, Validation.Large));
        news.Report(new ReadProgress(2, Validation.Large, Validation.Large));
        Assert.Equal("\rbig.csv: 25% read, 1 rows\rbig.csv: 100% read, 2 rows\n", said.ToString());
    }

    [Fact]
    public void FileProgress_OfASmallFile_IsSilent()
    {
        var said = new StringWriter();
        new FileProgress("small.csv", said, isTerminal: false).Report(new ReadProgress(9, Validation.Large - 1, Validation.Large - 1));
        Assert.Empty(said.ToString());
    }

    private static void Write(string path, string query)
    {
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"COPY ({query}) TO '{path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }
}
