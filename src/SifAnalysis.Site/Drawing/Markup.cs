using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Site.Drawing;

/// <summary>Small pieces of HTML that several pages share.</summary>
internal static class Markup
{
    /// <summary>Plain text made safe for HTML.</summary>
    public static string Text(string? text) => Page.Text(text ?? "");

    /// <summary>A day as a reader writes it: "3 January 2017"; "day unknown" where it is.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Words.Day(known) : "day unknown";

    /// <summary>A day as scripts and tables read it: "2017-01-03"; nothing where it is unknown.</summary>
    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number with at most one decimal place, a thousand or more as a whole one; a dash where it is unknown.</summary>
    public static string Number(double? value) => value?.ToString(value >= 1000 ? "#,0" : "0.#", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A number in the invariant culture.</summary>
    public static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The items one after the other.</summary>
    public static string Each<T>(IEnumerable<T> items, Func<T, string> html) => string.Concat(items.Select(html));
}
