using System.Text.Json.Nodes;
using SifAnalysis.Reports.Tests.Drawn;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Commands;

/// <summary>The commands that read Ofsted's reports, on reports that the tests draw.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif reports é ").FullName;
    private readonly string rows = Directory.CreateTempSubdirectory("sif-rows-").FullName;

    public ReportCommandTests()
    {
        File.WriteAllBytes(Path.Combine(folder, "2016-02-17_slough.pdf"), new SifDrawing().Build());
        File.WriteAllBytes(Path.Combine(folder, "2023-09-04_slough.pdf"), new IlacsDrawing().Build());
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        Directory.Delete(rows, recursive: true);
    }

    [Fact]
    public async Task Read_WithOutput_WritesTheThreeTablesWhole()
    {
        var (code, output) = await Sif.RunAsync("report", "read", folder, "--output", rows);
        Assert.True(code == 0, output);
        Assert.Equal(["context.csv", "ilacs.csv", "sif.csv"],
            Directory.GetFiles(rows).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("Slough,2,inspection,2015-11-24,2015-12-17,2016-02-17,Requires improvement,Inadequate,",
            File.ReadAllText(Path.Combine(rows, "sif.csv")), StringComparison.Ordinal);
        Assert.Contains("2 documents: 1 SIF report, 1 ILACS report, 0 others, 0 problems.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AsJson_HasEachValueWithItsPlace()
    {
        var (code, _) = await Sif.RunAsync("report", "read", folder, "--format", "json", "--output", rows);
        Assert.Equal(0, code);
        var help = JsonNode.Parse(File.ReadAllText(Path.Combine(rows, "reports.json")))![0]!["values"]!.AsArray()
            .Single(value => (string?)value!["column"] == "help_protection")!;
        Assert.Equal("Inadequate", (string?)help["value"]);
        Assert.Equal("stated twice and equal", (string?)help["how_sure"]);
        Assert.Equal(1, (int)help["places"]![0]!["page"]!);
    }

    [Fact]
    public async Task Read_AsATable_ShowsTheJudgementsAndTheProblems()
    {
        File.WriteAllBytes(Path.Combine(folder, "broken.pdf"), "%PDF-1.7 and no more"u8.ToArray());
        var (code, output) = await Sif.RunAsync("report", "read", folder);
        Assert.Equal(1, code);
        Assert.Contains("Slough", output, StringComparison.Ordinal);
        Assert.Contains("broken.pdf: the file is a broken PDF", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AReport_PrintsTheWordsAndWhereTheyStand()
    {
        var (code, output) = await Sif.RunAsync("report", "show", Path.Combine(folder, "2016-02-17_slough.pdf"));
        Assert.True(code == 0, output);
        Assert.Contains("page 1, line", output, StringComparison.Ordinal);
        Assert.Contains("39867", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AFolder_IsRefused() => Assert.Equal(1, (await Sif.RunAsync("report", "show", folder)).Code);

    [Fact]
    public async Task DataCollect_ReportsThatTheKitHasOtherwise_NamesEachValueWithItsPage()
    {
        var (code, output) = await Sif.RunAsync("data", "collect", "--from", folder, "--data", Checkout.Data);
        Assert.Equal(1, code);
        Assert.Contains("sif-rows.csv: Slough, 2016-02-17, overall: the report, page 1 of", output, StringComparison.Ordinal);
        Assert.Contains("values equal", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataCollect_ReportThatTheKitDoesNotHave_IsNew()
    {
        var mine = Directory.CreateDirectory(Path.Combine(folder, "new")).FullName;
        File.WriteAllBytes(Path.Combine(mine, "2026-09-30_slough.pdf"),
            new IlacsDrawing { Dates = "Inspection dates: 6 to 17 July 2026", HasOverall = false }.Build());
        var (code, output) = await Sif.RunAsync("data", "collect", "--from", mine, "--data", Checkout.Data);
        Assert.True(code == 0, output);
        Assert.Contains("ilacs-rows.csv: Slough, 2026-09-30 is new", output, StringComparison.Ordinal);
    }
}
