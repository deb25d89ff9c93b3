namespace SifAnalysis.Cli.Export;

/// <summary>Writes tables with their codebook in one of the formats for tables.</summary>
internal static class TableExport
{
    /// <summary>The formats for tables.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "parquet", "xlsx"];

    /// <summary>Writes the tables: a file each and one for the codebook, or for Excel one workbook.</summary>
    /// <returns>The files written.</returns>
    /// <exception cref="CommandException">A file cannot be written, or a table is too large for the format.</exception>
    public static IReadOnlyList<string> Write(IReadOnlyList<TypedTable> tables, string format, string folder)
    {
        if (format == "xlsx")
        {
            var workbook = Path.Combine(folder, tables.Count == 1 ? $"{tables[0].Name}.xlsx" : "sif-data.xlsx");
            AtomicFile.Write(workbook, stream => ExcelExport.Write(
                tables.Count == 1 ? tables[0].Title : "Judgements of Ofsted's single inspection framework", tables, stream));
            return [workbook];
        }

        var written = new List<string>();
        foreach (var table in (IEnumerable<TypedTable>)[.. tables, TypedTable.Codebook(tables)])
        {
            var path = Path.Combine(folder, $"{table.Name}.{format}");
            AtomicFile.Write(path, stream =>
            {
                if (format == "csv")
                {
                    CsvExport.Write(table, stream);
                }
                else
                {
                    ParquetExport.Write(table, stream);
                }
            });
            written.Add(path);
        }

        return written;
    }
}
