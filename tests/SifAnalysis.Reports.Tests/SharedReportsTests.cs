using SifAnalysis.Reports.Tests.Drawn;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Reports.Tests;

/// <summary>
/// What real reports say, value by value, where a folder of them lies beside the checkout; without one, the same of drawn reports with
/// the days and judgements of the kit's own rows.
/// </summary>
public sealed class SharedReportsTests
{
    // What a report does not state, or the rows state in other words.
    private static readonly string[] NotCompared =
        ["report_url", "dates_source", "judgements_source", "source", "notes", "inspection_number"];

    [Fact]
    public void Read_EveryReport_SaysWhatTheKitsRowsSay()
    {
        var folder = Path.Combine(Checkout.Root, "..", "shared", "reports");
        var isThere = Directory.Exists(folder);
        var drawn = Directory.CreateTempSubdirectory("sif-drawn-");
        if (!isThere)
        {
            Draw(drawn.FullName);
        }

        var tables = OfstedReports.Read(isThere ? folder : drawn.FullName).ToTables().ToDictionary(table => table.Name);
        drawn.Delete(recursive: true);
        var compared = Compare(tables["sif.csv"], "sif-rows.csv") + Compare(tables["ilacs.csv"], "ilacs-rows.csv");
        Assert.True(compared > (isThere ? 300 : 30), $"only {compared} values were compared");
        if (isThere)
        {
            Assert.True(Compare(tables["context.csv"], "sif-context.csv") > 300);
        }
    }

    private static int Compare(ReportTable table, string raw)
    {
        var known = Csv(Path.Combine(Checkout.Data, "raw", raw)).ToLookup(row => (row["la_name"], row["report_published"]));
        var compared = 0;
        foreach (var row in table.Rows)
        {
            var read = table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);
            var there = Assert.Single(known[(read["la_name"], read["report_published"])]);
            foreach (var (column, value) in read.Where(cell => cell.Value.Length > 0
                && !NotCompared.Contains(cell.Key) && there[cell.Key].Length > 0))
            {
                Assert.True(there[column] == value, $"{read["la_name"]}, {column}: the report says {value}, the row {there[column]}");
                compared++;
            }
        }

        return compared;
    }

    private static void Draw(string folder)
    {
        foreach (var row in Csv(Path.Combine(Checkout.Data, "raw", "sif-rows.csv"))
            .Where(row => row["kind"] == "inspection" && row["inspection_start"].Length > 0 && row["lscb"] != "Not reviewed").Take(6))
        {
            var bytes = new SifDrawing
            {
                Council = $"{row["la_name"]} Council",
                Place = row["la_name"],
                Dates = $"Inspection date: {row["inspection_start"][8..]}/{row["inspection_start"][5..7]}/{row["inspection_start"][..4]} "
                    + $"- {row["inspection_end"][8..]}/{row["inspection_end"][5..7]}/{row["inspection_end"][..4]}",
                Published = null,
                Grades =
                    [.. new[] { "overall", "help_protection", "looked_after", "adoption", "care_leavers", "leadership", "lscb" }.Select(
                    area => row[area])],
            }.Build();
            File.WriteAllBytes(Path.Combine(folder, $"{row["report_published"]}_{row["la_name"]}.pdf"), bytes);
        }
    }

    private static List<Dictionary<string, string>> Csv(string path)
    {
        using var reader = CsvHelper.CsvReader.FromFile(path, new CsvHelper.CsvReaderOptions { Separator = ',' }, FileOptions.None);
        reader.ReadHeader();
        var headers = reader.Headers.ToArray();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, headers.Length).ToDictionary(index => headers[index], index => reader.GetString(index).Trim()));
        }

        return rows;
    }
}
