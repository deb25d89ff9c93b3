using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>A measure of association.</summary>
public sealed record AssociationResult : StatisticResult
{
    /// <summary>The measure: "Kendall's tau-b", "Cramér's V".</summary>
    public required string Measure { get; init; }

    /// <summary>The estimate, or <see langword="null"/> where it does not exist.</summary>
    public double? Estimate { get; init; }

    /// <summary>The asymptotic standard error of the estimate, where the measure has one.</summary>
    public double? StandardError { get; init; }

    /// <summary>The interval, where the measure has one.</summary>
    public Interval? Interval { get; init; }

    /// <summary>
    /// The two-sided p-value of no association given the margins, where it was asked for: exact, or from tables drawn at random.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary>The two-sided p-value of no association from the normal approximation, its variance corrected for ties.</summary>
    public double? AsymptoticPValue { get; init; }

    /// <summary>Whether <see cref="PValue"/> is exact: every table with the same margins was enumerated.</summary>
    public bool IsExact { get; init; }

    /// <summary>The Monte Carlo standard error of <see cref="PValue"/>, or <see langword="null"/> where no tables were drawn.</summary>
    public double? MonteCarloError { get; init; }

    /// <inheritdoc/>
    public override string Sentence => Estimate is { } estimate
        ? string.Create(CultureInfo.InvariantCulture, $"{Measure} is "
            + $"{Wording.Number(estimate)}{(Interval is { } interval ? $" ({Wording.Number(interval)})" : "")}{Test} ({Method}, "
            + $"n = {Observations}).")
        : $"{Measure} is undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Measure", "Estimate", "Standard error", "Lower", "Upper", "p", "Exact", "Monte Carlo error", "Asymptotic p"],
        [
            [
                Measure,
                Estimate,
                StandardError,
                Interval?.Lower,
                Interval?.Upper,
                PValue,
                PValue is null ? null : IsExact ? "yes" : "no",
                MonteCarloError,
                AsymptoticPValue,
            ],
        ]);

    private string Test => PValue is not { } p ? ""
        : IsExact ? $", {Wording.PValue(p)}, exact"
        : string.Create(CultureInfo.InvariantCulture, $", {Wording.PValue(p)}, Monte Carlo standard error {MonteCarloError:0.#####}");
}
