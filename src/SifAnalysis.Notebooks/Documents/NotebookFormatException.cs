namespace SifAnalysis.Notebooks.Documents;

/// <summary>A file that is no notebook which the kit can run: truncated, of another version, or in another language.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Says what is wrong with a notebook.</summary>
    /// <param name="path">The notebook's path, as the user gave it.</param>
    /// <param name="problem">What is wrong and what to do, as a sentence.</param>
    /// <param name="line">The line of the file, from 1, where it is known.</param>
    /// <param name="column">The column of that line, from 1, where it is known.</param>
    /// <param name="innerException">What the reader of the format said.</param>
    public NotebookFormatException(
        string path, string problem, int? line = null, int? column = null, Exception? innerException = null)
        : base(Describe(path, problem, line, column), innerException)
    {
        Path = path;
        Problem = problem;
        Line = line;
        Column = column;
    }

    /// <summary>The notebook's path.</summary>
    public string Path { get; }

    /// <summary>What is wrong and what to do, without the place.</summary>
    public string Problem { get; }

    /// <summary>The line of the file, from 1, or <see langword="null"/> where the problem is not at one place.</summary>
    public int? Line { get; }

    /// <summary>The column of <see cref="Line"/>, from 1, or <see langword="null"/>.</summary>
    public int? Column { get; }

    private static string Describe(string path, string problem, int? line, int? column) => (line, column) switch
    {
        (null, _) => $"{path}: {problem}",
        (_, null) => $"{path}, line {line}: {problem}",
        _ => $"{path}, line {line}, column {column}: {problem}",
    };
}
