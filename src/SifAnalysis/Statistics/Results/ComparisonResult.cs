using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>Two proportions compared: a difference, or a ratio of risks or odds, with its interval.</summary>
public sealed record ComparisonResult : StatisticResult
{
    /// <summary>What compares them: "difference", "risk ratio", "odds ratio".</summary>
    public required string Measure { get; init; }

    /// <summary>
    /// The estimate, infinite where the second group gives nothing to divide by, or <see langword="null"/> where it does not exist.
    /// </summary>
    public double? Estimate { get; init; }

    /// <summary>The interval; a limit is infinite where the data set none.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The p-value of no difference, where the method has one.</summary>
    public double? PValue { get; init; }

    /// <summary>The value that stands for no difference: 0 for a difference, 1 for a ratio.</summary>
    public double NoDifference => Measure == "difference" ? 0 : 1;

    /// <inheritdoc/>
    public override string Sentence => (Estimate, Interval) is ({ } estimate, { } interval)
        ? Measure == "difference"
            ? $"The difference is {Points(estimate)} percentage points ({Wording.Level(interval)} confidence interval "
                + $"{Points(interval.Lower)} to {Points(interval.Upper)}; {Method}, n = {Observations})."
            : $"The {Measure} is {Wording.Number(estimate)} "
                + $"({Wording.Number(interval)}{(PValue is { } p ? $", {Wording.PValue(p)}" : "")}; {Method}, n = {Observations})."
        : $"The {Measure} is undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Measure", "Estimate", "Lower", "Upper", "Level", "p"],
        [[Measure, Estimate, Interval?.Lower, Interval?.Upper, Interval?.Level, PValue]]);

    private static string Points(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
