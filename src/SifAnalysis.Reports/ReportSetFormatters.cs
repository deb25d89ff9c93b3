using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Display;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Statistics;

namespace SifAnalysis.Reports;

/// <summary>How documents that were read show themselves in a notebook: a table, and below it what is wrong.</summary>
internal sealed class ReportSetFormatters : ITypeFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new HtmlFormatter<ReportSet>((set, context) => context.Writer.Write(Html(set))),
        new PlainTextFormatter<ReportSet>((set, context) => context.Writer.Write(Plain(set))),
    ];

    private static string Html(ReportSet set) =>
        TableHtml.Of(Table(set), set.ToString())
            + string.Concat(set.Problems.Select(problem => $"<p><small>{TableHtml.Encode(problem.ToString())}</small></p>"));

    private static string Plain(ReportSet set) =>
        string.Join('\n', [set.ToString(), TableHtml.Plain(Table(set)), .. set.Problems.Select(problem => problem.ToString())]);

    private static ResultTable Table(ReportSet set) => new(
        ["Document", "Kind", "Ended", "Published", "Overall", "Help and protection",
            "Looked after or in care", "Adoption", "Care leavers", "Leadership", "LSCB"],
        [.. set.Documents.Select(document => document is InspectionReport report ? Row(report)
            : [Path.GetFileName(document.File), document.Kind.ToString(), null, null, null, null, null, null, null, null, null])]);

    private static IReadOnlyList<object?> Row(InspectionReport report) =>
    [
        $"{report.Authority?.Value ?? "?"}\n{Path.GetFileName(report.File)}",
        report.Kind.ToString(),
        report.Ended?.Value,
        report.Published?.Value,
        report[ReportArea.Overall]?.Value.Name(),
        report[ReportArea.HelpAndProtection]?.Value.Name(),
        (report[ReportArea.LookedAfter] ?? report[ReportArea.InCare])?.Value.Name(),
        report[ReportArea.Adoption]?.Value.Name(),
        report[ReportArea.CareLeavers]?.Value.Name(),
        (report[ReportArea.Leadership] ?? report[ReportArea.ImpactOfLeaders])?.Value.Name(),
        report[ReportArea.Lscb]?.Value.Name(),
    ];
}
