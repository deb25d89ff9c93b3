namespace SifAnalysis.Notebooks.Display;

/// <summary>JSON as a reader reads it, laid out on lines.</summary>
/// <param name="Text">The text.</param>
internal sealed record ShownJson(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
