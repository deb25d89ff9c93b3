using System.Text;

namespace SifAnalysis.Reports.Pages;

/// <summary>Tells files that are no PDF by how they begin.</summary>
internal static class FileSignature
{
    /// <summary>Refuses what is no PDF, and says what it is.</summary>
    /// <exception cref="UnreadableFileException">The file is empty, or does not begin as a PDF does.</exception>
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            throw new UnreadableFileException("is empty; take it again from Ofsted's site.");
        }

        // Some programs write a few bytes before the header; readers look for it in the first thousand.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return;
        }

        throw new UnreadableFileException(Guess(bytes) is { } guess
            ? $"is no PDF but {guess}; take the report from Ofsted's site."
            : "is no PDF: it does not begin as one; take the report from Ofsted's site.");
    }

    private static string? Guess(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start switch
        {
            ['P', 'K', '\u0003', '\u0004', ..] => "a ZIP file, or one of Word or Excel",
            _ when start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                || start.Contains("<head", StringComparison.OrdinalIgnoreCase) =>
                    "a web page (HTML), perhaps the one that offers the report",
            ['\u00D0', '\u00CF', '\u0011', '\u00E0', ..] => "an old Word or Excel file",
            ['{', '\\', 'r', 't', 'f', ..] => "a rich text file (RTF)",
            ['\u0089', 'P', 'N', 'G', ..] or ['\u00FF', '\u00D8', '\u00FF', ..] => "a picture",
            _ => null,
        };
    }
}
