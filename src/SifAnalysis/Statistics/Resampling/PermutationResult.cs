using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>A permutation test: the statistic of the data against its values when the data are put into other orders.</summary>
public sealed record PermutationResult : StatisticResult
{
    /// <summary>The statistic of the data, or <see langword="null"/> where it does not exist.</summary>
    public double? Statistic { get; init; }

    /// <summary>The p-value, or <see langword="null"/> where it does not exist.</summary>
    public double? PValue { get; init; }

    /// <summary>
    /// The Monte Carlo standard error of the p-value: 0 where every order was tried, <see langword="null"/> where there is no
    /// p-value.
    /// </summary>
    public double? MonteCarloError { get; init; }

    /// <summary>Which values of the statistic speak against the null hypothesis.</summary>
    public required Alternative Alternative { get; init; }

    /// <summary>The number of orders tried.</summary>
    public int Permutations { get; init; }

    /// <summary>Whether every order was tried, so that the p-value is exact.</summary>
    public bool IsExact { get; init; }

    /// <summary>The seed; it has no effect on an exact test.</summary>
    public required long Seed { get; init; }

    /// <inheritdoc/>
    public override string Sentence => (Statistic, PValue) switch
    {
        ({ } statistic, { } p) when IsExact => string.Create(
            CultureInfo.InvariantCulture,
            $"The statistic is {statistic:0.####}, p = {p:0.####} ({Method}, all {Permutations:N0} orders, n = {Observations})."),
        ({ } statistic, { } p) => string.Create(
            CultureInfo.InvariantCulture,
            $"The statistic is {statistic:0.####}, p = {p:0.#####} with a Monte Carlo standard error of {MonteCarloError:0.#####} "
            + $"({Method}, {Permutations:N0} permutations, seed {Seed}, n = {Observations})."),
        _ => $"The permutation test is undefined, because {UndefinedBecause}.",
    };

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Statistic", "p", "Monte Carlo error", "Alternative", "Permutations", "Exact", "Seed"],
        [[Statistic, PValue, MonteCarloError, Alternative.ToString(), Permutations, IsExact, Seed]]);
}

/// <summary>Which values of a statistic speak against the null hypothesis.</summary>
public enum Alternative
{
    /// <summary>Small and large values: twice the smaller of the two one-sided p-values, at most 1.</summary>
    TwoSided,

    /// <summary>Large values.</summary>
    Greater,

    /// <summary>Small values.</summary>
    Less,
}
