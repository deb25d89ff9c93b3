using CsvHelper;

namespace SifAnalysis.Loading;

/// <summary>The small tables of synonyms that travel in the library.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table of two columns: what is written, and what is meant by it.</summary>
    public static IReadOnlyList<(string Written, string Meant)> Pairs(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"SifAnalysis.Loading.{name}")
            ?? throw new InvalidOperationException($"The library lacks its table {name}.");
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: false);
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }
}
