using SifAnalysis.Reports.Grades;

namespace SifAnalysis.Reports;

/// <summary>The names that the columns of the kit's tables have.</summary>
internal static class ReportColumns
{
    /// <summary>The column of an area's judgement.</summary>
    public static string Name(ReportArea area) => area switch
    {
        ReportArea.Overall => "overall",
        ReportArea.HelpAndProtection => "help_protection",
        ReportArea.LookedAfter => "looked_after",
        ReportArea.Adoption => "adoption",
        ReportArea.CareLeavers => "care_leavers",
        ReportArea.Leadership => "leadership",
        ReportArea.Lscb => "lscb",
        ReportArea.ImpactOfLeaders => "impact_of_leaders",
        _ => "in_care",
    };
}
