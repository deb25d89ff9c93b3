using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>A file that was read: a report with its row, or a document of another kind, which is named and not misread.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Kind">What the document is.</param>
/// <param name="Problems">What is wrong with it or could not be read from it; empty where nothing is.</param>
public record OfstedDocument(string File, DocumentKind Kind, IReadOnlyList<ReportProblem> Problems)
{
    /// <summary>The number of pages; 0 where the file could not be read.</summary>
    public int Pages { get; init; }
}
