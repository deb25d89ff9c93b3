using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>Magics that show the text under them: <c>#!html</c>, <c>#!javascript</c>, <c>#!markdown</c>.</summary>
/// <param name="name">The magic's name.</param>
/// <param name="otherNames">Its other spellings.</param>
/// <param name="summary">What it does.</param>
/// <param name="mime">The mime type of what is shown.</param>
/// <param name="show">What is shown of the text.</param>
internal sealed class ShownText(string name, IReadOnlyList<string> otherNames, string summary, string mime, Func<string, string> show) : IMagic
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherNames => otherNames;

    /// <inheritdoc/>
    public string Summary => summary;

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(part.Text))
        {
            cell.Show(show(part.Text), mime);
        }

        return Task.CompletedTask;
    }
}
