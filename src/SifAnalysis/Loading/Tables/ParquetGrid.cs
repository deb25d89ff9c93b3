using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace SifAnalysis.Loading;

/// <summary>
/// A Parquet file as a table in memory, by Parquet.Net, which needs no native library. Large files are for SifAnalysis.Large.
/// </summary>
internal static class ParquetGrid
{
    private const long MostCells = 50_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableFileException">It is damaged, or larger than a table in memory should be.</exception>
    public static Grid Of(string path, Stream file)
    {
        try
        {
            return ReadAsync(path, file).GetAwaiter().GetResult();
        }
        catch (Exception cause) when (cause is not (UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException($"the Parquet file is damaged or of a kind that is not read "
                + $"({cause.Message.Split('\n')[0].TrimEnd('.', '\r')}); get it again.");
        }
    }

    private static async Task<Grid> ReadAsync(string path, Stream file)
    {
        var reader = await ParquetReader.CreateAsync(file, new ParquetOptions(), leaveStreamOpen: true).ConfigureAwait(false);
        await using var disposed = reader.ConfigureAwait(false);
        if (reader.Schema.Fields.FirstOrDefault(field => field is not DataField { IsArray: false }) is { } nested)
        {
            throw new UnreadableFileException(
                $"the column {nested.Name} has lists or records in its cells, which no table of the kit has.");
        }

        var fields = reader.Schema.GetDataFields();
        var columns = fields.Select(_ => new List<object?>()).ToArray();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            if (rows.RowCount < 0 || ((columns.Length == 0 ? 0 : columns[0].Count) + rows.RowCount) * fields.Length > MostCells)
            {
                throw new UnreadableFileException(string.Create(
                    CultureInfo.InvariantCulture, $"the file has more than {MostCells / 1_000_000} million cells, too many for a table "
                        + $"in memory; sif validate reads it."));
            }

            for (var column = 0; column < fields.Length; column++)
            {
                columns[column].AddRange(await ValuesAsync(rows, fields[column], (int)rows.RowCount).ConfigureAwait(false));
            }
        }

        var count = columns.Length == 0 ? 0 : columns[0].Count;
        return new Grid(
            path,
            [
                new GridRow(0, [.. fields.Select(field => field.Name)]),
                .. Enumerable.Range(0, count)
                    .Select(row => GridRow.Of(row + 1, [.. columns.Select(column => column[row])])).OfType<GridRow>(),
            ])
        {
            HeadingsFirst = true,
            Reading = new TableReading("Parquet", 0),
        };
    }

    private static async Task<IEnumerable<object?>> ValuesAsync(ParquetRowGroupReader rows, DataField field, int count)
    {
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[count];
            await rows.ReadAsync(field, texts.AsMemory()).ConfigureAwait(false);
            return texts.Select(GridRow.Trimmed);
        }

        // Some programs write text without saying that it is.
        if (field.ClrType == typeof(byte[]) || field.ClrType == typeof(ReadOnlyMemory<byte>))
        {
            var texts = new byte[]?[count];
            await rows.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            return texts.Select(bytes => GridRow.Trimmed(bytes is null ? null : Encoding.UTF8.GetString(bytes)));
        }

        return field.ClrType switch
        {
            var type when type == typeof(bool) => await OfAsync<bool>(value => value).ConfigureAwait(false),
            var type when type == typeof(sbyte) => await OfAsync<sbyte>(value => (long)value).ConfigureAwait(false),
            var type when type == typeof(byte) => await OfAsync<byte>(value => (long)value).ConfigureAwait(false),
            var type when type == typeof(short) => await OfAsync<short>(value => (long)value).ConfigureAwait(false),
            var type when type == typeof(ushort) => await OfAsync<ushort>(value => (long)value).ConfigureAwait(false),
            var type when type == typeof(int) => await OfAsync<int>(value => (long)value).ConfigureAwait(false),
            var type when type == typeof(uint) => await OfAsync<uint>(value => (long)value).ConfigureAwait(false),
            var type when type == typeof(long) => await OfAsync<long>(value => value).ConfigureAwait(false),
            var type when type == typeof(float) => await OfAsync<float>(value => (double)value).ConfigureAwait(false),
            var type when type == typeof(double) => await OfAsync<double>(value => value).ConfigureAwait(false),
            var type when type == typeof(decimal) => await OfAsync<decimal>(value => (double)value).ConfigureAwait(false),
            var type when type == typeof(DateTime) => await OfAsync<DateTime>(value => value).ConfigureAwait(false),
            var type when type == typeof(DateOnly) =>
                await OfAsync<DateOnly>(value => value.ToDateTime(TimeOnly.MinValue)).ConfigureAwait(false),
            _ => throw new UnreadableFileException($"the column {field.Name} is of a kind that is not read ({field.ClrType.Name})."),
        };

        async Task<IEnumerable<object?>> OfAsync<T>(Func<T, object> value)
            where T : struct
        {
            var values = new T?[count];
            await rows.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
            return values.Select(each => each is { } there ? value(there) : null);
        }
    }
}
