namespace SifAnalysis.Judgements;

/// <summary>
/// One of the four judgements of the single inspection framework, numbered as Ofsted numbers them: 1 is the best, 4 the
/// worst. A judgement that no source states is <see langword="null"/>, never a fifth value.
/// </summary>
public enum Judgement
{
    /// <summary>Outstanding (1).</summary>
    Outstanding = 1,

    /// <summary>Good (2).</summary>
    Good = 2,

    /// <summary>Requires improvement to be good (3).</summary>
    RequiresImprovement = 3,

    /// <summary>Inadequate (4).</summary>
    Inadequate = 4,
}
