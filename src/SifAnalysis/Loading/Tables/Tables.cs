namespace SifAnalysis.Loading;

/// <summary>
/// Any table, from the files that people have: CSV and other separated text, Excel (.xlsx) and OpenDocument (.ods) workbooks,
/// Parquet and JSON records. The header is found under titles, and footnotes are told from rows.
/// </summary>
public static class Tables
{
    private const string Pasted = "pasted text";

    /// <summary>Reads the first table of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; the first visible one that has a table unless told.</param>
    /// <param name="range">The cells that hold the table with its header, such as A3:F40; they are found unless told.</param>
    /// <returns>The table; <see cref="Table.Understood"/> says how the file was taken.</returns>
    /// <exception cref="LoadException">The file cannot be read, or something in it cannot; every problem is told.</exception>
    /// <exception cref="ArgumentException"><paramref name="range"/> is no range of cells.</exception>
    public static Table Read(string path, string? sheet = null, string? range = null) => Load(path, sheet, range).OrThrow();

    /// <summary>Reads the first table of a file, as far as it can be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; the first visible one that has a table unless told.</param>
    /// <param name="range">The cells that hold the table with its header, such as A3:F40; they are found unless told.</param>
    /// <returns>The table and every problem.</returns>
    /// <exception cref="ArgumentException"><paramref name="range"/> is no range of cells.</exception>
    public static LoadedTable Load(string path, string? sheet = null, string? range = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load(path, sheet, range is null ? null
            : CellRange.Parse(range), static table => table is { Headings.Count: >= 2, Count: >= 1 });
    }

    /// <summary>Reads the first table of a file that is wanted; where none is, the first.</summary>
    internal static LoadedTable Load(string path, Func<Table, bool> isWanted) => Load(path, null, null, isWanted);

    private static LoadedTable Load(string path, string? sheet, CellRange? within, Func<Table, bool> isWanted)
    {
        return Opened(path, file =>
        {
            var format = TableFormats.Of(path, file);
            var grids = format switch
            {
                TableFormat.Excel => ExcelGrids.Of(path, file, sheet),
                TableFormat.OpenDocument => OpenDocumentGrids.Of(path, file, sheet),
                _ when sheet is not null => throw new UnreadableFileException($"the file has no sheets, so none is named {sheet}."),
                TableFormat.Parquet => [ParquetGrid.Of(path, file)],
                TableFormat.Json => [JsonGrid.Of(path, file)],
                _ => [TextGrid.Of(path, file)],
            };
            return FirstTable(path, grids, within, isNamed: sheet is not null, isWanted);
        });
    }

    /// <summary>Reads a table that was copied from a spreadsheet or a page: text with tabs, or any separator of a file.</summary>
    /// <param name="text">The text, header first.</param>
    /// <exception cref="LoadException">The text has no table; every problem is told.</exception>
    public static Table OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TableFinder.Find(TextGrid.OfText(Pasted, text)).OrThrow();
    }

    /// <summary>The names of the sheets of a workbook, in its order; none for any other file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LoadException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Sheets(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var names = new List<string>();
        var loaded = Opened(path, file =>
        {
            names.AddRange(TableFormats.Of(path, file) switch
            {
                TableFormat.Excel => ExcelGrids.Names(file),
                TableFormat.OpenDocument => OpenDocumentGrids.Names(path, file),
                _ => [],
            });
            return new LoadedTable(null, []);
        });
        return loaded.Problems.Count == 0 ? names : throw new LoadException(loaded.Problems);
    }

    private static LoadedTable Opened(string path, Func<FileStream, LoadedTable> read)
    {
        var problems = new ProblemLog();
        if (!RowTable.IsFile(path, problems))
        {
            return new LoadedTable(null, [.. problems]);
        }

        try
        {
            using var file = TextFile.Open(path);
            return read(file);
        }
        catch (UnreadableFileException cause)
        {
            return new LoadedTable(null, [new LoadProblem(path, 0, null, null, cause.Message)]);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return new LoadedTable(null, [RowTable.CannotBeOpened(path, cause)]);
        }
    }

    // A cover and notes are no table: of what is left, the first sheet; of one that is named, whatever there is.
    private static LoadedTable FirstTable(string path, IEnumerable<Grid> grids, CellRange? range, bool isNamed, Func<Table, bool> isWanted)
    {
        LoadedTable? other = null;
        foreach (var grid in grids.Where(grid => isNamed || !grid.IsHidden))
        {
            if (!isNamed && grid.Rows.Count == 0)
            {
                continue;
            }

            var found = TableFinder.Find(grid, range);
            if (isNamed || (found.Table is { } table && isWanted(table)))
            {
                return found;
            }

            other = other?.Table is { Headings.Count: >= 2, Count: >= 1 } ? other : found.Table is { Headings.Count: >= 2, Count: >= 1 }
                ? found : other ?? found;
        }

        return other ?? new LoadedTable(null, [new LoadProblem(path, 0, null, null, "the file is empty; expected a header line and "
            + "rows.")]);
    }
}
