using System.Globalization;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>Parts a cell by its magic commands.</summary>
internal static class CellParts
{
    private const string Prefix = "#!";

    /// <summary>Runs a text as part of an executing cell.</summary>
    /// <param name="code">The text.</param>
    /// <param name="language">The language of text under no magic.</param>
    /// <param name="cell">The executing cell.</param>
    /// <param name="source">What the text is called in messages, where it is not the cell's own.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MagicException">A magic is not known or cannot be carried out.</exception>
    public static async Task RunAsync(string code, string language, CellContext cell, string? source, CancellationToken cancellation)
    {
        foreach (var part in Of(code, language, source))
        {
            await part.Magic.RunAsync(part, cell, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Runs every code cell of a notebook as part of an executing cell.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">What the notebook is called in messages.</param>
    /// <param name="cell">The executing cell.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MagicException">A magic of the notebook is not known or cannot be carried out.</exception>
    public static async Task RunAsync(NotebookDocument document, string name, CellContext cell, CancellationToken cancellation)
    {
        foreach (var (index, each) in document.Cells.Index().Where(pair => pair.Item.Kind == CellKind.Code))
        {
            var source = string.Create(CultureInfo.InvariantCulture, $"{name}, cell {index + 1}");
            await RunAsync(each.Source, each.Language, cell, source, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The parts of a cell, in order.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="language">The language of text under no magic.</param>
    /// <param name="source">What the text is called in messages, where it is not the executing cell's own.</param>
    /// <exception cref="MagicException">A line starts with a magic that is not known; the nearest one is suggested.</exception>
    public static IReadOnlyList<CellPart> Of(string code, string language, string? source)
    {
        var parts = new List<CellPart>();
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var magic = Find(language, 1);
        var arguments = "";
        var start = 0;
        var isWritten = false;
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            Close(index);
            var words = lines[index][Prefix.Length..].Trim().Split((char[])[' ', '\t'], 2);
            (magic, arguments, start) = (Find(words[0], index + 1), words.Length > 1 ? words[1].Trim() : "", index + 1);
            isWritten = magic.TakesText;
            if (!isWritten)
            {
                parts.Add(new CellPart(magic, arguments, start, "", source));
                (magic, arguments) = (Find(CellLanguage.CSharp, start), "");
            }
        }

        Close(lines.Length);
        return parts;

        void Close(int end)
        {
            var text = lines[start..end];
            if (isWritten || text.Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                parts.Add(new CellPart(magic, arguments, start, string.Join('\n', text), source));
            }
        }
    }

    /// <summary>A cell's C#: other text becomes blank and the lines of magics comments, and every character stays where it is.</summary>
    public static string CSharpOf(string code)
    {
        var lines = code.Split('\n');
        var isCSharp = true;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith(Prefix, StringComparison.Ordinal))
            {
                var magic = MagicCatalogue.Find(lines[index][Prefix.Length..].Trim().Split(' ')[0]);
                isCSharp = magic is not { TakesText: true } or CSharpMagic or TimeMagic;
                lines[index] = $"//{lines[index][Prefix.Length..]}";
            }
            else if (!isCSharp)
            {
                lines[index] = new string(' ', lines[index].Length);
            }
        }

        return string.Join('\n', lines);
    }

    private static IMagic Find(string name, int line) => MagicCatalogue.Find(name) ?? throw new MagicException(
        "Unknown magic",
        string.Create(CultureInfo.InvariantCulture, $"Line {line}: there is no magic {Prefix}{name}. Did you mean {Prefix}{MagicCatalogue.Nearest(name).Name}? {Prefix}lsmagic lists all."));
}
