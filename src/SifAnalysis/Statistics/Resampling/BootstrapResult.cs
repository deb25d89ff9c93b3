using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>A bootstrap estimate with its interval, bias and standard error.</summary>
public sealed record BootstrapResult : StatisticResult
{
    /// <summary>The statistic of the data themselves, or <see langword="null"/> where it does not exist.</summary>
    public double? Estimate { get; init; }

    /// <summary>The bootstrap interval, or <see langword="null"/> where it does not exist.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The mean of the replicates less the estimate, or <see langword="null"/> where there are none.</summary>
    public double? Bias { get; init; }

    /// <summary>The standard deviation of the replicates, or <see langword="null"/> where there are fewer than two.</summary>
    public double? StandardError { get; init; }

    /// <summary>The bias correction z₀ of the accelerated interval, or <see langword="null"/> for the percentile interval.</summary>
    public double? BiasCorrection { get; init; }

    /// <summary>The acceleration of the accelerated interval, or <see langword="null"/> for the percentile interval.</summary>
    public double? Acceleration { get; init; }

    /// <summary>The replicates for which the statistic exists, in the order in which they were drawn.</summary>
    public IReadOnlyList<double> Replicates { get; init; } = [];

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <inheritdoc/>
    public override string Sentence => (Estimate, Interval) switch
    {
        ({ } estimate, { } interval) => string.Create(
            CultureInfo.InvariantCulture,
            $"The estimate is {estimate:0.####} ({interval}; {Method}, {Replicates.Count:N0} replicates, "
            + $"seed {Seed}, n = {Observations})."),
        _ => $"The bootstrap interval is undefined, because {UndefinedBecause}.",
    };

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Estimate", "Lower", "Upper", "Level", "Bias", "Standard error", "Replicates", "Seed"],
        [[Estimate, Interval?.Lower, Interval?.Upper, Interval?.Level, Bias, StandardError, Replicates.Count, Seed]]);
}
