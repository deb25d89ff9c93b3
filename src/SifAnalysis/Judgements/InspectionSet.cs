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
    /// <param name="inspections">The inspections, in any order; they are kept by authority and number.</param>
    /// <exception cref="ArgumentException">An inspection is of an authority that is not among the authorities.</exception>
    public InspectionSet(IEnumerable<LocalAuthority> authorities, IEnumerable<Inspection> inspections)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(inspections);
        Authorities = [.. authorities];
        this.inspections = [.. inspections.OrderBy(inspection => inspection.Authority.Name, StringComparer.Ordinal).ThenBy(inspection => inspection.Number)];
        var known = Authorities.ToHashSet();
        if (this.inspections.FirstOrDefault(inspection => !known.Contains(inspection.Authority)) is { } stranger)
        {
            throw new ArgumentException($"{stranger} is of an authority that is not among the set's authorities.", nameof(inspections));
        }
    }

    /// <summary>Every authority that could have been inspected, inspected or not.</summary>
    public IReadOnlyList<LocalAuthority> Authorities { get; }

    /// <inheritdoc/>
    public int Count => inspections.Count;

    /// <inheritdoc/>
    public Inspection this[int index] => inspections[index];

    /// <inheritdoc/>
    public IEnumerator<Inspection> GetEnumerator() => inspections.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The inspections for which the condition holds, among the same authorities.</summary>
    public InspectionSet Where(Func<Inspection, bool> condition) => new(Authorities, inspections.Where(condition));

    /// <summary>The inspections whose report is known to have been published on or before a day.</summary>
    public InspectionSet PublishedBy(DateOnly day) => Where(inspection => inspection.Published <= day);

    /// <summary>Each authority's latest inspection in the set.</summary>
    public InspectionSet LatestOfEachAuthority() =>
        new(Authorities, inspections.GroupBy(inspection => inspection.Authority).Select(own => own.Last()));

    /// <summary>Each authority's first inspection in the set.</summary>
    public InspectionSet FirstOfEachAuthority() =>
        new(Authorities, inspections.GroupBy(inspection => inspection.Authority).Select(own => own.First()));

    /// <summary>The authorities and inspections of one region.</summary>
    public InspectionSet In(Region region) => new(
        Authorities.Where(authority => authority.Region == region),
        inspections.Where(inspection => inspection.Authority.Region == region));

    /// <summary>How many inspections have each judgement in an area, and for how many it is unknown.</summary>
    public JudgementCounts Counts(JudgementArea area)
    {
        var of = inspections.ToLookup(inspection => inspection[area]);
        return new(
            of[Judgement.Outstanding].Count(),
            of[Judgement.Good].Count(),
            of[Judgement.RequiresImprovement].Count(),
            of[Judgement.Inadequate].Count(),
            of[null].Count());
    }
}
