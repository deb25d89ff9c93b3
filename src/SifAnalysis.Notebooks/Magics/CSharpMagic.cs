using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!csharp</c>, and all text under no magic.</summary>
internal sealed class CSharpMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "csharp";

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherNames => ["c#", "cs"];

    /// <inheritdoc/>
    public string Summary => "C#, the default";

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation) =>
        cell.Session.RunAsync(part.TextInPlace, cell, part.Source, cancellation);
}
