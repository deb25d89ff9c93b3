namespace SifAnalysis.Reports;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>A report under the single inspection framework, 2013 to 2018.</summary>
    Sif,

    /// <summary>A report under the inspection of local authority children's services, from 2018: standard or short.</summary>
    Ilacs,

    /// <summary>A review of a Local Safeguarding Children Board alone.</summary>
    LscbReview,

    /// <summary>
    /// An inspection of safeguarding, of looked after children or of child protection, before the single inspection framework.
    /// </summary>
    EarlierFramework,

    /// <summary>The letter of a focused visit.</summary>
    FocusedVisit,

    /// <summary>The letter of a monitoring visit.</summary>
    MonitoringVisit,

    /// <summary>A joint targeted area inspection, or one of services for special educational needs.</summary>
    AreaInspection,

    /// <summary>A document of another inspectorate, or of another country.</summary>
    OtherInspectorate,

    /// <summary>A document in Welsh.</summary>
    Welsh,

    /// <summary>A document of Ofsted's on something else.</summary>
    OtherOfsted,

    /// <summary>Any other document.</summary>
    Unknown,

    /// <summary>A file that could not be read; its problem says why.</summary>
    Unreadable,
}
