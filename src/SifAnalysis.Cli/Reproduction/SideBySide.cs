using System.Collections.Concurrent;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>Runs notebooks side by side, in as many processes as the machine has cores.</summary>
internal static class SideBySide
{
    /// <summary>How many processes run a number of notebooks.</summary>
    public static int Workers(int notebooks) => Math.Clamp(Environment.ProcessorCount, 1, notebooks);

    /// <summary>Runs every notebook.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="setup">What holds for all of them.</param>
    /// <param name="progress">Is told, from several threads, of each cell that starts and of each notebook that is done.</param>
    /// <returns>How each went, in the order given.</returns>
    /// <exception cref="CommandException">A notebook or its page cannot be written.</exception>
    public static async Task<IReadOnlyList<RanNotebook>> RunAsync(
        IReadOnlyList<(string Path, NotebookDocument Document)> notebooks, WorkerSetup setup, Action<string, WorkerReport> progress)
    {
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, notebooks.Count));
        var ran = new RanNotebook[notebooks.Count];
        using var stop = new CancellationTokenSource();
        await Task.WhenAll(Enumerable.Range(0, Workers(notebooks.Count)).Select(_ => Task.Run(WorkAsync)));
        return ran;

        async Task WorkAsync()
        {
            NotebookWorker? worker = null;
            try
            {
                while (!stop.IsCancellationRequested && waiting.TryDequeue(out var index))
                {
                    worker ??= NotebookWorker.Start(setup);
                    var (path, document) = notebooks[index];
                    var report = await worker.RunAsync(path, each => progress(path, each));
                    if (report.Stop is { } reason)
                    {
                        throw new CommandException(reason);
                    }

                    if (!report.Done)
                    {
                        worker.Dispose();
                        worker = null;
                        ExecutedNotebook.Write(EndedAt(document, report), Path.GetFileNameWithoutExtension(path), setup.Provenance, setup.Output);
                    }

                    ran[index] = new RanNotebook(path, document, report.Failure, TimeSpan.FromSeconds(report.Running), TimeSpan.FromSeconds(report.Writing));
                    progress(path, report with { Done = true });
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
            finally
            {
                worker?.Dispose();
            }
        }
    }

    // Outputs of a process that is gone are gone too; the cell that ended it says so.
    private static NotebookDocument EndedAt(NotebookDocument document, WorkerReport report)
    {
        var code = 0;
        return document with
        {
            Cells = [.. document.Cells.Select(cell => cell with
            {
                ExecutionCount = null,
                Outputs = cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source) && ++code == report.Cell
                    ? [new ErrorOutput("Program ended", report.Failure!, [report.Failure!])]
                    : [],
            })],
        };
    }
}
