namespace SifAnalysis.Statistics;

/// <summary>The scale on which an interval of a survival curve is symmetric.</summary>
public enum SurvivalScale
{
    /// <summary>log(−log S): never leaves 0 to 1 and is the best for small samples (Kalbfleisch and Prentice, 1980).</summary>
    LogLog,

    /// <summary>log S, cut at 1.</summary>
    Log,

    /// <summary>S itself, cut at 0 and 1: too short where few remain.</summary>
    Plain,
}
