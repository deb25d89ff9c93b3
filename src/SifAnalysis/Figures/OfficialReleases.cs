using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Figures;

/// <summary>The counts of official releases and of the press beside the rows, under each way of counting.</summary>
public static class OfficialReleases
{
    /// <summary>
    /// Every count that a release states, oldest first, beside what the rows give by the day up to which the release
    /// counts: all reports, each authority's first, and each authority's latest.
    /// </summary>
    /// <param name="data">The data.</param>
    public static IReadOnlyList<ReleaseComparison> Compare(SifData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return
        [
            .. from release in data.OfficialCounts
               orderby release.ReportsTo, release.Area
               from judgement in Names.AllJudgements.Select(judgement => (Judgement?)judgement).Prepend(null)
               let stated = judgement is { } one ? release[one] : release.Total
               where stated is not null && !IsOfAPeriod(release)
               let reports = data.Inspections.WithoutPossibleReissues().PublishedBy(release.ReportsTo)
               select new ReleaseComparison(
                   release,
                   judgement,
                   stated.Value,
                   Bounds(reports, release, judgement),
                   Bounds(data.Inspections.FirstOfEachAuthority().PublishedBy(release.ReportsTo), release, judgement),
                   Bounds(reports.LatestOfEachAuthority(), release, judgement)),
        ];
    }

    // A count of the inspections since a day is not one of the standing at a day.
    private static bool IsOfAPeriod(OfficialCount release) => release.What.Contains("since", StringComparison.Ordinal);

    private static CountBounds Bounds(InspectionSet set, OfficialCount release, Judgement? judgement) =>
        judgement is { } one ? set.Counts(release.Area).Bounds(one) : new CountBounds(set.Count, set.Count);
}
