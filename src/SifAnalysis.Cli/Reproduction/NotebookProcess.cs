using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>
/// Runs notebooks by <c>sif run</c> in processes of their own. A session takes a process's console and current folder for
/// itself, so notebooks run side by side only in processes; and where one ends its process, the others run in the next.
/// </summary>
internal static partial class NotebookProcess
{
    /// <summary>How many notebooks run side by side.</summary>
    public static int SideBySide(int notebooks) => Math.Clamp(Environment.ProcessorCount, 1, Math.Max(1, notebooks));

    /// <summary>Runs every notebook, as many side by side as the machine has cores.</summary>
    /// <param name="notebooks">The notebooks as they were written.</param>
    /// <param name="progress">Is told, from several threads, of each cell that starts: its number from 1, and how many there are.</param>
    /// <param name="done">Is told, from several threads, of each notebook that is done.</param>
    /// <returns>How each went, in the order given.</returns>
    /// <exception cref="CommandException">A process cannot be started.</exception>
    public static async Task<IReadOnlyList<RanNotebook>> RunAsync(
        IReadOnlyList<(string Path, NotebookDocument Document)> notebooks, Action<string, int, int> progress, Action<RanNotebook> done)
    {
        var ran = new ConcurrentDictionary<string, RanNotebook>();
        var folder = Directory.CreateTempSubdirectory("sif-run-").FullName;
        try
        {
            // Each process takes every second (third, ...) notebook: it compiles the second one in a fraction of the first one's time.
            var processes = SideBySide(notebooks.Count);
            await Task.WhenAll(Enumerable.Range(0, processes).Select(process => Task.Run(async () =>
            {
                var waiting = notebooks.Where((_, index) => index % processes == process).ToList();
                while (waiting.Count > 0)
                {
                    foreach (var notebook in await RunInOneAsync(waiting, folder, progress, done))
                    {
                        ran[notebook.Path] = notebook;
                    }

                    waiting.RemoveAll(each => ran.ContainsKey(each.Path));
                }
            })));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return [.. notebooks.Select(notebook => ran[notebook.Path])];
    }

    // Runs notebooks until they are done or one ends the process; that one is told as failed, and those after it are left.
    private static async Task<IReadOnlyList<RanNotebook>> RunInOneAsync(
        IReadOnlyList<(string Path, NotebookDocument Document)> notebooks, string folder, Action<string, int, int> progress,
            Action<RanNotebook> done)
    {
        var ran = new List<RanNotebook>();
        var said = new List<string>();
        var reached = 0;
        var watch = Stopwatch.StartNew();
        using var process = Start(notebooks.Select(notebook => notebook.Path), folder);
        var complaints = process.StandardError.ReadToEndAsync();
        while (ran.Count < notebooks.Count && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var (path, _) = notebooks[ran.Count];
            var output = Path.Combine(folder, Path.GetFileName(path));
            if (Progress().Match(line) is { Success: true } told)
            {
                reached = Number(told.Groups[1]);
                progress(path, reached, Number(told.Groups[2]));
            }
            else if (line == RunLines.Executed(output))
            {
                Done(new(path, NotebookFile.Read(output), null, watch.Elapsed));
            }
            else if (line == RunLines.Stopped(output))
            {
                Done(new(path, NotebookFile.Read(output), string.Join(Environment.NewLine, said)
                    .Replace($"{path}, ", "", StringComparison.Ordinal), watch.Elapsed));
            }
            else
            {
                said.Add(line);
            }
        }

        await process.WaitForExitAsync();
        if (ran.Count < notebooks.Count)
        {
            var (path, document) = notebooks[ran.Count];
            var complaint = (await complaints).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .FirstOrDefault();
            var failure = $"cell {reached} of the code cells ended the program that ran it, with exit code {process.ExitCode}"
                + $"{(complaint is null ? "" : $" ({complaint.TrimEnd('.')})")}. A cell must neither exit the process nor exhaust its "
                    + $"stack or memory.";
            Done(new(path, EndedAt(document, reached, failure), failure, watch.Elapsed));
        }

        return ran;

        void Done(RanNotebook notebook)
        {
            ran.Add(notebook);
            done(notebook);
            said.Clear();
            reached = 0;
            watch.Restart();
        }
    }

    private static Process Start(IEnumerable<string> paths, string folder)
    {
        var start = new ProcessStartInfo(
            DotNet, [typeof(NotebookProcess).Assembly.Location, "run", .. paths, "--output", folder, Trust.Option])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            var process = Process.Start(start)!;

            // Nobody types into a notebook that runs by itself.
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new CommandException(
                $"{start.FileName} cannot be started ({cause.Message}), and notebooks run in a process of their own. Repair the .NET "
                    + $"runtime.");
        }
    }

    // The runtime that runs this program, wherever it is installed: its folder is dotnet/shared/NAME/VERSION.
    private static string DotNet => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    // Outputs of a process that is gone are gone too; the cell that ended it says so.
    private static NotebookDocument EndedAt(NotebookDocument document, int reached, string failure)
    {
        var code = 0;
        return document with
        {
            Cells = [.. document.Cells.Select(cell => cell with
            {
                ExecutionCount = null,
                Outputs = cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source) && ++code == reached
                    ? [new ErrorOutput("Program ended", failure, [failure])]
                    : [],
            })],
        };
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^cell (\d+) of (\d+)$")]
    private static partial Regex Progress();
}
