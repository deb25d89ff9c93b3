using System.Globalization;
using SifAnalysis.Reports.Facts;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>Makes rows of reports, with the columns of the kit's own tables: sif, context and ilacs.</summary>
internal static class ReportTables
{
    private const string TitlePage = "Ofsted's report, title page";

    /// <summary>The SIF reports and reviews of boards, one a row.</summary>
    public static ReportTable Sif(IReadOnlyList<SifReport> reports)
    {
        var numbers = InspectionNumbers.Of(reports);
        var ordered = Ordered(reports);
        return new(
            "sif.csv",
            [
                "la_name", "inspection_number", "kind", "inspection_start",
                    "inspection_end", "report_published", .. ReportValues.SifAreas.Select(ReportColumns.Name),
                "report_url", "dates_source", "judgements_source", "notes",
            ],
            [.. ordered.Select(report => (IReadOnlyList<string>)
            [
                report.Authority?.Value ?? "",
                numbers.TryGetValue(report, out var number) ? number.ToString(CultureInfo.InvariantCulture) : "",
                report.Kind == DocumentKind.LscbReview ? "LSCB review only" : report.IsReinspection ? "re-inspection" : "inspection",
                .. Text(ReportValues.Days(report)),
                .. Text(ReportValues.Grades(report, ReportValues.SifAreas)),
                "", DatesSource(report), JudgementsSource(report), "",
            ])])
        {
            Reports = ordered,
        };
    }

    /// <summary>What SIF reports say of their areas, one a row.</summary>
    public static ReportTable Context(IReadOnlyList<SifReport> reports)
    {
        var ordered = Ordered(reports.Where(report => report.Kind == DocumentKind.Sif));
        return new(
            "context.csv",
            ["la_name", "report_published", .. ReportValues.Facts(StatedFacts.None).Select(value => value.Column)],
            [.. ordered.Select(report => (IReadOnlyList<string>)
                [report.Authority?.Value ?? "", ReportValues.Days(report)[2].Value ?? "", .. Text(ReportValues.Facts(report.Facts))])])
        {
            Reports = ordered,
        };
    }

    /// <summary>The ILACS reports, one a row.</summary>
    public static ReportTable Ilacs(IReadOnlyList<IlacsReport> reports)
    {
        var ordered = Ordered(reports);
        return new(
            "ilacs.csv",
            ["la_name", "report_published", "inspection_start", "inspection_end",
                "form", .. ReportValues.IlacsAreas.Select(ReportColumns.Name), "report_url", "source"],
            [.. ordered.Select(report => (IReadOnlyList<string>)
            [
                report.Authority?.Value ?? "",
                ReportValues.Days(report)[2].Value ?? "", .. Text(ReportValues.Days(report).Take(2)),
                report.Form?.Value ?? "",
                .. Text(ReportValues.Grades(report, ReportValues.IlacsAreas)),
                "", TitlePage,
            ])])
        {
            Reports = ordered,
        };
    }

    private static IEnumerable<string> Text(IEnumerable<ReportValue> values) => values.Select(value => value.Value ?? "");

    private static List<T> Ordered<T>(IEnumerable<T> reports)
        where T : InspectionReport =>
        [
            .. reports.OrderBy(report => report.Authority?.Value ?? "", StringComparer.Ordinal)
                .ThenBy(report => (report.Ended ?? report.Published)?.Value)
                .ThenBy(report => report.File, StringComparer.Ordinal),
        ];

    private static string DatesSource(SifReport report) => report switch
    {
        { PublishedAsStated: null, Published: not null } =>
            $"inspection: {TitlePage}; publication, which the title page does not state: the file's name",
        { PublishedAsStated: { } stated, Published: { } listed } when stated.Value != listed.Value =>
            $"{TitlePage}; the report states {ReportValues.Day(stated.Value)} as its day of publication",
        _ => TitlePage,
    };

    private static string JudgementsSource(SifReport report) =>
        report.Kind == DocumentKind.Sif && report[ReportArea.Lscb] is { Value: not Grade.NotReviewed } lscb && lscb.Page > 1
            ? $"{TitlePage}; LSCB: its section of the report"
            : TitlePage;
}
