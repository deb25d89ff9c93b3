namespace SifAnalysis.Loading;

/// <summary>A text that stands outside the rows of a table: a title above, a footnote below.</summary>
/// <param name="Line">Its line, or row of a sheet, from 1.</param>
/// <param name="Text">The text, its cells parted by blanks.</param>
public readonly record struct PlacedText(int Line, string Text);
