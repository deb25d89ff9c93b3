namespace SifAnalysis.Figures;

/// <summary>What the rows say of a published figure.</summary>
public enum Verdict
{
    /// <summary>Every row that the figure counts is known, and they give the figure.</summary>
    Reproduced,

    /// <summary>The figure lies inside the bounds that unknown rows leave.</summary>
    Consistent,

    /// <summary>No filling of the unknown rows gives the figure.</summary>
    Contradicted,

    /// <summary>The rows do not hold what the figure is about.</summary>
    NotAnswerable,
}
