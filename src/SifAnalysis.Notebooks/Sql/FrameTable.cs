using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Writer;
using Microsoft.Data.Analysis;

namespace SifAnalysis.Notebooks.Sql;

/// <summary>A DataFrame as a table of DuckDB, which reads its rows where they are rather than a copy.</summary>
internal sealed class FrameTable
{
    private const int GreatestScale = 28;

    private static readonly Dictionary<Type, Action<IDuckDBDataWriter, object, ulong>> Writers = new()
    {
        [typeof(bool)] = Write<bool>,
        [typeof(sbyte)] = Write<sbyte>,
        [typeof(byte)] = Write<byte>,
        [typeof(short)] = Write<short>,
        [typeof(ushort)] = Write<ushort>,
        [typeof(int)] = Write<int>,
        [typeof(uint)] = Write<uint>,
        [typeof(long)] = Write<long>,
        [typeof(ulong)] = Write<ulong>,
        [typeof(float)] = Write<float>,
        [typeof(double)] = Write<double>,
        [typeof(DateTime)] = Write<DateTime>,
        [typeof(DateOnly)] = Write<DateOnly>,
        [typeof(string)] = Write<string>,
    };

    private readonly DataFrame frame;
    private readonly IReadOnlyList<DataFrameColumn> columns;
    private readonly IReadOnlyList<Type> kinds;
    private readonly IReadOnlyList<Action<IDuckDBDataWriter, object, ulong>> writers;

    /// <summary>A table of a frame as it is now.</summary>
    public FrameTable(DataFrame frame)
    {
        this.frame = frame;
        columns = [.. frame.Columns];
        kinds = [.. columns.Select(column => Writers.ContainsKey(column.DataType) ? column.DataType : typeof(string))];
        writers = [.. kinds.Select(kind => Writers[kind])];
    }

    /// <summary>What DuckDB reads: the columns, and the rows as it asks for them.</summary>
    public TableFunction Function => new(
        [.. columns.Zip(kinds, (column, kind) => new ColumnInfo(column.Name, kind))],
        Enumerable.Range(0, (int)frame.Rows.Count).Select(at => new Row(this, at)),
        new CardinalityHint((ulong)frame.Rows.Count, IsExact: true));

    /// <summary>The columns of a select list that gives them in their own types.</summary>
    public string SelectList => string.Join(", ", columns.Select(Selected));

    /// <summary>Writes a row of <see cref="Function"/> into DuckDB's cells.</summary>
    public static void Write(object? item, IDuckDBDataWriter[] cells, ulong row)
    {
        var (table, at) = (Row)item!;
        for (var index = 0; index < table.columns.Count; index++)
        {
            if (table.columns[index][at] is { } value)
            {
                var written = table.kinds[index] == typeof(string) ? Convert.ToString(value, CultureInfo.InvariantCulture)! : value;
                table.writers[index](cells[index], written, row);
            }
            else
            {
                cells[index].WriteNull(row);
            }
        }
    }

    /// <summary>A name as SQL writes it whatever it holds.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // A decimal travels as text, as DuckDB's type must be told how many digits stand behind the point.
    private static string Selected(DataFrameColumn column)
    {
        if (column.DataType != typeof(decimal))
        {
            return Quoted(column.Name);
        }

        var scale = column.Cast<decimal?>().Max(value => (int?)value?.Scale) ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"cast({Quoted(column.Name)} as decimal(38, {Math.Min(scale, GreatestScale)})) as {Quoted(column.Name)}");
    }

    private static void Write<T>(IDuckDBDataWriter cells, object value, ulong row) => cells.WriteValue((T)value, row);

    private sealed record Row(FrameTable Table, int At);
}
