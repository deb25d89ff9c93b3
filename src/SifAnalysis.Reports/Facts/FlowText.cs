using System.Text;
using SifAnalysis.Reports.Pages;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports.Facts;

/// <summary>The text of a section as one string over lines and pages, that knows where each word stands.</summary>
internal sealed class FlowText
{
    private readonly StringBuilder text = new();
    private readonly List<(int Start, ReportPage Page, TextLine Line)> lines = [];

    /// <summary>The words, with single spaces.</summary>
    public string Text => text.ToString();

    /// <summary>Adds a line.</summary>
    public void Add(ReportPage page, TextLine line)
    {
        lines.Add((text.Length, page, line));
        text.Append(line.Text).Append(' ');
    }

    /// <summary>Where a part of the text stands.</summary>
    public Place Place(int start, string words)
    {
        var line = lines.FindLast(line => line.Start <= start);
        return line.Page.Place(line.Line, words.Trim());
    }
}
