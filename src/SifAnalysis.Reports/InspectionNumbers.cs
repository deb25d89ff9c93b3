using SifAnalysis.Judgements;

namespace SifAnalysis.Reports;

/// <summary>
/// Numbers the inspections of each authority. A report does not state its number, so it is that of the kit's row of the same days, or
/// its turn among the reports read and the kit's rows.
/// </summary>
internal static class InspectionNumbers
{
    private static readonly Lazy<ILookup<string,
        Inspection>> Known = new(() => Kit.Data.Inspections.ToLookup(inspection => inspection.Authority.Name));

    /// <summary>The numbers of the reports whose authority and days are known.</summary>
    public static IReadOnlyDictionary<SifReport, int> Of(IReadOnlyList<SifReport> reports)
    {
        var numbers = new Dictionary<SifReport, int>(ReferenceEqualityComparer.Instance);
        foreach (var own in reports.Where(report => report is { Kind: DocumentKind.Sif, Authority: not null, Ended: not null })
            .GroupBy(report => report.Authority!.Value))
        {
            var turn = 0;
            foreach (var report in own.OrderBy(report => report.Ended!.Value))
            {
                turn = Known.Value[own.Key].FirstOrDefault(inspection => Rows.IsSame(inspection, report))?.Number
                    ?? Math.Max(turn + 1, report.IsReinspection ? 2 : 1);
                numbers[report] = turn;
            }
        }

        return numbers;
    }
}
