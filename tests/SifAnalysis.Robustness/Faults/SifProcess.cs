using System.Diagnostics;
using System.Globalization;
using System.Text;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Robustness.Faults;

/// <summary><c>sif reproduce</c> as a process of its own, in whatever surroundings a test wants.</summary>
internal static class SifProcess
{
    /// <summary>The variable that fixes the time which a run states, in seconds since 1970.</summary>
    public const string Epoch = "SOURCE_DATE_EPOCH";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "sif.dll");

    /// <summary>The command line that runs <c>sif</c>.</summary>
    public static string[] Command(params string[] arguments) =>
        [
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            Program,
            .. arguments,
        ];

    /// <summary>Starts a command; what it prints is read until it ends.</summary>
    public static (Process Process, Task<string> Output) Start(
        IReadOnlyList<string> command, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(
            command[0],
            command.Skip(1))
        { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment.Remove(Epoch);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        return (process, Task.Run(async () => await process.StandardOutput.ReadToEndAsync() + await errors));
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(
        IReadOnlyList<string> command, params (string Name, string Value)[] variables)
    {
        var (process, output) = Start(command, variables);
        using (process)
        {
            var text = await output;
            await process.WaitForExitAsync();
            return (process.ExitCode, text);
        }
    }

    /// <summary>A folder with two notebooks that take little time, one of which fails to be trusted without being asked.</summary>
    public static string SmallNotebooks(string folder)
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks ñ")).FullName;
        foreach (var name in new[] { "01-one", "02-two" })
        {
            NotebookFile.Write(
                new NotebookDocument(
                    [
                        new NotebookCell("a", CellKind.Markdown, $"# Notebook {name}\n\nSynthetic, for a test.", []),
                        new NotebookCell(
                            "b", CellKind.Code, "Console.WriteLine(string.Join('\\n', Enumerable.Range(0, 20_000)));\n1.5", []),
                    ],
                    NotebookDocument.CSharpMetadata()),
                Path.Combine(notebooks, $"{name}.ipynb"));
        }

        return notebooks;
    }

    /// <summary>The time of a number of seconds as a run states it.</summary>
    public static string Stated(int seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Every file under a folder, by its path there.</summary>
    public static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), path => Encoding.Latin1.GetString(File.ReadAllBytes(path))),
        StringComparer.Ordinal);
}
