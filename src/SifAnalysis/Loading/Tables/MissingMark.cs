using System.Globalization;
using SifAnalysis.Embedded;

namespace SifAnalysis.Loading;

/// <summary>What a release writes where it states no value: "c", "..", "[x]", "REDACTED".</summary>
/// <param name="Written">The mark as it stands in the file.</param>
/// <param name="Meaning">What it says, by <c>data/reading/marks.csv</c>.</param>
public readonly record struct MissingMark(string Written, string Meaning)
{
    private const int Longest = 40;

    private static readonly Lazy<Dictionary<string, string>> Known = new(() => EmbeddedTable.Rows("Reading", "marks.csv", 3)
        .ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>The mark that a text is, with or without brackets, in any case; <see langword="null"/> where it is none.</summary>
    /// <param name="text">The text of a cell.</param>
    public static MissingMark? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = text.Trim();
        return bare.Length is > 0 and <= Longest && Known.Value.TryGetValue(Key(bare), out var meaning) ? new MissingMark(bare, meaning)
            : null;
    }

    /// <summary>"..", which means not available.</summary>
    public override string ToString() => $"\"{Written}\": {Meaning}";

    private static string Key(string text) =>
        (text is ['[', .., ']'] or ['(', .., ')'] ? text[1..^1] : text).Trim().ToLower(CultureInfo.InvariantCulture);
}
