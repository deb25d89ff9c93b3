using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.RootFinding;

namespace SifAnalysis.Statistics;

/// <summary>
/// Association in a table of counts, its categories in any order or in their own. Each observation must stand for itself: not for
/// two judgements of the same inspection, which agree by their nature.
/// </summary>
public static class Association
{
    /// <summary>
    /// Pearson's chi-squared test (1900), without continuity correction. Rough where expected counts are under 5 (Cochran, 1954), which
    /// the warnings say: use <see cref="FisherExact"/> then.
    /// </summary>
    /// <param name="table">The table; empty rows and columns are excluded.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    public static ChiSquaredResult ChiSquared(ContingencyTable table) => Test(
        "Pearson's chi-squared test (Pearson, 1900)", table, (count, expected) => (count - expected) * (count - expected) / expected);

    /// <summary>The likelihood-ratio test (Wilks, 1935), as rough for small counts as Pearson's.</summary>
    /// <inheritdoc cref="ChiSquared" path="/param"/>
    /// <inheritdoc cref="ChiSquared" path="/exception"/>
    public static ChiSquaredResult GTest(ContingencyTable table) => Test(
        "likelihood-ratio test G (Wilks, 1935)", table, (count, expected) => count == 0 ? 0 : 2 * count * Math.Log(count / expected));

    /// <summary>
    /// The exact test of a table of any shape (Fisher, 1935; Freeman and Halton, 1951): the probability, given the margins, of a table no
    /// likelier than the one seen. Where there are some millions of tables, a random part of them is drawn; the result says which.
    /// </summary>
    /// <param name="table">The table; empty rows and columns are excluded.</param>
    /// <param name="plan">How many tables are drawn where not all are enumerated, and from which seed; 10,000 and 1 by default.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    public static TestResult FisherExact(ContingencyTable table, ResamplingPlan? plan = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kept = table.WithoutEmpty();
        var result = new TestResult
        {
            Method = "Fisher-Freeman-Halton exact test (Freeman and Halton, 1951)",
            Tested = "The association",
            StatisticName = "log probability",
            Observations = kept.Total,
            Warnings = LeftOut(table),
        };
        if (WhyNotTwoByTwo(kept) is { } why)
        {
            return result with { UndefinedBecause = why };
        }

        var tables = new TablesWithMargins(kept);
        var (p, isExact, error) = tables.AtLeast(tables.LogFactorials, plan ?? new());
        return result with { PValue = p, IsExact = isExact, MonteCarloError = error };
    }

    /// <summary>
    /// The trend of a share over ordered rows (Cochran, 1954; Armitage, 1955): whether the share in the first of two columns
    /// rises or falls with the rows' scores.
    /// </summary>
    /// <param name="table">The table, of two columns.</param>
    /// <param name="scores">A score for each row; 1, 2, 3, … by default.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The table has not two columns, a score is not finite, or there are not as many scores as rows.
    /// </exception>
    public static TestResult CochranArmitage(ContingencyTable table, IReadOnlyList<double>? scores = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Columns.Count != 2)
        {
            throw new ArgumentException($"The table has {table.Columns.Count} columns; a trend of a share needs two.", nameof(table));
        }

        scores = Scores(scores, table.Rows.Count, nameof(scores));
        var result = new TestResult
        {
            Method = "Cochran-Armitage test of trend (Armitage, 1955)",
            Tested = "The trend",
            StatisticName = "z",
            Observations = table.Total,
            Warnings = LeftOut(table),
        };
        if (table.Total == 0)
        {
            return result with { UndefinedBecause = "nothing was observed" };
        }

        var share = (double)table.ColumnTotals[0] / table.Total;
        var mean = scores.Select((score, row) => score * table.RowTotals[row]).Sum() / table.Total;
        var spread = scores.Select((score, row) => table.RowTotals[row] * (score - mean) * (score - mean)).Sum();
        if (share is 0 or 1)
        {
            return result with { UndefinedBecause = "one of the two columns is empty" };
        }

        if (spread == 0)
        {
            return result with { UndefinedBecause = "all rows that are not empty have the same score" };
        }

        var z = scores.Select((score, row) => (score - mean) * (table[row, 0] - (share * table.RowTotals[row])))
            .Sum() / Math.Sqrt(share * (1 - share) * spread);
        return result with { Statistic = z, PValue = TwoSided(z) };
    }

    /// <summary>
    /// The linear-by-linear association of two ordered classifications (Mantel, 1963; Agresti, 2002, section 3.4): (n − 1)r².
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="rowScores">A score for each row; 1, 2, 3, … by default.</param>
    /// <param name="columnScores">A score for each column; 1, 2, 3, … by default.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A score is not finite, or there are not as many scores as rows or columns.</exception>
    public static TestResult LinearByLinear(
        ContingencyTable table, IReadOnlyList<double>? rowScores = null, IReadOnlyList<double>? columnScores = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        rowScores = Scores(rowScores, table.Rows.Count, nameof(rowScores));
        columnScores = Scores(columnScores, table.Columns.Count, nameof(columnScores));
        var result = new TestResult
        {
            Method = "linear-by-linear association test (Mantel, 1963)",
            Tested = "The linear association",
            StatisticName = "chi-squared",
            Observations = table.Total,
            Warnings = LeftOut(table),
        };
        if (Correlation(table, rowScores, columnScores) is not { } r)
        {
            return result with
            {
                UndefinedBecause = table.Total == 0 ? "nothing was observed" : "all observations have the same score in "
                + "one of the two classifications"
            };
        }

        var statistic = (table.Total - 1) * r * r;
        return result with { Statistic = statistic, DegreesOfFreedom = 1, PValue = ChiSquaredTail(statistic, 1) };
    }

    /// <summary>
    /// The Cochran-Mantel-Haenszel test of association within strata, such as regions (Mantel and Haenszel, 1959; for tables of any shape
    /// Landis, Heyman and Koch, 1978), without continuity correction. It sees associations that point the same way in all strata;
    /// opposite ones cancel.
    /// </summary>
    /// <param name="strata">A table for each stratum, all of one shape.</param>
    /// <exception cref="ArgumentNullException">The strata are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no strata, or their tables differ in shape.</exception>
    public static TestResult CochranMantelHaenszel(IReadOnlyList<ContingencyTable> strata)
    {
        var (rows, columns) = Shape(strata);
        var result = new TestResult
        {
            Method = "Cochran-Mantel-Haenszel test (Mantel and Haenszel, 1959)",
            Tested = "The association within strata",
            StatisticName = "chi-squared",
            Observations = strata.Sum(own => own.Total),
        };
        var (keptRows, keptColumns) = (
            Enumerable.Range(0, rows).Where(row => strata.Any(own => own.RowTotals[row] > 0)).ToList(),
            Enumerable.Range(0, columns).Where(column => strata.Any(own => own.ColumnTotals[column] > 0)).ToList());
        var free = (Rows: keptRows.Count - 1, Columns: keptColumns.Count - 1);
        if (free.Rows < 1 || free.Columns < 1)
        {
            return result with { UndefinedBecause = "there are fewer than two rows or columns with anything in them" };
        }

        var size = free.Rows * free.Columns;
        var difference = Vector<double>.Build.Dense(size);
        var variance = Matrix<double>.Build.Dense(size, size);
        foreach (var own in strata.Where(own => own.Total > 1))
        {
            double n = own.Total;
            for (var one = 0; one < size; one++)
            {
                var (row, column) = (keptRows[one / free.Columns], keptColumns[one % free.Columns]);
                difference[one] += own[row, column] - (own.RowTotals[row] / n * own.ColumnTotals[column]);
                for (var other = 0; other < size; other++)
                {
                    var (otherRow, otherColumn) = (keptRows[other / free.Columns], keptColumns[other % free.Columns]);
                    variance[one, other] += own.RowTotals[row] * ((row == otherRow ? n : 0) - own.RowTotals[otherRow])
                        * own.ColumnTotals[column] * ((column == otherColumn ? n : 0) - own.ColumnTotals[otherColumn]) / (n * n * (n - 1));
                }
            }
        }

        if (variance.Rank() < size)
        {
            return result with { UndefinedBecause = "no stratum has two rows and two columns to compare" };
        }

        var statistic = difference * variance.Solve(difference);
        return result with { Statistic = statistic, DegreesOfFreedom = size, PValue = ChiSquaredTail(statistic, size) };
    }

    /// <summary>
    /// The odds ratio common to 2 x 2 tables of several strata (Mantel and Haenszel, 1959), with the interval of Robins, Breslow and
    /// Greenland (1986).
    /// </summary>
    /// <param name="strata">A 2 x 2 table for each stratum.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The strata are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no strata, or a table is not 2 x 2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static ComparisonResult MantelHaenszelOddsRatio(IReadOnlyList<ContingencyTable> strata, double level = 0.95)
    {
        Arguments.RequireLevel(level);
        if (Shape(strata) is not (2, 2))
        {
            throw new ArgumentException(
                $"The tables are {strata[0].Rows.Count} by {strata[0].Columns.Count}; an odds ratio needs 2 by 2.", nameof(strata));
        }

        var result = new ComparisonResult
        {
            Measure = "odds ratio",
            Method = "Mantel-Haenszel estimate with the interval of Robins, Breslow and Greenland (1986)",
            Observations = strata.Sum(own => own.Total),
        };
        double upper = 0, lower = 0, first = 0, second = 0, third = 0;
        foreach (var own in strata.Where(own => own.Total > 0))
        {
            double n = own.Total;
            var (agree, differ) = ((own[0, 0] + own[1, 1]) / n, (own[0, 1] + own[1, 0]) / n);
            var (with, against) = (own[0, 0] * (double)own[1, 1] / n, own[0, 1] * (double)own[1, 0] / n);
            upper += with;
            lower += against;
            first += agree * with;
            second += (agree * against) + (differ * with);
            third += differ * against;
        }

        if (upper == 0 || lower == 0)
        {
            return result with { UndefinedBecause = "no stratum has observations on both of a table's diagonals to divide by" };
        }

        var ratio = upper / lower;
        var error = Math.Sqrt((first / (2 * upper * upper)) + (second / (2 * upper * lower)) + (third / (2 * lower * lower)));
        var half = Proportions.Quantile(level) * error;
        return result with { Estimate = ratio, Interval = new(ratio * Math.Exp(-half), ratio * Math.Exp(half), level) };
    }

    /// <summary>
    /// Cramér's V (1946), 0 for no association and 1 for a perfect one, with the interval of the noncentral chi-squared distribution
    /// (Steiger and Fouladi, 1997; Smithson, 2003). V is above 0 by chance alone in small samples, and can then lie above its interval,
    /// which the warnings say: use <see cref="CramersVCorrected"/>.
    /// </summary>
    /// <param name="table">The table; empty rows and columns are excluded.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static AssociationResult CramersV(ContingencyTable table, double level = 0.95) =>
        V(table, "Cramér's V", "Cramér (1946)", level, (squared, rows, columns, _) =>
        Math.Sqrt(squared / Math.Min(rows - 1, columns - 1)));

    /// <summary>
    /// Cramér's V less what chance alone leads one to expect (Bergsma, 2013); 0 where there is no more than that. The interval is that of
    /// <see cref="CramersV"/>.
    /// </summary>
    /// <inheritdoc cref="CramersV" path="/param"/>
    /// <inheritdoc cref="CramersV" path="/exception"/>
    public static AssociationResult CramersVCorrected(ContingencyTable table, double level = 0.95) =>
        V(table, "Cramér's V, bias-corrected", "Bergsma (2013)", level, (squared, rows, columns, n) =>
    {
        double Shrunk(double categories) => categories - ((categories - 1) * (categories - 1) / (n - 1));
        var corrected = Math.Max(0, squared - ((rows - 1) * (columns - 1) / (n - 1)));
        return Math.Sqrt(corrected / Math.Min(Shrunk(rows) - 1, Shrunk(columns) - 1));
    });

    internal static double ChiSquaredTail(double statistic, int freedom) =>
        SpecialFunctions.GammaUpperRegularized(freedom / 2.0, statistic / 2);

    internal static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>
    /// The normal interval of a measure between −1 and 1; none where the standard error is 0, as at a perfect association, which tells
    /// nothing of chance.
    /// </summary>
    internal static Interval? NormalInterval(double estimate, double error, double level)
    {
        var half = Proportions.Quantile(level) * error;
        return IsNothing(error) ? null : new(Math.Max(-1, estimate - half), Math.Min(1, estimate + half), level);
    }

    /// <summary>What there is to doubt in a normal interval.</summary>
    internal static IEnumerable<string> Doubts(double error, int observations) =>
        IsNothing(error)
            ? ["the standard error is 0, as it is for a perfect agreement or association however few are observed, so there is no interval"]
        : observations < 30 ? ["fewer than 30 observations: the interval is rough"]
        : [];

    internal static IReadOnlyList<string> LeftOut(ContingencyTable table) =>
        table.LeftOut == 0 ? [] : [$"{table.LeftOut} with an unknown judgement are excluded"];

    internal static string? WhyNotTwoByTwo(ContingencyTable kept) => kept switch
    {
        { Total: 0 } => "nothing was observed",
        { Rows.Count: < 2 } or { Columns.Count: < 2 } => "there are fewer than two rows or columns with anything in them",
        _ => null,
    };

    internal static IReadOnlyList<double> Scores(IReadOnlyList<double>? scores, int count, string name)
    {
        if (scores is null)
        {
            return [.. Enumerable.Range(1, count).Select(number => (double)number)];
        }

        Arguments.RequireFinite(scores, name);
        return scores.Count == count
            ? scores
            : throw new ArgumentException($"There are {scores.Count} scores for {count} categories.", name);
    }

    /// <summary>Pearson's correlation of two scores, or null where one of them does not vary.</summary>
    internal static double? Correlation(ContingencyTable table, IReadOnlyList<double> rowScores, IReadOnlyList<double> columnScores)
    {
        if (table.Total < 2)
        {
            return null;
        }

        var rowMean = rowScores.Select((score, row) => score * table.RowTotals[row]).Sum() / table.Total;
        var columnMean = columnScores.Select((score, column) => score * table.ColumnTotals[column]).Sum() / table.Total;
        var rowSpread = rowScores.Select((score, row) => table.RowTotals[row] * (score - rowMean) * (score - rowMean)).Sum();
        var columnSpread = columnScores.Select((score, column) => table.ColumnTotals[column] * (score - columnMean) * (score - columnMean))
            .Sum();
        if (rowSpread <= 0 || columnSpread <= 0)
        {
            return null;
        }

        var together = 0.0;
        for (var row = 0; row < rowScores.Count; row++)
        {
            for (var column = 0; column < columnScores.Count; column++)
            {
                together += table[row, column] * (rowScores[row] - rowMean) * (columnScores[column] - columnMean);
            }
        }

        return together / Math.Sqrt(rowSpread * columnSpread);
    }

    private static bool IsNothing(double error) => error < 1e-7;

    private static (int Rows, int Columns) Shape(IReadOnlyList<ContingencyTable> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        if (strata.Count == 0)
        {
            throw new ArgumentException("There are no strata.", nameof(strata));
        }

        var shape = (strata[0].Rows.Count, strata[0].Columns.Count);
        return strata.All(own => (own.Rows.Count, own.Columns.Count) == shape)
            ? shape
            : throw new ArgumentException("The tables of the strata differ in shape.", nameof(strata));
    }

    private static ChiSquaredResult Test(string method, ContingencyTable table, Func<double, double, double> part)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kept = table.WithoutEmpty();
        var result = new ChiSquaredResult { Method = method, Observations = kept.Total, Counts = kept, Warnings = LeftOut(table) };
        if (WhyNotTwoByTwo(kept) is { } why)
        {
            return result with { UndefinedBecause = why };
        }

        double n = kept.Total;
        double Expected(int row, int column) => kept.RowTotals[row] / n * kept.ColumnTotals[column];
        IReadOnlyList<IReadOnlyList<double>> Each(Func<int, int, double> value) =>
            [.. kept.Rows.Select((_, row) => (IReadOnlyList<double>)[.. kept.Columns.Select((_, column) => value(row, column))])];

        var expected = Each(Expected);
        var statistic = Each((row, column) => part(kept[row, column], expected[row][column])).Sum(row => row.Sum());
        var freedom = (kept.Rows.Count - 1) * (kept.Columns.Count - 1);
        var small = expected.Sum(row => row.Count(value => value < 5));
        return result with
        {
            Statistic = statistic,
            DegreesOfFreedom = freedom,
            PValue = ChiSquaredTail(statistic, freedom),
            Expected = expected,
            Residuals = Each((row, column) => (kept[row, column] - expected[row][column]) / Math.Sqrt(expected[row][column])),
            StandardisedResiduals = Each((row, column) => (kept[row, column] - expected[row][column])
                / Math.Sqrt(expected[row][column] * (1 - (kept.RowTotals[row] / n)) * (1 - (kept.ColumnTotals[column] / n)))),
            Warnings = small == 0
                ? result.Warnings
                : [.. result.Warnings, $"{small} of {kept.Rows.Count * kept.Columns.Count} expected counts are under 5: "
                    + $"prefer the exact test"],
        };
    }

    private static AssociationResult V(
        ContingencyTable table, string measure, string method, double level, Func<double, double, double, double, double> value)
    {
        Arguments.RequireLevel(level);
        var test = ChiSquared(table);
        var result = new AssociationResult
        {
            Measure = measure,
            Method = $"{method}; noncentral chi-squared interval (Steiger and Fouladi, 1997)",
            Observations = test.Observations,
            Warnings = LeftOut(table),
            UndefinedBecause = test.UndefinedBecause,
        };
        if (test.Statistic is not { } statistic)
        {
            return result;
        }

        var estimate = Math.Min(
            1, value(statistic / test.Observations, test.Counts.Rows.Count, test.Counts.Columns.Count, test.Observations));
        if (!double.IsFinite(estimate))
        {
            return result with { UndefinedBecause = "there are as many categories as observations" };
        }

        var scale = test.Observations * (Math.Min(test.Counts.Rows.Count, test.Counts.Columns.Count) - 1.0);
        double Limit(double probability) =>
            Math.Min(1, Math.Sqrt(Noncentrality(statistic, test.DegreesOfFreedom!.Value, probability) / scale));
        var interval = new Interval(Limit((1 + level) / 2), Limit((1 - level) / 2), level);
        return result with
        {
            Estimate = estimate,
            Interval = interval,
            AsymptoticPValue = test.PValue,
            Warnings = interval.Contains(estimate)
                ? result.Warnings
                : [.. result.Warnings, "the estimate lies outside its interval, as chance alone raises it: prefer the bias-corrected V"],
        };
    }

    /// <summary>
    /// The noncentrality under which a chi-squared statistic is no larger with a probability; 0 where even none makes it less probable.
    /// </summary>
    private static double Noncentrality(double statistic, int freedom, double probability)
    {
        double Above(double noncentrality)
        {
            // A Poisson mixture of central distributions, from where nothing more is added downwards, each from the one before.
            var (half, value, sum) = (noncentrality / 2, statistic / 2, 0.0);
            var top = (int)(half + (12 * Math.Sqrt(half)) + 40);
            var central = SpecialFunctions.GammaLowerRegularized((freedom / 2.0) + top, value);
            for (var number = top; number >= 0; number--)
            {
                var weight = Math.Exp((number * Math.Log(half)) - half - SpecialFunctions.FactorialLn(number));
                sum += weight * central;
                if (number < half && weight < 1e-18)
                {
                    break;
                }

                var shape = (freedom / 2.0) + number;
                central += Math.Exp(((shape - 1) * Math.Log(value)) - value - SpecialFunctions.GammaLn(shape));
            }

            return sum - probability;
        }

        if (SpecialFunctions.GammaLowerRegularized(freedom / 2.0, statistic / 2) <= probability)
        {
            return 0;
        }

        var most = statistic + freedom;
        while (Above(most) > 0)
        {
            most *= 2;
        }

        return Brent.FindRoot(Above, 1e-12, most, 1e-12, 500);
    }
}
