using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.Data.Analysis;

namespace SifAnalysis.Notebooks.Sql;

/// <summary>Makes a DataFrame of a query's rows, each column in the type that is nearest to DuckDB's.</summary>
internal static class ResultFrame
{
    /// <summary>Reads the rows of the current result.</summary>
    public static DataFrame Of(DbDataReader reader)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(index => Column(reader, index, Free(reader.GetName(index), taken))).ToList();
        while (reader.Read())
        {
            foreach (var column in columns)
            {
                column.Append();
            }
        }

        return new DataFrame(columns.Select(column => column.End()));
    }

    private static Growing Column(DbDataReader reader, int index, string name)
    {
        var type = reader.GetFieldType(index);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => Values<bool>(new BooleanDataFrameColumn(name)),
            TypeCode.SByte => Values<sbyte>(new SByteDataFrameColumn(name)),
            TypeCode.Byte => Values<byte>(new ByteDataFrameColumn(name)),
            TypeCode.Int16 => Values<short>(new Int16DataFrameColumn(name)),
            TypeCode.UInt16 => Values<ushort>(new UInt16DataFrameColumn(name)),
            TypeCode.Int32 => Values<int>(new Int32DataFrameColumn(name)),
            TypeCode.UInt32 => Values<uint>(new UInt32DataFrameColumn(name)),
            TypeCode.Int64 => Values<long>(new Int64DataFrameColumn(name)),
            TypeCode.UInt64 => Values<ulong>(new UInt64DataFrameColumn(name)),
            TypeCode.Single => Values<float>(new SingleDataFrameColumn(name)),
            TypeCode.Double => Values<double>(new DoubleDataFrameColumn(name)),
            TypeCode.Decimal => Values<decimal>(new DecimalDataFrameColumn(name)),
            TypeCode.DateTime => Values<DateTime>(new DateTimeDataFrameColumn(name)),
            _ when type == typeof(DateOnly) => Days(new DateTimeDataFrameColumn(name)),
            _ when type == typeof(BigInteger) => Great(),
            _ => Texts(new StringDataFrameColumn(name)),
        };

        Growing Values<T>(PrimitiveDataFrameColumn<T> column)
            where T : unmanaged => new(() => column.Append(reader.IsDBNull(index) ? null : reader.GetFieldValue<T>(index)), () => column);

        Growing Days(DateTimeDataFrameColumn column) => new(
            () => column.Append(reader.IsDBNull(index) ? null : reader.GetFieldValue<DateOnly>(index).ToDateTime(TimeOnly.MinValue)), () => column);

        Growing Texts(StringDataFrameColumn column) =>
            new(() => column.Append(reader.IsDBNull(index) ? null : Text(reader.GetValue(index))), () => column);

        Growing Great()
        {
            var values = new List<BigInteger?>();
            return new(() => values.Add(reader.IsDBNull(index) ? null : reader.GetFieldValue<BigInteger>(index)), () => Fitting(name, values));
        }
    }

    // A sum of whole numbers is of 128 bits in DuckDB; it is taken as the smallest type that holds all of the column.
    private static DataFrameColumn Fitting(string name, List<BigInteger?> values)
    {
        var fits = values.OfType<BigInteger>().ToList();
        return fits.TrueForAll(value => value >= long.MinValue && value <= long.MaxValue) ? new Int64DataFrameColumn(name, values.Select(value => (long?)value))
            : fits.TrueForAll(value => BigInteger.Abs(value) <= (BigInteger)decimal.MaxValue) ? new DecimalDataFrameColumn(name, values.Select(value => (decimal?)value))
            : new StringDataFrameColumn(name, values.Select(value => value?.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        Stream bytes => Hexadecimal(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value),
    };

    private static string Hexadecimal(Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        return Convert.ToHexString(copy.ToArray());
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 1; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        }

        return free;
    }

    /// <summary>A column that grows by the reader's current row.</summary>
    private sealed record Growing(Action Append, Func<DataFrameColumn> End);
}
