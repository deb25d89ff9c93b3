using System.Text;

namespace SifAnalysis.Cli.Export;

/// <summary>Text for files that are XML inside: Excel's and SVG.</summary>
internal static class XmlText
{
    /// <summary>
    /// The text with U+FFFD in place of what XML 1.0 has no way to write (control characters, lone surrogates, U+FFFE, U+FFFF),
    /// and line feeds for every end of line.
    /// </summary>
    public static string Writable(string text)
    {
        var writable = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            writable.Append(rune.Value is '\t' or '\n' or (>= ' ' and not 0xFFFE and not 0xFFFF) ? rune.ToString() : "\uFFFD");
        }

        return writable.ToString();
    }
}
