namespace SifAnalysis.Reports.Pages;

/// <summary>A line of text on a page.</summary>
/// <param name="Number">The number of the line, from 1, from the top of the page.</param>
/// <param name="Baseline">The height of its baseline above the foot of the page, in points.</param>
/// <param name="Size">The size of most of its letters, in points.</param>
/// <param name="IsBold">Whether most of its letters are bold.</param>
/// <param name="Pieces">Its pieces, from the left.</param>
internal sealed record TextLine(int Number, double Baseline, double Size, bool IsBold, IReadOnlyList<TextPiece> Pieces)
{
    /// <summary>The words of the whole line.</summary>
    public string Text { get; } = string.Join(' ', Pieces.Select(piece => piece.Text));
}
