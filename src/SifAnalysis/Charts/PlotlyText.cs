using System.Text;

namespace SifAnalysis.Charts;

/// <summary>Text as plotly.js wants it: tags are escaped, long lines broken.</summary>
internal static class PlotlyText
{
    /// <summary>The text with nothing in it that plotly.js would take for a tag or an entity.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The escaped text in lines of at most the given width, where its words allow it.</summary>
    public static string Wrap(string text, int width) => string.Join("<br>", Lines(text, width).Select(Escape));

    /// <summary>The text in lines of at most the given width, where its words allow it.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
