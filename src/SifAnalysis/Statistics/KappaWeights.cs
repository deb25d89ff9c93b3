namespace SifAnalysis.Statistics;

/// <summary>What a disagreement counts in kappa.</summary>
public enum KappaWeights
{
    /// <summary>Any disagreement counts in full.</summary>
    None,

    /// <summary>A disagreement counts by its number of steps.</summary>
    Linear,

    /// <summary>A disagreement counts by the square of its number of steps.</summary>
    Quadratic,
}
