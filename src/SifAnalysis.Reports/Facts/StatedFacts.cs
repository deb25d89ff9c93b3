using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports.Facts;

/// <summary>The section of a SIF report on its area. What was not found is absent.</summary>
/// <param name="Figures">The figures. They keep the digits that the report gives: 65.0 is not 65.</param>
/// <param name="DirectorSince">The first day of the month since which the director of children's services had been in post.</param>
/// <param name="LscbChairSince">The first day of the month since which the chair of the safeguarding board had been in post.</param>
/// <param name="PreviousSafeguarding">
/// The judgement of the inspection of safeguarding before, of an older framework: Adequate among them.
/// </param>
/// <param name="PreviousLookedAfter">The judgement of the inspection of services for looked after children before.</param>
public sealed record StatedFacts(
    IReadOnlyDictionary<LocalFact, Stated<decimal>> Figures,
    Stated<DateOnly>? DirectorSince,
    Stated<DateOnly>? LscbChairSince,
    Stated<string>? PreviousSafeguarding,
    Stated<string>? PreviousLookedAfter)
{
    /// <summary>Facts of which none was found.</summary>
    public static StatedFacts None { get; } = new(new Dictionary<LocalFact, Stated<decimal>>(), null, null, null, null);

    /// <summary>A figure, or <see langword="null"/> where the report does not state it in a form that is read.</summary>
    public Stated<decimal>? this[LocalFact fact] => Figures.GetValueOrDefault(fact);
}
