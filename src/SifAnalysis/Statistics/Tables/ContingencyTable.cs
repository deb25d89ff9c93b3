using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// Counts by two classifications. What the rows and columns are is for the caller to say; ordinal statistics read both in the order
/// given.
/// </summary>
public sealed class ContingencyTable
{
    private readonly int[] cells;

    /// <summary>Makes a table.</summary>
    /// <param name="rows">The names of the rows.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="counts">The counts, rows by columns.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts have another shape than the names.</exception>
    public ContingencyTable(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int[,] counts)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.GetLength(0) != rows.Count || counts.GetLength(1) != columns.Count)
        {
            throw new ArgumentException(
                $"The counts are {counts.GetLength(0)} by {counts.GetLength(1)}; the names say {rows.Count} by {columns.Count}.",
                nameof(counts));
        }

        cells = [.. counts.Cast<int>()];
        Arguments.RequireCounts(cells, nameof(counts));
        (Rows, Columns) = ([.. rows], [.. columns]);
        RowTotals =
            [.. Enumerable.Range(0, rows.Count).Select(row => Enumerable.Range(0, columns.Count).Sum(column => counts[row, column]))];
        ColumnTotals =
            [.. Enumerable.Range(0, columns.Count).Select(column => Enumerable.Range(0, rows.Count).Sum(row => counts[row, column]))];
        Total = RowTotals.Sum();
    }

    /// <summary>The names of the rows.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The sum of each row.</summary>
    public IReadOnlyList<int> RowTotals { get; }

    /// <summary>The sum of each column.</summary>
    public IReadOnlyList<int> ColumnTotals { get; }

    /// <summary>The sum of all counts.</summary>
    public int Total { get; }

    /// <summary>How many were excluded because a judgement is unknown.</summary>
    public int LeftOut { get; private init; }

    /// <summary>The count of a row and a column.</summary>
    public int this[int row, int column] => cells[(row * Columns.Count) + column];

    internal ReadOnlySpan<int> Cells => cells;

    /// <summary>The table of pairs: rows by name in the order in which they first come, columns by value from the smallest.</summary>
    /// <param name="groups">The row of each observation.</param>
    /// <param name="values">The value of each observation.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is not finite, or there are not as many values as groups.</exception>
    public static ContingencyTable Of(IReadOnlyList<string> groups, IReadOnlyList<double> values)
    {
        Arguments.RequireSameLength(groups, values);
        Arguments.RequireFinite(values);
        var rows = groups.Distinct(StringComparer.Ordinal).ToList();
        var columns = values.Distinct().Order().ToList();
        var counts = new int[rows.Count, columns.Count];
        for (var index = 0; index < values.Count; index++)
        {
            counts[rows.IndexOf(groups[index]), columns.BinarySearch(values[index])]++;
        }

        return new(rows, [.. columns.Select(value => value.ToString("R", CultureInfo.InvariantCulture))], counts);
    }

    /// <summary>The table of pairs of values, both from the smallest.</summary>
    /// <param name="first">The row value of each observation.</param>
    /// <param name="second">The column value of each observation.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is not finite, or there are not as many of one as of the other.</exception>
    public static ContingencyTable Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        Arguments.RequireSameLength(first, second);
        Arguments.RequireFinite(first);
        Arguments.RequireFinite(second);
        var rows = first.Distinct().Order().ToList();
        var columns = second.Distinct().Order().ToList();
        var counts = new int[rows.Count, columns.Count];
        for (var index = 0; index < first.Count; index++)
        {
            counts[rows.BinarySearch(first[index]), columns.BinarySearch(second[index])]++;
        }

        return new(
            [.. rows.Select(value => value.ToString("R", CultureInfo.InvariantCulture))],
            [.. columns.Select(value => value.ToString("R", CultureInfo.InvariantCulture))],
            counts);
    }

    /// <summary>Groups of your own by judgement, from outstanding to inadequate; unknown judgements are excluded and counted.</summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <param name="group">The group of an inspection, or <see langword="null"/> to exclude it.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ContingencyTable By(InspectionSet inspections, JudgementArea area, Func<Inspection, string?> group)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        ArgumentNullException.ThrowIfNull(group);
        var known = inspections.Where(inspection => inspection[area] is not null && group(inspection) is not null)
            .ToLookup(inspection => group(inspection)!);
        var rows = known.Select(own => own.Key).Order(StringComparer.Ordinal).ToList();
        return Judged(rows, [.. Names.AllJudgements.Select(judgement => judgement.Name())], inspections.Count, (row, column) =>
            known[rows[row]].Count(inspection => inspection[area] == Names.AllJudgements[column]));
    }

    internal static ContingencyTable OfAreas(InspectionSet inspections, JudgementArea rowArea, JudgementArea columnArea)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        string[] names = [.. Names.AllJudgements.Select(judgement => judgement.Name())];
        return Judged(names, names, inspections.Count, (row, column) => inspections.Count(inspection =>
            inspection[rowArea] == Names.AllJudgements[row] && inspection[columnArea] == Names.AllJudgements[column]));
    }

    internal static ContingencyTable OfPairs(IReadOnlyList<Reinspection> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        string[] names = [.. Names.AllJudgements.Select(judgement => judgement.Name())];
        return Judged(names, names, pairs.Count, (row, column) => pairs.Count(pair =>
            pair.Before[pair.Area] == Names.AllJudgements[row] && pair.Again[pair.Area] == Names.AllJudgements[column]));
    }

    internal ContingencyTable LeavingOut(int observations) =>
        new(Rows, Columns, Filled(Rows.Count, Columns.Count, (row, column) => this[row, column])) { LeftOut = observations };

    /// <summary>The table with rows and columns exchanged.</summary>
    public ContingencyTable Transposed() => Shaped(Columns, Rows, (row, column) => this[column, row]);

    /// <summary>The table without rows and columns that have nothing in them.</summary>
    public ContingencyTable WithoutEmpty()
    {
        var rows = Enumerable.Range(0, Rows.Count).Where(row => RowTotals[row] > 0).ToList();
        var columns = Enumerable.Range(0, Columns.Count).Where(column => ColumnTotals[column] > 0).ToList();
        return Shaped(
            [.. rows.Select(row => Rows[row])], [.. columns.Select(column => Columns[column])], (row, column) =>
                this[rows[row], columns[column]]);
    }

    /// <summary>The table as a table for a notebook, with totals.</summary>
    public ResultTable ToTable() => new(
        ["", .. Columns, "Total"],
        [
            .. Rows.Select(
                (name, row) =>
                    (IReadOnlyList<object?>)[name, .. Columns.Select((_, column) => (object?)this[row, column]), RowTotals[row]]),
            ["Total", .. ColumnTotals.Cast<object?>(), Total],
        ]);

    private static ContingencyTable Judged(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int all, Func<int, int, int> count)
    {
        var counts = Filled(rows.Count, columns.Count, count);
        return new(rows, columns, counts) { LeftOut = all - counts.Cast<int>().Sum() };
    }

    private static int[,] Filled(int rows, int columns, Func<int, int, int> count)
    {
        var counts = new int[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                counts[row, column] = count(row, column);
            }
        }

        return counts;
    }

    private ContingencyTable Shaped(IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<int, int, int> count) =>
        new(rows, columns, Filled(rows.Count, columns.Count, count)) { LeftOut = LeftOut };
}
