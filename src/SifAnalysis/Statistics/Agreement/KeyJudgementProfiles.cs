using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>The combinations of the three key judgements.</summary>
public sealed record KeyJudgementProfiles : StatisticResult
{
    /// <summary>Each combination that occurs, from the best.</summary>
    public required IReadOnlyList<KeyJudgementProfile> Profiles { get; init; }

    /// <summary>The inspections whose overall judgement is another than the rule of thumb expects.</summary>
    public required InspectionSet Exceptions { get; init; }

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"The key judgements of {Words.Counted(Observations, "inspection")} come in {Words.Counted(Profiles.Count, "combination")}, "
            + $"{Profiles.Count(profile => profile.IsDecided)} of them with one overall judgement only; "
            + $"\"inadequate where any key judgement is, otherwise the middle one\" gives the overall judgement of "
            + $"{Observations - Exceptions.Count}; exceptions: {Words.Listed(Exceptions.Select(inspection => inspection.Authority.Name))}."
        : $"The combinations are undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        [.. Names.KeyAreas.Select(area => area.ShortName()), "Inspections", "Overall", "Rule of thumb"],
        Profiles,
        profile =>
            [
                profile.HelpAndProtection.Name(),
                profile.LookedAfter.Name(),
                profile.Leadership.Name(),
                profile.Overall.Known,
                profile.Found,
                profile.Expected.Name(),
            ]);
}

/// <summary>One combination of the three key judgements.</summary>
/// <param name="HelpAndProtection">Children who need help and protection.</param>
/// <param name="LookedAfter">Children looked after and achieving permanence.</param>
/// <param name="Leadership">Leadership, management and governance.</param>
/// <param name="Overall">The overall judgements found beside it.</param>
public sealed record KeyJudgementProfile(Judgement HelpAndProtection, Judgement LookedAfter, Judgement Leadership, JudgementCounts Overall)
{
    /// <summary>What the rule of thumb expects: inadequate where any key judgement is, otherwise the middle one.</summary>
    public Judgement Expected => KeyJudgements.Expected([HelpAndProtection, LookedAfter, Leadership]);

    /// <summary>Whether every inspection of the combination has the same overall judgement.</summary>
    public bool IsDecided => Names.AllJudgements.Count(judgement => Overall[judgement] > 0) == 1;

    internal string Found => string.Join(", ", Names.AllJudgements.Where(judgement => Overall[judgement] > 0)
        .Select(judgement => IsDecided ? judgement.Name() : $"{judgement.Name()} {Overall[judgement]}"));
}
