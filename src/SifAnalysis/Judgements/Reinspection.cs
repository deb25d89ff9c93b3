namespace SifAnalysis.Judgements;

/// <summary>An inspection of an authority together with the one before it, in one area.</summary>
/// <param name="Before">The inspection before.</param>
/// <param name="Again">The re-inspection.</param>
/// <param name="Area">The area whose judgements are compared.</param>
public sealed record Reinspection(Inspection Before, Inspection Again, JudgementArea Area)
{
    /// <summary>The authority.</summary>
    public LocalAuthority Authority => Again.Authority;

    /// <summary>
    /// How many judgements better the re-inspection was, under 0 if it was worse; <see langword="null"/> where either is unknown.
    /// </summary>
    public int? StepsBetter => Before[Area] is { } before && Again[Area] is { } again ? before - again : null;

    /// <summary>Whether the re-inspection found better; <see langword="null"/> where either judgement is unknown.</summary>
    public bool? Improved => StepsBetter is { } steps ? steps > 0 : null;

    /// <summary>The days from report to report, or <see langword="null"/> where the day of either is unknown.</summary>
    public int? Days => Again.Published?.DayNumber - Before.Published?.DayNumber;
}
