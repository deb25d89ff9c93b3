using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>The engine's session, with Roslyn's assistance over the cells that it executed.</summary>
internal sealed class CSharpKernelSession(string folder) : IKernelSession, IAsyncDisposable
{
    private readonly CSharpSession session = new(folder);
    private readonly CSharpAssistance assistance = new(folder);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private int submissions;
    private int references;

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(string code, int number, ICellOutputs outputs, CancellationToken cancellation)
    {
        var result = await session.ExecuteAsync(code, CellLanguage.CSharp, outputs, number, cancellation).ConfigureAwait(false);
        await AssistAsync(() => Task.FromResult(TakeOver()), CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        AssistAsync(() => assistance.CompleteAsync(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<HoverText?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        AssistAsync(() => assistance.InspectAsync(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public string IsComplete(string code) => assistance.IsComplete(code);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        assistance.Dispose();
        oneAtATime.Dispose();
        await session.DisposeAsync().ConfigureAwait(false);
    }

    // What ran, whether it stood in the cell, in an import or came of a magic, is what later cells see.
    private bool TakeOver()
    {
        for (; references < session.ReferencedFiles.Count; references++)
        {
            assistance.AddReference(session.ReferencedFiles[references]);
        }

        for (; submissions < session.Submissions.Count; submissions++)
        {
            // Without a declaration or a reference there is nothing for later cells to see.
            var code = session.Submissions[submissions];
            if (code.AsSpan().IndexOfAny("={}#") >= 0 || code.Contains("using ", StringComparison.Ordinal))
            {
                assistance.Add(code);
            }
        }

        return true;
    }

    private async Task<T> AssistAsync<T>(Func<Task<T>> assist, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await assist().ConfigureAwait(false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
