using System.Text;
using CsvHelper;

namespace SifAnalysis.Loading;

/// <summary>
/// A CSV file read row by row: separators, encodings and header synonyms are settled here, so that the tables only say
/// what their columns mean.
/// </summary>
internal class CsvTable : RowTable
{
    /// <summary>The longest row in bytes: a quote that is never closed must not take the rest of a large file into memory.</summary>
    public const int LongestRow = 1 << 22;

    /// <summary>What is said of a row whose quotes do not match.</summary>
    public const string QuotesDoNotMatch =
        "unclosed or stray quotation mark in this row; put text with quotation marks or separators in quotation marks, and double each "
            + "mark inside.";

    private readonly FileStream file;
    private readonly TextLayout layout;
    private readonly HashSet<int> malformed;
    private CsvReader reader;

    private CsvTable(string path, FileStream file, TextLayout layout, CsvReader reader, Header header, ProblemLog problems,
        HashSet<int> malformed)
        : base(path, header, problems)
    {
        this.file = file;
        this.layout = layout;
        this.reader = reader;
        this.malformed = malformed;
    }

    /// <summary>A table that was opened, with a log of its own for problems and, where there is one, another reader of its rows.</summary>
    protected CsvTable(CsvTable opened, CsvReader? other, ProblemLog problems)
        : this(opened.Path, opened.file, opened.layout, other ?? opened.reader, opened.Header, problems, opened.malformed)
    {
    }

    /// <summary>What reads the current row.</summary>
    protected CsvReader Reader => reader;

    /// <inheritdoc/>
    public override int HeaderLine => layout.HeaderLine;

    /// <inheritdoc/>
    public override TableReading Reading => layout.Reading(file);

    /// <summary>The length of the file, and how far it is read, in bytes.</summary>
    public (long Read, long Length) Progress => (file.Position, file.Length);

    /// <summary>Reads a whole table; every row that has no problem becomes a record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="described">The table that the file should be; any other column is a problem.</param>
    /// <param name="read">Makes the record of the current row, telling the table of each problem; null where it cannot.</param>
    public static Loaded<T> Read<T>(string path, DataTable<T> described, Func<CsvTable, T?> read)
        where T : class
    {
        var problems = new ProblemLog();
        var rows = new List<T>();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        using var table = Open(path, described.Required, described.Optional, othersAllowed: false, problems);
        while (table?.Next() == true)
        {
            foreach (var column in described.Columns)
            {
                table.Check(column);
            }

            var row = read(table);
            table.CheckKey(described, keys);
            if (row is not null && table.IsSound)
            {
                rows.Add(row);
            }
        }

        return new Loaded<T>(rows, problems.Reported());
    }

    /// <summary>The names of a file's columns in the kit's own words, as far as they are known; empty for no readable file.</summary>
    public static IReadOnlyList<string> Columns(string path)
    {
        using var table = Open(path, [], [], othersAllowed: true, new ProblemLog());
        return table is null ? [] : [.. table.Header.Columns];
    }

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">The columns without which the table cannot be read.</param>
    /// <param name="optional">The columns that may be there; any other is a problem unless <paramref name="othersAllowed"/>.</param>
    /// <param name="othersAllowed">Whether the file may have columns that mean nothing here, as people's own files do.</param>
    /// <param name="problems">Is told of every problem.</param>
    /// <returns>The table before its first row, or null where it cannot be read and the problems say why.</returns>
    public static CsvTable? Open(
        string path, IReadOnlyList<string> required, IReadOnlyList<string> optional, bool othersAllowed, ProblemLog problems)
    {
        if (!IsFile(path, problems))
        {
            return null;
        }

        FileStream? file = null;
        var malformed = new HashSet<int>();
        CsvReaderOptions options;
        TextLayout layout;
        try
        {
            file = TextFile.Open(path);
            layout = TextLayout.Of(file);
            var above = layout.HeaderLine - 1;
            options = new CsvReaderOptions
            {
                Separator = layout.Separator,
                Encoding = layout.Encoding.Encoding is UTF8Encoding ? null : layout.Encoding.Encoding,
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = LongestRow,
                OnMalformedRecord = record => Malformed(path, (int)record.LineNumber + above, malformed, problems),
            };
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            problems.Add(CannotBeOpened(path, cause));
            return null;
        }

        if (layout.Encoding.Problem(path) is { } mixed)
        {
            problems.Add(mixed);
        }

        var table = new CsvTable(path, file, layout, CsvReader.Create(layout.RowsOf(file), options), new Header(), problems, malformed);
        if (table.ReadHeader(required, optional, othersAllowed))
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Bytes(int index) => index < 0 || index >= reader.FieldCount ? default : reader.GetSpan(index);

    /// <inheritdoc/>
    public override DayColumn Days(int index) => layout.Days(index);

    /// <inheritdoc/>
    protected override string TextOf(int index) => reader.GetString(index);

    /// <summary>Goes to the next row that is not blank, whose quotes match and that has no more fields than the header.</summary>
    /// <returns>Whether there is one.</returns>
    public override bool Next()
    {
        while (true)
        {
            try
            {
                if (!reader.Read())
                {
                    return false;
                }
            }
            catch (Exception cause) when (IsUnreadable(cause))
            {
                Unreadable(cause);
                return false;
            }

            if (Begin(reader))
            {
                return true;
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => reader.Dispose();

    private static void Malformed(string path, int line, HashSet<int> malformed, ProblemLog problems)
    {
        lock (malformed)
        {
            malformed.Add(line);
            problems.Add(() => new LoadProblem(path, line, null, null, QuotesDoNotMatch));
        }
    }

    /// <summary>Whether something went wrong because of what the file holds.</summary>
    protected static bool IsUnreadable(Exception cause) => cause is CsvFormatException or InvalidDataException or IOException;

    // The reader counts from the header, above which a file may have titles.
    private int LineOf(long number) => (int)number + HeaderLine - 1;

    private bool ReadHeader(IReadOnlyList<string> required, IReadOnlyList<string> optional, bool othersAllowed)
    {
        var before = Problems.Total;
        try
        {
            if (reader.Read())
            {
                BeginRow(HeaderLine);
                string[] headings = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
                if (headings.SelectMany(heading => heading)
                    .Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t')))
                {
                    Problems.Add(new LoadProblem(Path, HeaderLine, null, null, "this is not a text file; save the table as CSV (UTF-8) "
                        + "and try again."));
                    return false;
                }

                return ReadHeadings(headings, required, optional, othersAllowed);
            }
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            Unreadable(cause);
        }

        if (Problems.Total == before)
        {
            Problems.Add(new LoadProblem(Path, 0, null, null, "the file is empty; expected a header line and rows."));
        }

        return false;
    }

    /// <summary>Begins a row.</summary>
    /// <param name="row">The reader that stands on it.</param>
    /// <returns>Whether the row can be read; it was reported otherwise, unless it is blank.</returns>
    protected bool Begin(CsvReader row)
    {
        reader = row;
        BeginRow(LineOf(row.LineNumber));
        if (IsMalformed() || IsBlank())
        {
            return false;
        }

        // Spreadsheets write separators after the last column, in the header and in rows.
        var fields = row.FieldCount;
        while (fields > Header.Width && IsBlank(fields - 1))
        {
            fields--;
        }

        if (fields > Header.Width)
        {
            Problem(null, null, $"the row has {fields} fields, the header {Header.Width}; put text with separators in quotes, or name "
                + "every column.");
            return false;
        }

        return true;
    }

    // Where quotes do not match, nobody knows which text belongs to which column.
    private bool IsMalformed()
    {
        // The line is there before the row is given, so none needs no lock.
        if (malformed.Count == 0)
        {
            return false;
        }

        lock (malformed)
        {
            return malformed.Remove(Line);
        }
    }

    private bool IsBlank()
    {
        for (var index = 0; index < reader.FieldCount; index++)
        {
            if (!IsBlank(index))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsBlank(int index)
    {
        var bytes = reader.GetSpan(index);
        return bytes.IsEmpty || (bytes[0] is <= (byte)' ' or >= 0x7F && string.IsNullOrWhiteSpace(reader.GetString(index)));
    }

    /// <summary>Reports a row that cannot be read.</summary>
    protected void Unreadable(Exception cause)
    {
        var line = cause is CsvFormatException { LineNumber: > 0 } format ? LineOf(format.LineNumber) : Line;
        Problems.Add(ProblemOn(line, null, null, $"the row cannot be read ({cause.Message.Split('\n')[0].Trim()}); check its quotes."));
    }
}
