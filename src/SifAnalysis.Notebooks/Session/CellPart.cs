namespace SifAnalysis.Notebooks.Session;

/// <summary>A part of a cell that one magic command governs.</summary>
/// <param name="Magic">The magic's name: "csharp" where none is written.</param>
/// <param name="Text">The text under it, with empty lines before it so that its line numbers are those of the cell.</param>
internal sealed record CellPart(string Magic, string Text);
