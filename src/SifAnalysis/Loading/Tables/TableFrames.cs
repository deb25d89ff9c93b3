using System.Globalization;
using Microsoft.Data.Analysis;

namespace SifAnalysis.Loading;

/// <summary>Tables as data frames, with a type for each column and nothing where no value is stated.</summary>
public static class TableFrames
{
    /// <summary>
    /// The table as a data frame. A column is of whole numbers, numbers, days or truth if all its cells are, but for those that
    /// are blank or have a mark such as "c" or "..", which are missing. Any other column is of texts, as they stand: figures
    /// that begin with 0, months without a day, numbers among words.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <returns>The frame; a second column of a heading is named "heading (2)", one without a heading "column 3".</returns>
    public static DataFrame ToDataFrame(this Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = Names(table.Headings);
        return new DataFrame(Enumerable.Range(0, table.Headings.Count).Select(column => Column(table, column, names[column])));
    }

    /// <summary>The marks of a table, such as "c" or "..", by the column and the mark, and how often each stands.</summary>
    /// <param name="table">The table.</param>
    public static IReadOnlyList<(string Column, MissingMark Mark, int Count)> Marks(this Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = Names(table.Headings);
        return
        [
            .. Enumerable.Range(0, table.Headings.Count).SelectMany(column => Enumerable.Range(0, table.Count)
                .Select(row => table.ValueOf(row, column) is string text ? MissingMark.Of(text) : null)
                .OfType<MissingMark>()
                .GroupBy(mark => mark)
                .Select(same => (names[column], same.Key, same.Count()))),
        ];
    }

    private static List<string> Names(IReadOnlyList<string> headings)
    {
        var names = new List<string>(headings.Count);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < headings.Count; column++)
        {
            var name = headings[column].Length > 0 ? headings[column] : string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");
            var number = last.GetValueOrDefault(name, 1);
            var free = name;
            while (!taken.Add(free))
            {
                number++;
                free = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
            }

            last[name] = number;
            names.Add(free);
        }

        return names;
    }

    private static DataFrameColumn Column(Table table, int column, string name)
    {
        var values = Enumerable.Range(0, table.Count).Select(row => table.ValueOf(row, column)).ToList();
        var stated = values.Where(value => value is not null && (value is not string text || MissingMark.Of(text) is null)).ToList();
        if (stated.Count == 0)
        {
            return new StringDataFrameColumn(name, values.Select(value => (string?)value)!);
        }

        if (stated.TrueForAll(value => TruthOf(value) is not null))
        {
            return new BooleanDataFrameColumn(name, values.Select(TruthOf));
        }

        if (stated.TrueForAll(value => NumberOf(value) is not null))
        {
            return stated.TrueForAll(value => value is long or string && WholeOf(value) is not null)
                ? new Int64DataFrameColumn(name, values.Select(WholeOf))
                : new DoubleDataFrameColumn(name, values.Select(NumberOf));
        }

        var days = DayColumn.Of(stated.OfType<string>());
        return stated.TrueForAll(value => DayOf(value, days) is not null)
            ? new DateTimeDataFrameColumn(name, values.Select(value => DayOf(value, days)))
            : new StringDataFrameColumn(name, values.Select(value => value is null ? null : Cell.TextOf(value))!);
    }

    private static bool? TruthOf(object? value) => value switch
    {
        bool truth => truth,
        string text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        string text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    private static long? WholeOf(object? value) => value switch
    {
        long whole => whole,
        string text when IsFigure(text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => null,
    };

    private static double? NumberOf(object? value) => value switch
    {
        double number => number,
        long whole => whole,
        string text when IsFigure(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    // 007 is a code, and no number.
    private static bool IsFigure(string text) => text is not (['0', >= '0' and <= '9', ..] or ['+', ..]);

    private static DateTime? DayOf(object? value, DayColumn days) => value switch
    {
        DateTime moment => moment,
        string text when days.Read(text) is { Form: DayForm.YearFirst or DayForm.Worded or DayForm.Numbers } read =>
            read.Day.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };
}
