using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>The adjusted p-values of a family of tests.</summary>
public sealed record AdjustedPValues : StatisticResult
{
    /// <summary>The tests in the order in which they were given.</summary>
    public required IReadOnlyList<AdjustedPValue> Tests { get; init; }

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Of {Tests.Count} tests, {Tests.Count(test => test.Adjusted <= 0.05)} have an adjusted p-value of at most 0.05 ({Method}); "
            + $"the smallest is {Tests.Min(test => test.Adjusted):0.####}.")
        : $"Adjusted p-values are undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Test", "p", "Adjusted p"],
        Tests,
        test => [test.Name, test.PValue, test.Adjusted]);
}

/// <summary>A p-value and what it is after adjustment for the others.</summary>
/// <param name="Name">What was tested.</param>
/// <param name="PValue">The p-value of this test alone.</param>
/// <param name="Adjusted">The adjusted p-value, to compare with the level of the whole family.</param>
public sealed record AdjustedPValue(string Name, double PValue, double Adjusted);
