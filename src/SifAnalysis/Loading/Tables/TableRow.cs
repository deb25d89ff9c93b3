using System.Collections;

namespace SifAnalysis.Loading;

/// <summary>A row of a <see cref="Table"/>.</summary>
public readonly struct TableRow : IReadOnlyList<Cell>, IEquatable<TableRow>
{
    private readonly Table table;
    private readonly int index;

    internal TableRow(Table table, int index)
    {
        this.table = table;
        this.index = index;
    }

    /// <summary>The line of a text file, the row of a sheet or the number of a record, from 1.</summary>
    public int Line => table.LineOf(index);

    /// <summary>The number of cells, which is that of the headings.</summary>
    public int Count => table.Headings.Count;

    /// <summary>A cell by its place from the left, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Cell this[int column] => table[index, column];

    /// <summary>A cell by the heading of its column.</summary>
    /// <exception cref="ArgumentException">There is no such column; the headings are told.</exception>
    public Cell this[string heading] => table[index, table.IndexOf(heading)];

    /// <summary>Whether both are the same row of the same table.</summary>
    public static bool operator ==(TableRow left, TableRow right) => left.Equals(right);

    /// <summary>Whether they are not the same row of the same table.</summary>
    public static bool operator !=(TableRow left, TableRow right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TableRow other) => ReferenceEquals(table, other.table) && index == other.index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TableRow other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(table, index);

    /// <inheritdoc/>
    public IEnumerator<Cell> GetEnumerator()
    {
        for (var column = 0; column < Count; column++)
        {
            yield return this[column];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
