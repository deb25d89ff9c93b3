using System.Globalization;
using SifAnalysis.Embedded;

namespace SifAnalysis.Loading;

/// <summary>The headings of Ofsted's releases, and of the kit's own tables, for the same column.</summary>
internal static class HeaderSynonyms
{
    private static readonly ILookup<string, string> Names = EmbeddedTable.Pairs("Loading", "header-synonyms.csv")
        .ToLookup(pair => Key(pair.Written), pair => pair.Meant);

    private const int Longest = 200;

    private static readonly Lazy<HashSet<string>> Own = new(() => [.. InspectionTable.Columns.Select(Key)]);

    /// <summary>The column that a heading means, or null where it means none of them.</summary>
    public static string? Resolve(string heading, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var key = Key(heading);
        return required.Concat(optional).FirstOrDefault(column => Key(column) == key)
            ?? Names[key].FirstOrDefault(column => required.Contains(column) || optional.Contains(column))
            ?? (required.Count + optional.Count == 0 ? Names[key].FirstOrDefault() : null);
    }

    /// <summary>Whether a text is a heading that the kit knows.</summary>
    public static bool IsKnown(string heading) => heading.Length <= Longest && Key(heading) is { Length: > 0 } key
        && (Names.Contains(key) || Own.Value.Contains(key));

    /// <summary>
    /// Whether a heading means its column only where no other does: in a release about authorities the provider is the
    /// authority, in one about schools or homes it is the school or home, and the authority has a column of its own.
    /// </summary>
    public static bool GivesWay(string heading) => Key(heading) == "providername";

    private static string Key(string heading) =>
        string.Concat(heading.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
