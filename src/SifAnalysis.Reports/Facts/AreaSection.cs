using System.Text.RegularExpressions;
using SifAnalysis.Reports.Pages;

namespace SifAnalysis.Reports.Facts;

/// <summary>Finds the section "Information about this local authority area".</summary>
internal static class AreaSection
{
    /// <summary>The text of the section; empty where there is none.</summary>
    public static FlowText Of(IReadOnlyList<ReportPage> pages)
    {
        var text = new FlowText();
        var isInside = false;
        var last = 0;
        foreach (var page in pages)
        {
            if (isInside && page.Number > last + 1)
            {
                break;
            }

            foreach (var line in page.Lines)
            {
                if (page.IsSmall(line) || (line.Baseline < 65 && PageNumber.IsMatch(line.Text)))
                {
                    continue;
                }

                if (!isInside)
                {
                    isInside = page.Number > 1 && Start.IsMatch(line.Text) && !IsOfContents(line);
                }
                else if (page.IsHeading(line) && End.IsMatch(line.Text))
                {
                    // A table of contents without the numbers of pages names the section, and states none of its figures.
                    if (text.Text.Contains('%', StringComparison.Ordinal))
                    {
                        return text;
                    }

                    (text, isInside) = (new FlowText(), false);
                }
                else
                {
                    text.Add(page, line);
                }

                if (isInside)
                {
                    last = page.Number;
                }
            }
        }

        return text;
    }

    private static bool IsOfContents(TextLine line) =>
        line.Text.Contains("..", StringComparison.Ordinal) || (line.Pieces.Count > 1 && PageNumber.IsMatch(line.Pieces[^1].Text));

    private static readonly Regex Start = new(@"^\W*information\s+about\s+(?:this|the)\s+(?:local\s+authority|area"
        + @"|council)\b(?:\s+area)?\W*\d?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex End = new(@"^\W*(?:inspection\s+judge?ments?\s+about|executive\s+summary|recommendations"
        + @"|summary\s+of|what\s+does|the\s+experiences\s+and\s+progress|summary\s+for\s+children|areas?\s+for\s+improvement"
        + @"|key\s+judge?ment)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex PageNumber = new(@"^\W*\d{1,3}\W*$");
}
