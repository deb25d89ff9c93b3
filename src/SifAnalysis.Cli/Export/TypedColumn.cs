using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Export;

/// <summary>A column of a table to export.</summary>
/// <param name="Name">Its name, in snake case as in the data.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Description">What it means, for the codebook.</param>
internal sealed record TypedColumn(string Name, ColumnKind Kind, string Description)
{
    /// <summary>The values that it may have, in their order where they have one; none where any value goes.</summary>
    public IReadOnlyList<string> Permitted { get; init; } = [];
}
