using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>
/// A column whose texts repeat, as names, dates and judgements do: what a text means is worked out once and found again by
/// its bytes, so that a row of a large file costs no string. The memory is bounded: a text may replace an older one.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="reading">How its texts are read.</param>
internal sealed class CachedColumn<T>(RowTable table, ColumnReading<T> reading) : Column<T>(table, reading)
{
    private const int Places = 1024;
    private const int Steps = 4;
    private const int Longest = 64;

    private readonly Entry[] entries = new Entry[Places];

    /// <inheritdoc/>
    protected override T? Slow(ReadOnlySpan<byte> bytes)
    {
        var key = FieldKey.Of(bytes);
        var first = key.Place(Places);
        var free = first;
        for (var step = 0; step < Steps; step++)
        {
            ref var entry = ref entries[first ^ step];
            if (entry.Key.Equals(key) && (key.IsWhole || bytes.SequenceEqual(entry.Bytes)))
            {
                entry.Counted?.Add();
                return entry.Value;
            }

            free = entry.Bytes is null ? first ^ step : free;
        }

        if (!TryRead(out var value, out var counted))
        {
            return default;
        }

        if (bytes.Length <= Longest)
        {
            entries[free] = new Entry(key, bytes.ToArray(), value, counted);
        }

        return value;
    }

    private readonly record struct Entry(FieldKey Key, byte[]? Bytes, T? Value, UnderstoodValues? Counted);
}
