namespace SifAnalysis.Statistics;

/// <summary>Which values of a statistic speak against the null hypothesis.</summary>
public enum Alternative
{
    /// <summary>Small and large values: twice the smaller of the two one-sided p-values, at most 1.</summary>
    TwoSided,

    /// <summary>Large values.</summary>
    Greater,

    /// <summary>Small values.</summary>
    Less,
}
