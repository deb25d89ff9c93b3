using System.Globalization;

namespace SifAnalysis.Judgements;

/// <summary>Reads dates as data files and British releases write them.</summary>
internal static class Dates
{
    /// <summary>What a date may look like, for error messages.</summary>
    public const string Expected = "a date that exists, such as 2016-12-31, 31/12/2016 or 31 December 2016";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yyyy HH:mm",
        "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "dddd d MMMM yyyy",
    ];

    /// <summary>The date, or null where the text is none.</summary>
    public static DateOnly? Parse(string text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment)
            ? DateOnly.FromDateTime(moment)
            : null;

    /// <summary>Reads an ISO date, such as 2016-12-31, from the bytes of a file.</summary>
    public static bool TryIso(ReadOnlySpan<byte> text, out DateOnly? date)
    {
        date = null;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (century, yearOfCentury, month, day) =
            (Pair(text[0], text[1]), Pair(text[2], text[3]), Pair(text[5], text[6]), Pair(text[8], text[9]));
        if ((century | yearOfCentury | month | day) < 0)
        {
            return false;
        }

        var year = (century * 100) + yearOfCentury;
        if (year == 0 || month is 0 or > 12 || day == 0 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    // The number that two digits write; negative for anything else.
    private static int Pair(byte tens, byte ones)
    {
        var (ten, one) = (tens - '0', ones - '0');
        return (uint)ten <= 9 && (uint)one <= 9 ? (ten * 10) + one : -1;
    }

    /// <summary>The date as the kit's files write it.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
