using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Judgements;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>The documents of files and folders that were read. In a notebook it shows as a table.</summary>
/// <param name="Documents">Every document, in the order of the files' names.</param>
[TypeFormatterSource(typeof(ReportSetFormatters))]
public sealed record ReportSet(IReadOnlyList<OfstedDocument> Documents)
{
    /// <summary>The reports under the single inspection framework, and the reviews of boards alone.</summary>
    public IReadOnlyList<SifReport> Sif => [.. Documents.OfType<SifReport>()];

    /// <summary>The reports of inspections of local authority children's services.</summary>
    public IReadOnlyList<IlacsReport> Ilacs => [.. Documents.OfType<IlacsReport>()];

    /// <summary>Every problem of every document: what could not be read, and what is no report.</summary>
    public IReadOnlyList<ReportProblem> Problems => [.. Documents.SelectMany(document => document.Problems)];

    /// <summary>The rows as tables with the columns of the kit's own: <c>sif.csv</c>, <c>context.csv</c> and <c>ilacs.csv</c>.</summary>
    public IReadOnlyList<ReportTable> ToTables() => [ReportTables.Sif(Sif), ReportTables.Context(Sif), ReportTables.Ilacs(Ilacs)];

    /// <summary>A set with the reports of its framework that it does not have yet, each as its authority's next inspection.</summary>
    /// <param name="set">The set, such as <see cref="SifData.Ilacs"/>; it stays as it is.</param>
    /// <param name="framework">The framework of the set, which an empty set cannot tell.</param>
    /// <returns>The set with new rows; reports whose authority or last day was not read, and those that the set has, add none.</returns>
    /// <exception cref="ArgumentNullException">There is no set.</exception>
    public InspectionSet AddTo(InspectionSet set, Framework framework)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Rows.AddTo(set, framework, Documents.OfType<InspectionReport>());
    }

    /// <summary>"34 documents: 21 SIF reports, 10 ILACS reports, 3 others, 12 problems".</summary>
    public override string ToString()
    {
        var (sif, ilacs) = (Documents.Count(document => document.Kind == DocumentKind.Sif),
            Documents.Count(document => document.Kind == DocumentKind.Ilacs));
        return $"{Counted(Documents.Count, "document")}: {Counted(sif, "SIF report")}, {Counted(ilacs, "ILACS report")}, "
            + $"{Counted(Documents.Count - sif - ilacs, "other")}, {Counted(Problems.Count, "problem")}";
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
