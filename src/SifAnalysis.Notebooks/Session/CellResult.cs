using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>How the execution of a cell ended.</summary>
/// <param name="ExecutionCount">The number of the execution in its session, from 1.</param>
/// <param name="Error">What went wrong, or <see langword="null"/> where the cell succeeded.</param>
/// <param name="Interrupted">Whether the cell was stopped before its end.</param>
public sealed record CellResult(int ExecutionCount, ErrorOutput? Error, bool Interrupted)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null && !Interrupted;
}
