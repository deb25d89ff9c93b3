using System.Collections;
using SifAnalysis.Findings;

namespace SifAnalysis.Loading;

/// <summary>A table as it stands in a file: headings as written, cells with their places, and what was understood of the file.</summary>
/// <remarks>Immutable, and safe to read from several threads.</remarks>
public sealed class Table : IReadOnlyList<TableRow>
{
    private readonly string file;
    private readonly IReadOnlyList<GridRow> rows;
    private readonly int firstColumn;

    internal Table(string file, IReadOnlyList<string> headings, int firstColumn, IReadOnlyList<GridRow> rows, TableReading understood)
    {
        this.file = file;
        this.rows = rows;
        this.firstColumn = firstColumn;
        Headings = headings;
        Understood = understood;
    }

    /// <summary>The headings as they stand in the file, in its order; empty where a column has none. Two may be the same.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>How the file was taken: encoding, separator, sheet, header, what stands above and below, and what is unusual.</summary>
    public TableReading Understood { get; }

    /// <summary>The number of rows below the header that are not blank.</summary>
    public int Count => rows.Count;

    /// <summary>A row, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TableRow this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            return new TableRow(this, row);
        }
    }

    /// <summary>A cell by the places of its row and its column, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public Cell this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Headings.Count);
            var place = new CellPlace(file, Understood.Sheet, rows[row].Line, firstColumn + column + 1);
            return new Cell(ValueOf(row, column), place);
        }
    }

    /// <summary>The cells of a column.</summary>
    /// <param name="heading">Its heading; case and the blanks around it do not matter.</param>
    /// <exception cref="ArgumentException">There is no such column, or there are two; the headings are told.</exception>
    public IReadOnlyList<Cell> Column(string heading)
    {
        var column = IndexOf(heading);
        return [.. Enumerable.Range(0, Count).Select(row => this[row, column])];
    }

    /// <inheritdoc/>
    public IEnumerator<TableRow> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
        {
            yield return new TableRow(this, row);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>"12 rows, 3 columns: authority, overall, published".</summary>
    public override string ToString() =>
        $"{Words.Counted(Count, "row")}, {Words.Counted(Headings.Count, "column")}: {string.Join(", ", Headings)}";

    internal object? ValueOf(int row, int column)
    {
        var values = rows[row].Values;
        var index = firstColumn + column;
        return index < values.Length ? values[index] : null;
    }

    internal int LineOf(int row) => rows[row].Line;

    internal int IndexOf(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var found = Enumerable.Range(0, Headings.Count).Where(column => Same(Headings[column], heading)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException($"There is no column \"{heading}\"; the table has "
                + $"{string.Join(", ", Headings)}.", nameof(heading)),
            _ => throw new ArgumentException($"{found.Count} columns have the heading \"{heading}\"; take one by its "
                + "place.", nameof(heading)),
        };
    }

    private static bool Same(string left, string right) => left.Trim().Equals(right.Trim(), StringComparison.OrdinalIgnoreCase);
}
