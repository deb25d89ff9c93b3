using System.Globalization;
using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// The interval of one proportion. Where the observed are a large part of a finite population, as 116 of 152 authorities are,
/// give the population: the intervals then shrink by the finite-population correction, through the effective number of
/// observations n(N − 1)/(N − n) (Kish, 1965; Korn and Graubard, 1998), to nothing when all are observed. They suppose that the observed
/// are a random part of it; Ofsted's early inspections were not drawn at random, so read them as a statement about an order that could have
/// been otherwise. <see cref="Hypergeometric"/> is exact for a finite population.
/// </summary>
public static class Proportions
{
    /// <summary>
    /// The score interval (Wilson, 1927); with continuity correction after Newcombe (1998, method 4). The one to use unless there
    /// is a reason for another.
    /// </summary>
    /// <param name="successes">How many have the property.</param>
    /// <param name="observed">How many were observed.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="population">The size of the finite population, or <see langword="null"/> for an infinite one.</param>
    /// <param name="continuityCorrection">Whether the interval is widened so that it covers at least as often as its level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more have the property than were observed, the
    /// population is smaller than what was observed, or the level is not between 0 and 1.</exception>
    public static ProportionResult Wilson(
        int successes, int observed, double level = 0.95, int? population = null, bool continuityCorrection = false)
    {
        var method = continuityCorrection
            ? "Wilson score interval with continuity correction (Newcombe, 1998)"
            : "Wilson score interval (Wilson, 1927)";
        return Of(method, successes, observed, level, population, (share, n) => Score(share, n, Quantile(level), continuityCorrection));
    }

    /// <summary>
    /// The exact binomial interval (Clopper and Pearson, 1934). It covers at least as often as its level and mostly more often, so it
    /// is wider than it need be for small numbers.
    /// </summary>
    /// <inheritdoc cref="Wilson" path="/param"/>
    /// <inheritdoc cref="Wilson" path="/exception"/>
    public static ProportionResult ClopperPearson(int successes, int observed, double level = 0.95, int? population = null) => Of(
        "exact binomial interval (Clopper and Pearson, 1934)",
        successes,
        observed,
        level,
        population,
        (share, n) => (
            share == 0 ? 0 : BetaQuantile(n * share, n * (1 - share) + 1, (1 - level) / 2),
            share == 1 ? 1 : BetaQuantile(n * share + 1, n * (1 - share), (1 + level) / 2)));

    /// <summary>
    /// The equal-tailed Bayesian interval under Jeffreys' prior (Brown, Cai and DasGupta, 2001): 0 or 1 is its limit where none or all
    /// have the property.
    /// </summary>
    /// <inheritdoc cref="Wilson" path="/param"/>
    /// <inheritdoc cref="Wilson" path="/exception"/>
    public static ProportionResult Jeffreys(int successes, int observed, double level = 0.95, int? population = null) => Of(
        "Jeffreys interval (Brown, Cai and DasGupta, 2001)",
        successes,
        observed,
        level,
        population,
        (share, n) => (
            share == 0 ? 0 : BetaQuantile(n * share + 0.5, n * (1 - share) + 0.5, (1 - level) / 2),
            share == 1 ? 1 : BetaQuantile(n * share + 0.5, n * (1 - share) + 0.5, (1 + level) / 2)));

    /// <summary>
    /// The interval of Agresti and Coull (1998): the simple one about a share moved towards a half. It never is narrower than
    /// Wilson's; use it where it must be calculated by hand.
    /// </summary>
    /// <inheritdoc cref="Wilson" path="/param"/>
    /// <inheritdoc cref="Wilson" path="/exception"/>
    public static ProportionResult AgrestiCoull(int successes, int observed, double level = 0.95, int? population = null) => Of(
        "Agresti-Coull interval (Agresti and Coull, 1998)",
        successes,
        observed,
        level,
        population,
        (share, n) =>
        {
            var squared = Quantile(level) * Quantile(level);
            var centre = ((n * share) + (squared / 2)) / (n + squared);
            var half = Math.Sqrt(squared * centre * (1 - centre) / (n + squared));
            return (Math.Max(0, centre - half), Math.Min(1, centre + half));
        });

    /// <summary>
    /// The exact interval for a finite population observed without replacement (Konijn, 1973; Buonaccorsi, 1987): every
    /// number of the population with the property under which neither tail of the hypergeometric distribution has less than half of
    /// 1 − level. The limits are shares of the population, so of whole authorities; times the population they are counts.
    /// </summary>
    /// <param name="successes">How many of the observed have the property.</param>
    /// <param name="observed">How many were observed.</param>
    /// <param name="population">How many there are.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <inheritdoc cref="Wilson" path="/exception"/>
    public static ProportionResult Hypergeometric(int successes, int observed, int population, double level = 0.95)
    {
        const string Method = "exact hypergeometric interval (Buonaccorsi, 1987)";
        return Of(Method, successes, observed, level, population, (_, _) =>
        {
            var (least, most) = (successes, population - (observed - successes));
            var tail = (1 - level) / 2;

            // Each tail only grows or only falls with the population's count, so the limits are found by halving.
            var lower = First(least, most, count => UpperTail(successes, observed, count, population) > tail);
            var upper = First(least, most + 1, count => count > most || LowerTail(successes, observed, count, population) <= tail) - 1;
            return ((double)lower / population, (double)upper / population);
        });
    }

    /// <summary>
    /// The share of one judgement among the known ones, with Wilson's interval. Unknown judgements are excluded, which is
    /// right only if they are unknown for no reason that has to do with the judgement.
    /// </summary>
    /// <param name="counts">The judgements counted.</param>
    /// <param name="judgement">The judgement.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="population">The number of authorities in all, or <see langword="null"/> for an infinite population.</param>
    /// <inheritdoc cref="Wilson" path="/exception"/>
    public static ProportionResult Of(JudgementCounts counts, Judgement judgement, double level = 0.95, int? population = null)
    {
        var result = Wilson(counts[judgement], counts.Known, level, population);
        return counts.Unknown == 0
            ? result
            : result with { Warnings = [$"{counts.Unknown} of {counts.Total} judgements are unknown and excluded"] };
    }

    /// <summary>
    /// Wilson's limits (1927) of many proportions at once, such as one for each of a million rows: the same numbers as
    /// <see cref="Wilson"/>, without a record for each.
    /// </summary>
    /// <param name="successes">How many have the property, row by row.</param>
    /// <param name="observed">How many were observed, row by row, each at least 1.</param>
    /// <param name="lower">Takes the lower limits.</param>
    /// <param name="upper">Takes the upper limits.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentException">
    /// The lists differ in length, or a row has more with the property than observed, or none observed.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    internal static void WilsonLimits(double[] successes, double[] observed, double[] lower, double[] upper, double level = 0.95)
    {
        Arguments.RequireSameLength(successes, observed);
        Arguments.RequireSameLength(successes, lower);
        Arguments.RequireSameLength(successes, upper);
        Arguments.RequireLevel(level);
        const int RowsAChunk = 65_536;
        var normal = Quantile(level);
        Resampling.InChunks(successes.Length, RowsAChunk, null, () => 0, (_, first, end, _) =>
        {
            var (squared, zero, row) = (new Vector<double>(normal * normal), Vector<double>.Zero, first);
            for (; row <= end - Vector<double>.Count; row += Vector<double>.Count)
            {
                var (x, n) = (new Vector<double>(successes, row), new Vector<double>(observed, row));
                if (Vector.GreaterThanAny(x, n) || Vector.LessThanAny(x, zero) || !Vector.GreaterThanAll(n, zero))
                {
                    break;
                }

                var scale = Vector<double>.One / (2 * (n + squared));
                var centre = ((2 * x) + squared) * scale;
                var half = normal * Vector.SquareRoot(squared + (4 * x * (n - x) / n)) * scale;
                Vector.ConditionalSelect(Vector.Equals(x, zero), zero, Vector.Max(zero, centre - half)).CopyTo(lower, row);
                Vector.ConditionalSelect(Vector.Equals(x, n), Vector<double>.One, Vector.Min(Vector<double>.One, centre + half))
                    .CopyTo(upper, row);
            }

            for (; row < end; row++)
            {
                if (!(observed[row] > 0 && successes[row] >= 0 && successes[row] <= observed[row]))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {row + 1} has {successes[row]} of "
                        + $"{observed[row]}; expected a part of a number above 0."), nameof(successes));
                }

                (lower[row], upper[row]) = Score(successes[row] / observed[row], observed[row], normal, continuityCorrection: false);
            }
        });
    }

    internal static double Quantile(double level) => Normal.InvCDF(0, 1, (1 + level) / 2);

    /// <summary>The score limits of a share of n observations, n not necessarily whole.</summary>
    internal static (double Lower, double Upper) Score(double share, double n, double normal, bool continuityCorrection)
    {
        var squared = normal * normal;
        if (!continuityCorrection)
        {
            var centre = ((2 * n * share) + squared) / (2 * (n + squared));
            var half = normal * Math.Sqrt(squared + (4 * n * share * (1 - share))) / (2 * (n + squared));
            return (share == 0 ? 0 : Math.Max(0, centre - half), share == 1 ? 1 : Math.Min(1, centre + half));
        }

        double Root(double sign) => normal * Math.Sqrt(squared - (sign * 2) - (1 / n) + (4 * share * ((n * (1 - share)) + sign)));
        var lower = ((2 * n * share) + squared - 1 - Root(1)) / (2 * (n + squared));
        var upper = ((2 * n * share) + squared + 1 + Root(-1)) / (2 * (n + squared));
        return (share == 0 ? 0 : Math.Max(0, lower), share == 1 ? 1 : Math.Min(1, upper));
    }

    private static ProportionResult Of(
        string method,
        int successes,
        int observed,
        double level,
        int? population,
        Func<double, double, (double Lower, double Upper)> limits)
    {
        Arguments.RequirePart(successes, observed);
        Arguments.RequirePopulation(population, observed);
        Arguments.RequireLevel(level);
        var result = new ProportionResult
        {
            Method = population is { } size ? $"{method}, of a population of {size}" : method,
            Observations = observed,
            Successes = successes,
            Population = population,
        };
        if (observed == 0)
        {
            return result with { UndefinedBecause = "nothing was observed" };
        }

        var share = (double)successes / observed;
        var exact = method.StartsWith("exact hypergeometric", StringComparison.Ordinal);
        if (population == observed)
        {
            return result with { Estimate = share, Interval = new(share, share, level) };
        }

        var effective = population is { } all && !exact ? observed * (all - 1.0) / (all - observed) : observed;
        var (lower, upper) = limits(share, effective);
        return result with { Estimate = share, Interval = new(lower, upper, level) };
    }

    private static double BetaQuantile(double a, double b, double probability)
    {
        // MathNet's quantile is right to 1e-8 or so; Newton's steps take it to the last digits.
        var value = Beta.InvCDF(a, b, probability);
        for (var step = 0; step < 3; step++)
        {
            var density = Beta.PDF(a, b, value);
            if (!(density > 0) || !double.IsFinite(density))
            {
                break;
            }

            value = Math.Clamp(value - ((SpecialFunctions.BetaRegularized(a, b, value) - probability) / density), 0, 1);
        }

        return value;
    }

    private static double LowerTail(int successes, int observed, int count, int population)
    {
        var sum = 0.0;
        for (var number = Math.Max(0, observed - (population - count)); number <= successes; number++)
        {
            sum += Probability(number, observed, count, population);
        }

        return sum;
    }

    private static double UpperTail(int successes, int observed, int count, int population)
    {
        var sum = 0.0;
        for (var number = successes; number <= Math.Min(observed, count); number++)
        {
            sum += Probability(number, observed, count, population);
        }

        return sum;
    }

    private static double Probability(int number, int observed, int count, int population) => Math.Exp(
        SpecialFunctions.BinomialLn(count, number) + SpecialFunctions.BinomialLn(population - count, observed - number)
            - SpecialFunctions.BinomialLn(population, observed));

    private static int First(int low, int high, Func<int, bool> holds)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
