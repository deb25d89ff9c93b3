using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Reports.Tables;

/// <summary>
/// Numbers the inspections of each authority. A report does not state its number, so it is that of the kit's row of the same days, or
/// its turn among the reports read and the kit's rows.
/// </summary>
internal static class InspectionNumbers
{
    private const int MostDaysApart = 31;

    private static readonly Lazy<ILookup<string, Inspection>> Known = new(() => SifData.Load().Inspections.ToLookup(inspection => inspection.Authority.Name));

    /// <summary>The numbers of the reports whose authority and days are known.</summary>
    public static IReadOnlyDictionary<SifReport, int> Of(IReadOnlyList<SifReport> reports)
    {
        var numbers = new Dictionary<SifReport, int>(ReferenceEqualityComparer.Instance);
        foreach (var own in reports.Where(report => report is { Kind: DocumentKind.Sif, Authority: not null, Ended: not null }).GroupBy(report => report.Authority!.Value))
        {
            var turn = 0;
            foreach (var report in own.OrderBy(report => report.Ended!.Value))
            {
                turn = Known.Value[own.Key].FirstOrDefault(inspection => IsSame(inspection, report))?.Number ?? Math.Max(turn + 1, report.IsReinspection ? 2 : 1);
                numbers[report] = turn;
            }
        }

        return numbers;
    }

    private static bool IsSame(Inspection inspection, SifReport report) =>
        inspection.Ended == report.Ended!.Value
        || (inspection.Published is { } known && report.Published is { } read && Math.Abs(known.DayNumber - read.Value.DayNumber) <= MostDaysApart);
}
