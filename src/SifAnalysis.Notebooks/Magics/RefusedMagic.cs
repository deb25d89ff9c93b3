using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>A magic of .NET Interactive that the kit does not have: an error that says what to use instead.</summary>
/// <param name="name">The magic's name.</param>
/// <param name="otherNames">Its other spellings.</param>
/// <param name="instead">What to use instead.</param>
internal sealed class RefusedMagic(string name, IReadOnlyList<string> otherNames, string instead) : IMagic
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherNames => otherNames;

    /// <inheritdoc/>
    public string Summary => $"refused: {instead}";

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation) => Task.FromException(part.Problem($"{instead}."));
}
