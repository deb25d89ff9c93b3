using System.Globalization;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Code and its place in a cell.</summary>
/// <param name="Text">The code.</param>
/// <param name="Line">How many lines stand above it in its cell.</param>
/// <param name="Source">What the cell is called in messages, or <see langword="null"/> where it is the executing one.</param>
internal sealed record PlacedCode(string Text, int Line, string? Source)
{
    /// <summary>The code with empty lines before it, so that its line numbers are those of the cell.</summary>
    public string InPlace => new string('\n', Line) + Text;

    /// <summary>A line of the code as messages name it.</summary>
    /// <param name="line">The line, from 1.</param>
    public string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"{(Source is null ? "Line" : $"{Source}, line")} {Line + line}");

    /// <summary>An error of the code.</summary>
    /// <param name="title">What kind of error.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public MagicException Problem(string title, string message) => new(title, $"{Place(1)}: {message}");
}
