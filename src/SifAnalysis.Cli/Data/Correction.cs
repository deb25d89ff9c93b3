namespace SifAnalysis.Cli.Data;

/// <summary>A table of corrections, each for one row; it remembers which of them were asked for.</summary>
internal sealed class Correction(RawTable table, params string[] keys)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> byKey =
        table.Rows.ToDictionary(row => Key(keys.Select(key => row[key])), StringComparer.Ordinal);

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The correction of a row, or null.</summary>
    public IReadOnlyDictionary<string, string>? Find(params string[] values)
    {
        var key = Key(values);
        used.Add(key);
        return byKey.GetValueOrDefault(key);
    }

    /// <summary>The corrections that no row asked for.</summary>
    public IEnumerable<string> Unused() => byKey.Keys.Where(key => !used.Contains(key)).Select(key => $"{table.Name}: {key}");

    private static string Key(IEnumerable<string> values) => string.Join(", inspection ", values);
}
