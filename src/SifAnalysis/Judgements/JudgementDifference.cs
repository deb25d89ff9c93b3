namespace SifAnalysis.Judgements;

/// <summary>A judgement that two sets of inspections give differently.</summary>
/// <param name="Inspection">The inspection in the first set.</param>
/// <param name="Area">The area.</param>
/// <param name="Here">The judgement in the first set.</param>
/// <param name="There">The judgement in the other set.</param>
public sealed record JudgementDifference(Inspection Inspection, JudgementArea Area, Judgement Here, Judgement There);
