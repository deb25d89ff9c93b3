using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>The cumulative incidence of several outcomes.</summary>
public sealed record IncidenceResult : StatisticResult
{
    /// <summary>Each outcome with its curve, in the order of their names.</summary>
    public IReadOnlyList<OutcomeIncidence> Outcomes { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? string.Create(CultureInfo.InvariantCulture, $"By time {Outcomes[0].Steps[^1].Time:0.##}: ")
            + $"{string.Join("; ", Outcomes.Select(Said))} ({Method}, n = {Observations})."
        : $"The cumulative incidence is undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Outcome", "Time", "At risk", "Events", "Incidence", "Standard error", "Lower", "Upper"],
        [.. Outcomes.SelectMany(own => own.Steps.Select(step => (IReadOnlyList<object?>)
            [
                own.Outcome,
                step.Time,
                step.AtRisk,
                step.Came,
                step.Incidence,
                step.StandardError,
                step.Interval?.Lower,
                step.Interval?.Upper,
            ]))]);

    private static string Said(OutcomeIncidence own) => $"{own.Outcome} {Wording.Percent(own.Steps[^1].Incidence)}"
        + (own.Steps[^1].Interval is { } interval ? $" ({Wording.Percent(interval)})" : "");
}

/// <summary>One outcome's curve.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Steps">The curve at every time at which an outcome occurred or a follow-up ended, in order.</param>
public sealed record OutcomeIncidence(string Outcome, IReadOnlyList<IncidenceStep> Steps)
{
    /// <summary>
    /// The curve as it stands at a time, or <see langword="null"/> before its first step and after the last time followed.
    /// </summary>
    /// <param name="time">The time, in the units of the data.</param>
    public IncidenceStep? At(double time) => time > Steps[^1].Time ? null : Steps.LastOrDefault(step => step.Time <= time);
}

/// <summary>A curve of cumulative incidence at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">How many were followed just before.</param>
/// <param name="Came">How many had the outcome then.</param>
/// <param name="Incidence">The share with the outcome by then, 0 to 1.</param>
/// <param name="StandardError">The standard error of the share.</param>
/// <param name="Interval">The interval of the share, or <see langword="null"/> where the share is 0 or 1.</param>
public sealed record IncidenceStep(double Time, int AtRisk, int Came, double Incidence, double StandardError, Interval? Interval);
