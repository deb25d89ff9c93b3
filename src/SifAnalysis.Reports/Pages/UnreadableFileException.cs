namespace SifAnalysis.Reports.Pages;

/// <summary>A file is no PDF that can be read; the message goes on from the file's name.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
