using System.Globalization;
using CsvHelper;

namespace SifAnalysis.Loading;

/// <summary>
/// A CSV file read row by row: separators, encodings and header synonyms are settled here, so that the tables only say
/// what their columns mean.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private const int MostProblems = 1000;

    private readonly CsvReader reader;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<LoadProblem> problems;

    private CsvTable(string path, CsvReader reader, List<LoadProblem> problems)
    {
        Path = path;
        this.reader = reader;
        this.problems = problems;
    }

    /// <summary>The path as the user gave it.</summary>
    public string Path { get; }

    /// <summary>The line on which the current row starts.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Reads a whole table; every row that has no problem becomes a record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">The columns without which the table cannot be read.</param>
    /// <param name="optional">The columns that may be there; any other is a problem unless <paramref name="othersAllowed"/>.</param>
    /// <param name="read">Makes the record of the current row, telling the table of each problem; null where it cannot.</param>
    /// <param name="othersAllowed">Whether the file may have columns that mean nothing here, as people's own files do.</param>
    public static Loaded<T> Read<T>(
        string path, IReadOnlyList<string> required, IReadOnlyList<string> optional, Func<CsvTable, T?> read, bool othersAllowed = false)
        where T : class
    {
        var problems = new List<LoadProblem>();
        var rows = Stream(path, required, optional, read, problems, othersAllowed).ToList();
        return new Loaded<T>(rows, problems);
    }

    /// <summary>Reads a table row by row, holding one row in memory at a time.</summary>
    public static IEnumerable<T> Stream<T>(
        string path,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional,
        Func<CsvTable, T?> read,
        List<LoadProblem> problems,
        bool othersAllowed = false)
        where T : class
    {
        using var table = Open(path, required, optional, othersAllowed, problems);
        if (table is null)
        {
            yield break;
        }

        while (table.Next())
        {
            var before = problems.Count;
            var row = read(table);
            if (row is not null && problems.Count == before)
            {
                yield return row;
            }

            if (problems.Count >= MostProblems)
            {
                problems.Add(new LoadProblem(path, table.Line, null, null, $"reading stopped after {MostProblems} problems; mend these first."));
                yield break;
            }
        }
    }

    /// <summary>The names of a file's columns in the kit's own words, as far as they are known; empty for no readable file.</summary>
    public static IReadOnlyList<string> Columns(string path)
    {
        var problems = new List<LoadProblem>();
        using var table = Open(path, [], [], othersAllowed: true, problems);
        return table is null ? [] : [.. table.columns.Keys];
    }

    /// <summary>The text of a column in the current row, trimmed; null where it is blank or the column is not there.</summary>
    public string? Text(string column)
    {
        if (!columns.TryGetValue(column, out var index) || index >= reader.FieldCount)
        {
            return null;
        }

        var text = reader.GetString(index).Trim();
        return text.Length == 0 || text is "[x]" or "[z]" ? null : text;
    }

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
    public void Problem(string? column, string? value, string expected) =>
        problems.Add(new LoadProblem(Path, Line, column, value, expected));

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private static CsvTable? Open(
        string path, IReadOnlyList<string> required, IReadOnlyList<string> optional, bool othersAllowed, List<LoadProblem> problems)
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

        StreamReader text;
        char separator;
        try
        {
            using (var sample = TextFile.Open(path))
            {
                separator = Separator(sample.ReadLine() ?? "");
            }

            text = TextFile.Open(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Whole($"the file cannot be opened ({cause.Message}); close the program that has it, or ask for the right to read it.");
            return null;
        }

        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => problems.Add(new LoadProblem(
                path, (int)record.LineNumber, null, null, "the quotes of this row do not match; put text with quotes or separators in quotes, and double a quote inside.")),
        };
        var table = new CsvTable(path, CsvReader.Create(text, options), problems);
        if (table.ReadHeader(required, optional, othersAllowed))
        {
            return table;
        }

        table.Dispose();
        return null;
    }

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
        var before = problems.Count;
        if (!Read())
        {
            if (problems.Count == before)
            {
                problems.Add(new LoadProblem(Path, 0, null, null, "the file is empty; expected a header line and rows."));
            }

            return false;
        }

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

        return problems.Count == before;
    }

    private bool Next()
    {
        while (Read())
        {
            if (Enumerable.Range(0, reader.FieldCount).All(index => string.IsNullOrWhiteSpace(reader.GetString(index))))
            {
                continue;
            }

            if (reader.FieldCount > columns.Count)
            {
                Problem(null, null, $"the row has {reader.FieldCount} fields, the header {columns.Count}; put text with separators in quotes.");
                continue;
            }

            return true;
        }

        return false;
    }

    private bool Read()
    {
        try
        {
            if (!reader.Read())
            {
                return false;
            }

            Line = (int)reader.LineNumber;
            return true;
        }
        catch (Exception cause) when (cause is CsvFormatException or InvalidDataException or IOException)
        {
            Problem(null, null, $"the row cannot be read ({cause.Message.Split('\n')[0].Trim()}); check its quotes.");
            return false;
        }
    }
}
