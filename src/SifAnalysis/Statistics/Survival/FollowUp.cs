namespace SifAnalysis.Statistics;

/// <summary>How long one authority, or anything else, was followed, and whether the event occurred.</summary>
/// <param name="Time">
/// The time from the start to the event, or to the last day on which the event was known not to have occurred; at least 0.
/// </param>
/// <param name="Event">Whether the event occurred; <see langword="false"/> where the time is censored.</param>
public readonly record struct FollowUp(double Time, bool Event);

/// <summary>How long something was followed, and which of several outcomes came first.</summary>
/// <param name="Time">
/// The time from the start to the outcome, or to the last day on which none was known to have occurred; at least 0.
/// </param>
/// <param name="Outcome">The outcome, such as "improved", or <see langword="null"/> where the time is censored.</param>
public readonly record struct CompetingFollowUp(double Time, string? Outcome);
