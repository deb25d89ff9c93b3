using SifAnalysis.Reports.Facts;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>A report under the single inspection framework, or a review of a safeguarding board alone.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Kind"><see cref="DocumentKind.Sif"/> or <see cref="DocumentKind.LscbReview"/>.</param>
/// <param name="Problems">What could not be read, and what is read in two ways.</param>
public sealed record SifReport(string File, DocumentKind Kind, IReadOnlyList<ReportProblem> Problems)
    : InspectionReport(File, Kind, Problems)
{
    /// <summary>Whether the title page says re-inspection.</summary>
    public bool IsReinspection { get; init; }

    /// <summary>What the report says of its area.</summary>
    public StatedFacts Facts { get; init; } = StatedFacts.None;
}
