namespace SifAnalysis.Loading;

/// <summary>The columns of a file by their names in the kit's words; a column without a heading has none.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>The names, in the order of the file.</summary>
    public IReadOnlyCollection<string> Columns => places.Keys;

    /// <summary>The number of fields up to the last that has a heading.</summary>
    public int Width { get; private set; }

    /// <summary>The place of a column, or -1 where the file has none of the name.</summary>
    public int IndexOf(string column) => places.GetValueOrDefault(column, -1);

    /// <summary>Adds a column.</summary>
    /// <returns>Whether it is the first of its name.</returns>
    public bool TryAdd(string column, int place)
    {
        Width = Math.Max(Width, place + 1);
        return places.TryAdd(column, place);
    }
}
