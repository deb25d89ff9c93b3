using System.Text.RegularExpressions;

namespace SifAnalysis.Loading;

/// <summary>Tells a footnote from a row of which only the first cell is filled.</summary>
internal static partial class FootnoteText
{
    private const int LongerThanAnyName = 60;

    /// <summary>Whether a text reads as a source, a note or the end of one.</summary>
    public static bool IsOne(string text) =>
        text.Length > LongerThanAnyName || text.Contains(": ", StringComparison.Ordinal)
            || (text.EndsWith('.') && text.Contains(' ', StringComparison.Ordinal)) || Sign().IsMatch(text);

    /// <summary>Whether a text begins as a footnote does: "Source", "1.", "[x]".</summary>
    public static bool HasSign(string text) => Sign().IsMatch(text);

    [GeneratedRegex(
        @"^(source|sources|notes?|footnotes?|key|©|crown copyright|contains (public|os|ons)|end of (table|data|worksheet)"
            + @"|\*|†|‡|\[\w{1,3}\]|\(\w\)|\d{1,2}[.)]) ?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
