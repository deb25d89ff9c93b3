namespace SifAnalysis.Statistics;

/// <summary>How long something was followed, and which of several outcomes came first.</summary>
/// <param name="Time">The time from the start to the outcome, or to the last day on which none was known to have come; at least 0.</param>
/// <param name="Outcome">The outcome, such as "improved", or <see langword="null"/> where the time is censored.</param>
public readonly record struct CompetingFollowUp(double Time, string? Outcome);
