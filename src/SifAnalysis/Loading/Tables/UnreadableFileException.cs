namespace SifAnalysis.Loading;

/// <summary>A file that cannot be read as the table that it claims to hold; becomes a problem of the file.</summary>
internal sealed class UnreadableFileException(string expected) : Exception(expected);
