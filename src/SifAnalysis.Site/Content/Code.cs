using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>The C# that gives in a notebook what a view of the site shows.</summary>
internal static class Code
{
    /// <summary>The expression for the inspections of a framework.</summary>
    /// <param name="framework">The framework's short name.</param>
    public static string Inspections(string framework) => framework == "SIF" ? "sif.Inspections" : $"sif.{framework}";

    /// <summary>The expression for an area.</summary>
    /// <param name="area">The area's name.</param>
    public static string Area(string area) =>
        Names.AllAreas.Where(each => each.Name() == area).Select(each => $"JudgementArea.{each}").FirstOrDefault() ?? "JudgementArea.OverallEffectiveness";

    /// <summary>The line that counts the judgements of each authority's latest report; the page to explore writes the same.</summary>
    /// <param name="framework">The framework's short name.</param>
    /// <param name="area">The area's name.</param>
    /// <param name="day">The day up to which reports count.</param>
    public static string Counts(string framework, string area, DateOnly day) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Inspections(framework)}.PublishedBy(new DateOnly({day.Year}, {day.Month}, {day.Day})).LatestOfEachAuthority().Counts({Area(area)})");
}
