namespace SifAnalysis.Reports.Titles;

/// <summary>The names of months, whole and cut short.</summary>
internal static class MonthNames
{
    /// <summary>A month's name, as part of a regular expression.</summary>
    public const string Pattern =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
        + "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private static readonly string[] Starts = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The number of a month, 1 to 12, that a match of <see cref="Pattern"/> names.</summary>
    public static int Number(string name) =>
        Array.FindIndex(Starts, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) + 1;
}
