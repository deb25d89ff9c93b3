namespace SifAnalysis.Loading;

/// <summary>Reads what a text means; false where it means nothing.</summary>
internal delegate bool TextReading<T>(string text, out T value);

/// <summary>Reads the commonest way of writing a value straight from its bytes; false where it is written in another.</summary>
internal delegate bool QuickReading<T>(ReadOnlySpan<byte> bytes, out T value);

/// <summary>
/// A column whose texts repeat, as names, dates and judgements do: what a text means is worked out once and found again by
/// its bytes, so that a row of a large file costs no string. The memory is bounded: a text may push out an older one.
/// </summary>
/// <param name="name">The column's name.</param>
/// <param name="index">Its place in the row; -1 where the file has no such column.</param>
/// <param name="read">Reads a text that is not blank.</param>
/// <param name="expected">What was expected instead of a text that means nothing.</param>
/// <param name="quick">Reads what needs no memory of earlier texts, if there is such a thing.</param>
/// <param name="how">How a text was taken, where that is to be said; null where the text is what it means.</param>
internal sealed class Column<T>(
    string name,
    int index,
    TextReading<T?> read,
    Func<string, string> expected,
    QuickReading<T?>? quick = null,
    Func<string, T?, string?>? how = null)
{
    private const int Places = 1024;
    private const int Steps = 4;
    private const int Longest = 64;

    private readonly Known[] known = new Known[Places];

    /// <summary>Whether the file has the column.</summary>
    public bool IsThere => index >= 0;

    /// <summary>The value in the current row; none where it is blank, or means nothing and the table was told so.</summary>
    public T? Of(RowTable row)
    {
        var bytes = row.Bytes(index);
        if (bytes.IsEmpty)
        {
            return default;
        }

        if (quick is not null && quick(bytes, out var soon))
        {
            return soon;
        }

        var ends = TextEnds.Of(bytes);
        var first = ends.Place(Places);
        var free = first;
        for (var step = 0; step < Steps; step++)
        {
            ref var place = ref known[first ^ step];
            if (place.Ends.Equals(ends) && (ends.IsWhole || bytes.SequenceEqual(place.Bytes)))
            {
                place.Taken?.Add();
                return place.Value;
            }

            free = place.Bytes is null ? first ^ step : free;
        }

        return Worked(row, bytes, ends, free);
    }

    // Apart from the above, which every field goes through: what an error message remembers would be made there each time.
    private T? Worked(RowTable row, ReadOnlySpan<byte> bytes, TextEnds ends, int free)
    {
        var text = row.Text(index);
        if (text is null)
        {
            return default;
        }

        if (!read(text, out var value))
        {
            row.Problem(name, text, () => expected(text));
            return default;
        }

        var taken = how?.Invoke(text, value) is { } told ? row.Taken(name, told, text) : null;
        taken?.Add();
        if (bytes.Length <= Longest)
        {
            known[free] = new Known(ends, bytes.ToArray(), value, taken);
        }

        return value;
    }

    private readonly record struct Known(TextEnds Ends, byte[]? Bytes, T? Value, TakenValues? Taken);
}
