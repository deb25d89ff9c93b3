using System.Diagnostics;
using SifAnalysis.Cli.Export;
using SifAnalysis.Figures;
using SifAnalysis.Notebooks.Documents;
using Spectre.Console;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The executed notebooks, their pages and the index.</summary>
/// <param name="Notebooks">The notebooks that were run, in their order.</param>
/// <param name="Checks">The figures with their verdicts.</param>
/// <param name="Index">The path of the index page.</param>
internal sealed record Site(IReadOnlyList<RanNotebook> Notebooks, IReadOnlyList<FigureCheck> Checks, string Index)
{
    /// <summary>The time from the start of the first notebook to the end of the last, pages included.</summary>
    public TimeSpan Running { get; private init; }

    /// <summary>Runs every notebook of a folder and writes everything into the output folder.</summary>
    /// <exception cref="CommandException">There are no notebooks, or the output cannot be written.</exception>
    public static async Task<Site> MakeAsync(IAnsiConsole console, string notebookFolder, string dataFolder, string output)
    {
        if (!Directory.Exists(notebookFolder))
        {
            throw new CommandException($"{notebookFolder}: there is no such folder; name the folder of notebooks by --notebooks.");
        }

        var paths = Directory.EnumerateFiles(notebookFolder, "*.ipynb").Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
        {
            throw new CommandException($"{notebookFolder}: there are no notebooks (*.ipynb) in it.");
        }

        var checks = SifData.Load(dataFolder).CheckFigures();
        var documents = paths.Select(path => (Path: path, Document: NotebookFile.Read(path))).ToList();
        var provenance = Provenance.Of(dataFolder, Provenance.Time());

        // An output folder that cannot be written is told before the minutes of work, not after.
        WholeFile.Write(Path.Combine(output, "figures.json"), System.Text.Json.JsonSerializer.Serialize(
            checks.Select(check => new { check.Figure.Id, Stated = check.Figure.Value, check.Computed, Verdict = check.Verdict.Name(), check.Coverage, check.Because, check.Witness }), OutputFormat.Indented) + "\n");
        var watch = Stopwatch.StartNew();
        var tables = Task.Run(() => Downloads(dataFolder, output));
        var ran = await RunAsync(console, documents, new WorkerSetup(output, provenance));
        var running = watch.Elapsed;
        var index = Path.Combine(output, "index.html");
        WholeFile.Write(index, IndexPage.Of(checks, ran, await tables, provenance, guide: File.Exists(Path.Combine(output, "docs", "index.html"))).Html());
        return new Site(ran, checks, index) { Running = running };
    }

    // The tables as they are, with their description, codebook and licence, and in the formats of R, Python and Excel.
    private static IReadOnlyList<TypedTable> Downloads(string dataFolder, string output)
    {
        var folder = Path.Combine(output, "data");
        foreach (var path in Directory.EnumerateFiles(dataFolder).Where(path => Path.GetExtension(path) is ".csv" or ".json" or ".md"))
        {
            WholeFile.Write(Path.Combine(folder, Path.GetFileName(path)), stream => stream.Write(File.ReadAllBytes(path)));
        }

        var tables = TableSources.OfFolder(dataFolder);
        TableExport.Write(tables, "xlsx", folder);
        TableExport.Write(tables, "parquet", folder);
        return tables;
    }

    private static async Task<IReadOnlyList<RanNotebook>> RunAsync(
        IAnsiConsole console, IReadOnlyList<(string Path, NotebookDocument Document)> documents, WorkerSetup setup)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            var oneAtATime = new Lock();
            return await SideBySide.RunAsync(documents, setup, (path, report) =>
            {
                if (report.Done)
                {
                    lock (oneAtATime)
                    {
                        CommandLine.Say(console, $"{Path.GetFileNameWithoutExtension(path)}: {(report.Failure is null ? "executed" : "stopped")}");
                    }
                }
            });
        }

        return await console.Progress().StartAsync(async context =>
        {
            var tasks = documents.ToDictionary(each => each.Path, each => context.AddTask(Markup.Escape(Path.GetFileNameWithoutExtension(each.Path)), maxValue: 1));
            return await SideBySide.RunAsync(
                documents, setup, (path, report) => tasks[path].Value = report.Done ? 1 : (report.Cell - 1.0) / Math.Max(1, report.Cells));
        });
    }
}
