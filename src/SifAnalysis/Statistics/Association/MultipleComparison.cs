using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>Adjusts the p-values of several tests, so that the family of them can be judged at one level.</summary>
public static class MultipleComparison
{
    /// <summary>Adjusts p-values; the tests are named 1, 2, and so on.</summary>
    /// <param name="pValues">The p-values, each from 0 to 1, in any order.</param>
    /// <param name="adjustment">How to adjust.</param>
    /// <exception cref="ArgumentNullException">The p-values are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A p-value is not from 0 to 1.</exception>
    public static AdjustedPValues Adjust(IReadOnlyList<double> pValues, PValueAdjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        return Adjust(
            [.. pValues.Select((p, index) => ((index + 1).ToString(CultureInfo.InvariantCulture), p))],
            adjustment);
    }

    /// <summary>Adjusts the p-values of named tests.</summary>
    /// <param name="tests">The name and the p-value, from 0 to 1, of each test, in any order.</param>
    /// <param name="adjustment">How to adjust.</param>
    /// <exception cref="ArgumentNullException">The tests are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A p-value is not from 0 to 1.</exception>
    public static AdjustedPValues Adjust(
        IReadOnlyList<(string Name, double PValue)> tests, PValueAdjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(tests);
        foreach (var (name, p) in tests)
        {
            if (!(p >= 0 && p <= 1))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The p-value of test {name} is {p}; a p-value lies from 0 to 1."),
                    nameof(tests));
            }
        }

        var adjusted = Adjusted([.. tests.Select(test => test.PValue)], adjustment);
        return new()
        {
            Method = adjustment switch
            {
                PValueAdjustment.Holm => "Holm (1979)",
                PValueAdjustment.Hochberg => "Hochberg (1988)",
                _ => "Benjamini and Hochberg (1995)",
            },
            Observations = tests.Count,
            Tests = [.. tests.Zip(adjusted, (test, value) => new AdjustedPValue(test.Name, test.PValue, value))],
            UndefinedBecause = tests.Count == 0 ? "there are no tests" : null,
        };
    }

    private static double[] Adjusted(double[] pValues, PValueAdjustment adjustment)
    {
        var count = pValues.Length;
        var order = Enumerable.Range(0, count).OrderBy(index => pValues[index]).ToArray();
        var adjusted = new double[count];
        var bound = adjustment == PValueAdjustment.Holm ? 0.0 : 1.0;

        // Holm steps down from the smallest p-value, the others step up from the largest.
        for (var step = 0; step < count; step++)
        {
            var rank = adjustment == PValueAdjustment.Holm ? step : count - 1 - step;
            var p = pValues[order[rank]];
            bound = adjustment switch
            {
                PValueAdjustment.Holm => Math.Max(bound, (count - rank) * p),
                PValueAdjustment.Hochberg => Math.Min(bound, (count - rank) * p),
                _ => Math.Min(bound, count * p / (rank + 1)),
            };
            adjusted[order[rank]] = Math.Min(1, bound);
        }

        return adjusted;
    }
}

/// <summary>How p-values are adjusted for there being several of them.</summary>
public enum PValueAdjustment
{
    /// <summary>Holm (1979): controls the probability of any false rejection, whatever the tests' dependence. The safe choice.</summary>
    Holm,

    /// <summary>
    /// Hochberg (1988): controls the same probability and rejects more, but only for tests that are independent or positively dependent.
    /// </summary>
    Hochberg,

    /// <summary>
    /// Benjamini and Hochberg (1995): controls the expected share of false rejections among the rejections, for tests that are
    /// independent or positively dependent. For screening many tests, not for defending one.
    /// </summary>
    BenjaminiHochberg,
}
