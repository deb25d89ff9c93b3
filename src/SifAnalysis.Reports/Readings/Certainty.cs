namespace SifAnalysis.Reports.Readings;

/// <summary>How sure a value is that was read from a report.</summary>
public enum Certainty
{
    /// <summary>The report states it once.</summary>
    StatedOnce,

    /// <summary>The report states it at two places, and both say the same.</summary>
    StatedTwice,

    /// <summary>The report does not state it in words; it follows from what the report states, or from the file's name.</summary>
    Inferred,
}
