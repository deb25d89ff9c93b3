namespace SifAnalysis.Loading;

/// <summary>A file could not be loaded; every problem of it is named, not the first alone.</summary>
public sealed class LoadException : Exception
{
    /// <summary>Says that a file has problems.</summary>
    /// <param name="problems">The problems, at least one.</param>
    public LoadException(IReadOnlyList<LoadProblem> problems)
        : base(Text(problems)) => Problems = problems;

    /// <summary>Every problem found, in the order of the lines.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; }

    private static string Text(IReadOnlyList<LoadProblem> problems) => problems.Count == 1
        ? problems[0].ToString()
        : $"{problems.Count} problems:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}";
}
