using MathNet.Numerics;

namespace SifAnalysis.Statistics;

/// <summary>The test of pairs of which only the order within the pair is known.</summary>
public static class SignTest
{
    /// <summary>
    /// The sign test (Dixon and Mood, 1946): whether one of a pair is as often above the other as under it. Ties tell nothing and are
    /// excluded; the p-value is exact, twice the smaller tail of the binomial distribution. It sees how often, not how far.
    /// </summary>
    /// <param name="above">In how many pairs the first is above the second.</param>
    /// <param name="under">In how many pairs the first is under the second.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static TestResult Of(int above, int under)
    {
        Arguments.RequireCount(above);
        Arguments.RequireCount(under);
        var result = new TestResult
        {
            Method = "sign test (Dixon and Mood, 1946)",
            Tested = "The order within pairs",
            StatisticName = "above",
            Observations = above + under,
        };
        if (above + under == 0)
        {
            return result with { UndefinedBecause = "no pair differs" };
        }

        var tail = Enumerable.Range(0, Math.Min(above, under) + 1)
            .Sum(number => Math.Exp(SpecialFunctions.BinomialLn(above + under, number) - ((above + under) * Math.Log(2))));
        return result with { Statistic = above, PValue = Math.Min(1, 2 * tail), IsExact = true };
    }
}
