using CsvHelper;

namespace SifAnalysis.Embedded;

/// <summary>The small tables that travel in the library.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table of two columns: what is written, and what is meant by it.</summary>
    /// <param name="folder">The folder of the library in which the table stands.</param>
    /// <param name="name">The name of the file.</param>
    public static IReadOnlyList<(string Written, string Meant)> Pairs(string folder, string name) =>
        [.. Rows(folder, name, 2).Select(row => (row[0], row[1]))];

    /// <summary>The rows of a table, without its head.</summary>
    /// <param name="folder">The folder of the library in which the table stands.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="columns">The number of columns.</param>
    public static IReadOnlyList<string[]> Rows(string folder, string name, int columns)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"SifAnalysis.{folder}.{name}")
            ?? throw new InvalidOperationException($"The library lacks its table {name}.");
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: false);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, columns).Select(reader.GetString)]);
        }

        return rows;
    }
}
