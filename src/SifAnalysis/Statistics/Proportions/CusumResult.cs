namespace SifAnalysis.Statistics;

/// <summary>A cumulative sum by period.</summary>
public sealed record CusumResult : StatisticResult
{
    /// <summary>The share expected if nothing changed, 0 to 1.</summary>
    public required double Expected { get; init; }

    /// <summary>The sum from which a change is said to have set in.</summary>
    public required double Limit { get; init; }

    /// <summary>The sums after each period, in the order of time.</summary>
    public IReadOnlyList<CusumStep> Steps { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => !IsDefined ? $"The CUSUM is undefined, because {UndefinedBecause}."
        : (Steps.FirstOrDefault(step => step.SignalsUp), Steps.FirstOrDefault(step => step.SignalsDown)) switch
        {
            (null, null) => $"No lasting change of the share from {Wording.Percent(Expected)} is seen ({Method}, n = {Observations}).",
            ({ } up, null) => $"The share rose above {Wording.Percent(Expected)}: the limit is reached in {up.Period.Name} ({Method}, "
                + $"n = {Observations}).",
            (null, { } down) => $"The share fell under {Wording.Percent(Expected)}: the limit is reached in {down.Period.Name} ({Method}, "
                + $"n = {Observations}).",
            ({ } up, { } down) => $"The share rose above {Wording.Percent(Expected)} (limit reached in {up.Period.Name}) and fell under "
                + $"it (limit reached in {down.Period.Name}) ({Method}, n = {Observations}).",
        };

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Period", "Judged", "With the judgement", "Share", "Sum upwards", "Sum downwards", "Limit reached"],
        Steps,
        step =>
            [
                step.Period.Name,
                step.Period.Judged,
                step.Period.With,
                step.Period.Share,
                step.Up,
                step.Down,
                step.SignalsUp ? "up" : step.SignalsDown ? "down" : null,
            ]);
}

/// <summary>One period's counts.</summary>
/// <param name="Name">The period: "2015 Q2".</param>
/// <param name="Judged">How many were judged in it.</param>
/// <param name="With">How many of them have the property.</param>
public sealed record CusumPeriod(string Name, int Judged, int With)
{
    /// <summary>The share with the property, 0 to 1, or <see langword="null"/> where none was judged.</summary>
    public double? Share => Judged == 0 ? null : (double)With / Judged;
}

/// <summary>The sums after one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Up">The sum that rises where the share does.</param>
/// <param name="Down">The sum that rises where the share falls.</param>
/// <param name="SignalsUp">Whether the upward sum has reached the limit.</param>
/// <param name="SignalsDown">Whether the downward sum has reached the limit.</param>
public sealed record CusumStep(CusumPeriod Period, double Up, double Down, bool SignalsUp, bool SignalsDown);
