namespace SifAnalysis.Notebooks.Session;

/// <summary>Parts a cell by its magic commands.</summary>
internal static class CellParts
{
    private static readonly string[] WithText = ["csharp", "markdown", "html", "javascript", "mermaid", "time"];

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal) { ["c#"] = "csharp", ["js"] = "javascript" };

    /// <summary>The magic commands that the session knows.</summary>
    public static IReadOnlyList<string> Magics { get; } = [.. WithText, "about", "lsmagic", "who", "whos"];

    /// <summary>The parts of a cell, in order.</summary>
    /// <exception cref="UnknownMagicException">A line starts with a magic that is not known; the nearest one is suggested.</exception>
    public static IReadOnlyList<CellPart> Of(string code)
    {
        var parts = new List<CellPart>();
        var magic = "csharp";
        var start = 0;
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].StartsWith("#!", StringComparison.Ordinal))
            {
                continue;
            }

            Close(index);
            var name = lines[index][2..].Trim().Split(' ')[0];
            name = OtherNames.GetValueOrDefault(name, name);
            if (!Magics.Contains(name))
            {
                throw new UnknownMagicException($"Line {index + 1}: there is no magic #!{name}. {Advice(name)}");
            }

            start = index + 1;
            if (WithText.Contains(name))
            {
                magic = name;
            }
            else
            {
                parts.Add(new CellPart(name, ""));
            }
        }

        Close(lines.Length);
        return parts;

        void Close(int end)
        {
            var text = lines[start..end];
            if (text.Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                var above = magic is "csharp" or "time" ? new string('\n', start) : "";
                parts.Add(new CellPart(magic, above + string.Join('\n', text)));
            }

            magic = "csharp";
        }
    }

    private static string Advice(string name)
    {
        var nearest = Magics.FirstOrDefault(magic => magic.StartsWith(name, StringComparison.OrdinalIgnoreCase) && name.Length > 0)
            ?? Magics.MinBy(magic => magic.Except(name).Count() + name.Except(magic).Count() + Math.Abs(magic.Length - name.Length));
        return $"Did you mean #!{nearest}? #!lsmagic lists all.";
    }
}
