using System.Globalization;
using SifAnalysis.Reports.Facts;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>The values of reports by the columns of the kit's tables.</summary>
internal static class ReportValues
{
    /// <summary>The areas that a SIF report judges, in the order of the table.</summary>
    public static IReadOnlyList<ReportArea> SifAreas { get; } =
        [ReportArea.Overall, ReportArea.HelpAndProtection, ReportArea.LookedAfter,
            ReportArea.Adoption, ReportArea.CareLeavers, ReportArea.Leadership, ReportArea.Lscb];

    /// <summary>The areas that an ILACS report judges, in the order of the table.</summary>
    public static IReadOnlyList<ReportArea> IlacsAreas { get; } =
        [ReportArea.ImpactOfLeaders, ReportArea.HelpAndProtection, ReportArea.InCare, ReportArea.CareLeavers, ReportArea.Overall];

    private static readonly (string Column, LocalFact Fact)[] Figures =
    [
        ("population_under_18", LocalFact.PopulationUnder18),
        ("under_18_share", LocalFact.Under18Share),
        ("child_poverty", LocalFact.ChildPoverty),
        ("free_school_meals_primary", LocalFact.FreeSchoolMealsPrimary),
        ("free_school_meals_secondary", LocalFact.FreeSchoolMealsSecondary),
        ("minority_ethnic", LocalFact.MinorityEthnic),
        ("english_additional_primary", LocalFact.EnglishAdditionalPrimary),
        ("english_additional_secondary", LocalFact.EnglishAdditionalSecondary),
        ("children_in_need", LocalFact.ChildrenInNeed),
        ("child_protection_plans", LocalFact.ChildProtectionPlans),
        ("looked_after_children", LocalFact.LookedAfterChildren),
        ("looked_after_rate", LocalFact.LookedAfterRate),
    ];

    /// <summary>Every value of a report, the local facts last.</summary>
    public static IReadOnlyList<ReportValue> Of(InspectionReport report) =>
    [
        ReportValue.Of("la_name", report.Authority, name => name),
        .. Days(report),
        .. report is IlacsReport ilacs ? [ReportValue.Of("form", ilacs.Form, form => form)] : Array.Empty<ReportValue>(),
        .. Grades(report, report.Kind switch { DocumentKind.Ilacs => IlacsAreas, DocumentKind.Sif => SifAreas, _ => [ReportArea.Lscb] }),
        .. report is SifReport { Kind: DocumentKind.Sif } sif ? Facts(sif.Facts) : [],
    ];

    /// <summary>The days of the inspection and of publication.</summary>
    public static IReadOnlyList<ReportValue> Days(InspectionReport report) =>
    [
        ReportValue.Of("inspection_start", report.Started, Day),
        ReportValue.Of("inspection_end", report.Ended, Day),
        ReportValue.Of("report_published", report.Published, Day),
    ];

    /// <summary>What the report says of areas.</summary>
    public static IEnumerable<ReportValue> Grades(InspectionReport report, IEnumerable<ReportArea> areas) =>
        areas.Select(area => ReportValue.Of(ReportColumns.Name(area), report[area], GradeWords.Name));

    /// <summary>The local facts.</summary>
    public static IReadOnlyList<ReportValue> Facts(StatedFacts facts) =>
    [
        .. Figures.Select(figure =>
            ReportValue.Of(figure.Column, facts[figure.Fact], value => value.ToString(CultureInfo.InvariantCulture))),
        ReportValue.Of("director_since", facts.DirectorSince, Month),
        ReportValue.Of("lscb_chair_since", facts.LscbChairSince, Month),
        ReportValue.Of("previous_safeguarding", facts.PreviousSafeguarding, grade => grade),
        ReportValue.Of("previous_looked_after", facts.PreviousLookedAfter, grade => grade),
    ];

    /// <summary>A day as the kit's files write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
