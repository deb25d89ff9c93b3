using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The worker's side: runs one notebook after another, each in a fresh session, and says how it goes.</summary>
internal static class NotebookWork
{
    /// <summary>Reads a <see cref="WorkerSetup"/> and then the paths of notebooks, a line each, until the input ends.</summary>
    /// <param name="input">Lines of JSON from the command that started the worker.</param>
    /// <param name="output">Lines of JSON for it.</param>
    public static async Task DoAsync(Stream input, Stream output)
    {
        // A notebook's own reading must not take the lines that are meant for the worker.
        Console.SetIn(TextReader.Null);
        var lines = new StreamReader(input);
        var setup = JsonSerializer.Deserialize<WorkerSetup>(await lines.ReadLineAsync() ?? "null");
        if (setup is null)
        {
            return;
        }

        var writer = new StreamWriter(output) { AutoFlush = true, NewLine = "\n" };
        var paths = Channel.CreateUnbounded<string>();
        var busy = false;
        _ = Task.Run(async () =>
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                await paths.Writer.WriteAsync(JsonSerializer.Deserialize<string>(line)!);
            }

            // The command is gone: nobody waits for the notebook that runs.
            if (Volatile.Read(ref busy))
            {
                Environment.Exit(CommandLine.Failure);
            }

            paths.Writer.Complete();
        });
        await foreach (var path in paths.Reader.ReadAllAsync())
        {
            Volatile.Write(ref busy, true);
            var report = await RunAsync(path, setup, Say);
            Volatile.Write(ref busy, false);
            Say(report);
        }

        void Say(WorkerReport report)
        {
            lock (writer)
            {
                writer.WriteLine(JsonSerializer.Serialize(report));
            }
        }
    }

    private static async Task<WorkerReport> RunAsync(string path, WorkerSetup setup, Action<WorkerReport> say)
    {
        try
        {
            var run = await NotebookRunner.RunAsync(NotebookFile.Read(path), new RunOptions
            {
                Folder = Path.GetDirectoryName(path)!,
                Progress = (cell, cells) => say(new WorkerReport { Cell = cell, Cells = cells }),
            });
            var writing = Stopwatch.StartNew();
            ExecutedNotebook.Write(run.Document, Path.GetFileNameWithoutExtension(path), setup.Provenance, setup.Output);
            return new WorkerReport { Done = true, Failure = run.Failure, Running = run.Elapsed.TotalSeconds, Writing = writing.Elapsed.TotalSeconds };
        }
        catch (Exception cause) when (cause is CommandException or NotebookFormatException or ParameterException or IOException or UnauthorizedAccessException)
        {
            return new WorkerReport { Done = true, Stop = cause.Message };
        }
    }
}
