using MathNet.Numerics;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// Intervals for the shares of all categories at once: the level is the probability that every one of them holds. Use them when the
/// four judgements are read side by side; for one share alone they are too wide.
/// </summary>
public static class MultinomialProportions
{
    /// <summary>
    /// Score intervals with a Bonferroni bound (Goodman, 1965).
    /// </summary>
    /// <param name="categories">The names of the categories.</param>
    /// <param name="counts">How many are in each.</param>
    /// <param name="level">The confidence level of all together, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A count is negative, or there are not as many counts as categories.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static MultinomialResult Goodman(IReadOnlyList<string> categories, IReadOnlyList<int> counts, double level = 0.95) =>
        Of("Goodman's simultaneous intervals (Goodman, 1965)", categories, counts, level, () =>
        {
            var normal = Proportions.Quantile(1 - ((1 - level) / counts.Count));
            var n = counts.Sum();
            return [.. counts.Select(count => Proportions.Score((double)count / n, n, normal, continuityCorrection: false))];
        });

    /// <summary>
    /// Intervals of equal width from the truncated Poisson representation (Sison and Glaz, 1995), with the widths of May and
    /// Johnson (2000). Good for many categories of like size; with a few lopsided ones, as the judgements are, they may cover less
    /// than they say: prefer Goodman's then.
    /// </summary>
    /// <inheritdoc cref="Goodman" path="/param"/>
    /// <inheritdoc cref="Goodman" path="/exception"/>
    public static MultinomialResult SisonGlaz(IReadOnlyList<string> categories, IReadOnlyList<int> counts, double level = 0.95) =>
        Of("Sison-Glaz simultaneous intervals (Sison and Glaz, 1995)", categories, counts, level, () =>
        {
            var n = counts.Sum();
            var (width, before, here) = (1, 0.0, Coverage(counts, n, 1));

            // So few that one more or less of each category covers at once: the method has no width to give.
            if (n == 1 || here >= level)
            {
                return null;
            }

            while (here < level && width < n)
            {
                (before, here, width) = (here, Coverage(counts, n, width + 1), width + 1);
            }

            // The width before was the last that covered too little; what is missing is added on the upper side.
            var (half, gamma) = (width - 1.0, here == before ? 0 : (level - before) / (here - before));
            return
            [
                .. counts.Select(count => (
                    Math.Max(0, ((double)count / n) - (half / n)),
                    Math.Min(1, ((double)count / n) + ((half + (2 * gamma)) / n)))),
            ];
        });

    /// <summary>The shares of the four judgements among the known ones, with Goodman's intervals.</summary>
    /// <param name="counts">The judgements counted.</param>
    /// <param name="level">The confidence level of all together, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static MultinomialResult OfJudgements(JudgementCounts counts, double level = 0.95) =>
        Goodman(
            [.. Names.AllJudgements.Select(judgement => judgement.Name())],
            [.. Names.AllJudgements.Select(judgement => counts[judgement])],
            level);

    private static MultinomialResult Of(
        string method,
        IReadOnlyList<string> categories,
        IReadOnlyList<int> counts,
        double level,
        Func<IReadOnlyList<(double Lower, double Upper)>?> limits)
    {
        Arguments.RequireSameLength(categories, counts);
        Arguments.RequireCounts(counts);
        Arguments.RequireLevel(level);
        var n = counts.Sum();
        var result = new MultinomialResult { Method = method, Observations = n };
        if (counts.Count < 2)
        {
            return result with { UndefinedBecause = "there are fewer than two categories" };
        }

        if (n == 0)
        {
            return result with { UndefinedBecause = "nothing was observed" };
        }

        if (limits() is not { } intervals)
        {
            return result with { UndefinedBecause = "there are too few observations for these intervals; Goodman's exist" };
        }

        return result with
        {
            Categories = [.. categories.Select((category, index) => new CategoryShare(
                category, counts[index], (double)counts[index] / n, new(intervals[index].Lower, intervals[index].Upper, level)))],
            Warnings = counts.Any(count => count < 5) ? ["a category has fewer than 5"] : [],
        };
    }

    // The probability that every count lies within the width of what was seen: Poisson counts, each truncated to its interval, given
    // their sum, by an Edgeworth expansion (Sison and Glaz, 1995, equations 2.1 to 2.4).
    private static double Coverage(IReadOnlyList<int> counts, int n, int width)
    {
        double mean = 0, variance = 0, third = 0, fourth = 0, log = 0;
        foreach (var count in counts)
        {
            var (low, high) = (Math.Max(0, count - width), count + width);
            var mass = Poisson(count, low, high);
            var factorial = new double[4];
            for (var order = 1; order <= 4; order++)
            {
                var ratio = order <= high ? Poisson(count, Math.Max(0, low - order), high - order) / mass : 0;
                factorial[order - 1] = Math.Pow(count, order) * ratio;
            }

            var own = factorial[0];
            var spread = factorial[1] + own - (own * own);
            mean += own;
            variance += spread;
            third += factorial[2] + (factorial[1] * (3 - (3 * own))) + own - (3 * own * own) + (2 * Math.Pow(own, 3));
            fourth += factorial[3] + (factorial[2] * (6 - (4 * own))) + (factorial[1] * (7 - (12 * own) + (6 * own * own)))
                + own - (4 * own * own) + (6 * Math.Pow(own, 3)) - (3 * Math.Pow(own, 4)) - (3 * spread * spread);
            log += Math.Log(mass);
        }

        var (skewness, kurtosis) = (third / Math.Pow(variance, 1.5), fourth / (variance * variance));
        var z = (n - mean) / Math.Sqrt(variance);
        var polynomial = 1 + (skewness * ((z * z * z) - (3 * z)) / 6)
            + (kurtosis * (Math.Pow(z, 4) - (6 * z * z) + 3) / 24)
            + (skewness * skewness * (Math.Pow(z, 6) - (15 * Math.Pow(z, 4)) + (45 * z * z) - 15) / 72);
        var density = polynomial * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) / Math.Sqrt(variance);
        var whole = Math.Exp((n * Math.Log(n)) - n - SpecialFunctions.FactorialLn(n));
        return Math.Exp(log) * density / whole;
    }

    private static double Poisson(double mean, int low, int high)
    {
        if (mean == 0)
        {
            return low <= 0 && high >= 0 ? 1 : 0;
        }

        var sum = 0.0;
        for (var number = low; number <= high; number++)
        {
            sum += Math.Exp((number * Math.Log(mean)) - mean - SpecialFunctions.FactorialLn(number));
        }

        return sum;
    }
}
