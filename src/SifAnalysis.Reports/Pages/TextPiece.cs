namespace SifAnalysis.Reports.Pages;

/// <summary>Words of a line that stand together, apart from others by a gap as wide as between the columns of a table.</summary>
/// <param name="Left">The left edge, in points from the left edge of the page.</param>
/// <param name="Right">The right edge.</param>
/// <param name="Text">The words, with single spaces.</param>
internal sealed record TextPiece(double Left, double Right, string Text);
