namespace SifAnalysis.Statistics;

/// <summary>A survival curve at one time.</summary>
/// <param name="Time">The time, in the units of the data.</param>
/// <param name="AtRisk">How many were still followed just before.</param>
/// <param name="Events">How many events came at this time.</param>
/// <param name="Censored">How many were last seen at this time without the event.</param>
/// <param name="Survival">The share for which the event has not come by this time, from 0 to 1.</param>
/// <param name="StandardError">Greenwood's (1926) standard error of the share.</param>
/// <param name="Interval">The interval at this time alone, or <see langword="null"/> where the share is 0 or 1.</param>
public sealed record SurvivalStep(
    double Time, int AtRisk, int Events, int Censored, double Survival, double StandardError, Interval? Interval);
