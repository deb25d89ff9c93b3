using System.Globalization;
using System.Text.RegularExpressions;

namespace SifAnalysis.Reports.Titles;

/// <summary>The days that a text states, in whatever way it writes them.</summary>
internal static class DayRange
{
    /// <summary>
    /// The first and the last day of a text such as "19 November to 11 December 2013", "12/09/2016 to 06/10/2016" or "11-22 July 2022";
    /// of two visits, the first day of the first and the last of the second. One day alone is the last.
    /// </summary>
    /// <returns><see langword="null"/> where the text states no day, one that does not exist, or a last day before the first.</returns>
    public static (DateOnly? First, DateOnly Last)? Parse(string text)
    {
        var parts = Day.Matches(text).Select(match => new Part(match)).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var days = new List<DateOnly>();
        var (month, year) = (0, 0);
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var part = parts[i];

            // "16 December to 10 January 2015": the year is that of the later month.
            year = part.Year > 0 ? part.Year : part.Month > month && month > 0 ? year - 1 : year;
            month = part.Month > 0 ? part.Month : month;
            if (year is < 2000 or > 2100 || month is < 1 or > 12 || part.Day < 1 || part.Day > DateTime.DaysInMonth(year, month))
            {
                return null;
            }

            days.Insert(0, new DateOnly(year, month, part.Day));
        }

        for (var i = 1; i < days.Count; i++)
        {
            if (days[i] < days[i - 1])
            {
                return null;
            }
        }

        return (days.Count > 1 ? days[0] : null, days[^1]);
    }

    /// <summary>The one day that a text states, or <see langword="null"/> where it states none or several.</summary>
    public static DateOnly? One(string text) => Parse(text) is { First: null, Last: var day } ? day : null;

    private readonly struct Part
    {
        public Part(Match match)
        {
            Day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
            Month = match.Groups["month"].Success
                ? int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture)
                : match.Groups["name"].Success ? MonthNames.Number(match.Groups["name"].Value) : 0;
            var year = match.Groups["year"].Success ? match.Groups["year"].Value : match.Groups["digits"].Value;
            Year = year.Length == 0 ? 0 : int.Parse(year, CultureInfo.InvariantCulture) + (year.Length == 2 ? 2000 : 0);
        }

        public int Day { get; }

        public int Month { get; }

        public int Year { get; }
    }

    private static readonly Regex Day = new(
        @"(?<![\d/.])(?<day>\d{1,2})\s*(?:/\s*(?<month>\d{1,2})\s*/\s*(?<digits>\d{4}|\d{2})(?!\d)"
            + @"|\.\s*(?<month>\d{1,2})\s*\.\s*(?<digits>\d{4}|\d{2})(?!\d)|(?:st|nd|rd|th)?\b(?:\s*(?:of\s+)?(?<name>"
        + MonthNames.Pattern + @")\b\.?(?:,?\s*(?<year>(?:19|20)\d\d)\b)?)?(?![\d/]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
