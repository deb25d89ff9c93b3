using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Running;

/// <summary>How the run of a notebook ended.</summary>
/// <param name="Document">The notebook with the outputs of every cell that ran.</param>
/// <param name="Failure">What stopped the run, with cell, line and message, or <see langword="null"/> where it came to its end.</param>
/// <param name="Elapsed">The time that the run took.</param>
public sealed record NotebookRun(NotebookDocument Document, string? Failure, TimeSpan Elapsed)
{
    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Failure is null;
}
