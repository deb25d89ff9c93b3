using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports.Pages;

/// <summary>The text of a page.</summary>
/// <param name="Number">The number of the page in the file, from 1.</param>
/// <param name="Height">The height of the page in points.</param>
/// <param name="Lines">Its lines, from the top.</param>
/// <param name="BodySize">The size of most of its letters, in points; smaller ones are footnotes, page headers and page footers.</param>
internal sealed record ReportPage(int Number, double Height, IReadOnlyList<TextLine> Lines, double BodySize)
{
    /// <summary>Whether a line is a heading: bold, or larger than the text.</summary>
    public bool IsHeading(TextLine line) => !IsSmall(line) && (line.IsBold || line.Size > BodySize * 1.06);

    /// <summary>Whether a line is a footnote, a page header or a page footer by its size.</summary>
    public bool IsSmall(TextLine line) => line.Size < BodySize * 0.88;

    /// <summary>Where a line stands.</summary>
    public Place Place(TextLine line, string? words = null) => new(Number, line.Number, words ?? line.Text);
}
