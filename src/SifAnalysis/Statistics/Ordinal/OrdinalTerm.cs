using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>Something that a judgement may depend on.</summary>
public abstract record OrdinalTerm
{
    /// <summary>The name of the term.</summary>
    public required string Name { get; init; }

    /// <summary>A number, such as the year of publication.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number of an inspection, or <see langword="null"/> where it is unknown.</param>
    public static OrdinalTerm Number(string name, Func<Inspection, double?> value) => new NumberTerm(value) { Name = name };

    /// <summary>Groups, such as regions: a covariate of 0 and 1 for each group but the one that the others are compared with.</summary>
    /// <param name="name">The name.</param>
    /// <param name="group">The group of an inspection, or <see langword="null"/> where it is unknown.</param>
    /// <param name="against">The group that the others are compared with; the largest by default.</param>
    public static OrdinalTerm Groups(string name, Func<Inspection, string?> group, string? against = null) =>
        new GroupsTerm(group, against) { Name = name };

    /// <summary>The region of government, each against the largest.</summary>
    public static OrdinalTerm Region { get; } = Groups("Region", inspection => inspection.Authority.Region.Name());

    /// <summary>The region in which Ofsted reports, each against the largest.</summary>
    public static OrdinalTerm OfstedRegion { get; } = Groups("Ofsted region", inspection => inspection.Authority.OfstedRegion.Name());

    /// <summary>The kind of authority, each against the largest.</summary>
    public static OrdinalTerm AuthorityType { get; } = Groups("Type", inspection => inspection.Authority.Type?.Name());

    /// <summary>The quarters between the framework's first, the last of 2013, and the report: a steady change over time.</summary>
    public static OrdinalTerm Quarter { get; } = Number(
        "Quarter", inspection => inspection.Published is { } day ? Judgements.Quarter.Of(day).Since(new(2013, 4)) : null);

    /// <summary>The judgement of another area as a number, 1 (outstanding) to 4 (inadequate).</summary>
    /// <param name="area">The area.</param>
    public static OrdinalTerm JudgementOf(JudgementArea area) => Number(area.ShortName(), inspection => (double?)(int?)inspection[area]);

    internal abstract bool IsKnown(Inspection inspection);

    internal abstract IEnumerable<(string Name, double[] Values)> Columns(IReadOnlyList<Inspection> inspections);

    private sealed record NumberTerm(Func<Inspection, double?> Value) : OrdinalTerm
    {
        internal override bool IsKnown(Inspection inspection) => Value(inspection) is { } value && double.IsFinite(value);

        internal override IEnumerable<(string Name, double[] Values)> Columns(IReadOnlyList<Inspection> inspections) =>
            [(Name, [.. inspections.Select(inspection => Value(inspection)!.Value)])];
    }

    private sealed record GroupsTerm(Func<Inspection, string?> Group, string? Against) : OrdinalTerm
    {
        internal override bool IsKnown(Inspection inspection) => Group(inspection) is not null;

        internal override IEnumerable<(string Name, double[] Values)> Columns(IReadOnlyList<Inspection> inspections)
        {
            var groups = inspections.Select(inspection => Group(inspection)!).ToList();
            var sizes = groups.GroupBy(group => group, StringComparer.Ordinal).OrderByDescending(own => own.Count()).ThenBy(
                own => own.Key, StringComparer.Ordinal).Select(own => own.Key).ToList();
            var against = Against ?? sizes.FirstOrDefault();
            if (Against is not null && sizes.Count > 0 && !sizes.Contains(Against))
            {
                throw new ArgumentException(
                    $"{Name}: no inspection is in \"{Against}\"; the groups are {Words.Listed(sizes)}.", nameof(inspections));
            }

            return sizes.Where(group => group != against).Order(StringComparer.Ordinal)
                .Select(group => ($"{Name}: {group}", groups.Select(own => own == group ? 1.0 : 0.0).ToArray()));
        }
    }
}
