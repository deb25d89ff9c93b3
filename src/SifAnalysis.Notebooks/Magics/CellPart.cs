using System.Globalization;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>A part of a cell that one magic command governs.</summary>
/// <param name="Magic">The magic: C# where none is written.</param>
/// <param name="Arguments">What stands behind the magic's name on its line.</param>
/// <param name="Line">The number of the magic's line in the cell from 1, or 0 where none is written.</param>
/// <param name="Text">The text under it.</param>
/// <param name="Source">What the text is called in messages, where it is not the executing cell's own.</param>
internal sealed record CellPart(IMagic Magic, string Arguments, int Line, string Text, string? Source)
{
    /// <summary>The text with empty lines before it, so that its line numbers are those of the cell.</summary>
    public string TextInPlace => new string('\n', Line) + Text;

    /// <summary>An error of this part's line.</summary>
    public MagicException Problem(string message) =>
        new("Magic", $"{(Source is null ? "Line" : $"{Source}, line")} {Math.Max(Line, 1).ToString(CultureInfo.InvariantCulture)}: #!{Magic.Name}: {message}");
}
