using System.Globalization;

namespace SifAnalysis.Loading;

/// <summary>The headings of Ofsted's releases, and of the kit's own tables, for the same column.</summary>
internal static class HeaderSynonyms
{
    private static readonly ILookup<string, string> Names = EmbeddedTable.Pairs("header-synonyms.csv")
        .ToLookup(pair => Key(pair.Written), pair => pair.Meant);

    /// <summary>The column that a heading means, or null where it means none of them.</summary>
    public static string? Resolve(string heading, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var key = Key(heading);
        return required.Concat(optional).FirstOrDefault(column => Key(column) == key)
            ?? Names[key].FirstOrDefault(column => required.Contains(column) || optional.Contains(column))
            ?? (required.Count + optional.Count == 0 ? Names[key].FirstOrDefault() : null);
    }

    private static string Key(string heading) =>
        string.Concat(heading.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
