using SifAnalysis.Findings;

namespace SifAnalysis.Judgements;

/// <summary>
/// An authority's inspections under both frameworks. Those of the authorities before and after it stand beside them and are never
/// counted as its own.
/// </summary>
/// <param name="Authority">The authority.</param>
/// <param name="Sif">Its own inspections under the SIF, first to latest.</param>
/// <param name="Ilacs">Its own inspections under ILACS, first to latest.</param>
public sealed record AuthorityHistory(LocalAuthority Authority, IReadOnlyList<Inspection> Sif, IReadOnlyList<Inspection> Ilacs)
{
    /// <summary>The authorities whose place it took, whole or in part.</summary>
    public IReadOnlyList<AuthorityHistory> Predecessors { get; init; } = [];

    /// <summary>The authorities that took its place, whole or in part.</summary>
    public IReadOnlyList<AuthorityHistory> Successors { get; init; } = [];

    /// <summary>Its own inspections under both frameworks, first to latest.</summary>
    public IReadOnlyList<Inspection> Own => [.. Sif, .. Ilacs];

    /// <summary>Its own inspections after those of its predecessors and before those of its successors.</summary>
    public IReadOnlyList<Inspection> Whole =>
        [.. Predecessors.SelectMany(before => before.Own), .. Own, .. Successors.SelectMany(after => after.Own)];

    /// <summary>Its own inspections published on or before a day; the authorities before and after it are treated alike.</summary>
    public AuthorityHistory PublishedBy(DateOnly day) => new(
        Authority, [.. Sif.Where(inspection => inspection.Published <= day)], [.. Ilacs.Where(inspection => inspection.Published <= day)])
    {
        Predecessors = [.. Predecessors.Select(before => before.PublishedBy(day))],
        Successors = [.. Successors.Select(after => after.PublishedBy(day))],
    };

    /// <summary>
    /// Its last inspection under the SIF beside its first under ILACS, or <see langword="null"/> where it has not both: a successor's
    /// inspection is never taken for its own.
    /// </summary>
    /// <param name="area">The area whose judgements are compared.</param>
    public Reinspection? IntoIlacs(JudgementArea area = JudgementArea.OverallEffectiveness) =>
        Sif.Count > 0 && Ilacs.Count > 0 ? new Reinspection(Sif[^1], Ilacs[0], area) : null;

    /// <summary>Its latest inspection in which an area was judged, or <see langword="null"/> where there is none.</summary>
    /// <param name="area">The area.</param>
    public Inspection? LatestJudged(JudgementArea area = JudgementArea.OverallEffectiveness) =>
        Own.LastOrDefault(inspection => inspection[area] is not null);

    /// <summary>How often it was inspected, and what came before and after it, in a sentence or two.</summary>
    public string Sentence =>
        $"{Authority.Name} was inspected {Times(Sif.Count)} under the SIF and {Times(Ilacs.Count)} under ILACS."
        + (Authority.From is { } from ? $" On {Words.Day(from)} it took the place of {Named(Predecessors)}." : "")
        + (Authority.Until is { } until ? $" On {Words.Day(until)} {Named(Successors)} took its place." : "");

    /// <summary>"Leeds, 1 inspection under the SIF and 2 under ILACS".</summary>
    public override string ToString() =>
        $"{Authority.Name}, {Words.Counted(Sif.Count, "inspection")} under the SIF and {Ilacs.Count} under ILACS";

    private static string Times(int number) => number switch { 0 => "not", 1 => "once", 2 => "twice", _ => $"{number} times" };

    private static string Named(IReadOnlyList<AuthorityHistory> others) => Words.Listed(others.Select(other => other.Authority.Name));
}

/// <summary>What is asked of the histories of several authorities.</summary>
public static class AuthorityHistories
{
    /// <summary>
    /// Each authority's last inspection under the SIF beside its first under ILACS. Authorities abolished before an inspection under ILACS
    /// have no such pair: see <see cref="AuthorityHistory.Successors"/>.
    /// </summary>
    /// <param name="histories">The histories.</param>
    /// <param name="area">The area whose judgements are compared.</param>
    /// <exception cref="ArgumentNullException">The histories are <see langword="null"/>.</exception>
    public static IReadOnlyList<Reinspection> IntoIlacs(
        this IEnumerable<AuthorityHistory> histories, JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return [.. histories.Select(history => history.IntoIlacs(area)).OfType<Reinspection>()];
    }

    /// <summary>The histories as they were on a day: see <see cref="AuthorityHistory.PublishedBy"/>.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentNullException">The histories are <see langword="null"/>.</exception>
    public static IReadOnlyList<AuthorityHistory> PublishedBy(this IEnumerable<AuthorityHistory> histories, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return [.. histories.Select(history => history.PublishedBy(day))];
    }

    /// <summary>How many authorities have each judgement by their latest inspection that judged the area, under either framework.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="area">The area.</param>
    /// <returns>The counts; authorities that were never judged in the area are its not judged.</returns>
    /// <exception cref="ArgumentNullException">The histories are <see langword="null"/>.</exception>
    public static JudgementCounts LatestJudgements(
        this IEnumerable<AuthorityHistory> histories, JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var latest = histories.Select(history => history.LatestJudged(area)?[area]).ToList();
        int Of(Judgement judgement) => latest.Count(own => own == judgement);
        return new(
            Of(Judgement.Outstanding),
            Of(Judgement.Good),
            Of(Judgement.RequiresImprovement),
            Of(Judgement.Inadequate),
            0,
            latest.Count(own => own is null));
    }

    /// <summary>The authorities' own inspections under one framework, as a set.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="framework">The framework.</param>
    /// <exception cref="ArgumentNullException">The histories are <see langword="null"/>.</exception>
    public static InspectionSet Under(this IEnumerable<AuthorityHistory> histories, Framework framework)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var all = histories.ToList();
        return new(
            all.Select(history => history.Authority).Where(authority => framework.Covers(authority)),
            all.SelectMany(history => history.Own.Where(inspection => inspection.Framework == framework)));
    }
}
