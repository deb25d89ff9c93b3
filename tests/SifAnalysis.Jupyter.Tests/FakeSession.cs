using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>A session in which nothing happens.</summary>
internal sealed class FakeSession : IKernelSession
{
    public Task<CellResult> ExecuteAsync(string code, int number, ICellOutputs outputs, CancellationToken cancellation) =>
        Task.FromResult(new CellResult(1, null, false));

    public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(new Completion([], position, position));

    public Task<HoverText?> InspectAsync(string code, int position, CancellationToken cancellation) => Task.FromResult<HoverText?>(null);

    public string IsComplete(string code) => "complete";
}
