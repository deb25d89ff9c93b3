using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>The three key judgements together: what overall judgement goes with each combination of them.</summary>
public static class KeyJudgements
{
    /// <summary>
    /// Every combination of the three key judgements with the overall judgements found beside it, and how far a rule of thumb goes:
    /// inadequate where any key judgement is, otherwise the middle one of the three. The rule describes; no source states it, so a
    /// test on the data that suggested it would prove nothing.
    /// </summary>
    /// <param name="inspections">The inspections; those with any of the four judgements unknown are excluded and counted.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static KeyJudgementProfiles Profiles(InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var whole = inspections.WhereKnown(JudgementArea.OverallEffectiveness)
            .Where(inspection => Names.KeyAreas.All(area => inspection[area] is not null));
        return new KeyJudgementProfiles
        {
            Method = "combinations of the three key judgements, counted",
            Observations = whole.Count,
            UndefinedBecause = whole.Count == 0 ? "no inspection has overall effectiveness and all three key judgements" : null,
            Warnings = whole.Count == inspections.Count
                ? []
                : [$"{inspections.Count - whole.Count} with an unknown judgement are excluded"],
            Profiles =
            [
                .. whole.GroupBy(inspection => (Help: Key(inspection, 0), LookedAfter: Key(inspection, 1), Leadership: Key(inspection, 2)))
                    .OrderBy(own => own.Key)
                    .Select(own => new KeyJudgementProfile(
                        own.Key.Help, own.Key.LookedAfter, own.Key.Leadership, new InspectionSet(whole.Authorities, own).Counts(
                            JudgementArea.OverallEffectiveness))),
            ],
            Exceptions = whole.Where(
                inspection => inspection.Overall != Expected([Key(inspection, 0), Key(inspection, 1), Key(inspection, 2)])),
        };
    }

    /// <summary>What the rule of thumb expects: inadequate where any key judgement is, otherwise the middle one.</summary>
    internal static Judgement Expected(IReadOnlyList<Judgement> key) =>
        key.Max() == Judgement.Inadequate ? Judgement.Inadequate : key.Order().ElementAt(1);

    private static Judgement Key(Inspection inspection, int at) => inspection[Names.KeyAreas[at]]!.Value;
}
