using System.Text.Json.Nodes;
using SifAnalysis.Charts;
using SifAnalysis.Figures;
using SifAnalysis.Loading;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Notebooks.Running;
using Spectre.Console;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The executed notebooks, their pages and the index.</summary>
/// <param name="Notebooks">The notebooks that were run, in their order.</param>
/// <param name="Checks">The figures with their verdicts.</param>
/// <param name="Index">The path of the index page.</param>
internal sealed record Site(IReadOnlyList<RanNotebook> Notebooks, IReadOnlyList<FigureCheck> Checks, string Index)
{
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

        var checks = FigureChecks.Check(SifData.Load(dataFolder));
        var documents = paths.Select(path => (Path: path, Document: NotebookFile.Read(path))).ToList();
        var provenance = Provenance.Of(dataFolder, Provenance.Time());

        // An output folder that cannot be written is told before the minutes of work, not after.
        WholeFile.Write(Path.Combine(output, "figures.json"), System.Text.Json.JsonSerializer.Serialize(
            checks.Select(check => new { check.Figure.Id, Stated = check.Figure.Value, check.Computed, Verdict = check.Verdict.Name(), check.Coverage, check.Because, check.Witness }), OutputFormat.Indented) + "\n");
        var ran = await Running(console, documents, notebook =>
        {
            var metadata = (JsonObject)notebook.Run.Document.Metadata.DeepClone();
            metadata["sif"] = provenance.DeepClone();
            var document = notebook.Run.Document with { Metadata = metadata };
            WholeFile.Write(Path.Combine(output, $"{notebook.Name}.ipynb"), NotebookFile.Format(document, notebook.Path));
            WholeFile.Write(Path.Combine(output, $"{notebook.Name}.html"), NotebookPage.Of(document, notebook.Name, PlotlyScript.Text).Html());
        });
        foreach (var table in Directory.EnumerateFiles(dataFolder, "*.csv"))
        {
            WholeFile.Write(Path.Combine(output, "data", Path.GetFileName(table)), stream => stream.Write(File.ReadAllBytes(table)));
        }

        var index = Path.Combine(output, "index.html");
        WholeFile.Write(index, IndexPage.Of(checks, ran, provenance).Html());
        return new Site(ran, checks, index);
    }

    private static async Task<IReadOnlyList<RanNotebook>> Running(
        IAnsiConsole console, IReadOnlyList<(string Path, NotebookDocument Document)> documents, Action<RanNotebook> finished)
    {
        var ran = new List<RanNotebook>();
        async Task Each(Action<string, int, int> progress)
        {
            foreach (var (path, document) in documents)
            {
                var name = Path.GetFileNameWithoutExtension(path);
                var run = await NotebookRunner.RunAsync(document, new RunOptions
                {
                    Folder = Path.GetDirectoryName(path)!,
                    Progress = (cell, total) => progress(name, cell, total),
                });
                ran.Add(new RanNotebook(path, run));
                finished(ran[^1]);
                progress(name, 1, 0);
            }
        }

        if (console.Profile.Capabilities.Interactive)
        {
            await console.Progress().StartAsync(async context =>
            {
                var tasks = documents.ToDictionary(
                    each => Path.GetFileNameWithoutExtension(each.Path), each => context.AddTask(Markup.Escape(Path.GetFileNameWithoutExtension(each.Path)), maxValue: 1));
                await Each((name, cell, total) => tasks[name].Value = total == 0 ? 1 : (cell - 1.0) / total);
            });
        }
        else
        {
            await Each((name, cell, total) =>
            {
                if (total == 0)
                {
                    CommandLine.Say(console, $"{name}: executed");
                }
            });
        }

        return ran;
    }
}
