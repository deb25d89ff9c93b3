namespace SifAnalysis.Jupyter;

/// <summary>What could stand in the place of a part of the code.</summary>
/// <param name="Matches">The texts, in the order of the alphabet.</param>
/// <param name="Start">Where the part starts, in UTF-16 units.</param>
/// <param name="End">Where the part ends.</param>
internal sealed record Completion(IReadOnlyList<string> Matches, int Start, int End);
