using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>The session that a kernel serves.</summary>
internal interface IKernelSession
{
    /// <summary>Executes a cell.</summary>
    Task<CellResult> ExecuteAsync(string code, ICellOutputs outputs, CancellationToken cancellation);

    /// <summary>What could stand at a position, in UTF-16 units.</summary>
    Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation);

    /// <summary>What is known of the name at a position, or null.</summary>
    Task<string?> InspectAsync(string code, int position, CancellationToken cancellation);

    /// <summary>Whether the code can be run as it is: "complete", "incomplete" or "invalid".</summary>
    string IsComplete(string code);
}
