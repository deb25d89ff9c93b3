using System.Text;

namespace SifAnalysis.Loading;

/// <summary>A table of a workbook, or of records, row by row: its rows are checked by what checks those of a CSV file.</summary>
internal sealed class SheetTable : RowTable
{
    private readonly Table table;
    private int row = -1;
    private byte[] bytes = new byte[256];

    private SheetTable(string path, Table table, Header header, ProblemLog problems)
        : base(path, header, problems) => this.table = table;

    /// <inheritdoc/>
    public override int HeaderLine => table.Understood.HeaderLine;

    /// <inheritdoc/>
    public override string LineName => Sheet is null ? TableFormats.LineName(Path) : "row";

    /// <inheritdoc/>
    public override string? Sheet => table.Understood.Sheet;

    /// <inheritdoc/>
    public override TableReading Reading => table.Understood;

    /// <summary>Whether a file is one of sheets or records, or Parquet: by what is in it, whatever its name.</summary>
    public static bool IsOne(string path)
    {
        try
        {
            using var file = TextFile.Open(path);
            return TableFormats.Of(path, file) is not TableFormat.Text;
        }
        catch (UnreadableFileException)
        {
            // What is wrong with it is said where it is opened.
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The names of a file's columns in the kit's own words, as far as they are known; empty for no readable file.</summary>
    public static IReadOnlyList<string> Columns(string path)
    {
        using var table = Open(path, [], [], new ProblemLog());
        return table is null ? [] : [.. table.Headings];
    }

    /// <summary>Opens the table of a file: that of a workbook which has the columns, or its first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">The columns without which the table cannot be read.</param>
    /// <param name="optional">The columns that may be there.</param>
    /// <param name="problems">Is told of every problem.</param>
    /// <returns>The table before its first row, or null where it cannot be read and the problems say why.</returns>
    public static SheetTable? Open(string path, IReadOnlyList<string> required, IReadOnlyList<string> optional, ProblemLog problems)
    {
        var loaded = SifAnalysis.Loading.Tables
            .Load(path, table => table.Headings.Count(heading => HeaderSynonyms.Resolve(heading, required, optional) is not null) >= 2);
        foreach (var problem in loaded.Problems)
        {
            problems.Add(problem);
        }

        if (loaded.Table is not { } found)
        {
            return null;
        }

        var opened = new SheetTable(path, found, new Header(), problems);
        opened.BeginRow(opened.HeaderLine);
        return opened.ReadHeadings(found.Headings, required, optional, othersAllowed: true) ? opened : null;
    }

    /// <inheritdoc/>
    public override bool Next()
    {
        if (row + 1 >= table.Count)
        {
            return false;
        }

        row++;
        BeginRow(table.LineOf(row));
        return true;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Bytes(int index)
    {
        if (index < 0 || table.ValueOf(row, index) is not { } value)
        {
            return default;
        }

        var text = Cell.TextOf(value);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        bytes = bytes.Length < most ? new byte[most] : bytes;
        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
    }

    /// <inheritdoc/>
    public override DayColumn Days(int index) => index < 0 ? DayColumn.British : DayColumn.Of(
        Enumerable.Range(0, table.Count).Select(at => table.ValueOf(at, index)).OfType<string>());

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    /// <inheritdoc/>
    protected override string TextOf(int index) => Cell.TextOf(table.ValueOf(row, index));
}
