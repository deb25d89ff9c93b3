using System.Globalization;
using System.Text;
using CsvHelper;

namespace SifAnalysis.Loading;

/// <summary>
/// A CSV file read row by row: separators, encodings and header synonyms are settled here, so that the tables only say
/// what their columns mean.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>The longest row in bytes: a quote that is never closed must not take the rest of a large file into memory.</summary>
    public const int LongestRow = 1 << 22;

    private const int LongestValueTold = 200;

    private readonly FileStream file;
    private readonly Dictionary<string, int> columns;
    private readonly ProblemLog problems;
    private readonly HashSet<int> malformed;
    private CsvReader reader;
    private long problemsBefore;

    private CsvTable(string path, FileStream file, CsvReader reader, Dictionary<string, int> columns, ProblemLog problems, HashSet<int> malformed)
    {
        Path = path;
        this.file = file;
        this.reader = reader;
        this.columns = columns;
        this.problems = problems;
        this.malformed = malformed;
    }

    /// <summary>The path as the user gave it.</summary>
    public string Path { get; }

    /// <summary>The line on which the current row starts.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether the current row has no problem so far.</summary>
    public bool IsSound => problems.Total == problemsBefore;

    /// <summary>The length of the file, and how far it is read, in bytes.</summary>
    public (long Read, long Length) Progress => (file.Position, file.Length);

    /// <summary>Reads a whole table; every row that has no problem becomes a record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">The columns without which the table cannot be read.</param>
    /// <param name="optional">The columns that may be there; any other is a problem.</param>
    /// <param name="read">Makes the record of the current row, telling the table of each problem; null where it cannot.</param>
    public static Loaded<T> Read<T>(string path, IReadOnlyList<string> required, IReadOnlyList<string> optional, Func<CsvTable, T?> read)
        where T : class
    {
        var problems = new ProblemLog();
        var rows = new List<T>();
        using var table = Open(path, required, optional, othersAllowed: false, problems);
        while (table?.Next() == true)
        {
            if (read(table) is { } row && table.IsSound)
            {
                rows.Add(row);
            }
        }

        return new Loaded<T>(rows, problems.Told());
    }

    /// <summary>The names of a file's columns in the kit's own words, as far as they are known; empty for no readable file.</summary>
    public static IReadOnlyList<string> Columns(string path)
    {
        using var table = Open(path, [], [], othersAllowed: true, new ProblemLog());
        return table is null ? [] : [.. table.columns.Keys];
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
        void Whole(string text) => problems.Add(new LoadProblem(path, 0, null, null, text));
        if (Directory.Exists(path))
        {
            Whole("this is a folder; give the path of a CSV file in it.");
            return null;
        }

        if (!File.Exists(path))
        {
            Whole("there is no such file; check the path and the folder you are in.");
            return null;
        }

        FileStream? file = null;
        var malformed = new HashSet<int>();
        CsvReaderOptions options;
        try
        {
            file = TextFile.Open(path);
            var encoding = TextFile.EncodingOf(file);
            options = new CsvReaderOptions
            {
                Separator = Separator(TextFile.FirstLine(file, encoding)),
                Encoding = encoding is UTF8Encoding ? null : encoding,
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = LongestRow,
                OnMalformedRecord = record => Malformed(path, (int)record.LineNumber, malformed, problems),
            };
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            Whole($"the file cannot be opened ({cause.Message}); close the program that has it, or ask for the right to read it.");
            return null;
        }

        var table = new CsvTable(path, file, CsvReader.Create(file, options), new(StringComparer.Ordinal), problems, malformed);
        if (table.ReadHeader(required, optional, othersAllowed))
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <summary>The place of a column in the rows, or -1 where the file has none of the name.</summary>
    public int IndexOf(string column) => columns.GetValueOrDefault(column, -1);

    /// <summary>The bytes of a field of the current row in UTF-8, not trimmed; empty where the column is not there.</summary>
    public ReadOnlySpan<byte> Bytes(int index) => index < 0 || index >= reader.FieldCount ? default : reader.GetSpan(index);

    /// <summary>The text of a field of the current row, trimmed; null where it is blank or the column is not there.</summary>
    public string? Text(int index)
    {
        if (Bytes(index).IsEmpty)
        {
            return null;
        }

        var text = reader.GetString(index).Trim();
        return text.Length == 0 || text is "[x]" or "[z]" ? null : text;
    }

    /// <inheritdoc cref="Text(int)"/>
    public string? Text(string column) => Text(IndexOf(column));

    /// <summary>The text of a column that must not be blank.</summary>
    public string? RequiredText(string column)
    {
        var text = Text(column);
        if (text is null)
        {
            Problem(column, text, "a value; this column must not be blank.");
        }

        return text;
    }

    /// <summary>A value read by a parser that returns null for what it does not understand.</summary>
    public T? Value<T>(string column, Func<string, T?> parse, string expected)
        where T : struct
    {
        var text = Text(column);
        if (text is null)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Problem(column, text, $"expected {expected}.");
        }

        return value;
    }

    /// <summary>A date, ISO or British.</summary>
    public DateOnly? Date(string column) => Value<DateOnly>(column, Dates.Parse, Dates.Expected);

    /// <summary>A whole number.</summary>
    public int? Integer(string column) => Value<int>(
        column,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        "a whole number");

    /// <summary>A number.</summary>
    public double? Number(string column) => Value<double>(
        column,
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        "a number with a point, such as 0.25");

    /// <summary>Says that something is wrong in the current row.</summary>
    public void Problem(string? column, string? value, string expected) => Problem(column, value, () => expected);

    /// <summary>Says that something is wrong in the current row; what was expected is only worked out where it is told.</summary>
    public void Problem(string? column, string? value, Func<string> expected) => problems.Add(() => ProblemOn(Line, column, value, expected()));

    /// <summary>A problem of a row of this file; a value as long as a book is cut.</summary>
    public LoadProblem ProblemOn(int line, string? column, string? value, string expected) =>
        new(Path, line, column, value?.Length > LongestValueTold ? $"{value[..LongestValueTold]}…" : value, expected);

    /// <summary>Goes to the next row that is not blank, whose quotes match and that has no more fields than the header.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
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

    /// <summary>
    /// The rows to the end of the file, read on every core and given in their order. A row is read apart from the others, so
    /// nothing that <paramref name="reading"/> keeps may depend on the rows before.
    /// </summary>
    /// <typeparam name="T">What is read of a row.</typeparam>
    /// <param name="reading">Makes, for a core, what reads the current row of the core's own table.</param>
    /// <param name="logs">Takes the problems that each core found.</param>
    /// <returns>A value a row; none for the rows that <see cref="Next"/> passes over.</returns>
    public IEnumerable<T?> OnEveryCore<T>(Func<CsvTable, Func<T>> reading, ICollection<ProblemLog> logs)
        where T : struct
    {
        using var cores = new ThreadLocal<(CsvTable Table, Func<T> Read)>(() =>
        {
            var log = new ProblemLog();
            lock (logs)
            {
                logs.Add(log);
            }

            var table = new CsvTable(Path, file, reader, columns, log, malformed);
            return (table, reading(table));
        });
        using var rows = reader.ParallelEnumerate<T?>(row =>
        {
            var (table, read) = cores.Value;
            return table.Begin(row) ? read() : null;
        }).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception cause) when (IsUnreadable(cause))
            {
                Unreadable(cause);
                yield break;
            }

            yield return rows.Current;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private static void Malformed(string path, int line, HashSet<int> malformed, ProblemLog problems)
    {
        lock (malformed)
        {
            malformed.Add(line);
            problems.Add(() => new LoadProblem(
                path, line, null, null, "the quotes of this row do not match; put text with quotes or separators in quotes, and double a quote inside."));
        }
    }

    private static bool IsUnreadable(Exception cause) => cause is CsvFormatException or InvalidDataException or IOException;

    private static char Separator(string header)
    {
        var best = ',';
        var most = 0;
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            var count = 0;
            var quoted = false;
            foreach (var character in header)
            {
                quoted ^= character == '"';
                count += !quoted && character == candidate ? 1 : 0;
            }

            if (count > most)
            {
                (best, most) = (candidate, count);
            }
        }

        return best;
    }

    private bool ReadHeader(IReadOnlyList<string> required, IReadOnlyList<string> optional, bool othersAllowed)
    {
        var before = problems.Total;
        try
        {
            if (reader.Read())
            {
                problemsBefore = before;
                return ReadHeadings(required, optional, othersAllowed);
            }
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            Unreadable(cause);
        }

        if (problems.Total == before)
        {
            problems.Add(new LoadProblem(Path, 0, null, null, "the file is empty; expected a header line and rows."));
        }

        return false;
    }

    private bool ReadHeadings(IReadOnlyList<string> required, IReadOnlyList<string> optional, bool othersAllowed)
    {
        for (var index = 0; index < reader.FieldCount; index++)
        {
            var heading = reader.GetString(index).Trim().TrimStart('\uFEFF');
            if (heading.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t')))
            {
                problems.Add(new LoadProblem(Path, 1, null, null, "this is not a text file; save the table as CSV (UTF-8) and try again."));
                return false;
            }

            var name = HeaderSynonyms.Resolve(heading, required, optional);
            if (name is null)
            {
                if (!othersAllowed && heading.Length > 0)
                {
                    problems.Add(new LoadProblem(
                        Path, 1, heading, null, $"no such column; expected {string.Join(", ", required.Concat(optional))}."));
                }

                name = heading;
            }

            if (!columns.TryAdd(name, index))
            {
                problems.Add(new LoadProblem(Path, 1, heading, null, $"a second column for {name}; keep one of them."));
            }
        }

        foreach (var missing in required.Where(column => !columns.ContainsKey(column)))
        {
            problems.Add(new LoadProblem(Path, 1, missing, null, $"the column is missing; the file has {string.Join(", ", columns.Keys)}."));
        }

        return problems.Total == problemsBefore;
    }

    // The reader is this table's own, or the one that a core reads the row with.
    private bool Begin(CsvReader row)
    {
        reader = row;
        Line = (int)row.LineNumber;
        problemsBefore = problems.Total;
        if (IsMalformed() || IsBlank())
        {
            return false;
        }

        if (row.FieldCount > columns.Count)
        {
            Problem(null, null, $"the row has {row.FieldCount} fields, the header {columns.Count}; put text with separators in quotes.");
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
            var bytes = reader.GetSpan(index);
            if (!bytes.IsEmpty && (bytes[0] is > (byte)' ' and < 0x7F || !string.IsNullOrWhiteSpace(reader.GetString(index))))
            {
                return false;
            }
        }

        return true;
    }

    private void Unreadable(Exception cause)
    {
        var line = cause is CsvFormatException { LineNumber: > 0 } format ? (int)format.LineNumber : Line;
        problems.Add(ProblemOn(line, null, null, $"the row cannot be read ({cause.Message.Split('\n')[0].Trim()}); check its quotes."));
    }
}
