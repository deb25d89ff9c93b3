using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace SifAnalysis.Statistics;

/// <summary>
/// Two proportions of separate groups compared, such as inadequate authorities in two regions. Not for two judgements of the same
/// authorities, which are paired: see the tests of agreement.
/// </summary>
public static class TwoProportions
{
    /// <summary>
    /// The difference of two shares, with the interval that joins their Wilson intervals (Newcombe, 1998, methods 10 and, with
    /// continuity correction, 11).
    /// </summary>
    /// <param name="firstSuccesses">How many of the first group have the property.</param>
    /// <param name="firstObserved">How many are in the first group.</param>
    /// <param name="secondSuccesses">How many of the second group have the property.</param>
    /// <param name="secondObserved">How many are in the second group.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="continuityCorrection">Whether the Wilson intervals are corrected for continuity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more have the property than are in the group, or the
    /// level is not between 0 and 1.</exception>
    public static ComparisonResult Difference(
        int firstSuccesses,
        int firstObserved,
        int secondSuccesses,
        int secondObserved,
        double level = 0.95,
        bool continuityCorrection = false)
    {
        var result = Start(
            "difference",
            continuityCorrection
                ? "Newcombe's score interval with continuity correction (Newcombe, 1998)"
                : "Newcombe's score interval (Newcombe, 1998)",
            firstSuccesses, firstObserved, secondSuccesses, secondObserved, level);
        if (!result.IsDefined)
        {
            return result;
        }

        var normal = Proportions.Quantile(level);
        var (first, second) = ((double)firstSuccesses / firstObserved, (double)secondSuccesses / secondObserved);
        var (firstLower, firstUpper) = Proportions.Score(first, firstObserved, normal, continuityCorrection);
        var (secondLower, secondUpper) = Proportions.Score(second, secondObserved, normal, continuityCorrection);
        var difference = first - second;
        return result with
        {
            Estimate = difference,
            Interval = new(
                difference - double.Hypot(first - firstLower, secondUpper - second),
                difference + double.Hypot(firstUpper - first, second - secondLower),
                level),
        };
    }

    /// <summary>
    /// The ratio of two shares, with the log interval (Katz, Baptista, Azen and Pike, 1978). Where a group has none with the
    /// property the ratio is 0, infinite or nothing at all and has no interval: the odds ratio's exact one does.
    /// </summary>
    /// <inheritdoc cref="Difference" path="/param"/>
    /// <inheritdoc cref="Difference" path="/exception"/>
    public static ComparisonResult RiskRatio(
        int firstSuccesses, int firstObserved, int secondSuccesses, int secondObserved, double level = 0.95)
    {
        var result = Start(
            "risk ratio", "log interval (Katz and others, 1978)", firstSuccesses, firstObserved, secondSuccesses, secondObserved, level);
        if (!result.IsDefined)
        {
            return result;
        }

        if (firstSuccesses == 0 || secondSuccesses == 0)
        {
            return result with { UndefinedBecause = "a group has none with the property" };
        }

        var ratio = (double)firstSuccesses / firstObserved / ((double)secondSuccesses / secondObserved);
        var error = Math.Sqrt((1.0 / firstSuccesses) - (1.0 / firstObserved) + (1.0 / secondSuccesses) - (1.0 / secondObserved));
        return result with { Estimate = ratio, Interval = OnLogScale(ratio, error, level) };
    }

    /// <summary>
    /// The ratio of two odds, with the log interval (Woolf, 1955). It needs all four counts above 0 and is rough where one is under
    /// 5: use <see cref="ConditionalOddsRatio"/> then.
    /// </summary>
    /// <inheritdoc cref="Difference" path="/param"/>
    /// <inheritdoc cref="Difference" path="/exception"/>
    public static ComparisonResult OddsRatio(
        int firstSuccesses, int firstObserved, int secondSuccesses, int secondObserved, double level = 0.95)
    {
        var result = Start(
            "odds ratio", "log interval (Woolf, 1955)", firstSuccesses, firstObserved, secondSuccesses, secondObserved, level);
        if (!result.IsDefined)
        {
            return result;
        }

        double[] cells = [firstSuccesses, firstObserved - firstSuccesses, secondSuccesses, secondObserved - secondSuccesses];
        if (cells.Contains(0))
        {
            return result with { UndefinedBecause = "one of the four counts is 0; the exact conditional odds ratio has an interval then" };
        }

        var ratio = cells[0] * cells[3] / (cells[1] * cells[2]);
        return result with
        {
            Estimate = ratio,
            Interval = OnLogScale(ratio, Math.Sqrt(cells.Sum(cell => 1 / cell)), level),
            Warnings = cells.Any(cell => cell < 5) ? ["a count is under 5: prefer the exact conditional odds ratio"] : [],
        };
    }

    /// <summary>
    /// The conditional maximum likelihood estimate of the odds ratio with its exact interval (Cornfield, 1956) and the p-value of
    /// Fisher's exact test (1935; two-sided: all tables no more probable than the observed), given the margins of the table.
    /// </summary>
    /// <inheritdoc cref="Difference" path="/param"/>
    /// <inheritdoc cref="Difference" path="/exception"/>
    public static ComparisonResult ConditionalOddsRatio(
        int firstSuccesses, int firstObserved, int secondSuccesses, int secondObserved, double level = 0.95)
    {
        var result = Start(
            "odds ratio",
            "exact conditional interval (Cornfield, 1956)",
            firstSuccesses,
            firstObserved,
            secondSuccesses,
            secondObserved,
            level);
        if (!result.IsDefined)
        {
            return result;
        }

        var table = new ConditionalTable(firstObserved, secondObserved, firstSuccesses + secondSuccesses);
        if (table.Least == table.Most)
        {
            return result with { UndefinedBecause = "all or none have the property, so the margins leave one table only" };
        }

        var tail = (1 - level) / 2;
        return result with
        {
            Estimate = firstSuccesses == table.Least ? 0
                : firstSuccesses == table.Most ? double.PositiveInfinity
                : Math.Exp(Solve(log => table.Mean(log) - firstSuccesses)),
            Interval = new(
                firstSuccesses == table.Least ? 0 : Math.Exp(Solve(log => table.UpperTail(log, firstSuccesses) - tail)),
                firstSuccesses == table.Most
                    ? double.PositiveInfinity
                    : Math.Exp(Solve(log => tail - table.LowerTail(log, firstSuccesses))),
                level),
            PValue = table.FisherTwoSided(firstSuccesses),
        };
    }

    private static double Solve(Func<double, double> function) => Brent.FindRoot(function, -60, 60, 1e-14, 500);

    private static ComparisonResult Start(
        string measure, string method, int firstSuccesses, int firstObserved, int secondSuccesses, int secondObserved, double level)
    {
        Arguments.RequirePart(firstSuccesses, firstObserved);
        Arguments.RequirePart(secondSuccesses, secondObserved);
        Arguments.RequireLevel(level);
        return new ComparisonResult
        {
            Measure = measure,
            Method = method,
            Observations = firstObserved + secondObserved,
            UndefinedBecause = firstObserved == 0 || secondObserved == 0 ? "a group has nobody in it" : null,
        };
    }

    private static Interval OnLogScale(double estimate, double error, double level)
    {
        var half = Proportions.Quantile(level) * error;
        return new(estimate * Math.Exp(-half), estimate * Math.Exp(half), level);
    }

    /// <summary>The first cell of a 2 x 2 table given its margins: Fisher's noncentral hypergeometric distribution.</summary>
    private sealed class ConditionalTable
    {
        private readonly double[] logs;

        public ConditionalTable(int first, int second, int successes)
        {
            Least = Math.Max(0, successes - second);
            Most = Math.Min(first, successes);
            logs = [.. Enumerable.Range(Least, Most - Least + 1).Select(cell =>
                SpecialFunctions.BinomialLn(first, cell) + SpecialFunctions.BinomialLn(second, successes - cell))];
        }

        public int Least { get; }

        public int Most { get; }

        public double Mean(double logOdds)
        {
            var weights = Weights(logOdds);
            return weights.Select((weight, index) => weight * (Least + index)).Sum();
        }

        public double UpperTail(double logOdds, int cell) => Weights(logOdds).Skip(cell - Least).Sum();

        public double LowerTail(double logOdds, int cell) => Weights(logOdds).Take(cell - Least + 1).Sum();

        public double FisherTwoSided(int cell)
        {
            var weights = Weights(0);

            // The slack of R's fisher.test, so that tables that tie but for rounding count as ties.
            var bound = weights[cell - Least] * (1 + 1e-7);
            return Math.Min(1, weights.Where(weight => weight <= bound).Sum());
        }

        private double[] Weights(double logOdds)
        {
            var tilted = logs.Select((log, index) => log + (logOdds * (Least + index))).ToArray();
            var most = tilted.Max();
            var weights = tilted.Select(log => Math.Exp(log - most)).ToArray();
            var sum = weights.Sum();
            return [.. weights.Select(weight => weight / sum)];
        }
    }
}
