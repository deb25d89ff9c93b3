namespace SifAnalysis.Judgements;

/// <summary>What an authority's report says of its area, beside the reports of its statistical neighbours and of all authorities.</summary>
/// <param name="Fact">The fact, with its unit.</param>
/// <param name="Own">
/// What the latest report under the SIF says, of the authority or of each whose place it took; <see langword="null"/> where it does not.
/// </param>
/// <param name="Neighbours">The median of the neighbours' latest reports, or <see langword="null"/> where none states it.</param>
/// <param name="NeighboursKnown">How many of the neighbours' reports state it.</param>
/// <param name="England">The median of all authorities' latest reports, or <see langword="null"/> where none states it.</param>
/// <param name="EnglandKnown">How many of these state it.</param>
public sealed record FactBeside(
    string Fact, IReadOnlyDictionary<string, double?> Own, double? Neighbours, int NeighboursKnown, double? England, int EnglandKnown);
