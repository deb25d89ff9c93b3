namespace SifAnalysis.Display;

/// <summary>A finding in words, its numbers computed where it is written; a notebook shows it as a paragraph.</summary>
/// <param name="Text">The finding, plain text.</param>
public sealed record Finding(string Text)
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
