using System.Globalization;
using System.Text;
using ExcelDataReader;
using SifAnalysis.Findings;

namespace SifAnalysis.Loading;

/// <summary>
/// The sheets of an Excel workbook. ExcelDataReader reads their values; what it passes over in silence, such as formulas without a
/// stored result and errors, is found by <see cref="ExcelSheet"/>.
/// </summary>
internal static class ExcelGrids
{
    private const int MostListed = 5;

    // In the calendar of 1900 Excel has a 29 February 1900, so that what it says of days before is not what other programs say.
    private static readonly DateTime FirstSureDay = new(1900, 3, 1);

    static ExcelGrids() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The names of the sheets.</summary>
    public static IReadOnlyList<string> Names(Stream file)
    {
        using var zip = BoundedZip.Open(file);
        return Whole(() => ExcelBook.Of(zip)).Sheets.Select(sheet => sheet.Name).ToList();
    }

    /// <summary>The sheets, each read when it is asked for; only the one of the name where there is a name.</summary>
    /// <exception cref="UnreadableFileException">The workbook cannot be read, or has no such sheet.</exception>
    public static IEnumerable<Grid> Of(string path, Stream file, string? named)
    {
        using var zip = BoundedZip.Open(file);
        var book = Whole(() => ExcelBook.Of(zip));
        var names = book.Sheets.Select(sheet => sheet.Name).ToList();
        if (named is not null && !names.Contains(named, StringComparer.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException($"there is no sheet {named}; the workbook has {Words.Listed(names)}.");
        }

        // What the reader goes through on its way to a sheet must be bounded too.
        var last = named is null ? names.Count - 1 : names.FindIndex(name => name.Equals(named, StringComparison.OrdinalIgnoreCase));
        file.Position = 0;
        using var reader = Whole(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
        for (var at = 0; at <= last; at++)
        {
            var place = book.Sheets[at];
            var sheet = Whole(() => ExcelSheet.Of(zip, place.Part));
            if (at > 0)
            {
                Whole(reader.NextResult);
            }

            if (reader.Name != place.Name)
            {
                throw new UnreadableFileException($"the workbook is damaged: its sheet {place.Name} is not where it should be; open it "
                    + "in Excel and save it anew.");
            }

            if (named is null || at == last)
            {
                yield return Whole(() => Read(path, reader, sheet, place, names, book));
            }
        }
    }

    private static Grid Read(string path, IExcelDataReader reader, ExcelSheet sheet, ExcelSheetPlace place, List<string> names,
        ExcelBook book)
    {
        var problems = new List<LoadProblem>();
        void Problem(int row, int column, string? value, string expected) => problems.Add(
            new LoadProblem(path, row, $"cell {CellPlace.ColumnName(column + 1)}{row}", value, expected) { Sheet = place.Name });
        foreach (var (row, column) in sheet.WithoutResult.Take(ProblemLog.Most))
        {
            Problem(row, column, null, "a formula without a stored result; open the workbook in Excel or LibreOffice, save it, and read "
                + "it again.");
        }

        var rows = new List<GridRow>();
        var values = new object?[sheet.Width];
        for (var line = 1; line <= sheet.LastRow && reader.Read(); line++)
        {
            var length = 0;
            var columns = Math.Min(values.Length, reader.FieldCount);
            for (var column = 0; column < columns; column++)
            {
                if (Value(reader, line, column) is { } value)
                {
                    values.AsSpan(length, column - length).Clear();
                    values[column] = value;
                    length = column + 1;
                }
            }

            foreach (var (column, error) in sheet.ErrorsOf(line))
            {
                values.AsSpan(length, Math.Max(0, column - length)).Clear();
                values[column] = error;
                length = Math.Max(length, column + 1);
            }

            if (length > 0)
            {
                rows.Add(new GridRow(line, values[..length]));
            }
        }

        return new Grid(path, rows)
        {
            Sheet = place.Name,
            IsHidden = place.IsHidden,
            Problems = problems,
            Reading = new TableReading("Excel workbook", 0)
            {
                Sheet = place.Name,
                OtherSheets = [.. names.Where(name => name != place.Name)],
                Remarks = [.. Remarks(reader, sheet, place, book)],
            },
        };

        object? Value(IExcelDataReader row, int line, int column)
        {
            switch (row.GetValue(column))
            {
                case string text:
                    return GridRow.Trimmed(text);
                case DateTime moment when !book.From1904 && moment < FirstSureDay:
                    if (moment.TimeOfDay.Ticks > 0 && moment.Year < 1900
                        && !(row.GetNumberFormatString(column) ?? "").Contains('y', StringComparison.OrdinalIgnoreCase))
                    {
                        return moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
                    }

                    Problem(line, column, null, "a day before March 1900, which Excel counts wrongly; write it as text, such as "
                        + "1899-12-31.");
                    return null;
                case TimeSpan time:
                    return time.ToString(null, CultureInfo.InvariantCulture);
                case int whole:
                    return (double)whole;
                case var other:
                    return other;
            }
        }
    }

    private static IEnumerable<string> Remarks(IExcelDataReader reader, ExcelSheet sheet, ExcelSheetPlace place, ExcelBook book)
    {
        if (place.IsHidden)
        {
            yield return "The sheet is hidden.";
        }

        if (book.From1904)
        {
            yield return "The workbook counts days from 1904, as old Macs did; they were read so.";
        }

        if (reader.MergeCells is { Length: > 0 } merged)
        {
            yield return $"Merged cells, whose value stands in the first alone: {Some(merged.Select(Name), merged.Length)}.";
        }

        if (sheet.HiddenRows.Count > 0)
        {
            yield return $"Hidden rows, which were read like the others: "
                + $"{Some(sheet.HiddenRows.Select(row => row.ToString(CultureInfo.InvariantCulture)), sheet.HiddenRows.Count)}.";
        }

        if (sheet.HiddenColumns.Count > 0)
        {
            yield return $"Hidden columns, which were read like the others: "
                + $"{Some(sheet.HiddenColumns.Select(CellPlace.ColumnName), sheet.HiddenColumns.Count)}.";
        }
    }

    private static string Name(ExcelDataReader.CellRange range) =>
        new CellRange(range.FromColumn + 1, range.FromRow + 1, range.ToColumn + 1, range.ToRow + 1).ToString();

    private static string Some(IEnumerable<string> names, int count) =>
        string.Join(", ", names.Take(MostListed))
            + (count > MostListed ? string.Create(CultureInfo.InvariantCulture, $" and {count - MostListed} more") : "");

    // The reader tells a damaged workbook by whatever exception its code falls into.
    private static T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is not (UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException(cause is System.Xml.XmlException xml && xml.Message.Contains("DTD", StringComparison.Ordinal)
                ? "the workbook defines XML entities of its own, which no spreadsheet program writes; it is not read."
                : $"the workbook is damaged ({cause.Message.Split('\n')[0].TrimEnd('.', '\r')}); open it in Excel and save it anew.");
        }
    }
}
