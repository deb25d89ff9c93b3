namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// The text of which the executing code is a part, so that messages tell its lines. A cell's parts come one after another, each with
/// the text that the model's parser cut out, and are found here again.
/// </summary>
/// <param name="text">The whole text.</param>
/// <param name="name">What the text is called in messages, or <see langword="null"/> where it is the executing cell's own.</param>
internal sealed class CellSource(string text, string? name)
{
    private static readonly string[] PackageLines = ["#r", "#i"];

    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');
    private int next;

    /// <summary>What the text is called in messages, or <see langword="null"/> where it is the executing cell's own.</summary>
    public string? Name => name;

    /// <summary>
    /// The text for the model's parser: <c>#r</c> and <c>#i</c> are comments in it, as they are the languages' own and the parser would
    /// take them out of their lines.
    /// </summary>
    public string Submission => string.Join('\n', lines.Select(Masked));

    /// <summary>Finds a part that the parser cut out, behind the parts found before.</summary>
    public PlacedCode Find(string part)
    {
        var wanted = part.ReplaceLineEndings("\n").Trim('\n', ' ', '\t').Split('\n');
        for (var start = next; start + wanted.Length <= lines.Length; start++)
        {
            var end = start + wanted.Length;
            if (lines[start..end].Zip(wanted).All(pair => Masked(pair.First).Trim() == pair.Second.Trim()))
            {
                next = end;
                return new PlacedCode(string.Join('\n', lines[start..end]), start, name);
            }
        }

        return new PlacedCode(part, 0, name);
    }

    private static string Masked(string line) => PackageLines.Any(start => line.StartsWith(start, StringComparison.Ordinal)) ? $"//{line}" : line;
}
