using System.Globalization;
using System.Text.RegularExpressions;

namespace SifAnalysis.Loading;

/// <summary>In which order the numbers of a day are written, where its first is not the year.</summary>
internal enum DayOrder
{
    /// <summary>31/12/2016, as in Britain.</summary>
    DayFirst,

    /// <summary>12/31/2016, as in America.</summary>
    MonthFirst,
}

/// <summary>How a day is written.</summary>
internal enum DayForm
{
    /// <summary>It is no day.</summary>
    None,

    /// <summary>2016-12-31, with or without a time.</summary>
    YearFirst,

    /// <summary>31 December 2016, 31-Dec-16.</summary>
    Worded,

    /// <summary>31/12/2016, where the order of the numbers must be known.</summary>
    Numbers,

    /// <summary>42735, as Excel counts days.</summary>
    Serial,

    /// <summary>December 2016: a month without a day.</summary>
    Month,
}

/// <summary>A text read as a day.</summary>
/// <param name="Form">How it is written; none where it is no day.</param>
/// <param name="Day">The day; of a month its first.</param>
/// <param name="IsShortYear">Whether its year has two figures.</param>
internal readonly record struct ReadDay(DayForm Form, DateOnly Day, bool IsShortYear = false);

/// <summary>Reads the days of a column, whose order of numbers is decided over all of its texts.</summary>
/// <param name="Order">The order.</param>
/// <param name="IsGuess">Whether no text shows the order, so that the British one is taken.</param>
internal sealed partial record DayColumn(DayOrder Order, bool IsGuess)
{
    private const int Century = 2000;
    private const int MonthsInAYear = 12;

    // 1 January 2000 and 31 December 2049: a number outside is rather a number than a day of inspections.
    private const int FirstSerial = 36_526;
    private const int LastSerial = 54_788;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>The order in Britain, where nothing else is known.</summary>
    public static DayColumn British { get; } = new(DayOrder.DayFirst, IsGuess: true);

    /// <summary>Decides the order: a number above 12 cannot be a month.</summary>
    /// <param name="texts">The texts of the column.</param>
    public static DayColumn Of(IEnumerable<string> texts)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var text in texts)
        {
            if (Numbers().Match(text.Trim()) is { Success: true } match && match.Groups[1].Length <= 2)
            {
                var (first, second) = (Number(match.Groups[1]), Number(match.Groups[2]));
                dayFirst |= first > MonthsInAYear && second <= MonthsInAYear;
                monthFirst |= second > MonthsInAYear && first <= MonthsInAYear;
            }
        }

        return monthFirst && !dayFirst ? new DayColumn(DayOrder.MonthFirst, IsGuess: false)
            : new DayColumn(DayOrder.DayFirst, IsGuess: !dayFirst);
    }

    /// <summary>Reads a text.</summary>
    public ReadDay Read(string text)
    {
        text = text.Trim();
        if (Numbers().Match(text) is { Success: true } numbers)
        {
            return OfNumbers(numbers);
        }

        if (Worded().Match(text) is { Success: true } worded)
        {
            return OfWords(worded.Groups["weekday"].Value, worded.Groups["day"], worded.Groups["month"].Value, worded.Groups["year"]);
        }

        if (Month().Match(text) is { Success: true } month && MonthOf(month.Groups["month"].Value) is var number and > 0)
        {
            return new(DayForm.Month, new DateOnly(Year(month.Groups["year"], out var isShort), number, 1), isShort);
        }

        if (MonthNumbers().Match(text) is { Success: true } bare && Number(bare.Groups["month"]) is >= 1 and <= MonthsInAYear and var place
            && Number(bare.Groups["year"]) > 0)
        {
            return new(DayForm.Month, new DateOnly(Number(bare.Groups["year"]), place, 1));
        }

        return Serial().Match(text) is { Success: true } serial
            && Number(serial.Groups[1]) is >= FirstSerial and <= LastSerial and var count
            ? new(DayForm.Serial, SerialZero.AddDays(count))
            : default;
    }

    /// <summary>How a text was taken, where that is to be said.</summary>
    public string? How(string text, ReadDay read) => read.Form switch
    {
        DayForm.None => MissingMark.Of(text) is { } mark ? $"a mark, taken as not stated ({mark.Meaning})" : null,
        DayForm.Numbers => string.Concat(
            "read as ",
            Order == DayOrder.DayFirst ? "day/month/" : "month/day/",
            "year",
            read.IsShortYear ? " of this century" : "",
            IsGuess ? "; a guess, as no row shows the order" : ""),
        DayForm.Serial => "read as Excel's count of days; a guess",
        DayForm.Month => "a month without a day, kept as a month",
        DayForm.Worded when read.IsShortYear => "read as a year of this century",
        _ => null,
    };

    private ReadDay OfNumbers(Match match)
    {
        if (match.Groups[1].Length is 3 or 4)
        {
            return match.Groups[1].Length == 4 && match.Groups[3].Length <= 2
                ? Valid(DayForm.YearFirst, Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]), false)
                : default;
        }

        if (match.Groups[3].Length is 1 or 3)
        {
            return default;
        }

        var year = Year(match.Groups[3], out var isShort);
        var (first, second) = (Number(match.Groups[1]), Number(match.Groups[2]));
        return Order == DayOrder.DayFirst ? Valid(DayForm.Numbers, year, second, first, isShort)
            : Valid(DayForm.Numbers, year, first, second, isShort);
    }

    private static ReadDay OfWords(string weekday, Group day, string month, Group year)
    {
        var read = Valid(DayForm.Worded, Year(year, out var isShort), MonthOf(month), Number(day), isShort);
        return read.Form != DayForm.None && weekday.Length > 0
            && !read.Day.DayOfWeek.ToString().StartsWith(weekday[..3], StringComparison.OrdinalIgnoreCase)
            ? default
            : read;
    }

    private static ReadDay Valid(DayForm form, int year, int month, int day, bool isShort) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= MonthsInAYear && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(form, new DateOnly(year, month, day), isShort)
            : default;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Every inspection under either framework is of this century.
    private static int Year(Group digits, out bool isShort)
    {
        isShort = digits.Length == 2;
        return Math.Max(1, Number(digits)) + (isShort ? Century : 0);
    }

    // The month that a word names in full or by its first letters; 0 for none.
    private static int MonthOf(string word) =>
        word.Length >= 3 && Array.IndexOf(Months, word[..3].ToLowerInvariant()) is >= 0 and var at
        && (CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(at + 1).StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || word.Equals("sept", StringComparison.OrdinalIgnoreCase))
            ? at + 1
            : 0;

    [GeneratedRegex(@"^(\d{1,4})(?<mark>[/.-])(\d{1,2})\k<mark>(\d{1,4})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?Z?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?:(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?"
            + @"[\s./-]*(?<month>[a-z]{3,9})\.?,?[\s/-]*(?<year>\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Worded();

    [GeneratedRegex(@"^(?<month>[a-z]{3,9})\.?[\s/,-]*(?<year>\d{4}|\d{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:(?<year>\d{4})[/-](?<month>\d{1,2})|(?<month>\d{1,2})[/-](?<year>\d{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthNumbers();

    [GeneratedRegex(@"^(\d{5})(?:\.\d{1,9})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();
}
