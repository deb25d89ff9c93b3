namespace SifAnalysis.Statistics;

/// <summary>How the interval is read off the bootstrap replicates.</summary>
public enum BootstrapMethod
{
    /// <summary>
    /// Bias-corrected and accelerated (Efron, 1987): second-order accurate, the usual choice. The acceleration comes from the
    /// jackknife. It does not exist where leaving out one observation leaves no statistic.
    /// </summary>
    BiasCorrectedAccelerated,

    /// <summary>The quantiles of the replicates themselves (Efron, 1979): simple, less accurate for skewed statistics.</summary>
    Percentile,
}
