using System.Text.RegularExpressions;

namespace SifAnalysis.Reports.Grades;

/// <summary>How reports name the areas that they judge.</summary>
internal static partial class AreaLabels
{
    /// <summary>Whether a piece of a table begins the name of an area.</summary>
    public static bool Begins(string text, bool isIlacs) => (isIlacs ? IlacsStart() : SifStart()).IsMatch(text);

    /// <summary>Whether a name of an area is complete, so that the line below it belongs to something else.</summary>
    public static bool IsComplete(string text, bool isIlacs) => (isIlacs ? IlacsEnd() : SifEnd()).IsMatch(text);

    /// <summary>Whether a line only adds care leavers to a name that would be complete without.</summary>
    public static bool AddsCareLeavers(string text) => CareLeaversToo().IsMatch(text);

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

    private static readonly IReadOnlyList<(ReportArea Area, Regex Pattern)> SifNames =
    [
        (ReportArea.HelpAndProtection, Help()),
        (ReportArea.LookedAfter, LookedAfter()),
        (ReportArea.Adoption, Adoption()),
        (ReportArea.CareLeavers, CareLeavers()),
        (ReportArea.Leadership, Leadership()),
    ];

    private static readonly IReadOnlyList<(ReportArea Area, Regex Pattern)> IlacsNames =
    [
        (ReportArea.Overall, Overall()),
        (ReportArea.ImpactOfLeaders, Leaders()),
        (ReportArea.HelpAndProtection, Help()),
        (ReportArea.InCare, InCare()),
        (ReportArea.CareLeavers, CareLeavers()),
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Numbered = @"^\W*(?:\d+(?:\.\d+)*\W*)?";

    [GeneratedRegex(Numbered + @"(?:the\s+)?(?:(?:experiences?\s+and\s+progress\s+of\s+)?children\s+(?:who\s+need\s+help|in\s+need\s+of\s+help|looked\s+after)|adoption|experiences?\s+and\s+progress|leadership)\b", Options)]
    private static partial Regex SifStart();

    [GeneratedRegex(@"\b(?:help\s+and\s+protection|permanence|performance|leavers|governance)\W*$", Options)]
    private static partial Regex SifEnd();

    [GeneratedRegex(Numbered + @"(?:the\s+)?(?:impact\s+of\s+leaders|experiences?\s+and\s+progress|overall\s+effectiveness)\b", Options)]
    private static partial Regex IlacsStart();

    [GeneratedRegex(@"\b(?:with\s+children\s+and\s+families|help\s+and\s+protection|in\s+care|leavers|effectiveness)\W*$", Options)]
    private static partial Regex IlacsEnd();

    [GeneratedRegex(@"^(?:and\s+)?care\s+leavers\W*$", Options)]
    private static partial Regex CareLeaversToo();

    [GeneratedRegex(@"children\s+(?:who\s+need|in\s+need\s+of)\s+help(?:\s+and|,)\s+protection", Options)]
    private static partial Regex Help();

    [GeneratedRegex(@"children\s+looked\s+after\s+and\s+achieving\s+permanence", Options)]
    private static partial Regex LookedAfter();

    [GeneratedRegex(@"adoption\s+performance", Options)]
    private static partial Regex Adoption();

    [GeneratedRegex(@"experiences?\s+and\s+progress\s+of\s+(?:children\s+)?care\s+leavers", Options)]
    private static partial Regex CareLeavers();

    [GeneratedRegex(@"leadership,?\s+management\s+and\s+governance", Options)]
    private static partial Regex Leadership();

    [GeneratedRegex(@"overall\s+effectiveness", Options)]
    private static partial Regex Overall();

    [GeneratedRegex(@"impact\s+of\s+leaders", Options)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"children\s+in\s+care|children\s+looked\s+after", Options)]
    private static partial Regex InCare();
}
