using System.Text.RegularExpressions;

namespace SifAnalysis.Reports.Grades;

/// <summary>How reports name the areas that they judge.</summary>
internal static class AreaLabels
{
    /// <summary>Whether a piece of a table begins the name of an area.</summary>
    public static bool Begins(string text, bool isIlacs) => (isIlacs ? IlacsStart : SifStart).IsMatch(text);

    /// <summary>Whether a name of an area is complete, so that the line below it belongs to something else.</summary>
    public static bool IsComplete(string text, bool isIlacs) => (isIlacs ? IlacsEnd : SifEnd).IsMatch(text);

    /// <summary>Whether a line only adds care leavers to a name that would be complete without.</summary>
    public static bool AddsCareLeavers(string text) => CareLeaversToo.IsMatch(text);

    /// <summary>The area that a name means, or <see langword="null"/>.</summary>
    public static ReportArea? Of(string text, bool isIlacs)
    {
        foreach (var (area, pattern) in isIlacs ? IlacsNames : SifNames)
        {
            if (pattern.IsMatch(text))
            {
                return area;
            }
        }

        return null;
    }

    private static IReadOnlyList<(ReportArea Area, Regex Pattern)> SifNames =>
    [
        (ReportArea.HelpAndProtection, Help),
        (ReportArea.LookedAfter, LookedAfter),
        (ReportArea.Adoption, Adoption),
        (ReportArea.CareLeavers, CareLeavers),
        (ReportArea.Leadership, Leadership),
    ];

    private static IReadOnlyList<(ReportArea Area, Regex Pattern)> IlacsNames =>
    [
        (ReportArea.Overall, Overall),
        (ReportArea.ImpactOfLeaders, Leaders),
        (ReportArea.HelpAndProtection, Help),
        (ReportArea.InCare, InCare),
        (ReportArea.CareLeavers, CareLeavers),
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Numbered = @"^\W*(?:\d+(?:\.\d+)*\W*)?";

    private static readonly Regex SifStart = new(Numbered + @"(?:the\s+)?(?:(?:experiences?\s+and\s+progress\s+of\s+)?children"
        + @"\s+(?:who\s+need\s+help|in\s+need\s+of\s+help|looked\s+after)|adoption|experiences?\s+and\s+progress|leadership)\b", Options);

    private static readonly Regex SifEnd = new(@"\b(?:help\s+and\s+protection|permanence|performance|leavers|governance)\W*$", Options);

    private static readonly Regex IlacsStart = new(Numbered + @"(?:the\s+)?(?:impact\s+of\s+leaders|experiences?\s+and\s+progress"
        + @"|overall\s+effectiveness)\b", Options);

    private static readonly Regex IlacsEnd = new(@"\b(?:with\s+children\s+and\s+families|help\s+and\s+protection|in\s+care|leavers"
        + @"|effectiveness)\W*$", Options);

    private static readonly Regex CareLeaversToo = new(@"^(?:and\s+)?care\s+leavers\W*$", Options);

    private static readonly Regex Help = new(@"children\s+(?:who\s+need|in\s+need\s+of)\s+help(?:\s+and|,)\s+protection", Options);

    private static readonly Regex LookedAfter = new(@"children\s+looked\s+after\s+and\s+achieving\s+permanence", Options);

    private static readonly Regex Adoption = new(@"adoption\s+performance", Options);

    private static readonly Regex CareLeavers = new(@"experiences?\s+and\s+progress\s+of\s+(?:children\s+)?care\s+leavers", Options);

    private static readonly Regex Leadership = new(@"leadership,?\s+management\s+and\s+governance", Options);

    private static readonly Regex Overall = new(@"overall\s+effectiveness", Options);

    private static readonly Regex Leaders = new(@"impact\s+of\s+leaders", Options);

    private static readonly Regex InCare = new(@"children\s+in\s+care|children\s+looked\s+after", Options);
}
