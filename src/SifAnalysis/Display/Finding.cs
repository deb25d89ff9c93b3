namespace SifAnalysis.Display;

/// <summary>A finding in words, its numbers computed where it is written; a notebook shows it as a paragraph.</summary>
/// <param name="Text">The finding, plain text.</param>
public sealed record Finding(string Text)
{
    /// <summary>Makes a finding of text with numbers in it, which are written alike on every machine, whatever its language.</summary>
    /// <param name="text">The text: <c>$"{share:0%} of {total} are good."</c>.</param>
    public Finding(FindingText text)
        : this(text.ToString())
    {
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
