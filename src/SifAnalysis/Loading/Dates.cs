using System.Globalization;

namespace SifAnalysis.Loading;

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
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment)
            ? DateOnly.FromDateTime(moment)
            : null;

    /// <summary>The date as the kit's files write it.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
