namespace SifAnalysis.Judgements;

/// <summary>How a judgement area of the SIF corresponds to one of ILACS, or that nothing does.</summary>
/// <param name="Area">The area as the kit names it.</param>
/// <param name="Sif">The words of the SIF.</param>
/// <param name="Ilacs">The words of ILACS, or <see langword="null"/> where ILACS has no such judgement.</param>
/// <param name="Correspondence">How near the two are.</param>
/// <param name="Note">What differs.</param>
public sealed record AreaCorrespondence(JudgementArea Area, string Sif, string? Ilacs, Correspondence Correspondence, string Note);

/// <summary>How near an area of one framework is to one of another.</summary>
public enum Correspondence
{
    /// <summary>The two ask the same.</summary>
    Same,

    /// <summary>The two overlap, and one asks more than the other.</summary>
    Partly,

    /// <summary>The other framework has no such judgement.</summary>
    None,
}
