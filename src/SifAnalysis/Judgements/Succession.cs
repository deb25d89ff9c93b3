namespace SifAnalysis.Judgements;

/// <summary>An authority that was abolished, and one that took its place.</summary>
/// <param name="Predecessor">The name of the authority abolished.</param>
/// <param name="Successor">The name of the authority that took its place, or a part of it.</param>
/// <param name="From">The first day of the successor.</param>
/// <param name="Source">The order that says so.</param>
public sealed record Succession(string Predecessor, string Successor, DateOnly From, string Source);
