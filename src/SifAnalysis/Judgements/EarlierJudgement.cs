namespace SifAnalysis.Judgements;

/// <summary>
/// A judgement of the frameworks before the SIF, numbered as Ofsted numbered them: 1 is the best, 4 the worst. The third was called
/// adequate, where the SIF says requires improvement.
/// </summary>
public enum EarlierJudgement
{
    /// <summary>Outstanding (1).</summary>
    Outstanding = 1,

    /// <summary>Good (2).</summary>
    Good = 2,

    /// <summary>Adequate (3).</summary>
    Adequate = 3,

    /// <summary>Inadequate (4).</summary>
    Inadequate = 4,
}
