using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>A Kaplan-Meier curve with the median time and its interval.</summary>
public sealed record SurvivalCurve : StatisticResult
{
    /// <summary>The curve at every time at which an event occurred or a follow-up ended, in order.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; init; } = [];

    /// <summary>The median time to the event, or <see langword="null"/> where the curve does not come down to a half.</summary>
    public double? Median { get; init; }

    /// <summary>
    /// The interval of the median (Brookmeyer and Crowley, 1982): where the curve's own limits come down to a half. Its upper
    /// limit is infinite where the curve's upper limit never does. <see langword="null"/> where the lower limit never does.
    /// </summary>
    public Interval? MedianInterval { get; init; }

    /// <summary>How many events occurred.</summary>
    public int Events => Steps.Sum(step => step.Events);

    /// <summary>The share for which the event has not occurred by a time, or <see langword="null"/> after the last time followed.</summary>
    /// <param name="time">The time, in the units of the data.</param>
    public double? SurvivalAt(double time) =>
        Steps.Count == 0 || time > Steps[^1].Time ? null : Steps.LastOrDefault(step => step.Time <= time)?.Survival ?? 1;

    /// <inheritdoc/>
    public override string Sentence => !IsDefined
        ? $"The survival curve is undefined, because {UndefinedBecause}."
        : Median is { } median
            ? string.Create(CultureInfo.InvariantCulture, $"The median time is {median:0.##} "
                + $"({MedianInterval?.ToString() ?? "no interval"}; {Method}, n = {Observations}, {Events} events).")
            : string.Create(
                CultureInfo.InvariantCulture, $"The median time is not reached: at {Steps[^1].Time:0.##} the share without the event is "
                    + $"{Steps[^1].Survival:0.###} ({Method}, n = {Observations}, {Events} events).");

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Time", "At risk", "Events", "Censored", "Survival", "Standard error", "Lower", "Upper"],
        Steps,
        step =>
            [
                step.Time,
                step.AtRisk,
                step.Events,
                step.Censored,
                step.Survival,
                step.StandardError,
                step.Interval?.Lower,
                step.Interval?.Upper,
            ]);
}

/// <summary>A survival curve at one time.</summary>
/// <param name="Time">The time, in the units of the data.</param>
/// <param name="AtRisk">How many were still followed just before.</param>
/// <param name="Events">How many events occurred at this time.</param>
/// <param name="Censored">How many were last seen at this time without the event.</param>
/// <param name="Survival">The share for which the event has not occurred by this time, from 0 to 1.</param>
/// <param name="StandardError">Greenwood's (1926) standard error of the share.</param>
/// <param name="Interval">The interval at this time alone, or <see langword="null"/> where the share is 0 or 1.</param>
public sealed record SurvivalStep(
    double Time, int AtRisk, int Events, int Censored, double Survival, double StandardError, Interval? Interval);
