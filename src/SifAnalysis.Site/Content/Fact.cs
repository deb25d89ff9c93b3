namespace SifAnalysis.Site.Content;

/// <summary>A number about a place, beside the same number of its statistical neighbours and of England.</summary>
/// <param name="Name">What it is, with its unit: "Children living in poverty, per cent".</param>
/// <param name="Value">The authority's, or <see langword="null"/> where it is unknown.</param>
/// <param name="Neighbours">The median of the statistical neighbours for which it is known, or <see langword="null"/> where it is for
/// none.</param>
/// <param name="NeighboursKnown">For how many neighbours it is known.</param>
/// <param name="England">The median of the authorities for which it is known, or <see langword="null"/> where it is for none.</param>
internal sealed record Fact(string Name, double? Value, double? Neighbours, int NeighboursKnown, double? England);
