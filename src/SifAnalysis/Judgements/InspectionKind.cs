namespace SifAnalysis.Judgements;

/// <summary>What a document is, in Ofsted's own words on its title page.</summary>
public enum InspectionKind
{
    /// <summary>An inspection.</summary>
    Inspection,

    /// <summary>A re-inspection.</summary>
    Reinspection,

    /// <summary>
    /// A review of the local safeguarding children board alone. It is no inspection of the authority, and is never counted as one.
    /// </summary>
    BoardReviewOnly,
}
