using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Session;
using LinePosition = Microsoft.DotNet.Interactive.LinePosition;
using LinePositionSpan = Microsoft.DotNet.Interactive.LinePositionSpan;

namespace SifAnalysis.Jupyter;

/// <summary>The engine's session, its C# with Roslyn's assistance over the cells that it executed.</summary>
internal sealed class CSharpKernelSession : IKernelSession, IAsyncDisposable
{
    private readonly NotebookSession session;
    private readonly CSharpAssistance assistance;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private int submissions;
    private int references;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The folder against which relative paths resolve.</param>
    public CSharpKernelSession(string folder)
    {
        session = new NotebookSession(folder);
        assistance = new CSharpAssistance(folder);
        session.CSharp.RegisterCommandHandler<RequestCompletions>(CompleteAsync);
        session.CSharp.RegisterCommandHandler<RequestHoverText>(InspectAsync);
    }

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(string code, int number, ICellOutputs outputs, CancellationToken cancellation)
    {
        var result = await session.ExecuteAsync(code, CellLanguage.CSharp, outputs, number, cancellation).ConfigureAwait(false);
        await AssistAsync(() => Task.FromResult(TakeOver()), CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public async Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        var lines = SourceText.From(code).Lines;
        var result = await session.Kernels.SendAsync(new RequestCompletions(code, At(lines, position)), cancellation).ConfigureAwait(false);
        return result.Events.OfType<CompletionsProduced>().FirstOrDefault() is { } found
            ? new Completion(
                [.. found.Completions.Select(item => item.InsertText)],
                found.LinePositionSpan is { } span ? Offset(lines, span.Start) : position,
                found.LinePositionSpan is { } place ? Offset(lines, place.End) : position)
            : new Completion([], position, position);
    }

    /// <inheritdoc/>
    public async Task<Inspection?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        var result = await session.Kernels.SendAsync(new RequestHoverText(code, At(SourceText.From(code).Lines, position)), cancellation).ConfigureAwait(false);
        return result.Events.OfType<HoverTextProduced>().FirstOrDefault() is { } found
            ? new Inspection(Text(found, "text/plain") ?? Text(found, "text/markdown") ?? "", Text(found, "text/markdown") ?? "")
            : null;
    }

    /// <inheritdoc/>
    public string IsComplete(string code) => assistance.IsComplete(session.CSharpOf(code));

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
        for (; references < session.Session.ReferencedFiles.Count; references++)
        {
            assistance.AddReference(session.Session.ReferencedFiles[references]);
        }

        for (; submissions < session.Session.Submissions.Count; submissions++)
        {
            // Without a declaration or a reference there is nothing for later cells to see.
            var code = session.Session.Submissions[submissions];
            if (code.AsSpan().IndexOfAny("={}#") >= 0 || code.Contains("using ", StringComparison.Ordinal))
            {
                assistance.Add(code);
            }
        }

        return true;
    }

    private async Task CompleteAsync(RequestCompletions command, KernelInvocationContext context)
    {
        var lines = SourceText.From(command.Code).Lines;
        var found = await AssistAsync(
            () => assistance.CompleteAsync(command.Code, Offset(lines, command.LinePosition), context.CancellationToken), context.CancellationToken).ConfigureAwait(false);
        context.Publish(new CompletionsProduced(
            [.. found.Matches.Select(match => new CompletionItem(match, ""))], command, new LinePositionSpan(At(lines, found.Start), At(lines, found.End))));
    }

    private async Task InspectAsync(RequestHoverText command, KernelInvocationContext context)
    {
        var lines = SourceText.From(command.Code).Lines;
        if (await AssistAsync(
            () => assistance.InspectAsync(command.Code, Offset(lines, command.LinePosition), context.CancellationToken), context.CancellationToken).ConfigureAwait(false) is { } found)
        {
            context.Publish(new HoverTextProduced(command, [new FormattedValue("text/plain", found.Plain), new FormattedValue("text/markdown", found.Markdown)]));
        }
    }

    private static string? Text(HoverTextProduced found, string mime) => found.Content.FirstOrDefault(each => each.MimeType == mime)?.Value;

    private static LinePosition At(TextLineCollection lines, int position)
    {
        var place = lines.GetLinePosition(position);
        return new LinePosition(place.Line, place.Character);
    }

    private static int Offset(TextLineCollection lines, LinePosition place) => lines.GetPosition(new(place.Line, place.Character));

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
