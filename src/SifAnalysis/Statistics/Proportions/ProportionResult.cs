namespace SifAnalysis.Statistics;

/// <summary>A proportion with its interval.</summary>
public sealed record ProportionResult : StatisticResult
{
    /// <summary>How many of the observed have the property.</summary>
    public required int Successes { get; init; }

    /// <summary>
    /// The size of the finite population that the observed come from, or <see langword="null"/> where it is taken to be infinite.
    /// </summary>
    public int? Population { get; init; }

    /// <summary>The share of the observed that have the property, 0 to 1, or <see langword="null"/> where nothing was observed.</summary>
    public double? Estimate { get; init; }

    /// <summary>The interval of the share, 0 to 1, or <see langword="null"/> where nothing was observed.</summary>
    public Interval? Interval { get; init; }

    /// <inheritdoc/>
    public override string Sentence => (Estimate, Interval) is ({ } share, { } interval)
        ? $"{Successes} of {Observations} ({Wording.Percent(share)}, {Wording.Percent(interval)}; {Method})."
        : $"The proportion is undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["With the property", "n", "Population", "Share", "Lower", "Upper", "Level"],
        [[Successes, Observations, Population, Estimate, Interval?.Lower, Interval?.Upper, Interval?.Level]]);
}
