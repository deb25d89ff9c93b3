using MathNet.Numerics;

namespace SifAnalysis.Statistics;

/// <summary>
/// Whether groups of authorities, such as regions, are judged alike, when judgements are ranks only. The rows of the table are the
/// groups, the columns the ordered values; ties get midranks. A judgement of one authority must not depend on another's.
/// </summary>
public static class RankTests
{
    private const int FirstApproximated = 1_000;

    /// <summary>The test of several groups (Kruskal and Wallis, 1952), corrected for ties. Rough for groups of fewer than 5.</summary>
    /// <param name="table">Groups by ordered values; empty rows and columns are excluded.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    public static TestResult KruskalWallis(ContingencyTable table)
    {
        var (result, kept) = Start("The groups", "Kruskal-Wallis test (Kruskal and Wallis, 1952)", "chi-squared", table);
        if (!result.IsDefined)
        {
            return result;
        }

        double n = kept.Total;
        var sums = RankSums(kept);
        var statistic = ((12 / (n * (n + 1)) * sums.Select((sum, row) => sum * sum / kept.RowTotals[row]).Sum()) - (3 * (n + 1)))
            / TieCorrection(kept);
        var freedom = kept.Rows.Count - 1;
        return result with
        {
            Statistic = statistic,
            DegreesOfFreedom = freedom,
            PValue = Association.ChiSquaredTail(statistic, freedom),
            Warnings = kept.RowTotals.Any(total => total < 5) ? [.. result.Warnings, "a group has fewer than 5"] : result.Warnings,
        };
    }

    /// <summary>
    /// The test of two groups (Wilcoxon, 1945; Mann and Whitney, 1947), its p-value exact whatever the ties: the probability of a U as far
    /// from the middle, over all ways to deal the ranks out (Streitberg and Röhmel, 1986). From 1,000 values on it is the normal
    /// approximation's, which is as good then.
    /// </summary>
    /// <param name="table">Two groups by ordered values; empty columns are excluded.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table has not two rows.</exception>
    public static TestResult MannWhitney(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.Count != 2)
        {
            throw new ArgumentException($"The table has {table.Rows.Count} groups; the test compares two.", nameof(table));
        }

        var (result, kept) = Start("The two groups", "Mann-Whitney test (Mann and Whitney, 1947)", "U", table);
        if (!result.IsDefined)
        {
            return result;
        }

        var first = kept.RowTotals[0];
        var sum = RankSums(kept)[0];
        var statistic = sum - (first * (first + 1.0) / 2);
        if (kept.Total >= FirstApproximated)
        {
            return result with { Statistic = statistic, PValue = KruskalWallis(table).PValue };
        }

        var probabilities = RankSumProbabilities(kept);

        // Ranks are doubled so that midranks are whole.
        var (twice, middle) = ((int)Math.Round(2 * sum), first * (kept.Total + 1));
        var distance = Math.Abs(twice - middle);
        var p = probabilities.Where((_, doubled) => Math.Abs(doubled - middle) >= distance).Sum();
        return result with { Statistic = statistic, PValue = Math.Min(1, p), IsExact = true };
    }

    /// <summary>
    /// Which groups differ, after Kruskal-Wallis: z tests of all pairs of mean ranks (Dunn, 1964), corrected for ties, their p-values
    /// adjusted for their number.
    /// </summary>
    /// <param name="table">Groups by ordered values; empty rows and columns are excluded.</param>
    /// <param name="adjustment">How p-values are adjusted.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    public static DunnResult Dunn(ContingencyTable table, PValueAdjustment adjustment = PValueAdjustment.Holm)
    {
        var (test, kept) = Start("The groups", "", "z", table);
        var result = new DunnResult
        {
            Method = "Dunn's test (Dunn, 1964)",
            Observations = test.Observations,
            Adjustment = adjustment,
            Warnings = test.Warnings,
            UndefinedBecause = test.UndefinedBecause,
        };
        if (!result.IsDefined)
        {
            return result;
        }

        double n = kept.Total;
        var means = RankSums(kept).Select((sum, row) => sum / kept.RowTotals[row]).ToArray();
        var variance = n * (n + 1) / 12 * TieCorrection(kept);
        var pairs = (from first in Enumerable.Range(0, kept.Rows.Count)
                     from second in Enumerable.Range(first + 1, kept.Rows.Count - first - 1)
                     let z = (means[first] - means[second])
                         / Math.Sqrt(variance * ((1.0 / kept.RowTotals[first]) + (1.0 / kept.RowTotals[second])))
                     select (First: kept.Rows[first], Second: kept.Rows[second], Z: z, P: Association.TwoSided(z))).ToList();
        var adjusted = MultipleComparison.Adjust([.. pairs.Select(pair => pair.P)], adjustment);
        return result with
        {
            Pairs =
                [.. pairs.Select((pair, index) => new DunnPair(pair.First, pair.Second, pair.Z, pair.P, adjusted.Tests[index].Adjusted))],
        };
    }

    /// <summary>
    /// The test of whether values rise, or fall, over ordered groups (Terpstra, 1952; Jonckheere, 1954), its p-value exact or from
    /// random tables.
    /// </summary>
    /// <param name="table">Ordered groups by ordered values; empty rows and columns are excluded.</param>
    /// <param name="plan">How many tables are drawn where not all are enumerated, and from which seed; 10,000 and 1 by default.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    public static TestResult JonckheereTerpstra(ContingencyTable table, ResamplingPlan? plan = null)
    {
        var (result, kept) = Start("The trend over the groups", "Jonckheere-Terpstra test (Jonckheere, 1954)", "J", table);
        if (!result.IsDefined)
        {
            return result;
        }

        // J less its mean is half the surplus of concordant pairs.
        var surplus = OrdinalAssociation.Surplus(kept.Cells, kept.Columns.Count, new int[kept.Columns.Count]);
        double n = kept.Total;
        var mean = ((n * n) - kept.RowTotals.Sum(total => (double)total * total)) / 4;
        var (p, isExact, error) = OrdinalAssociation.SurplusTest(kept, plan);
        return result with { Statistic = mean + (surplus / 2.0), PValue = p, IsExact = isExact, MonteCarloError = error };
    }

    private static (TestResult Result, ContingencyTable Kept) Start(string tested, string method, string statistic, ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kept = table.WithoutEmpty();
        return (new TestResult
        {
            Method = method,
            Tested = tested,
            StatisticName = statistic,
            Observations = kept.Total,
            Warnings = Association.LeftOut(table),
            UndefinedBecause = kept.Total == 0 ? "nothing was observed"
                : kept.Rows.Count < 2 ? "there is only one group with anything in it"
                : kept.Columns.Count < 2 ? "all values tie"
                : null,
        }, kept);
    }

    private static double[] RankSums(ContingencyTable kept)
    {
        var ranks = OrdinalAssociation.Midranks(kept.ColumnTotals);
        return [.. kept.Rows.Select((_, row) => ranks.Select((rank, column) => rank * kept[row, column]).Sum())];
    }

    private static double TieCorrection(ContingencyTable kept)
    {
        double n = kept.Total;
        return 1 - (kept.ColumnTotals.Sum(total => Math.Pow(total, 3) - total) / (Math.Pow(n, 3) - n));
    }

    // The probability of each doubled rank sum of the first group, adding the tied columns one after the other.
    private static double[] RankSumProbabilities(ContingencyTable kept)
    {
        var ranks = OrdinalAssociation.Midranks(kept.ColumnTotals).Select(rank => (int)Math.Round(2 * rank)).ToArray();
        var size = kept.RowTotals[0];
        var most = 2 * Enumerable.Range(kept.Total - size + 1, size).Sum();
        var logs = new Dictionary<(int Number, int Sum), double> { [(0, 0)] = 1 };
        for (var column = 0; column < ranks.Length; column++)
        {
            var tied = kept.ColumnTotals[column];
            var later = kept.ColumnTotals.Skip(column + 1).Sum();
            var next = new Dictionary<(int Number, int Sum), double>();
            foreach (var ((number, sum), weight) in logs)
            {
                for (var taken = Math.Max(0, size - number - later); taken <= Math.Min(tied, size - number); taken++)
                {
                    var at = (number + taken, sum + (taken * ranks[column]));
                    next[at] = next.GetValueOrDefault(at) + (weight * Math.Exp(SpecialFunctions.BinomialLn(tied, taken)));
                }
            }

            // Rescaled, so that hundreds of observations do not overflow.
            var largest = next.Values.Max();
            logs = next.ToDictionary(pair => pair.Key, pair => pair.Value / largest);
        }

        var probabilities = new double[most + 1];
        foreach (var ((number, sum), weight) in logs)
        {
            if (number == size)
            {
                probabilities[sum] += weight;
            }
        }

        var all = probabilities.Sum();
        return [.. probabilities.Select(weight => weight / all)];
    }
}
