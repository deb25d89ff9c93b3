using MathNet.Numerics;

namespace SifAnalysis.Statistics;

/// <summary>A statistic of a table, cell by cell along its rows.</summary>
internal delegate double TableStatistic(ReadOnlySpan<int> cells);

/// <summary>
/// The tables that have the same margins as a given one, each with its probability under independence: what exact tests of tables stand
/// on. Few are enumerated one by one; of many, a seeded random part is drawn by dealing the labels of one margin out to the other, which
/// costs a draw for each observation outside the largest row or column.
/// </summary>
internal sealed class TablesWithMargins
{
    // About a second of enumerating tables; beyond that a random part says as much.
    private const int MostEnumerated = 2_000_000;
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
    private double LogNumber =>
        rowTotals.Sum(margin => SpecialFunctions.BinomialLn(margin + columnTotals.Length - 1, columnTotals.Length - 1))
        + columnTotals.Sum(margin => SpecialFunctions.BinomialLn(margin + rowTotals.Length - 1, rowTotals.Length - 1))
        - SpecialFunctions.BinomialLn(total + Cells.Length - 1, Cells.Length - 1);

    /// <summary>Minus the log of a table's probability, but for a constant of the margins.</summary>
    public double LogFactorials(ReadOnlySpan<int> cells)
    {
        var sum = 0.0;
        foreach (var cell in cells)
        {
            sum += logFactorials[cell];
        }

        return sum;
    }

    /// <summary>The probability of a table whose statistic is at least the given one's, ties counted in.</summary>
    public (double PValue, bool IsExact, double? MonteCarloError) AtLeast(TableStatistic statistic, ResamplingPlan plan)
    {
        var bound = statistic(Cells);
        bound -= Tie * Math.Max(1, Math.Abs(bound));
        if (LogNumber <= Math.Log(MostEnumerated) && Exactly(cells => statistic(cells) >= bound) is { } exact)
        {
            return (exact, true, null);
        }

        var reached = Drawn(plan, statistic).Count(value => value >= bound);

        // The table itself counts as one of those drawn, so that p is never 0 (Phipson and Smyth, 2010).
        var p = (reached + 1.0) / (plan.Replicates + 1.0);
        return (p, false, Math.Sqrt(p * (1 - p) / plan.Replicates));
    }

    /// <summary>The statistic of each of a plan's random tables.</summary>
    public double[] Drawn(ResamplingPlan plan, TableStatistic statistic)
    {
        // Dealt out to the rows or to the columns, whichever has the larger largest: what is left at the end is its.
        var columns = columnTotals.Length;
        var (hands, dealt, toHand, toLabel) = rowTotals
            .Max() >= columnTotals.Max() ? (rowTotals, columnTotals, columns, 1) : (columnTotals, rowTotals, 1, columns);
        var largest = Array.IndexOf(hands, hands.Max());
        var labels = dealt.SelectMany((count, label) => Enumerable.Repeat(label * toLabel, count)).ToArray();
        return Resampling.Draw(
            plan, () =>
                (Labels: new int[total], Cells: new int[Cells.Length]), (ref RandomSequence random, (int[] Labels, int[] Cells) own) =>
        {
            var (deck, cells, local) = (own.Labels, own.Cells, random);
            labels.CopyTo(deck, 0);
            cells.AsSpan().Clear();
            var left = deck.Length;
            for (var hand = 0; hand < hands.Length; hand++)
            {
                if (hand == largest)
                {
                    continue;
                }

                var first = hand * toHand;
                for (var more = hands[hand]; more > 0; more--)
                {
                    var at = local.NextIndex(left);
                    cells[first + deck[at]]++;
                    deck[at] = deck[--left];
                }
            }

            for (var at = 0; at < left; at++)
            {
                cells[(largest * toHand) + deck[at]]++;
            }

            return statistic(cells);
        });
    }

    private double? Exactly(Func<int[], bool> counts)
    {
        var cells = new int[Cells.Length];
        var leftInColumns = (int[])columnTotals.Clone();
        var constant = rowTotals
            .Sum(margin => logFactorials[margin]) + columnTotals.Sum(margin => logFactorials[margin]) - logFactorials[total];
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
                {
                    sum += Math.Exp(log);
                }

                return ++gone <= 10 * MostEnumerated;
            }

            if (column == leftInColumns.Length - 1)
            {
                return leftInRow > leftInColumns[column] || Place(row, column, leftInRow, leftInRow, log);
            }

            for (var count = Math.Min(leftInRow, leftInColumns[column]); count >= 0; count--)
            {
                if (!Place(row, column, count, leftInRow, log))
                {
                    return false;
                }
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
