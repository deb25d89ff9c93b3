namespace SifAnalysis.Reports.Grades;

/// <summary>An area that a report judges, of either framework.</summary>
public enum ReportArea
{
    /// <summary>Overall effectiveness.</summary>
    Overall,

    /// <summary>Children who need help and protection.</summary>
    HelpAndProtection,

    /// <summary>SIF: children looked after and achieving permanence.</summary>
    LookedAfter,

    /// <summary>SIF: adoption performance.</summary>
    Adoption,

    /// <summary>Experiences and progress of care leavers.</summary>
    CareLeavers,

    /// <summary>SIF: leadership, management and governance.</summary>
    Leadership,

    /// <summary>SIF: effectiveness of the Local Safeguarding Children Board.</summary>
    Lscb,

    /// <summary>ILACS: the impact of leaders on social work practice with children and families.</summary>
    ImpactOfLeaders,

    /// <summary>ILACS: children in care; to 2022 together with care leavers.</summary>
    InCare,
}
