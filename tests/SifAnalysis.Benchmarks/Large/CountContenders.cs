using System.Globalization;
using CsvHelper;
using DuckDB.NET.Data;
using SifAnalysis.Judgements;
using SifAnalysis.Large;

namespace SifAnalysis.Benchmarks.Large;

/// <summary>
/// The same count of a large file by region and judgement, as the kit and as others make it: one a process, so that time and
/// memory are its own. Of these only the kit checks what it counts.
/// </summary>
internal static class CountContenders
{
    /// <summary>Prints a contender's counts, a line of region, judgement and count each, for the script to compare.</summary>
    public static void Print(string contender, string path)
    {
        var authorities = SifData.Load(Path.GetDirectoryName(Kit.Authorities)!).Authorities;
        var counts = contender switch
        {
            "kit" => OfKit(LargeInspectionTable.CountByRegion(path, authorities).OrThrow()),
            "kit-rows" => OfRows(LargeInspectionTable.Stream(path, authorities, [])),
            "csvhelper" => OfCsvHelper(path, Regions(authorities)),
            "sylvan" => OfSylvan(path, Regions(authorities)),
            "duckdb" => OfDuckDb(path),
            _ => throw new ArgumentException($"\"{contender}\" is none of kit, kit-rows, csvhelper, sylvan, duckdb.", nameof(contender)),
        };
        foreach (var ((region, judgement), count) in counts.Where(pair => pair.Value > 0)
                .OrderBy(pair => pair.Key.Region, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Judgement, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{region},{judgement},{count}"));
        }
    }

    private static Dictionary<string, string> Regions(IReadOnlyList<LocalAuthority> authorities) =>
        authorities.ToDictionary(authority => authority.Name, authority => authority.Region.Name());

    private static Dictionary<(string Region, string Judgement), long> OfKit(IReadOnlyDictionary<Region, JudgementCounts> byRegion) =>
        byRegion.SelectMany(
            pair => Names.AllJudgements.Select(judgement => (Key: (pair.Key.Name(), judgement.Name()), Count: (long)pair.Value[judgement]))
                .Append((Key: (pair.Key.Name(), ""), Count: pair.Value.Unknown)))
            .ToDictionary(each => each.Key, each => each.Count);

    private static Dictionary<(string Region, string Judgement), long> OfRows(IEnumerable<Inspection> rows)
    {
        var counts = new Dictionary<(string, string), long>();
        foreach (var row in rows)
        {
            Add(counts, row.Authority.Region.Name(), row.Overall?.Name() ?? "");
        }

        return counts;
    }

    private static Dictionary<(string Region, string Judgement), long> OfCsvHelper(string path, Dictionary<string, string> regions)
    {
        var counts = new Dictionary<(string, string), long>();
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        reader.ReadHeader();
        var (authority, overall) = (reader.GetFieldIndex("authority"), reader.GetFieldIndex("overall"));
        while (reader.Read())
        {
            Add(counts, regions[reader.GetString(authority)], reader.GetString(overall));
        }

        return counts;
    }

    private static Dictionary<(string Region, string Judgement), long> OfSylvan(string path, Dictionary<string, string> regions)
    {
        var counts = new Dictionary<(string, string), long>();
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(path);
        var (authority, overall) = (reader.GetOrdinal("authority"), reader.GetOrdinal("overall"));
        while (reader.Read())
        {
            Add(counts, regions[reader.GetString(authority)], reader.GetString(overall));
        }

        return counts;
    }

    private static Dictionary<(string Region, string Judgement), long> OfDuckDb(string path)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        var rows = Path.GetExtension(path) == ".parquet"
            ? $"read_parquet('{path}')"
            : $"read_csv('{path}', header = true, all_varchar = true)";
        command.CommandText = $"""
            SELECT region, coalesce(overall, ''), count(*)
            FROM {rows} AS rows JOIN read_csv('{Kit.Authorities}', header = true, all_varchar = true) AS authorities USING (authority)
            GROUP BY ALL
            """;
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<(string, string), long>();
        while (reader.Read())
        {
            counts.Add((reader.GetString(0), reader.GetString(1)), reader.GetInt64(2));
        }

        return counts;
    }

    private static void Add(Dictionary<(string, string), long> counts, string region, string judgement) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (region, judgement), out _)++;
}
