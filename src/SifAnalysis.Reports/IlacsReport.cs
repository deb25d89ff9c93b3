using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>A report of an inspection of local authority children's services, the framework since 2018.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Problems">What could not be read, and what is read in two ways.</param>
public sealed record IlacsReport(string File, IReadOnlyList<ReportProblem> Problems) : InspectionReport(File, DocumentKind.Ilacs, Problems)
{
    /// <summary>
    /// "short" where the inspection took one week and "standard" where it took two; one that took longer is "inspection duration longer
    /// than standard framework", as Ofsted's list has it. Reports state the days and not the form.
    /// </summary>
    public Stated<string>? Form { get; init; }
}
