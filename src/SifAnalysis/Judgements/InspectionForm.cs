namespace SifAnalysis.Judgements;

/// <summary>How long an inspection under ILACS was.</summary>
public enum InspectionForm
{
    /// <summary>The standard inspection.</summary>
    StandardInspection,

    /// <summary>The short inspection, for authorities last judged good or outstanding.</summary>
    ShortInspection,

    /// <summary>Longer than the standard inspection.</summary>
    ExtendedInspection,
}
