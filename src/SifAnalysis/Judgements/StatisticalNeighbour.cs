namespace SifAnalysis.Judgements;

/// <summary>One of the ten authorities that are most like an authority, for comparison.</summary>
/// <param name="Authority">The name of the authority.</param>
/// <param name="Edition">"current", or "previous" for the edition before it.</param>
/// <param name="Rank">1 for the nearest, 10 for the furthest of the ten.</param>
/// <param name="Neighbour">The name of the neighbour.</param>
public sealed record StatisticalNeighbour(string Authority, string Edition, int Rank, string Neighbour);
