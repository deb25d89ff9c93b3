namespace SifAnalysis.Notebooks.Session;

/// <summary>A cell has a magic command that the session does not know.</summary>
internal sealed class UnknownMagicException(string message) : Exception(message);
