namespace SifAnalysis.Statistics;

/// <summary>
/// How far two ordered classifications rise together. Rows and columns are read in the table's order; exchange the order of one and
/// every measure changes its sign. The p-values ask whether there is any association, given the margins: exact or from random tables
/// where ties abound, as they do among four judgements.
/// </summary>
public static class OrdinalAssociation
{
    /// <summary>
    /// Kendall's tau-b (1945), for tables with as many rows as columns; its standard error after Brown and Benedetti (1977).
    /// </summary>
    /// <param name="table">The table; empty rows and columns are excluded.</param>
    /// <param name="plan">How many tables are drawn where not all are enumerated, and from which seed; 10,000 and 1 by default.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static AssociationResult TauB(ContingencyTable table, ResamplingPlan? plan = null, double level = 0.95) =>
        Of("Kendall's tau-b", "Kendall (1945); standard error of Brown and Benedetti (1977)", table, plan, level, pairs =>
        {
            var (rows, columns) = (pairs.UntiedInRows, pairs.UntiedInColumns);
            var scale = Math.Sqrt(rows * columns);
            var tau = pairs.Surplus / scale;
            var sum = pairs.Sum((count, surplus, rowTotal, columnTotal) =>
            {
                var own = (2 * scale * surplus) + (tau * ((rowTotal * columns) + (columnTotal * rows)));
                return count * own * own;
            });
            var variance = sum - (Math.Pow(pairs.N, 3) * tau * tau * (rows + columns) * (rows + columns));
            return (tau, Math.Sqrt(Math.Max(0, variance)) / (scale * scale));
        });

    /// <summary>
    /// Stuart's tau-c (1953), for tables with other numbers of rows than of columns; its standard error after Brown and Benedetti (1977).
    /// </summary>
    /// <inheritdoc cref="TauB" path="/param"/>
    /// <inheritdoc cref="TauB" path="/exception"/>
    public static AssociationResult TauC(ContingencyTable table, ResamplingPlan? plan = null, double level = 0.95) =>
        Of("Stuart's tau-c", "Stuart (1953); standard error of Brown and Benedetti (1977)", table, plan, level, pairs =>
        {
            var factor = pairs.Smaller / (pairs.Smaller - 1.0);
            var sum = pairs.Sum((count, surplus, _, _) => count * surplus * surplus) - (pairs.Surplus * pairs.Surplus / pairs.N);
            return (factor * pairs.Surplus / (pairs.N * pairs.N), 2 * factor / (pairs.N * pairs.N) * Math.Sqrt(Math.Max(0, sum)));
        });

    /// <summary>
    /// Gamma (Goodman and Kruskal, 1954, 1963): concordant less discordant pairs, among the pairs tied in neither. Where most pairs are
    /// tied it looks strong on little.
    /// </summary>
    /// <inheritdoc cref="TauB" path="/param"/>
    /// <inheritdoc cref="TauB" path="/exception"/>
    public static AssociationResult Gamma(ContingencyTable table, ResamplingPlan? plan = null, double level = 0.95) =>
        Of("Goodman and Kruskal's gamma", "Goodman and Kruskal (1954, 1963)", table, plan, level, pairs =>
        {
            var untied = pairs.Concordant + pairs.Discordant;
            if (untied == 0)
            {
                return null;
            }

            var sum = pairs.SumOfPairs((count, concordant, discordant) =>
            {
                var own = (pairs.Discordant * concordant) - (pairs.Concordant * discordant);
                return count * own * own;
            });
            return (pairs.Surplus / untied, 4 / (untied * untied) * Math.Sqrt(sum));
        });

    /// <summary>
    /// Somers' D (1962) of the columns given the rows: concordant less discordant pairs, among the pairs that differ in the row. For
    /// the other direction see <see cref="SomersDOfRows"/>.
    /// </summary>
    /// <inheritdoc cref="TauB" path="/param"/>
    /// <inheritdoc cref="TauB" path="/exception"/>
    public static AssociationResult SomersD(ContingencyTable table, ResamplingPlan? plan = null, double level = 0.95) =>
        Of("Somers' D of columns given rows", "Somers (1962); standard error of Goodman and Kruskal (1972)", table, plan, level, pairs =>
        {
            var untied = pairs.UntiedInRows;
            var sum = pairs.Sum((count, surplus, rowTotal, _) =>
            {
                var own = (untied * surplus) - (pairs.Surplus * (pairs.N - rowTotal));
                return count * own * own;
            });
            return (pairs.Surplus / untied, 2 / (untied * untied) * Math.Sqrt(sum));
        });

    /// <summary>Somers' D (1962) of the rows given the columns: among the pairs that differ in the column.</summary>
    /// <inheritdoc cref="TauB" path="/param"/>
    /// <inheritdoc cref="TauB" path="/exception"/>
    public static AssociationResult SomersDOfRows(ContingencyTable table, ResamplingPlan? plan = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        return SomersD(table.Transposed(), plan, level) with { Measure = "Somers' D of rows given columns" };
    }

    /// <summary>
    /// Spearman's rank correlation (1904) with midranks for ties, its standard error by the delta method (Brown and Benedetti, 1977), and
    /// the interval of Bonett and Wright (2000) on Fisher's scale.
    /// </summary>
    /// <inheritdoc cref="TauB" path="/param"/>
    /// <inheritdoc cref="TauB" path="/exception"/>
    public static AssociationResult Spearman(ContingencyTable table, ResamplingPlan? plan = null, double level = 0.95)
    {
        Arguments.RequireLevel(level);
        var (result, kept) = Start("Spearman's rank correlation", "Spearman (1904); standard error of Brown and Benedetti (1977), "
            + "interval of Bonett and Wright (2000)", table);
        if (!result.IsDefined)
        {
            return result;
        }

        var (rows, columns) = (Midranks(kept.RowTotals), Midranks(kept.ColumnTotals));
        var estimate = Association.Correlation(kept, rows, columns)!.Value;
        var middle = (kept.Total + 1) / 2.0;
        var width = kept.Columns.Count;
        var (p, isExact, error) = new TablesWithMargins(kept).AtLeast(
            cells =>
            {
                var sum = 0.0;
                for (var cell = 0; cell < cells.Length; cell++)
                {
                    sum += cells[cell] * (rows[cell / width] - middle) * (columns[cell % width] - middle);
                }

                return Math.Abs(sum);
            },
            plan ?? new());
        Interval? interval = null;
        if (kept.Total > 3)
        {
            var half = Proportions.Quantile(level) * Math.Sqrt((1 + (estimate * estimate / 2)) / (kept.Total - 3));
            var centre = Math.Atanh(estimate);
            interval = Math.Abs(estimate) > 1 - 1e-12 ? null : new(Math.Tanh(centre - half), Math.Tanh(centre + half), level);
        }

        return result with
        {
            Estimate = estimate,
            StandardError = SpearmanError(kept, estimate),
            Interval = interval,
            PValue = p,
            IsExact = isExact,
            MonteCarloError = error,
            AsymptoticPValue = Association.TwoSided(estimate * Math.Sqrt(kept.Total - 1)),
        };
    }

    /// <summary>Concordant less discordant pairs, each pair once, of the cells of a table along its rows.</summary>
    internal static long Surplus(ReadOnlySpan<int> cells, int columns, Span<int> above)
    {
        above.Clear();
        long surplus = 0;
        for (var start = 0; start < cells.Length; start += columns)
        {
            var (left, right) = (0, 0);
            for (var column = 1; column < columns; column++)
            {
                right += above[column];
            }

            for (var column = 0; column < columns; column++)
            {
                surplus += (long)cells[start + column] * (left - right);
                left += above[column];
                if (column + 1 < columns)
                {
                    right -= above[column + 1];
                }
            }

            for (var column = 0; column < columns; column++)
            {
                above[column] += cells[start + column];
            }
        }

        return surplus;
    }

    /// <summary>The variance of the surplus given the margins, where there is no association (Kendall, 1970, chapter 4).</summary>
    internal static double SurplusVariance(ContingencyTable table)
    {
        double n = table.Total;
        double Sum(IReadOnlyList<int> margin, Func<double, double> term) => margin.Sum(count => term(count));
        var (rows, columns) = (table.RowTotals, table.ColumnTotals);
        var untied = (n * (n - 1) * ((2 * n) + 5)) - Sum(rows, t => t * (t - 1) * ((2 * t) + 5))
            - Sum(columns, t => t * (t - 1) * ((2 * t) + 5));
        var triples = n < 3
            ? 0
            : Sum(rows, t => t * (t - 1) * (t - 2)) * Sum(columns, t => t * (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
        return (untied / 18) + triples + (Sum(rows, t => t * (t - 1)) * Sum(columns, t => t * (t - 1)) / (2 * n * (n - 1)));
    }

    /// <summary>The exact or simulated two-sided p-value of the surplus of concordant pairs.</summary>
    internal static (double PValue, bool IsExact, double? MonteCarloError) SurplusTest(ContingencyTable kept, ResamplingPlan? plan)
    {
        var columns = kept.Columns.Count;
        return new TablesWithMargins(kept).AtLeast(
            cells => Math.Abs(Surplus(cells, columns, columns <= 64 ? stackalloc int[columns] : new int[columns])), plan ?? new());
    }

    internal static IReadOnlyList<double> Midranks(IReadOnlyList<int> totals)
    {
        var before = 0;
        var ranks = new double[totals.Count];
        for (var index = 0; index < totals.Count; index++)
        {
            ranks[index] = before + ((totals[index] + 1) / 2.0);
            before += totals[index];
        }

        return ranks;
    }

    // The correlation is 12 Σ p R C / √(A B), R and C being the mean ranks as shares less a half and A = 1 − Σ p³ of the margins: its slope
    // in each cell is what an observation there adds.
    private static double SpearmanError(ContingencyTable table, double correlation)
    {
        double n = table.Total;
        double[] Shares(IReadOnlyList<int> totals) => [.. totals.Select(total => total / n)];
        double[] Centred(IReadOnlyList<int> totals) => [.. Midranks(totals).Select(rank => ((rank - 0.5) / n) - 0.5)];
        var (rows, columns) = (Shares(table.RowTotals), Shares(table.ColumnTotals));
        var (rowRanks, columnRanks) = (Centred(table.RowTotals), Centred(table.ColumnTotals));
        double Untied(double[] shares) => 1 - shares.Sum(share => share * share * share);
        var (untiedRows, untiedColumns) = (Untied(rows), Untied(columns));

        // What a little more of one row does to the ranks of all: of the rows after it in full, of itself by half.
        static double[] Pull(double[] ownSums) =>
            [.. ownSums.Select((sum, at) => (sum / 2) + ownSums.Skip(at + 1).Sum())];
        var rowPull = Pull([.. rows.Select((_, row) => columns.Select((_, column) => table[row, column] / n * columnRanks[column]).Sum())]);
        var columnPull = Pull([.. columns.Select((_, column) => rows.Select((_, row) => table[row, column] / n * rowRanks[row]).Sum())]);
        var (mean, square) = (0.0, 0.0);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var slope = (
                    12 * ((rowRanks[row] * columnRanks[column]) + rowPull[row] + columnPull[column])
                        / Math.Sqrt(untiedRows * untiedColumns))
                    + (1.5 * correlation * ((rows[row] * rows[row] / untiedRows) + (columns[column] * columns[column] / untiedColumns)));
                mean += table[row, column] / n * slope;
                square += table[row, column] / n * slope * slope;
            }
        }

        return Math.Sqrt(Math.Max(0, square - (mean * mean)) / n);
    }

    private static (AssociationResult Result, ContingencyTable Kept) Start(string measure, string method, ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kept = table.WithoutEmpty();
        return (new AssociationResult
        {
            Measure = measure,
            Method = method,
            Observations = kept.Total,
            Warnings = Association.LeftOut(table),
            UndefinedBecause = kept.Total == 0 ? "nothing was observed"
                : kept.Rows.Count < 2 || kept.Columns.Count < 2 ? "all observations tie in one of the two classifications"
                : null,
        }, kept);
    }

    private static AssociationResult Of(
        string measure,
        string method,
        ContingencyTable table,
        ResamplingPlan? plan,
        double level,
        Func<OrderedPairs, (double Estimate, double Error)?> formula)
    {
        Arguments.RequireLevel(level);
        var (result, kept) = Start(measure, method, table);
        if (!result.IsDefined)
        {
            return result;
        }

        if (formula(new OrderedPairs(kept)) is not var (estimate, error))
        {
            return result with { UndefinedBecause = "every pair ties in one of the two classifications" };
        }

        var (p, isExact, monteCarlo) = SurplusTest(kept, plan);
        var columns = kept.Columns.Count;
        return result with
        {
            Estimate = estimate,
            StandardError = error,
            Interval = Association.NormalInterval(estimate, error, level),
            PValue = p,
            IsExact = isExact,
            MonteCarloError = monteCarlo,
            AsymptoticPValue = Association.TwoSided(Surplus(kept.Cells, columns, new int[columns]) / Math.Sqrt(SurplusVariance(kept))),
            Warnings = [.. result.Warnings, .. Association.Doubts(error, kept.Total)],
        };
    }

    /// <summary>The pairs of a table, each counted twice as in the formulas of Brown and Benedetti.</summary>
    private sealed class OrderedPairs
    {
        private readonly ContingencyTable table;
        private readonly double[,] concordant;
        private readonly double[,] discordant;

        public OrderedPairs(ContingencyTable table)
        {
            this.table = table;
            var (rows, columns) = (table.Rows.Count, table.Columns.Count);
            (concordant, discordant) = (new double[rows, columns], new double[rows, columns]);

            // Sums of all cells above and to the left, so that each quadrant is four look-ups.
            var sums = new double[rows + 1, columns + 1];
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    sums[row + 1, column + 1] = table[row, column] + sums[row, column + 1] + sums[row + 1, column] - sums[row, column];
                }
            }

            double Block(int top, int left, int bottom, int right) =>
                sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left];
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    concordant[row, column] = Block(0, 0, row, column) + Block(row + 1, column + 1, rows, columns);
                    discordant[row, column] = Block(0, column + 1, row, columns) + Block(row + 1, 0, rows, column);
                    Concordant += table[row, column] * concordant[row, column];
                    Discordant += table[row, column] * discordant[row, column];
                }
            }

            N = table.Total;
            UntiedInRows = (N * N) - table.RowTotals.Sum(total => (double)total * total);
            UntiedInColumns = (N * N) - table.ColumnTotals.Sum(total => (double)total * total);
        }

        public double N { get; }

        public double Concordant { get; }

        public double Discordant { get; }

        public double Surplus => Concordant - Discordant;

        public double UntiedInRows { get; }

        public double UntiedInColumns { get; }

        public int Smaller => Math.Min(table.Rows.Count, table.Columns.Count);

        public double Sum(Func<double, double, double, double, double> term) => Cells((row, column) =>
            term(table[row, column], concordant[row, column] - discordant[row, column], table.RowTotals[row], table.ColumnTotals[column]));

        public double SumOfPairs(Func<double, double, double, double> term) =>
            Cells((row, column) => term(table[row, column], concordant[row, column], discordant[row, column]));

        private double Cells(Func<int, int, double> term)
        {
            var sum = 0.0;
            for (var row = 0; row < table.Rows.Count; row++)
            {
                for (var column = 0; column < table.Columns.Count; column++)
                {
                    sum += term(row, column);
                }
            }

            return sum;
        }
    }
}
