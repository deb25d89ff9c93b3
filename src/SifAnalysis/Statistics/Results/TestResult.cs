using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>A test of a null hypothesis.</summary>
public sealed record TestResult : StatisticResult
{
    /// <summary>What is tested, as a sentence says it: "The trend", "The association".</summary>
    public required string Tested { get; init; }

    /// <summary>The name of the statistic: "chi-squared", "z", "U".</summary>
    public required string StatisticName { get; init; }

    /// <summary>The statistic, or <see langword="null"/> where it does not exist.</summary>
    public double? Statistic { get; init; }

    /// <summary>The degrees of freedom, where the statistic has them.</summary>
    public int? DegreesOfFreedom { get; init; }

    /// <summary>The p-value, two-sided, or <see langword="null"/> where it does not exist.</summary>
    public double? PValue { get; init; }

    /// <summary>Whether the p-value is exact: every table with the same margins was enumerated.</summary>
    public bool IsExact { get; init; }

    /// <summary>The Monte Carlo standard error of the p-value, or <see langword="null"/> where no tables were drawn.</summary>
    public double? MonteCarloError { get; init; }

    /// <inheritdoc/>
    public override string Sentence => PValue is { } p
        ? string.Create(CultureInfo.InvariantCulture, $"{Tested}: {Value}{Wording.PValue(p)}{Doubt} ({Method}, n = {Observations}).")
        : $"{Tested}: undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Test", StatisticName, "Degrees of freedom", "p", "Monte Carlo error"],
        [[Method, Statistic, DegreesOfFreedom, PValue, MonteCarloError]]);

    private string Value => Statistic is { } value
        ? $"{StatisticName} = {Wording.Number(value)}{(DegreesOfFreedom is { } degrees ? $" {Wording.Freedom(degrees)}" : "")}, "
        : "";

    private string Doubt => IsExact ? " (exact)"
        : MonteCarloError is { } error ? string.Create(CultureInfo.InvariantCulture, $" (Monte Carlo standard error {error:0.#####})")
        : "";
}
