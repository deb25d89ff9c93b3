namespace SifAnalysis.Judgements;

/// <summary>An authority as a row names it.</summary>
/// <param name="Authority">The authority.</param>
/// <param name="Index">Its place among the authorities that names may mean.</param>
/// <param name="Text">The name that the row has.</param>
internal sealed record NamedAuthority(LocalAuthority Authority, int Index, string Text);
