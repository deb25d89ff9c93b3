using System.Globalization;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>Parts a cell by its magic commands.</summary>
internal static class CellParts
{
    private const string Prefix = "#!";

    /// <summary>The parts of a cell, in order.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="language">The language of text under no magic.</param>
    /// <exception cref="MagicException">A line starts with a magic that is not known; the nearest one is suggested.</exception>
    public static IReadOnlyList<CellPart> Of(string code, string language = CellLanguage.CSharp)
    {
        var parts = new List<CellPart>();
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var magic = Find(language, 1);
        var arguments = "";
        var start = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            Close(index);
            var words = lines[index][Prefix.Length..].Trim().Split((char[])[' ', '\t'], 2);
            (magic, arguments, start) = (Find(words[0], index + 1), words.Length > 1 ? words[1].Trim() : "", index + 1);
            if (!magic.TakesText)
            {
                parts.Add(new CellPart(magic, arguments, start, ""));
                (magic, arguments) = (Find(CellLanguage.CSharp, start), "");
            }
        }

        Close(lines.Length);
        return parts;

        void Close(int end)
        {
            var text = lines[start..end];
            if (arguments.Length > 0 || text.Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                parts.Add(new CellPart(magic, arguments, start, string.Join('\n', text)));
            }
        }
    }

    private static IMagic Find(string name, int line) => MagicCatalogue.Find(name) ?? throw new MagicException(
        "Unknown magic",
        string.Create(CultureInfo.InvariantCulture, $"Line {line}: there is no magic {Prefix}{name}. Did you mean {Prefix}{MagicCatalogue.Nearest(name).Name}? {Prefix}lsmagic lists all."));
}
