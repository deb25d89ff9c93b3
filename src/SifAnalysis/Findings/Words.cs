using System.Globalization;

namespace SifAnalysis.Findings;

/// <summary>How names, counts, days and shares are written in a sentence.</summary>
public static class Words
{
    /// <summary>Names in a sentence: "none", "Leeds", "Leeds and York", "Hull, Leeds and York".</summary>
    /// <param name="names">The names, in the order in which they are to stand.</param>
    /// <exception cref="ArgumentNullException">The names are <see langword="null"/>.</exception>
    public static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count switch
        {
            0 => "none",
            1 => all[0],
            _ => $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}",
        };
    }

    /// <summary>A number with its noun: "1 report", "2 reports", "0 authorities".</summary>
    /// <param name="number">The number.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for any other number; that for one with an s unless told.</param>
    public static string Counted(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>A day: "31 December 2016".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month of a year: "December 2016".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage with at most one decimal: "25%", "26.4%".</summary>
    /// <param name="share">The share, 0 to 1.</param>
    public static string Percent(double share) =>
        Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
