using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>The engine's session, with Roslyn's assistance over the cells that it executed.</summary>
internal sealed class CSharpKernelSession(string folder) : IKernelSession, IAsyncDisposable
{
    private readonly CSharpSession session = new(folder);
    private readonly CSharpAssistance assistance = new(folder);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private int references;

    /// <inheritdoc/>
    public Task<CellResult> ExecuteAsync(string code, int number, ICellOutputs outputs, CancellationToken cancellation) =>
        session.ExecuteAsync(code, CellLanguage.CSharp, outputs, number, cancellation);

    /// <inheritdoc/>
    public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        AssistAsync(() => assistance.CompleteAsync(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<HoverText?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        AssistAsync(() => assistance.InspectAsync(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public string IsComplete(string code) => CSharpAssistance.IsComplete(code);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        assistance.Dispose();
        oneAtATime.Dispose();
        await session.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<T> AssistAsync<T>(Func<Task<T>> assist, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (; references < session.ReferencedFiles.Count; references++)
            {
                assistance.AddReference(session.ReferencedFiles[references]);
            }

            assistance.See(session.Declarations);
            return await assist().ConfigureAwait(false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
