namespace SifAnalysis.Loading;

/// <summary>Reads what a text means; false where it means nothing.</summary>
internal delegate bool TextReading<T>(string text, out T value);

/// <summary>Reads the commonest way of writing a value straight from its bytes; false where it is written in another.</summary>
internal delegate bool QuickReading<T>(ReadOnlySpan<byte> bytes, out T value);

/// <summary>How the texts of a column are read.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Read">Reads a text that is not blank.</param>
/// <param name="Expected">What was expected instead of a text that means nothing.</param>
internal sealed record ColumnReading<T>(string Name, TextReading<T?> Read, Func<string, string> Expected)
{
    /// <summary>Reads the commonest way of writing, if there is one; <see langword="null"/> where every text is read alike.</summary>
    public QuickReading<T?>? Quick { get; init; }

    /// <summary>How a text was understood, where the report should say so; null where the text is what it means.</summary>
    public Func<string, T?, string?>? Note { get; init; }
}

/// <summary>A column of a table: gives what the cell of the current row means, and reports a cell that means nothing.</summary>
/// <param name="table">The table.</param>
/// <param name="reading">How its texts are read.</param>
internal class Column<T>(RowTable table, ColumnReading<T> reading)
{
    private readonly int index = table.IndexOf(reading.Name);

    /// <summary>Whether the file has the column.</summary>
    public bool IsThere => index >= 0;

    /// <summary>The value in the current row; none where the cell is blank or was reported as a problem.</summary>
    public T? Value()
    {
        var bytes = table.Bytes(index);
        return bytes.IsEmpty ? default
            : reading.Quick is { } quick && quick(bytes, out var value) ? value
            : Slow(bytes);
    }

    /// <summary>The value of a cell that is not written in the commonest way.</summary>
    /// <param name="bytes">The cell, not empty.</param>
    protected virtual T? Slow(ReadOnlySpan<byte> bytes) => TryRead(out var value, out _) ? value : default;

    /// <summary>Reads the text of the current row's cell.</summary>
    /// <param name="value">What it means.</param>
    /// <param name="counted">Where cells that are understood in this way are counted; null where the report need not say so.</param>
    /// <returns>Whether there is a text and it means something; otherwise it was reported as a problem or is blank.</returns>
    protected bool TryRead(out T? value, out UnderstoodValues? counted)
    {
        (value, counted) = (default, null);
        if (table.Text(index) is not { } text)
        {
            return false;
        }

        if (!reading.Read(text, out value))
        {
            table.Problem(reading.Name, text, () => reading.Expected(text));
            return false;
        }

        counted = reading.Note?.Invoke(text, value) is { } note ? table.Understand(reading.Name, note, text) : null;
        counted?.Add();
        return true;
    }
}
