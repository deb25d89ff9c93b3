using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SifAnalysis.Cli.Commands;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>
/// A process of <c>sif</c> that runs notebooks for this one. A session takes a process's console and current folder for
/// itself, so notebooks run side by side only in processes of their own; and one that ends its process ends no other.
/// </summary>
internal sealed class NotebookWorker : IDisposable
{
    private readonly Process process;
    private string? firstComplaint;

    private NotebookWorker(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => firstComplaint ??= string.IsNullOrWhiteSpace(line.Data) ? null : line.Data;
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a worker.</summary>
    /// <exception cref="CommandException">The process cannot be started.</exception>
    public static NotebookWorker Start(WorkerSetup setup)
    {
        var start = new ProcessStartInfo(DotNet, [typeof(NotebookWorker).Assembly.Location, WorkerCommand.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            var worker = new NotebookWorker(Process.Start(start)!);
            worker.Send(setup);
            return worker;
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new CommandException($"{start.FileName} cannot be started ({cause.Message}), and notebooks run in a process of their own. Repair the .NET runtime.");
        }
    }

    /// <summary>Runs a notebook, and writes its executed form and its page.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="progress">Is told the number of each code cell before it runs, and how many there are.</param>
    /// <returns>How it went; its <see cref="WorkerReport.Done"/> is false where the process ended in the midst of a cell.</returns>
    public async Task<WorkerReport> RunAsync(string path, Action<WorkerReport> progress)
    {
        var last = new WorkerReport();
        try
        {
            Send(path);
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (Report(line) is not { } report)
                {
                    continue;
                }

                if (report.Done)
                {
                    return report;
                }

                progress(last = report);
            }
        }
        catch (IOException)
        {
            // The process is gone; what it said last is what is known.
        }

        await process.WaitForExitAsync();
        return last with { Failure = $"cell {last.Cell} of the code cells ended the program that ran it, with exit code {process.ExitCode}{(firstComplaint is null ? "" : $" ({firstComplaint.TrimEnd('.')})")}. A cell must neither exit the process nor exhaust its stack or memory." };
    }

    /// <summary>Lets the worker end; one that runs a notebook still is stopped.</summary>
    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (IOException)
        {
            // The process ended before its input was closed.
        }

        process.Dispose();
    }

    // The runtime that runs this program, wherever it is installed: its folder is dotnet/shared/NAME/VERSION.
    private static string DotNet => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private void Send<T>(T message)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(message));
        process.StandardInput.Flush();
    }

    // What native code in a notebook prints past the console is no report.
    private static WorkerReport? Report(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkerReport>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
