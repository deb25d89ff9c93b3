using System.Globalization;
using DuckDB.NET.Data;
using SifAnalysis.Statistics;

namespace SifAnalysis.Benchmarks.Large;

/// <summary>
/// Files of inspections that never were, as large as wanted: drawn from a fixed seed, every row marked synthetic. They
/// measure; they say nothing of any authority.
/// </summary>
internal static class SyntheticInspections
{
    private const long Seed = 20170103;
    private const string Header = "authority,number,started,ended,published,overall,help_protection,looked_after,leadership,notes\n";

    private static readonly string[] Judgements = ["Outstanding", "Good", "Requires improvement", "Inadequate", ""];
    private static readonly DateOnly FirstDay = new(2013, 11, 1);

    /// <summary>Writes a file: CSV, or Parquet where the name ends so.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="path">The file to make.</param>
    public static void Write(int rows, string path)
    {
        if (Path.GetExtension(path) != ".parquet")
        {
            WriteCsv(rows, path);
            return;
        }

        var table = Path.ChangeExtension(path, ".rows.csv");
        WriteCsv(rows, table);
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"COPY (FROM read_csv('{table.Replace("'", "''", StringComparison.Ordinal)}')) TO "
            + $"'{path.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        File.Delete(table);
    }

    private static void WriteCsv(int rows, string path)
    {
        var names = SifData.Load(Path.GetDirectoryName(Kit.Authorities)!).Authorities.Select(authority => authority.Name).ToArray();
        using var file =
            new StreamWriter(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 20 });
        file.Write(Header);
        Span<char> line = stackalloc char[512];
        for (var row = 0; row < rows; row++)
        {
            var random = new RandomSequence(Seed, row);
            var started = FirstDay.AddDays(random.NextIndex(1500));
            var ended = started.AddDays(20 + random.NextIndex(10));
            line.TryWrite(
                CultureInfo.InvariantCulture,
                $"{names[row % names.Length]},{(row / names.Length) + 1},{started:yyyy-MM-dd},{ended:yyyy-MM-dd},"
                    + $"{ended.AddDays(40 + random.NextIndex(60)):yyyy-MM-dd},{Drawn(ref random)},{Drawn(ref random)},"
                    + $"{Drawn(ref random)},{Drawn(ref random)},synthetic\n",
                out var length);
            file.Write(line[..length]);
        }
    }

    private static string Drawn(ref RandomSequence random) => Judgements[random.NextIndex(Judgements.Length)];
}
