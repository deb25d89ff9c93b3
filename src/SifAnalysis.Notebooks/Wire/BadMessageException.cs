namespace SifAnalysis.Notebooks.Wire;

/// <summary>A message that cannot be trusted or understood; it is dropped and logged.</summary>
internal sealed class BadMessageException(string message) : Exception(message);
