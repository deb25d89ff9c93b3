using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>The counts of official releases and of the press beside the rows, under each way of counting.</summary>
public static class OfficialReleases
{
    private static readonly IReadOnlyList<Judgement> goodOrBetter = [Judgement.Outstanding, Judgement.Good];

    // Half, said in passing: anything that rounds to 50% in steps of 5 percentage points.
    private static readonly ShareBounds Half = new(0.475, 0.525);

    /// <summary>
    /// Every count that a release states, oldest first, beside what the rows give by the day up to which the release
    /// counts: all reports, each authority's first, and each authority's latest. Reports of an unknown day widen the bounds.
    /// </summary>
    /// <param name="releases">The counts.</param>
    /// <param name="inspections">The inspections.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IReadOnlyList<ReleaseComparison> Compare(IReadOnlyList<OfficialCount> releases, InspectionSet inspections) =>
    [
        .. from counted in Releases(releases, inspections)
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
    public static IReadOnlyList<ReleaseShareComparison> CompareShares(IReadOnlyList<OfficialCount> releases, InspectionSet inspections) =>
    [
        .. from counted in Releases(releases, inspections)
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

    /// <summary>
    /// A verdict for each release, in their order: whether one way of counting (all reports, first or latest inspections) gives every
    /// number that it states by the day up to which it counts. A release that names a month is tried on each of its days.
    /// </summary>
    /// <inheritdoc cref="Compare" path="/param"/>
    /// <inheritdoc cref="Compare" path="/exception"/>
    public static IReadOnlyList<ReleaseCheck> Check(IReadOnlyList<OfficialCount> releases, InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(inspections);
        return [.. releases.Select(release => Check(release, ReportsTo(release, releases), inspections))];
    }

    private static ReleaseCheck Check(OfficialCount release, DateOnly reportsTo, InspectionSet inspections)
    {
        var days = release.AsAt.Length == 7 ? Enumerable.Range(0, reportsTo.Day).Select(before => reportsTo.AddDays(-before)) : [reportsTo];
        var counted = release.Since is { } since ? inspections.Where(inspection => EndedSince(inspection, since)) : inspections;
        var answers = (
            from day in days
            let standing = new StandingOfArea(counted, release.Area, day)
            from reading in release.Since is null
                ? new[] { ("all reports", standing.Reports), ("latest inspections",
                    standing.Latest), ("first inspections", standing.First) }
                : [($"inspections that ended on or after {Words.Day(release.Since.Value)}", standing.Reports)]
            select Answer(release, day, reading.Item1, reading.Item2)).ToList();
        return answers.Find(answer => answer.Verdict == Verdict.NotAnswerable)
            ?? answers.Find(answer => answer.Verdict == Verdict.Reproduced)
            ?? answers.Find(answer => answer.Verdict == Verdict.Consistent)
            ?? answers[0];
    }

    // The last day of an inspection may be unknown where its first day, or the day before which it had not begun, says enough.
    private static bool EndedSince(Inspection inspection, DateOnly since) =>
        (inspection.Ended ?? inspection.Started ?? inspection.NotBefore ?? inspection.Published) >= since;

    private static ReleaseCheck Answer(OfficialCount release, DateOnly day, string reading, Units units)
    {
        var stated = Stated(release).ToList();
        var parts = stated.Select(each => (each.Name, each.Says, Rows: each.Of(units), Fits: each.Fits(units), Exact: each.IsExact(units)))
            .ToList();
        return new ReleaseCheck(
            release,
            parts.Count == 0 ? Verdict.NotAnswerable
                : parts.Exists(part => !part.Fits) ? Verdict.Contradicted
                : parts.Exists(part => !part.Exact) ? Verdict.Consistent : Verdict.Reproduced,
            reading,
            day,
            string.Join("; ", parts.Select(part => $"{part.Name} {part.Says}")),
            string.Join("; ", parts.Select(part => $"{part.Name} {part.Rows}")));
    }

    private static IEnumerable<StatedNumber> Stated(OfficialCount release)
    {
        foreach (var judgement in Names.AllJudgements)
        {
            if (release[judgement] is { } count)
            {
                yield return StatedNumber.Count(judgement.Name().ToLowerInvariant(), count, units => units.Of([judgement]));
            }
        }

        if (release.GoodOrBetterShare is null && release.GoodOrBetter is { } better)
        {
            yield return StatedNumber.Count("good or outstanding", better, units => units.Of(goodOrBetter));
        }

        foreach (var (judgements, share) in Shares(release)
            .Where(_ => release.GoodOrBetterShare is not null || release.InadequateShare is not null))
        {
            yield return StatedNumber.OfShare(judgements.Count == 1
                ? "inadequate" : "good or outstanding", share, units => units.ShareOf(judgements));
        }

        if (release.IsHalfGoodOrBetter)
        {
            yield return StatedNumber.OfShare("good or outstanding", Half, units => units.ShareOf(goodOrBetter));
        }

        if (release.Total is { } total)
        {
            yield return StatedNumber.Count("in all", total, units => units.All);
        }
    }

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
    private static IEnumerable<(OfficialCount Release, DateOnly ReportsTo, StandingOfArea Standing)> Releases(
        IReadOnlyList<OfficialCount> releases, InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(inspections);
        return
            from release in releases
            where release.Since is null
            let reportsTo = ReportsTo(release, releases)
            orderby reportsTo, release.Area
            select (release, reportsTo, new StandingOfArea(inspections, release.Area, reportsTo));
    }

    private static DateOnly ReportsTo(OfficialCount release, IReadOnlyList<OfficialCount> releases) =>
        releases.Where(other => other.Source == release.Source && other.AsAt == release.AsAt).Max(other => other.ReportsTo);

    // The rows as at a day. Each unit is counted once: by the report that it surely has, or by one whose day is unknown, if that
    // came in time and is the one that counts.
    private sealed class StandingOfArea(InspectionSet inspections, JudgementArea area, DateOnly day)
    {
        private readonly InspectionSet sure = inspections.PublishedBy(day);
        private readonly InspectionSet possible = inspections.PossiblyPublishedBy(day);

        public Units Reports => new(area,
            [.. sure.Select(inspection => new Unit(inspection, [])), .. possible.Select(inspection => new Unit(null, [inspection]))]);

        public Units First
        {
            get
            {
                var first = inspections.FirstOfEachAuthority();
                return new(area, [.. first.PublishedBy(day).Select(inspection => new Unit(inspection, [])),
                    .. first.PossiblyPublishedBy(day).Select(inspection => new Unit(null, [inspection]))]);
            }
        }

        public Units Latest => new(
            area,
            [
                .. sure.Concat(possible).GroupBy(inspection => inspection.Authority).Select(own =>
                {
                    var latest = own.LastOrDefault(inspection => inspection.Published is not null);
                    return new Unit(latest,
                        [.. own.Where(inspection => inspection.Published is null && inspection.Number > (latest?.Number ?? 0))]);
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

    // A number that a release states, and what the rows give for it.
    private sealed record StatedNumber(string Name, string Says, Func<Units, string> Of, Func<Units, bool> Fits, Func<Units, bool> IsExact)
    {
        public static StatedNumber Count(string name, int stated, Func<Units, CountBounds> of) => new(
            name, stated.ToString(CultureInfo.InvariantCulture), units => of(units)
                .ToString(), units => of(units).Contains(stated), units => of(units).IsExact);

        public static StatedNumber OfShare(string name, ShareBounds stated, Func<Units, ShareBounds> of) => new(
            name,
            Words.Percent((stated.Least + stated.Most) / 2),
            units => of(units).ToString(),
            units => of(units).Overlaps(stated),
            units => of(units) is var rows && rows.Least >= stated.Least && rows.Most <= stated.Most);
    }
}
