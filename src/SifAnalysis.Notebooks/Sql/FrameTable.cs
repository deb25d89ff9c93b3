using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Writer;
using Microsoft.Data.Analysis;

namespace SifAnalysis.Notebooks.Sql;

/// <summary>A DataFrame as a table of DuckDB, which reads its rows where they are rather than a copy.</summary>
internal static class FrameTable
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

    /// <summary>Makes a frame a table under a name, in the place of an earlier one.</summary>
    public static void Show(DuckDBConnection connection, string name, DataFrame frame)
    {
        var columns = frame.Columns.ToList();
        var kinds = columns.ConvertAll(column => Writers.ContainsKey(column.DataType) ? column.DataType : typeof(string));
        var writers = kinds.ConvertAll(kind => Writers[kind]);
        var function = $"frame_{name}";
        connection.RegisterTableFunction(
            function,
            () => new TableFunction(
                [.. columns.Zip(kinds, (column, kind) => new ColumnInfo(column.Name, kind))],
                Enumerable.Range(0, (int)frame.Rows.Count),
                new CardinalityHint((ulong)frame.Rows.Count, IsExact: true)),
            (item, cells, row) =>
            {
                var at = (int)item!;
                for (var index = 0; index < columns.Count; index++)
                {
                    if (columns[index][at] is { } value)
                    {
                        writers[index](cells[index], kinds[index] == typeof(string) ? Convert.ToString(value, CultureInfo.InvariantCulture)! : value, row);
                    }
                    else
                    {
                        cells[index].WriteNull(row);
                    }
                }
            });
        using var view = connection.CreateCommand();
        view.CommandText = $"create or replace temp view {Quoted(name)} as select {string.Join(", ", columns.Select(Selected))} from {Quoted(function)}()";
        view.ExecuteNonQuery();
    }

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

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Write<T>(IDuckDBDataWriter cells, object value, ulong row) => cells.WriteValue((T)value, row);
}
