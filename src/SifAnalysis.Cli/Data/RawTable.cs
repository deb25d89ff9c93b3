using CsvHelper;

namespace SifAnalysis.Cli.Data;

/// <summary>A table of text as it stands in a raw or a corrections file.</summary>
internal sealed record RawTable(string Name, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <summary>Reads a table; its text is trimmed and otherwise left as it is.</summary>
    public static RawTable Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new CommandException($"{path} is missing; data/README.md says what the build needs.");
        }

        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' }, FileOptions.None);
        reader.ReadHeader();
        var headers = reader.Headers.ToArray();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, headers.Length).ToDictionary(index => headers[index], index => reader.GetString(index).Trim()));
        }

        return new RawTable(name, rows);
    }
}
