using System.Text.RegularExpressions;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Pages;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports.Titles;

/// <summary>What the title page says of the inspection: the authority, the days, the kind.</summary>
internal static class TitlePage
{
    // An inspection of four weeks, or two visits within three months; what is longer is a slip of the pen.
    private const int MostDays = 100;

    /// <summary>The lines above the inspection's days, which name the authority and the inspection.</summary>
    public static IReadOnlyList<TextLine> Head(ReportPage page)
    {
        var head = page.Lines.TakeWhile(line => !Days.IsMatch(line.Text)).ToList();
        return head.Count < page.Lines.Count ? head : [.. head.Take(12)];
    }

    /// <summary>The authority that the head names.</summary>
    public static Stated<string>? Authority(ReportPage page, AuthorityFinder finder)
    {
        var head = Head(page);
        return finder.Find(string.Join(' ', head.Select(line => line.Text))) is { } name
            ? new Stated<string>(name, Certainty.StatedOnce,
                [page.Place(head.FirstOrDefault(line => finder.Find(line.Text) == name) ?? head[0])])
            : null;
    }

    /// <summary>Whether the head says that the inspection is a second one.</summary>
    public static bool IsReinspection(ReportPage page) => Again.IsMatch(string.Join(' ', Head(page).Select(line => line.Text)));

    /// <summary>Whether the head says that the safeguarding board was reviewed too.</summary>
    public static bool HasReview(ReportPage page) => Review.IsMatch(string.Join(' ', Head(page).Select(line => line.Text)));

    /// <summary>The days of the inspection.</summary>
    public static (Stated<DateOnly>? First, Stated<DateOnly>? Last, string? Problem) Inspected(ReportPage page)
    {
        var (text, place) = After(page, Days);
        if (place is null)
        {
            return (null, null, null);
        }

        var days = DayRange.Parse(text);
        if (days is not { Last: var last, First: var first })
        {
            return (null, null, $"\"{place.Words}\" states no days that exist, or a last day before the first; look at the report.");
        }

        if (first is { } start && last.DayNumber - start.DayNumber > MostDays)
        {
            return (null, null, $"\"{place.Words}\" is an inspection of more than {MostDays} days; look at the report.");
        }

        return (first is { } known ? new Stated<DateOnly>(known, Certainty.StatedOnce, [place])
            : null, new Stated<DateOnly>(last, Certainty.StatedOnce, [place]), null);
    }

    /// <summary>The day of publication.</summary>
    public static (Stated<DateOnly>? Day, string? Problem) Published(ReportPage page)
    {
        var (text, place) = After(page, Publication);
        return place is null ? (null, null)
            : DayRange.One(text) is { } day ? (new Stated<DateOnly>(day, Certainty.StatedOnce, [place]), null)
            : (null, $"\"{place.Words}\" states no day that exists; look at the report.");
    }

    // The words after a label; in a narrow column they go on in the next line.
    private static (string Text, Place? Place) After(ReportPage page, Regex label)
    {
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            var match = label.Match(line.Text);
            if (!match.Success)
            {
                continue;
            }

            var words = line.Text[(match.Index + match.Length)..];
            var whole = line.Text;
            for (var next = i + 1; next < page.Lines.Count && next <= i + 2; next++)
            {
                var more = page.Lines[next];
                if (page.Lines[next - 1].Baseline - more.Baseline > 2.2 * line.Size || !OnlyDays.IsMatch(more.Text))
                {
                    break;
                }

                // Days of a second visit are joined to those of the first; other days that stand below are not sure to be the same
                // inspection's.
                if (EndsWithYear.IsMatch(words) && !Joined.IsMatch(more.Text) && EndsWithYear.IsMatch(more.Text))
                {
                    return ("", page.Place(line, $"{whole} {more.Text}"));
                }

                words += " " + more.Text;
                whole += " " + more.Text;
            }

            words = OtherLabel.Replace(words, "");
            return (words, page.Place(line, whole));
        }

        return ("", null);
    }

    /// <summary>The grade of overall effectiveness that the title page of a SIF report states in a sentence.</summary>
    public static IReadOnlyList<GradeReading> Overall(ReportPage page)
    {
        var readings = new List<GradeReading>();
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (!OverallStart.IsMatch(page.Lines[i].Text))
            {
                continue;
            }

            var text = page.Lines[i].Text;
            for (var next = i + 1; next < page.Lines.Count && next <= i + 3; next++)
            {
                var gap = page.Lines[next - 1].Baseline - page.Lines[next].Baseline;
                if (gap > 1.75 * page.Lines[i].Size || Math.Abs(page.Lines[next].Size - page.Lines[i].Size) > 0.6)
                {
                    break;
                }

                text += " " + page.Lines[next].Text;
            }

            var match = OverallSentence.Match(text);
            if (match.Success)
            {
                readings.Add(new GradeReading(ReportArea.Overall, GradeWords.Of(match.Groups["grade"].Value),
                    match.Groups["who"].Value, page.Place(page.Lines[i], match.Value)));
            }
        }

        return readings;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Days = new(@"\binspection\s+dates?\b\s*:?|\bdates?\s+of\s+(?:the\s+)?inspection\b\s*:?"
        + @"|\binspected\s+(?:on|from|between)\b\s*:?|\binspection\s+(?:took\s+place|carried\s+out)\b(?:\s+(?:on|from"
        + @"|between))?\s*:?", Options);

    private static readonly Regex Publication = new(@"(?:^\W*(?:(?:this\s+)?report\s+)?(?:was\s+)?(?:published|publication\s+date"
        + @"|date\s+of\s+publication|date\s+published)\b(?:\s+on)?|\breport\s+published)\s*(?::|(?=\d))", Options);

    private static readonly Regex OtherLabel = new(@"\b(?:report\s+published|published|lead\s+inspector|reporting\s+inspector"
        + @"|publication\s+date)\b.*$", Options);

    private static readonly Regex OnlyDays =
        new(@"^[\s\d/.,-]*(?:(?:and|to|until|st|nd|rd|th|" + MonthNames.Pattern + @")\b[\s\d/.,-]*)*$", Options);

    private static readonly Regex Joined = new(@"^\W*(?:and|to|until)\b|^\s*[-&]", Options);

    private static readonly Regex EndsWithYear = new(@"(?:19|20)\d\d\s*$", Options);

    private static readonly Regex Again = new(@"\bre-?\s?inspection\b", Options);

    private static readonly Regex Review = new(@"review\s+of\s+the\s+effectiveness\s+of\s+the\s+(?:local\s+)?safeguarding", Options);

    private static readonly Regex OverallStart = new(@"^\W*(?:the\s+)?overall\s+(?:judgement|effectiveness)"
        + @"|^\W*children's\s+services", Options);

    private static readonly Regex OverallSentence = new(
        @"^\W*(?<who>(?:the\s+)?overall\s+(?:judgement|effectiveness)(?:\s+(?:for"
            + @"|of)\s+[^.]{3,80}?)?(?:\s+is\s+that\s+(?:the\s+)?children's\s+services(?:\s+in\s+[\w.,' -]{3,80}?)?)?"
            + @"|children's\s+services(?:\s+(?:in|for|at|provided\s+by)\s+[\w.,'& -]{3,90}?)?)\s*(?:[:-]|\b(?:is|are|was|were|has"
            + @"|have|been|that|it|they|judged|as)\b|\bto\s+be\b(?!\s+good)|\s)*"
        + GradeWords.Pattern + @"(?=\W*$|\W+(?:there|this|because|the|it)\b|\s*\.)",
        Options);
}
