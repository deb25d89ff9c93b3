using System.Text.RegularExpressions;
using SifAnalysis.Reports.Pages;

namespace SifAnalysis.Reports.Grades;

/// <summary>Reads the grades that the sections of a report state in their headings.</summary>
internal static class GradeHeadings
{
    /// <summary>The grades that headings on a page state, in the order of the page.</summary>
    public static IEnumerable<GradeReading> Read(ReportPage page, bool isIlacs)
    {
        foreach (var block in Blocks(page))
        {
            var text = Text(block);
            foreach (var (area, pattern) in isIlacs ? Ilacs : Sif)
            {
                var match = pattern.Match(text);
                if (match.Success)
                {
                    yield return new GradeReading(area, GradeWords.Of(match.Groups["grade"].Value),
                        match.Groups["label"].Value, page.Place(block[0], text));
                    break;
                }
            }
        }
    }

    private static IEnumerable<List<TextLine>> Blocks(ReportPage page)
    {
        var block = new List<TextLine>();
        var isTable = false;
        foreach (var line in page.Lines)
        {
            var follows = block.Count > 0 && block[^1].Baseline - line.Baseline < (isTable ? 3.2 : 1.9) * line.Size
                && (isTable ? block.Count < 8 && !Summary.IsMatch(line.Text) : page.IsHeading(line) && !KeyJudgement.IsMatch(line.Text)
                    && (Math.Abs(line.Size - block[0].Size) < 1.2 || GradeWords.IsFragment(line.Text)));
            if (!follows)
            {
                if (block.Count > 0)
                {
                    yield return block;
                }

                block = [];
                isTable = KeyJudgement.IsMatch(line.Text);
                if (!isTable && !page.IsHeading(line))
                {
                    continue;
                }
            }

            block.Add(line);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }

    // A heading in two columns has the area on the left, in up to three lines, and the grade on the right.
    private static string Text(List<TextLine> block)
    {
        var (words, grades) = (new List<string>(), new List<string>());
        foreach (var piece in block.SelectMany(line => line.Pieces))
        {
            (GradeWords.IsFragment(piece.Text) && piece.Left > 200 ? grades : words).Add(piece.Text);
        }

        return TableHead.Replace(string.Join(' ', words.Concat(grades)), " ").Trim();
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Joins = @"(?:[\s:.,-]|\b(?:is|are|that|it|they|judged|as|now)\b|\bto\s+be\b(?!\s+good)|\([^)]{0,60}\))*\s*";
    private const string End = @"\W*(?:\bbecause\b\W*|\band\s+(?:is|are)\s+not\s+yet\s+good(?:\s+because)?\W*)?$";

    private static IReadOnlyList<(ReportArea Area, Regex Pattern)> Sif =>
    [
        (ReportArea.HelpAndProtection, SifHelp),
        (ReportArea.LookedAfter, SifLookedAfter),
        (ReportArea.Adoption, SifAdoption),
        (ReportArea.CareLeavers, SifCareLeavers),
        (ReportArea.Leadership, SifLeadership),
        (ReportArea.Lscb, SifLscb),
        (ReportArea.Overall, SifOverall),
    ];

    private static IReadOnlyList<(ReportArea Area, Regex Pattern)> Ilacs =>
    [
        (ReportArea.ImpactOfLeaders, IlacsLeaders),
        (ReportArea.HelpAndProtection, SifHelp),
        (ReportArea.InCare, IlacsInCare),
        (ReportArea.CareLeavers, IlacsCareLeavers),
        (ReportArea.Overall, IlacsOverall),
    ];

    private static readonly Regex KeyJudgement = new(@"^\W*key\s+judgement", Options);

    private static readonly Regex Summary = new(@"^\W*summary\b", Options);

    private static readonly Regex TableHead = new(@"\b(?:key\s+judgement|judgement\s+grade|judgement\s*/\s*grade)\b", Options);

    private static readonly Regex SifHelp = new(@"(?<label>children\s+(?:who\s+need|in\s+need\s+of)\s+help(?:\s+and"
        + @"|,)\s+protection)" + Joins + GradeWords.Pattern + End, Options);

    private static readonly Regex SifLookedAfter = new(@"(?<label>children\s+looked\s+after\s+and\s+achieving\s+permanence)"
        + Joins + GradeWords.Pattern + End, Options);

    private static readonly Regex SifAdoption = new(@"(?<label>judge?ment\s+\w+\s+(?:the\s+)?adoption(?:\s+performance)?)" + Joins
        + GradeWords.Pattern + End, Options);

    private static readonly Regex SifCareLeavers = new(@"(?<label>judge?ment\s+\w+\s+(?:the\s+)?(?:experiences?\s+and\s+progress"
        + @"\s+of\s+)?care\s+leavers)" + Joins + GradeWords.Pattern + End, Options);

    private static readonly Regex SifLeadership = new(@"(?<label>leadership,?\s+management\s+and\s+governance)" + Joins
        + GradeWords.Pattern + End, Options);

    private static readonly Regex SifLscb = new(@"(?<label>safeguarding\s+children(?:'s)?\s+boards?|\b[a-z]{0,6}scb\b)" + Joins
        + GradeWords.Pattern + End, Options);

    private static readonly Regex SifOverall = new(@"^\W*(?<label>(?:the\s+)?children's\s+services(?:\s+in\s+[\w.,'& -]{3,80}?)?"
        + @"|(?:this|the)\s+local\s+authority|overall\s+judgement(?:\s+is\s+that\s+children's\s+services)?)" + Joins
        + GradeWords.Pattern + End, Options);

    private static readonly Regex IlacsLeaders = new(@"(?<label>impact\s+of\s+leaders\b[^.]{0,80}?families)" + Joins
        + GradeWords.Pattern + End, Options);

    private static readonly Regex IlacsInCare = new(@"(?<label>(?:children\s+in\s+care"
        + @"|children\s+looked\s+after)(?:\s+and\s+care\s+leavers)?)" + Joins + GradeWords.Pattern + End, Options);

    private static readonly Regex IlacsCareLeavers = new(@"(?<label>progress\s+of\s+(?:children\s+)?care\s+leavers)" + Joins
        + GradeWords.Pattern + End, Options);

    private static readonly Regex IlacsOverall = new(@"(?<label>overall\s+effectiveness)" + Joins + GradeWords.Pattern + End, Options);
}
