using System.Globalization;
using SifAnalysis.Cli.Data;
using SifAnalysis.Reports;

namespace SifAnalysis.Cli.Reports;

/// <summary>Compares what reports say with the kit's own rows, value by value.</summary>
internal static class Collection
{
    // Ofsted's list and a report itself name days of publication that differ by ten days at most.
    private const int MostDaysApart = 31;

    // What a report cannot state, or states in the kit's own words.
    private static readonly HashSet<string> NotStated = ["report_url", "dates_source", "judgements_source", "source", "notes"];

    private static readonly (string Table, string Raw)[] Tables =
        [("sif.csv", "sif-rows.csv"), ("context.csv", "sif-context.csv"), ("ilacs.csv", "ilacs-rows.csv")];

    /// <summary>What the reports say that the rows do not, and how much is equal.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="data">The data folder; its <c>raw/</c> holds the rows.</param>
    public static IReadOnlyList<CollectedValue> Compare(ReportSet set, string data)
    {
        var compared = new List<CollectedValue>();
        foreach (var table in set.ToTables())
        {
            var raw = Tables.Single(pair => pair.Table == table.Name).Raw;
            var known = File.Exists(Path.Combine(data, "raw", raw)) ? RawTable.Read(Path.Combine(data, "raw"), raw).Rows : [];
            var own = known.ToLookup(row => row["la_name"]);
            foreach (var (row, report) in table.Rows.Zip(table.Reports))
            {
                var read = table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);
                compared.AddRange(Row(raw, read, report, own[read["la_name"]].FirstOrDefault(there => IsSame(read, there))));
            }
        }

        return compared;
    }

    private static IEnumerable<CollectedValue> Row(string table, Dictionary<string,
        string> read, InspectionReport report, IReadOnlyDictionary<string, string>? there)
    {
        var pages = report.Values.Where(value => value.Places.Count > 0).ToDictionary(value => value.Column, value => value.Places[0].Page);
        var name = $"{read["la_name"]}, "
            + $"{(read["report_published"].Length > 0 ? read["report_published"] : read.GetValueOrDefault("inspection_end"))}";
        if (there is null)
        {
            return [new CollectedValue(table, name, "", CollectedState.New, "", "", report.File, 0)];
        }

        return read.Where(cell => cell.Value.Length > 0 && !NotStated.Contains(cell.Key) && there.ContainsKey(cell.Key))
            .Select(cell => new CollectedValue(
            table, name, cell.Key,
            there[cell.Key] == cell.Value ? CollectedState.Equal
                : there[cell.Key].Length == 0 ? CollectedState.New : CollectedState.Different,
            cell.Value, there[cell.Key], report.File, pages.GetValueOrDefault(cell.Key)));
    }

    private static bool IsSame(Dictionary<string, string> read, IReadOnlyDictionary<string, string> there) =>
        (read.GetValueOrDefault("inspection_end") is { Length: > 0 } ended && there.GetValueOrDefault("inspection_end") == ended)
        || (Day(read["report_published"]) is { } published && Day(there.GetValueOrDefault("report_published")) is { } known
            && Math.Abs(published.DayNumber - known.DayNumber) <= MostDaysApart);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
