using System.Globalization;
using System.Text.RegularExpressions;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>
/// A table read row by row, whatever file it is in: what a text means is asked here, and what is wrong with it is told here.
/// </summary>
/// <param name="path">The path as the user gave it.</param>
/// <param name="header">The columns.</param>
/// <param name="problems">Is told of every problem.</param>
internal abstract class RowTable(string path, Header header, ProblemLog problems) : IDisposable
{
    private const int LongestValue = 200;

    private static readonly string[] AuthorityCodes = ["ons_code", "dfe_number"];

    private readonly HashSet<string> faulty = new(StringComparer.Ordinal);
    private readonly List<TakenColumn> columns = [];
    private readonly List<string> passedOver = [];
    private readonly Dictionary<(string Column, string How), UnderstoodValues> understood = [];
    private long problemsBefore = problems.Total;

    /// <summary>The path as the user gave it.</summary>
    public string Path { get; } = path;

    /// <summary>The line on which the current row starts; in a file without lines the row, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The line of the header; 0 where it stands on none.</summary>
    public virtual int HeaderLine => 1;

    /// <summary>How the file was taken.</summary>
    public virtual TableReading Reading => new("file", HeaderLine);

    /// <summary>How the file was taken, with its columns and their values as far as they were read.</summary>
    public TableReading Understood => Reading with
    {
        Columns = columns,
        PassedOver = passedOver,
        Values =
            [.. understood.Values.Select(values => values.Note).OrderBy(note => columns.FindIndex(column => column.Column == note.Column))],
    };

    /// <summary>The sheet; null in a file without sheets.</summary>
    public virtual string? Sheet => null;

    /// <summary>What a place in the file is called: a line, or a row.</summary>
    public virtual string LineName => "line";

    /// <summary>The columns that the file has, in the kit's words where it has one.</summary>
    public IEnumerable<string> Headings => Header.Columns;

    /// <summary>Whether the current row has no problem so far.</summary>
    public bool IsSound => Problems.Total == problemsBefore;

    /// <summary>The columns.</summary>
    protected Header Header { get; } = header;

    /// <summary>Takes every problem.</summary>
    protected ProblemLog Problems { get; } = problems;

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public abstract bool Next();

    /// <summary>The bytes of a field of the current row in UTF-8, not trimmed; empty where the column is not there.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int index);

    /// <summary>The place of a column in the rows, or -1 where the file has none of the name.</summary>
    public int IndexOf(string column) => Header.IndexOf(column);

    /// <summary>How the days of a column are written.</summary>
    public virtual DayColumn Days(int index) => DayColumn.British;

    /// <summary>A column by how its texts are read.</summary>
    public virtual Column<T> Column<T>(ColumnReading<T> reading) => new(this, reading);

    /// <summary>Where values of a column that are understood in one way are counted.</summary>
    public UnderstoodValues Understand(string column, string how, string example)
    {
        if (!understood.TryGetValue((column, how), out var values))
        {
            understood[(column, how)] = values = new UnderstoodValues(column, how, Shortened(example, ""));
        }

        return values;
    }

    /// <summary>The text of a field of the current row, trimmed; null where it is blank or the column is not there.</summary>
    public string? Text(int index)
    {
        if (Bytes(index).IsEmpty)
        {
            return null;
        }

        var text = TextOf(index).Trim();
        return text.Length == 0 || text is "[x]" or "[z]" ? null : text;
    }

    /// <inheritdoc cref="Text(int)"/>
    public string? Text(string column) => Text(IndexOf(column));

    /// <summary>The text of a column that must not be blank.</summary>
    public string? RequiredText(string column)
    {
        var text = Text(column);
        if (text is null && faulty.Add(column))
        {
            Problem(column, text, "a value; this column must not be blank.");
        }

        return text;
    }

    /// <summary>Says what is wrong with a column's text, as far as its description tells: required, permitted, a pattern, a least
    /// number.</summary>
    public void Check(TableColumn column)
    {
        var text = Text(column.Name);
        var expected = text switch
        {
            null => column.IsRequired ? "a value; this column must not be blank." : null,
            _ when column.Permitted.Count > 0 && !column.Permitted.Contains(text, StringComparer.OrdinalIgnoreCase)
                => $"expected one of {string.Join(", ", column.Permitted)}.",
            _ when column.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                => $"expected {column.Example ?? pattern}.",
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number < column.Minimum
                => $"expected {column.Minimum?.ToString(CultureInfo.InvariantCulture)} or more.",
            _ => null,
        };
        if (expected is not null)
        {
            faulty.Add(column.Name);
            Problem(column.Name, text, expected);
        }
    }

    /// <summary>Says if another row has the key of the current one.</summary>
    /// <param name="described">The table, which says what tells its rows apart.</param>
    /// <param name="seen">The lines of the keys so far.</param>
    public void CheckKey(DataTable described, Dictionary<string, int> seen)
    {
        if (described.Key.Count > 0 && described.Key.All(column => Text(column) is not null)
            && string.Join('\n', described.Key.Select(Text)) is var key && !seen.TryAdd(key, Line))
        {
            Problem(described.Key[0], Text(described.Key[0]),
                $"the same {Words.Listed(described.Key)} stands on line {seen[key]} already; keep one of the rows.");
        }
    }

    /// <summary>A member of an enumeration by its name, in whatever case.</summary>
    /// <param name="column">The column.</param>
    /// <param name="name">Names a member.</param>
    public T? Choice<T>(string column, Func<T, string> name)
        where T : struct, Enum =>
        Value(column, text => Names.Find(text, name), () => $"one of {string.Join(", ", Enum.GetValues<T>().Select(name))}");

    /// <summary>A judgement area by its column in the SIF's table.</summary>
    public JudgementArea? Area() => Value<JudgementArea>(
        "area",
        text => InspectionTable.AreaColumns.Where(pair => pair.Value == text).Select(pair => (JudgementArea?)pair.Key).FirstOrDefault(),
        $"a judgement area: {string.Join(", ", InspectionTable.AreaColumns.Values)}");

    /// <summary>A value read by a parser that returns null for what it does not understand.</summary>
    public T? Value<T>(string column, Func<string, T?> parse, string expected)
        where T : struct => Value(column, parse, () => expected);

    /// <inheritdoc cref="Value{T}(string, Func{string, T?}, string)"/>
    private T? Value<T>(string column, Func<string, T?> parse, Func<string> expected)
        where T : struct
    {
        var text = Text(column);
        if (text is null)
        {
            return null;
        }

        var value = parse(text);
        if (value is null && !faulty.Contains(column))
        {
            Problem(column, text, () => $"expected {expected()}.");
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
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : null,
        "a number with a point, such as 0.25");

    /// <summary>Says that something is wrong in the current row.</summary>
    public void Problem(string? column, string? value, string expected) => Problem(column, value, () => expected);

    /// <summary>Says that something is wrong in the current row; what was expected is only worked out where it is told.</summary>
    public void Problem(string? column, string? value, Func<string> expected) =>
        Problems.Add(() => ProblemOn(Line, column, value, expected()));

    /// <summary>A problem of a row of this file; a value as long as a book is cut.</summary>
    public LoadProblem ProblemOn(int line, string? column, string? value, string expected) =>
        new(Path, line, column, value is null ? null : Shortened(value, "…"), expected) { Sheet = Sheet };

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Whether there is a file to open; a problem is said where there is none.</summary>
    internal static bool IsFile(string path, ProblemLog problems)
    {
        void Whole(string text) => problems.Add(new LoadProblem(path, 0, null, null, text));
        if (Directory.Exists(path))
        {
            Whole("this is a folder; give the path of a file in it.");
            return false;
        }

        if (!File.Exists(path))
        {
            Whole("there is no such file; check the path and the folder you are in.");
            return false;
        }

        return true;
    }

    /// <summary>The problem of a file that another program holds, or that is not for this user.</summary>
    internal static LoadProblem CannotBeOpened(string path, Exception cause) =>
        new(path, 0, null, null, $"the file cannot be opened ({cause.Message}); close the program that has it, or ask for the right to "
            + "read it.");

    /// <summary>The text of a field that is there and not empty.</summary>
    protected abstract string TextOf(int index);

    /// <summary>Begins a row: problems told from here on are its own.</summary>
    protected void BeginRow(int line)
    {
        Line = line;
        problemsBefore = Problems.Total;
        faulty.Clear();
    }

    /// <summary>Reads the headings.</summary>
    /// <param name="headings">The headings as they stand in the file.</param>
    /// <param name="required">The columns without which the table cannot be read.</param>
    /// <param name="optional">The columns that may be there; any other is a problem unless <paramref name="othersAllowed"/>.</param>
    /// <param name="othersAllowed">Whether the file may have columns that mean nothing here.</param>
    /// <returns>Whether the table can be read.</returns>
    protected bool ReadHeadings(IReadOnlyList<string> headings, IReadOnlyList<string> required, IReadOnlyList<string> optional,
        bool othersAllowed)
    {
        void Heading(string heading, string text) => Problems.Add(new LoadProblem(Path, HeaderLine, heading, null, text) { Sheet = Sheet });
        foreach (var index in Enumerable.Range(0, headings.Count).OrderBy(index => HeaderSynonyms.GivesWay(headings[index])))
        {
            var heading = headings[index].Trim().TrimStart('\uFEFF');
            if (heading.Length == 0)
            {
                continue;
            }

            var name = HeaderSynonyms.Resolve(heading, required, optional);
            if (name is null)
            {
                if (!othersAllowed)
                {
                    Heading(heading, $"no such column; expected {string.Join(", ", required.Concat(optional))}.");
                }

                passedOver.Add(heading);
                name = heading;
            }
            else
            {
                columns.Add(new TakenColumn(name, heading));
            }

            // A provider may have a reference in several registers; the first column tells it apart.
            if (Header.TryAdd(name, index) || name == InspectionTable.ProviderColumn)
            {
                continue;
            }

            var givesWay = HeaderSynonyms.GivesWay(heading) && !HeaderSynonyms.GivesWay(headings[Header.IndexOf(name)]);
            if (!givesWay || !Header.TryAdd(heading, index))
            {
                Heading(heading, $"a duplicate column for {name}; keep one of them.");
            }
        }

        TakeCodesForNames(headings, required);
        foreach (var missing in required.Where(column => Header.IndexOf(column) < 0))
        {
            Heading(missing, $"the column is missing; the file has "
                + $"{(Header.Columns.Count == 0 ? "no headings" : string.Join(", ", Header.Columns))}.");
        }

        return IsSound;
    }

    private static string Shortened(string value, string end) => value.Length > LongestValue ? value[..LongestValue] + end : value;

    // A file may name authorities by a code alone.
    private void TakeCodesForNames(IReadOnlyList<string> headings, IReadOnlyList<string> required)
    {
        const string Authority = "authority";
        if (!required.Contains(Authority) || Header.IndexOf(Authority) >= 0)
        {
            return;
        }

        var index = Enumerable.Range(0, headings.Count)
            .FirstOrDefault(at => HeaderSynonyms.Resolve(headings[at], [], AuthorityCodes) is not null, -1);
        if (index >= 0)
        {
            var heading = headings[index].Trim().TrimStart('\uFEFF');
            Header.TryAdd(Authority, index);
            passedOver.Remove(heading);
            columns.Insert(0, new TakenColumn(Authority, heading));
        }
    }
}
