using System.Collections;

namespace SifAnalysis.Judgements;

/// <summary>
/// Inspections together with the authorities that could have been inspected: what every statistic, figure and chart starts
/// from. A set never changes; each question asked of it gives a new one.
/// </summary>
public sealed class InspectionSet : IReadOnlyList<Inspection>
{
    private readonly IReadOnlyList<Inspection> inspections;

    /// <summary>Makes a set of inspections among the given authorities.</summary>
    /// <param name="authorities">Every authority that could have been inspected, inspected or not.</param>
    /// <param name="inspections">
    /// The inspections, in any order; they are kept by authority and number, and where no numbers tell them apart by day.
    /// </param>
    /// <exception cref="ArgumentException">An inspection is of an authority that is not among the authorities.</exception>
    public InspectionSet(IEnumerable<LocalAuthority> authorities, IEnumerable<Inspection> inspections)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(inspections);
        Authorities = [.. authorities];
        var documents = inspections.ToList();
        BoardReviews = [.. documents.Where(document => document.Kind == InspectionKind.BoardReviewOnly)];
        this.inspections =
        [
            .. documents.Where(document => document.Kind != InspectionKind.BoardReviewOnly)
                .OrderBy(inspection => inspection.Authority.Name, StringComparer.Ordinal)
                .ThenBy(inspection => inspection.Number)
                .ThenBy(inspection => inspection.Published ?? inspection.Ended ?? inspection.Started),
        ];
        var known = Authorities.ToHashSet();
        if (documents.FirstOrDefault(inspection => !known.Contains(inspection.Authority)) is { } stranger)
        {
            throw new ArgumentException($"{stranger} is of an authority that is not among the set's authorities.", nameof(inspections));
        }
    }

    /// <summary>Every authority that could have been inspected, inspected or not.</summary>
    public IReadOnlyList<LocalAuthority> Authorities { get; }

    /// <summary>Documents that review the safeguarding board alone: kept, and counted nowhere.</summary>
    public IReadOnlyList<Inspection> BoardReviews { get; }

    /// <summary>The framework of the inspections: that of the first, and the SIF where there are none.</summary>
    public Framework Framework => inspections.Count > 0 ? inspections[0].Framework : Framework.Sif;

    /// <inheritdoc/>
    public int Count => inspections.Count;

    /// <inheritdoc/>
    public Inspection this[int index] => inspections[index];

    /// <inheritdoc/>
    public IEnumerator<Inspection> GetEnumerator() => inspections.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The inspections for which the condition holds, among the same authorities.</summary>
    public InspectionSet Where(Func<Inspection, bool> condition) => With(inspections.Where(condition));

    /// <summary>The inspections whose report is known to have been published on or before a day.</summary>
    public InspectionSet PublishedBy(DateOnly day) => Where(inspection => inspection.Published <= day);

    /// <summary>The inspections whose day of publication is unknown, and that may have been published on or before a day.</summary>
    public InspectionSet PossiblyPublishedBy(DateOnly day) =>
        Where(inspection => inspection.Published is null && !(inspection.NotBefore > day));

    /// <summary>
    /// The inspections published on or before a day, and those whose day is unknown that may have been: for a list that is to leave none
    /// out. A count wants the two apart.
    /// </summary>
    public InspectionSet SurelyOrPossiblyPublishedBy(DateOnly day) => With(PublishedBy(day).Concat(PossiblyPublishedBy(day)));

    /// <summary>The inspections published in a period, its first and last day included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public InspectionSet PublishedBetween(DateOnly first, DateOnly last) => last < first
        ? throw new ArgumentException($"The period ends on {last.Iso()}, before it starts on {first.Iso()}.", nameof(last))
        : Where(inspection => inspection.Published >= first && inspection.Published <= last);

    /// <summary>The inspections whose judgement in an area is known.</summary>
    public InspectionSet WhereKnown(JudgementArea area) => Where(inspection => inspection[area] is not null);

    /// <summary>The authorities of which the set has no inspection.</summary>
    public IReadOnlyList<LocalAuthority> NotYetInspected()
    {
        var inspected = inspections.Select(inspection => inspection.Authority).ToHashSet();
        return [.. Authorities.Where(authority => !inspected.Contains(authority))];
    }

    /// <summary>Each authority's latest inspection in the set.</summary>
    public InspectionSet LatestOfEachAuthority() =>
        With(inspections.GroupBy(inspection => inspection.Authority).Select(own => own.Last()));

    /// <summary>Each authority's first inspection in the set.</summary>
    public InspectionSet FirstOfEachAuthority() =>
        With(inspections.GroupBy(inspection => inspection.Authority).Select(own => own.First()));

    /// <summary>
    /// Every later inspection of an authority in the set beside the one before it.
    /// </summary>
    /// <param name="area">The area whose judgements are compared.</param>
    public IReadOnlyList<Reinspection> Reinspections(JudgementArea area = JudgementArea.OverallEffectiveness) =>
    [
        .. inspections.GroupBy(inspection => inspection.Authority)
            .SelectMany(own => own.Zip(own.Skip(1), (before, again) => new Reinspection(before, again, area))),
    ];

    /// <summary>
    /// The judgements that another set gives differently, of inspections that stand in both under the same authority's name and number.
    /// What either set leaves blank is no difference.
    /// </summary>
    /// <param name="other">The other set.</param>
    /// <exception cref="ArgumentNullException">The other set is <see langword="null"/>.</exception>
    public IReadOnlyList<JudgementDifference> DifferencesFrom(InspectionSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var others = other.ToLookup(inspection => (inspection.Authority.Name, inspection.Number));
        return
        [
            .. from here in inspections
               from there in others[(here.Authority.Name, here.Number)]
               from area in Names.AllAreas
               where here[area] is not null && there[area] is not null && here[area] != there[area]
               select new JudgementDifference(here, area, here[area]!.Value, there[area]!.Value),
        ];
    }

    /// <summary>The authorities and inspections of one region.</summary>
    public InspectionSet In(Region region) => new(
        Authorities.Where(authority => authority.Region == region),
        inspections.Where(inspection => inspection.Authority.Region == region));

    /// <summary>The authorities and inspections of one of Ofsted's regions.</summary>
    public InspectionSet In(OfstedRegion region) => new(
        Authorities.Where(authority => authority.OfstedRegion == region),
        inspections.Where(inspection => inspection.Authority.OfstedRegion == region));

    /// <summary>The authorities and inspections of one kind of authority; those whose kind is unknown are left out.</summary>
    public InspectionSet In(AuthorityType type) => new(
        Authorities.Where(authority => authority.Type == type),
        inspections.Where(inspection => inspection.Authority.Type == type));

    /// <summary>The authorities that existed on a day, and their inspections.</summary>
    public InspectionSet ExistingOn(DateOnly day) => new(
        Authorities.Where(authority => authority.ExistedOn(day)), inspections.Where(inspection => inspection.Authority.ExistedOn(day)));

    /// <summary>The inspections of one authority, first to latest.</summary>
    /// <param name="authority">The name, or a common way of writing it: "Hull".</param>
    /// <exception cref="ArgumentException">There is no such authority; the nearest name is given.</exception>
    public IReadOnlyList<Inspection> Of(string authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var names = new AuthorityNames(Authorities, Framework);
        var found = names.Find(authority) ?? throw new ArgumentException($"\"{authority}\": {names.Advice(authority)}", nameof(authority));
        return [.. inspections.Where(inspection => inspection.Authority == found)];
    }

    /// <summary>
    /// How many inspections have each judgement in an area, for how many it is unknown, and how many were not judged in it.
    /// </summary>
    public JudgementCounts Counts(JudgementArea area)
    {
        var of = inspections.ToLookup(inspection => inspection[area]);
        return new(
            of[Judgement.Outstanding].Count(),
            of[Judgement.Good].Count(),
            of[Judgement.RequiresImprovement].Count(),
            of[Judgement.Inadequate].Count(),
            of[null].Count(inspection => inspection.IsUnknown(area)),
            of[null].Count(inspection => !inspection.IsUnknown(area)));
    }

    private InspectionSet With(IEnumerable<Inspection> others) => new(Authorities, others.Concat(BoardReviews));
}
