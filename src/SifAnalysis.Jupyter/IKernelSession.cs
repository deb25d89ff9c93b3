using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>The session that a kernel serves.</summary>
internal interface IKernelSession
{
    /// <summary>Executes a cell under the number that the client shows for it.</summary>
    Task<CellResult> ExecuteAsync(string code, int number, ICellOutputs outputs, CancellationToken cancellation);

    /// <summary>What could stand at a position, in UTF-16 units.</summary>
    Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation);

    /// <summary>What is known of the name at a position, or null.</summary>
    Task<HoverText?> InspectAsync(string code, int position, CancellationToken cancellation);

    /// <summary>Whether the code can be run as it is: "complete", "incomplete" or "invalid".</summary>
    string IsComplete(string code);
}
