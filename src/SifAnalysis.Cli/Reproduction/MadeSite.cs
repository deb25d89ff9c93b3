using System.Diagnostics;
using System.Text.Json.Nodes;
using SifAnalysis.Cli.Export;
using SifAnalysis.Figures;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Site;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Files;
using SifAnalysis.Site.Pages;
using Spectre.Console;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The executed notebooks and the site around them.</summary>
/// <param name="Notebooks">The notebooks that were run, in their order.</param>
/// <param name="Checks">The figures with their verdicts.</param>
/// <param name="Days">The days on which the figures of each publication hold together.</param>
/// <param name="Index">The path of the front page.</param>
internal sealed record MadeSite(
    IReadOnlyList<RanNotebook> Notebooks, IReadOnlyList<FigureCheck> Checks, IReadOnlyList<PublicationDays> Days, string Index)
{
    /// <summary>The file that holds everything, to send.</summary>
    public const string Zip = "sif-analysis.zip";

    /// <summary>The time from the start of the first notebook to the end of the last.</summary>
    public TimeSpan Running { get; private init; }

    /// <summary>The time that the pages and the zip file took.</summary>
    public TimeSpan Writing { get; private init; }

    /// <summary>Runs every notebook of a folder and writes everything into the output folder.</summary>
    /// <param name="console">Where progress is told.</param>
    /// <param name="notebookFolder">The folder of notebooks.</param>
    /// <param name="dataFolder">The folder of tables.</param>
    /// <param name="output">The folder of what is made.</param>
    /// <param name="address">Where the site will be published, or <see langword="null"/>.</param>
    /// <exception cref="CommandException">There are no notebooks, or the output cannot be written.</exception>
    public static async Task<MadeSite> MakeAsync(
        IAnsiConsole console, string notebookFolder, string dataFolder, string output, Uri? address)
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

        var data = SifData.Load(dataFolder);
        var days = data.FigureDays();
        var checks = data.CheckFigures(days);
        var documents = paths.Select(path => (Path: path, Document: NotebookFile.Read(path))).ToList();
        var time = Provenance.Time();
        var provenance = Provenance.Of(dataFolder, time);

        // An output folder that cannot be written is told before the minutes of work, not after.
        AtomicFile.Write(Path.Combine(output, "figures.json"), FigureJson.Of(checks) + "\n");
        var watch = Stopwatch.StartNew();
        var tables = Task.Run(() => Downloads(data, dataFolder, output));
        var ran = await RunAsync(console, documents);
        var running = watch.Elapsed;
        watch.Restart();
        var content = new SiteContent
        {
            Data = data,
            Checks = checks,
            Days = days,
            Notebooks = [.. ran
                .Select(notebook => new SiteNotebook(notebook.Name, WithProvenance(notebook.Document, provenance), notebook.Succeeded))],
            Tables = [.. (await tables).Select(table => new SiteTable(table.Name, table.Title, table.Rows.Count()))],
            Provenance = Provenance.Lines(provenance),
            Version = provenance["kit"]?.ToString() ?? "",
            HasGuide = File.Exists(Path.Combine(output, "docs", "index.html")),
            Address = address,
        };
        content = content with { HasPicture = Draw(console, content, output) };
        Write(content, output);
        foreach (var imported in documents.SelectMany(each => ImportedFiles.Of(each.Document, notebookFolder)).Distinct())
        {
            Write(new SiteFile(Path.GetFileName(imported), File.ReadAllBytes(imported)), output);
        }

        var zip = Path.Combine(output, Zip);
        var files = BundleFiles.OfReproduction(output, ProjectFolders.OfThisProgram());
        AtomicFile.Write(zip, stream => Bundle.Write(stream, files, Bundle.Again(time)));
        return new MadeSite(ran, checks, days, Path.Combine(output, "index.html")) { Running = running, Writing = watch.Elapsed };
    }

    // Shared links name their picture by a whole address, so a site that is not published needs none.
    private static bool Draw(IAnsiConsole console, SiteContent content, string output)
    {
        if (content.Address is null || SharedPicture.Html(content) is not { } html)
        {
            return false;
        }

        if (Browser.FindOrNull() is not { } browser)
        {
            CommandLine.Say(console, "Shared links will show no picture: it is drawn by a Chromium, and none was found.");
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("sif-share-").FullName;
        try
        {
            var (page, picture) = (Path.Combine(folder, "share.html"), Path.Combine(folder, SiteFrame.SharedPicture));
            File.WriteAllText(page, html);
            browser.Draw(page, SharedPicture.Width, SharedPicture.Height, picture);
            AtomicFile.Write(Path.Combine(output, SiteFrame.SharedPicture), stream => stream.Write(File.ReadAllBytes(picture)));
            return true;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(SiteContent content, string output)
    {
        // The front page comes last: where it is, everything that it leads to is too.
        var files = SitePages.Make(content).ToLookup(file => file.Path == "index.html");
        Parallel.For(0, content.Notebooks.Count, index => Write(SitePages.Notebook(content, index), output));
        Parallel.ForEach(files[false], file => Write(file, output));
        foreach (var notebook in content.Notebooks)
        {
            var path = Path.Combine(output, $"{notebook.Name}.ipynb");
            AtomicFile.Write(path, NotebookFile.Format(notebook.Document, path));
        }

        Write(files[true].Single(), output);
    }

    // Most pages of authorities are as they were in the run before, and need no writing but of their time.
    private static void Write(SiteFile file, string output)
    {
        var path = Path.Combine(output, file.Path);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Content.Span))
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        else
        {
            AtomicFile.Write(path, stream => stream.Write(file.Content.Span));
        }
    }

    private static NotebookDocument WithProvenance(NotebookDocument document, JsonObject provenance)
    {
        var metadata = (JsonObject)document.Metadata.DeepClone();
        metadata["sif"] = provenance.DeepClone();
        return document with { Metadata = metadata };
    }

    // The tables as they are, with their description, codebook and licence, and in the formats of R, Python and Excel.
    private static IReadOnlyList<TypedTable> Downloads(SifData data, string dataFolder, string output)
    {
        var folder = Path.Combine(output, "data");
        foreach (var path in Directory.EnumerateFiles(dataFolder).Where(path => Path.GetExtension(path) is ".csv" or ".json" or ".md"))
        {
            AtomicFile.Write(Path.Combine(folder, Path.GetFileName(path)), stream => stream.Write(File.ReadAllBytes(path)));
        }

        var tables = TableSources.Of(data);
        TableExport.Write(tables, "xlsx", folder);
        TableExport.Write(tables, "parquet", folder);
        return tables;
    }

    private static async Task<IReadOnlyList<RanNotebook>> RunAsync(
        IAnsiConsole console, IReadOnlyList<(string Path, NotebookDocument Document)> documents)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            var oneAtATime = new Lock();
            return await NotebookProcess.RunAsync(documents, (_, _, _) => { }, done =>
            {
                lock (oneAtATime)
                {
                    CommandLine.Say(console, $"{done.Name}: {(done.Succeeded ? "executed" : "stopped")}");
                }
            });
        }

        return await console.Progress().StartAsync(async context =>
        {
            var tasks = documents.ToDictionary(each => each.Path, each =>
                context.AddTask(Markup.Escape(Path.GetFileNameWithoutExtension(each.Path)), maxValue: 1));
            return await NotebookProcess.RunAsync(
                documents, (path, cell, cells) => tasks[path].Value = (cell - 1.0) / Math.Max(1, cells), done =>
                    tasks[done.Path].Value = 1);
        });
    }
}
