using System.Text.RegularExpressions;

namespace SifAnalysis.Reports.Grades;

/// <summary>The words for grades, as reports write and tables write them.</summary>
internal static class GradeWords
{
    /// <summary>A grade in running text, as part of a regular expression.</summary>
    public const string Pattern = @"(?<grade>outstanding|good|inadequate|requires?\s+improvement(?:\s+to\s+be\s+good)?|not\s+judged)";

    /// <summary>The grade that a text is, whatever its case; <see langword="null"/> where it is none or more than one.</summary>
    public static Grade? Parse(string text)
    {
        var found = Whole.Match(text);
        return found.Success ? Of(found.Groups["grade"].Value) : null;
    }

    /// <summary>The grade that a match of <see cref="Pattern"/> is.</summary>
    public static Grade Of(string words) => char.ToLowerInvariant(words[0]) switch
    {
        'o' => Grade.Outstanding,
        'g' => Grade.Good,
        'i' => Grade.Inadequate,
        'r' => Grade.RequiresImprovement,
        _ => Grade.NotJudged,
    };

    /// <summary>Whether a text is a grade or, where a cell breaks it, part of one.</summary>
    public static bool IsFragment(string text) => Fragment.IsMatch(text);

    /// <summary>The grade as the kit's tables write it.</summary>
    public static string Name(this Grade grade) => grade switch
    {
        Grade.RequiresImprovement => "Requires improvement",
        Grade.NotJudged => "Not judged",
        Grade.NotReviewed => "Not reviewed",
        Grade.NotJudgedSeparately => "Not judged separately",
        Grade.NoLongerJudged => "No longer judged",
        _ => grade.ToString(),
    };

    private static readonly Regex Whole = new(@"^\W*" + Pattern + @"\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Fragment = new(
        @"^\W*(?:outstanding|good|inadequate|requires?|improvement|requires?\s+improvement(?:\s+to(?:\s+be(?:\s+good)?)?)?"
            + @"|improvement\s+to(?:\s+be(?:\s+good)?)?|to\s+be(?:\s+good)?|be\s+good|not|judged|not\s+judged)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
