using Parquet;
using Parquet.Schema;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Export;

/// <summary>
/// Tables as Apache Parquet: UTF-8 strings, 64-bit whole numbers, doubles and dates, null where a value is unknown. What each
/// column means stands in the file's own metadata.
/// </summary>
internal static class ParquetExport
{
    private const int RowsInAGroup = 250_000;

    /// <summary>Writes a table.</summary>
    public static void Write(TypedTable table, Stream stream) => WriteAsync(table, stream).GetAwaiter().GetResult();

    private static async Task WriteAsync(TypedTable table, Stream stream)
    {
        var fields = table.Columns.Select(column => (DataField)(column.Kind switch
        {
            ColumnKind.WholeNumber => new DataField<long?>(column.Name),
            ColumnKind.Number => new DataField<double?>(column.Name),
            ColumnKind.Date => new DataField<DateOnly?>(column.Name),
            _ => new DataField<string>(column.Name, true),
        })).ToList();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        writer.CustomMetadata = table.Columns.ToDictionary(
            column => $"description of {column.Name}",
            column => column.Permitted.Count == 0 ? column.Description
                : $"{column.Description} One of: {string.Join("; ", column.Permitted)}");
        foreach (var rows in table.Rows.Chunk(RowsInAGroup).DefaultIfEmpty([]))
        {
            using var group = writer.CreateRowGroup();
            for (var index = 0; index < fields.Count; index++)
            {
                var values = rows.Select(row => row[index]);
                switch (table.Columns[index].Kind)
                {
                    case ColumnKind.WholeNumber:
                        await group.WriteAsync<long>(fields[index], values.Cast<long?>().ToArray());
                        break;
                    case ColumnKind.Number:
                        await group.WriteAsync<double>(fields[index], values.Cast<double?>().ToArray());
                        break;
                    case ColumnKind.Date:
                        await group.WriteAsync<DateOnly>(fields[index], values.Cast<DateOnly?>().ToArray());
                        break;
                    default:
                        await group.WriteAsync(fields[index], values.Cast<string?>().ToArray()!);
                        break;
                }
            }
        }
    }
}
