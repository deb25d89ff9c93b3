using MathNet.Numerics;

namespace SifAnalysis.Statistics;

/// <summary>A statistic of a table, cell by cell along its rows.</summary>
internal delegate double TableStatistic(ReadOnlySpan<int> cells);

/// <summary>
/// The tables that have the same margins as a given one, each with its chance under independence: what exact tests of tables stand
/// on. Few are gone through one by one; of many, a seeded random part is drawn by dealing the columns' labels out to the rows, which
/// costs a draw for each observation outside the largest row.
/// </summary>
internal sealed class TablesWithMargins
{
    // About a second of going through tables; beyond that a random part says as much.
    private const int MostGoneThrough = 2_000_000;
    private const double Tie = 1e-7;

    private readonly int[] rowTotals;
    private readonly int[] columnTotals;
    private readonly int total;
    private readonly double[] logFactorials;

    public TablesWithMargins(ContingencyTable table)
    {
        (rowTotals, columnTotals, total) = ([.. table.RowTotals], [.. table.ColumnTotals], table.Total);
        logFactorials = [.. Enumerable.Range(0, total + 1).Select(SpecialFunctions.FactorialLn)];
        Cells = table.Cells.ToArray();
    }

    public int[] Cells { get; }

    /// <summary>About the log of how many tables there are (Good, 1976).</summary>
    private double LogNumber => rowTotals.Sum(margin => SpecialFunctions.BinomialLn(margin + columnTotals.Length - 1, columnTotals.Length - 1))
        + columnTotals.Sum(margin => SpecialFunctions.BinomialLn(margin + rowTotals.Length - 1, rowTotals.Length - 1))
        - SpecialFunctions.BinomialLn(total + Cells.Length - 1, Cells.Length - 1);

    /// <summary>Minus the log of a table's chance, but for a constant of the margins.</summary>
    public double LogFactorials(ReadOnlySpan<int> cells)
    {
        var sum = 0.0;
        foreach (var cell in cells)
            sum += logFactorials[cell];
        return sum;
    }

    /// <summary>The chance of a table whose statistic is at least the given one's, ties counted in.</summary>
    public (double PValue, bool IsExact, double? MonteCarloError) AtLeast(TableStatistic statistic, ResamplingPlan plan)
    {
        var bound = statistic(Cells);
        bound -= Tie * Math.Max(1, Math.Abs(bound));
        if (LogNumber <= Math.Log(MostGoneThrough) && Exactly(cells => statistic(cells) >= bound) is { } exact)
            return (exact, true, null);

        var reached = Drawn(plan, statistic).Count(value => value >= bound);

        // The table itself counts as one of those drawn, so that p is never 0 (Phipson and Smyth, 2010).
        var p = (reached + 1.0) / (plan.Replicates + 1.0);
        return (p, false, Math.Sqrt(p * (1 - p) / plan.Replicates));
    }

    /// <summary>The statistic of each of a plan's random tables.</summary>
    public double[] Drawn(ResamplingPlan plan, TableStatistic statistic)
    {
        var (columns, largest) = (columnTotals.Length, Array.IndexOf(rowTotals, rowTotals.Max()));
        var labels = columnTotals.SelectMany((count, column) => Enumerable.Repeat((ushort)column, count)).ToArray();
        return Resampling.Draw(plan, () => (Labels: new ushort[total], Cells: new int[Cells.Length]), (ref RandomSequence random, (ushort[] Labels, int[] Cells) own) =>
        {
            var (deck, cells) = own;
            labels.CopyTo(deck, 0);
            cells.AsSpan().Clear();
            columnTotals.CopyTo(cells, largest * columns);
            var left = deck.Length;
            for (var row = 0; row < rowTotals.Length; row++)
            {
                if (row == largest)
                    continue;
                for (var dealt = rowTotals[row]; dealt > 0; dealt--)
                {
                    var at = random.NextIndex(left);
                    var label = deck[at];
                    deck[at] = deck[--left];
                    cells[(row * columns) + label]++;
                    cells[(largest * columns) + label]--;
                }
            }

            return statistic(cells);
        });
    }

    private double? Exactly(Func<int[], bool> counts)
    {
        var cells = new int[Cells.Length];
        var leftInColumns = (int[])columnTotals.Clone();
        var constant = rowTotals.Sum(margin => logFactorials[margin]) + columnTotals.Sum(margin => logFactorials[margin]) - logFactorials[total];
        var (sum, gone) = (0.0, 0);
        return Fill(0, 0, rowTotals[0], constant) ? Math.Min(1, sum) : null;

        bool Fill(int row, int column, int leftInRow, double log)
        {
            if (row == rowTotals.Length - 1)
            {
                for (var last = 0; last < leftInColumns.Length; last++)
                {
                    cells[(row * leftInColumns.Length) + last] = leftInColumns[last];
                    log -= logFactorials[leftInColumns[last]];
                }

                if (counts(cells))
                    sum += Math.Exp(log);
                return ++gone <= 10 * MostGoneThrough;
            }

            if (column == leftInColumns.Length - 1)
                return leftInRow > leftInColumns[column] || Place(row, column, leftInRow, leftInRow, log);

            for (var count = Math.Min(leftInRow, leftInColumns[column]); count >= 0; count--)
            {
                if (!Place(row, column, count, leftInRow, log))
                    return false;
            }

            return true;
        }

        bool Place(int row, int column, int count, int leftInRow, double log)
        {
            cells[(row * leftInColumns.Length) + column] = count;
            leftInColumns[column] -= count;
            var goOn = column == leftInColumns.Length - 1
                ? Fill(row + 1, 0, rowTotals[row + 1], log - logFactorials[count])
                : Fill(row, column + 1, leftInRow - count, log - logFactorials[count]);
            leftInColumns[column] += count;
            return goOn;
        }
    }
}
