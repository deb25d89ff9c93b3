using System.Text;

namespace SifAnalysis.Loading;

/// <summary>How a text file is encoded.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Name">Its name, and how it is known.</param>
internal sealed record TextEncoding(Encoding Encoding, string Name)
{
    /// <summary>
    /// In a file that mixes encodings, the first line that has bytes of UTF-8 and the first whose bytes are not; null in any other file.
    /// </summary>
    public (int Utf8, int Other)? Mixed { get; init; }

    /// <summary>What is to be said of a file that mixes encodings; null for any other.</summary>
    public LoadProblem? Problem(string path) => Mixed is not { } lines ? null : new LoadProblem(
        path,
        lines.Other,
        null,
        null,
        $"this line is not in UTF-8, as line {lines.Utf8} is: the file was put together from files in two encodings, and some letters "
            + "are wrong. Save each part as CSV UTF-8 first.");
}
