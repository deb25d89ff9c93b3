namespace SifAnalysis.Statistics;

/// <summary>How a simulation is carried out: how many replicates, from which seed, on how many cores.</summary>
public sealed record ResamplingPlan
{
    private readonly int replicates = 10_000;
    private readonly int? cores;

    /// <summary>The number of replicates, at least 1; 10,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is under 1.</exception>
    public int Replicates
    {
        get => replicates;
        init => replicates = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Replicates), value, "A simulation needs at least 1 replicate.");
    }

    /// <summary>The seed; the same seed gives the same result, on any number of cores. 1 by default.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The most cores to use, or <see langword="null"/> for all of them. The result does not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is under 1.</exception>
    public int? Cores
    {
        get => cores;
        init => cores = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Cores), value, "A simulation needs at least 1 core.");
    }
}
