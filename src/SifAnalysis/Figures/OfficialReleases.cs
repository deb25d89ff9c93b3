using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Figures;

/// <summary>The counts of official releases and of the press beside the rows, under each way of counting.</summary>
public static class OfficialReleases
{
    private static readonly IReadOnlyList<Judgement> goodOrBetter = [Judgement.Outstanding, Judgement.Good];

    /// <summary>
    /// Every count that a release states, oldest first, beside what the rows give by the day up to which the release
    /// counts: all reports, each authority's first, and each authority's latest. Reports of an unknown day widen the bounds.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentNullException">The data are <see langword="null"/>.</exception>
    public static IReadOnlyList<ReleaseComparison> Compare(SifData data) =>
    [
        .. from counted in Releases(data)
           from judgement in Names.AllJudgements.Select(judgement => (Judgement?)judgement).Prepend(null)
           let stated = judgement is { } one ? counted.Release[one] : counted.Release.Total
           where stated is not null
           let judgements = judgement is { } only ? [only] : Names.AllJudgements
           let standing = counted.Standing
           let all = judgement is null
           select new ReleaseComparison(
               counted.Release,
               counted.ReportsTo,
               judgement,
               stated.Value,
               all ? standing.Reports.All : standing.Reports.Of(judgements),
               all ? standing.First.All : standing.First.Of(judgements),
               all ? standing.Latest.All : standing.Latest.Of(judgements)),
    ];

    /// <summary>
    /// Every share of good or outstanding and of inadequate that a release states, oldest first, beside what the rows give. A
    /// share in whole per cent stands for all shares that are rounded to it.
    /// </summary>
    /// <inheritdoc cref="Compare" path="/param"/>
    /// <inheritdoc cref="Compare" path="/exception"/>
    public static IReadOnlyList<ReleaseShareComparison> CompareShares(SifData data) =>
    [
        .. from counted in Releases(data)
           from stated in Shares(counted.Release)
           let standing = counted.Standing
           select new ReleaseShareComparison(
               counted.Release,
               counted.ReportsTo,
               stated.Judgements,
               stated.Share,
               standing.Reports.ShareOf(stated.Judgements),
               standing.First.ShareOf(stated.Judgements),
               standing.Latest.ShareOf(stated.Judgements)),
    ];

    private static IEnumerable<(IReadOnlyList<Judgement> Judgements, ShareBounds Share)> Shares(OfficialCount release)
    {
        static ShareBounds Rounded(double share) => new(share - 0.005, share + 0.005);
        if (release.GoodOrBetterShare is { } better)
        {
            yield return (goodOrBetter, Rounded(better));
        }
        else if (release.GoodOrBetter is { } count && release.Total is { } total)
        {
            yield return (goodOrBetter, new((double)count / total, (double)count / total));
        }

        if (release.InadequateShare is { } inadequate)
        {
            yield return ([Judgement.Inadequate], Rounded(inadequate));
        }
    }

    // A count of the inspections since a day is not one of the standing at a day. A release counts to one day, whichever of its
    // rows says so.
    private static IEnumerable<(OfficialCount Release, DateOnly ReportsTo, Standing Standing)> Releases(SifData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return
            from release in data.OfficialCounts
            where !release.What.Contains("since", StringComparison.Ordinal)
            let reportsTo = data.OfficialCounts.Where(other => other.Source == release.Source && other.AsAt == release.AsAt).Max(other => other.ReportsTo)
            orderby reportsTo, release.Area
            select (release, reportsTo, new Standing(data.Inspections.WithoutPossibleReissues(), release.Area, reportsTo));
    }

    // The rows as at a day. Each unit is counted once: by the report that it surely has, or by one whose day is unknown, if that
    // came in time and is the one that counts.
    private sealed class Standing(InspectionSet inspections, JudgementArea area, DateOnly day)
    {
        private readonly InspectionSet sure = inspections.PublishedBy(day);
        private readonly InspectionSet possible = inspections.PossiblyPublishedBy(day);

        public Units Reports => new(area, [.. sure.Select(inspection => new Unit(inspection, [])), .. possible.Select(inspection => new Unit(null, [inspection]))]);

        public Units First
        {
            get
            {
                var first = inspections.FirstOfEachAuthority();
                return new(area, [.. first.PublishedBy(day).Select(inspection => new Unit(inspection, [])), .. first.PossiblyPublishedBy(day).Select(inspection => new Unit(null, [inspection]))]);
            }
        }

        public Units Latest => new(
            area,
            [
                .. sure.Concat(possible).GroupBy(inspection => inspection.Authority).Select(own =>
                {
                    var latest = own.LastOrDefault(inspection => inspection.Published is not null);
                    return new Unit(latest, [.. own.Where(inspection => inspection.Published is null && inspection.Number > (latest?.Number ?? 0))]);
                }),
            ]);
    }

    private sealed record Unit(Inspection? Sure, IReadOnlyList<Inspection> Possible);

    private sealed record Units(JudgementArea Area, IReadOnlyList<Unit> Counted)
    {
        public CountBounds All => new(Counted.Count(unit => unit.Sure is not null), Counted.Count);

        public CountBounds Of(IReadOnlyList<Judgement> judgements)
        {
            bool Is(Inspection inspection) => inspection[Area] is { } known && judgements.Contains(known);
            bool CouldBe(Inspection inspection) => inspection[Area] is null || Is(inspection);
            return new(
                Counted.Count(unit => unit.Sure is { } sure && Is(sure) && unit.Possible.All(Is)),
                Counted.Count(unit => (unit.Sure is { } sure && CouldBe(sure)) || unit.Possible.Any(CouldBe)));
        }

        public ShareBounds ShareOf(IReadOnlyList<Judgement> judgements)
        {
            var (count, all) = (Of(judgements), All);
            return new((double)count.Least / Math.Max(1, all.Most), Math.Min(1, (double)count.Most / Math.Max(1, all.Least)));
        }
    }
}
