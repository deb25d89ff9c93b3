using System.CommandLine;
using SifAnalysis.Cli.Export;
using SifAnalysis.Cli.Reproduction;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif export</c>: notebooks as pages, PDF or pictures, data as CSV, Parquet or Excel, and all of it as one zip file.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "For html, pdf, png, svg and --bundle: notebooks (default: the executed ones in artifacts/). For csv, parquet "
                + "and xlsx: CSV files of inspections, or folders of data (default: data/ of the kit).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string?>("--format") { Description = "html, pdf; png, svg (the charts); csv, parquet, xlsx (the data)." };
        format.AcceptOnlyFromAmong(["html", .. DocumentExport.Drawn, .. TableExport.Formats]);
        var bundle =
            new Option<bool>("--bundle") { Description = "Pack notebooks, pages and data into one zip file with a list of checksums." };
        var output = new Option<string?>("--output",
            "-o")
        { Description = "The folder for what is made, or with --bundle the zip file (default: artifacts/export/ of the kit)." };
        var data = new Option<string?>("--data") { Description = "The data folder (default: data/ of the kit)." };
        var run = new Option<bool>("--run") { Description = "Run the notebooks first; without it none of their code is run." };
        var trust = new Option<bool>(Trust.Option) { Description = Trust.Meaning };
        var browser = new Option<string?>("--browser")
        {
            Description = "The Chromium, Chrome or Edge that draws pictures and PDF "
            + "(default: the variable CHROME, or what is found)."
        };
        var width = new Option<int>(
            "--width")
        { Description = "The width of pictures in points; png has two pixels a point.", DefaultValueFactory = _ => 900 };
        var command = new Command("export",
            "Make pages, PDF, pictures, tables for R, Python and Excel, or one zip file of everything.") { sources,
            format, bundle, output, data, run, trust, browser, width };
        command.Validators.Add(result =>
        {
            if (result.GetValue(bundle) == (result.GetValue(format) is not null))
            {
                result.AddError("Give --format to make files of one format, or --bundle to pack everything; one of the two.");
            }

            if (result.GetValue(run) && result.GetValue(format) is { } asked && TableExport.Formats.Contains(asked))
            {
                result.AddError($"--run runs notebooks; {asked} is made of tables.");
            }
        });
        width.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 200 or > 4000)
            {
                result.AddError("--width: expected points, from 200 to 4000.");
            }
        });
        command.SetAction(parsed => CommandLine.GuardedAsync(console, async () =>
        {
            var named = parsed.GetValue(sources) ?? [];
            var target = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(ProjectFolders.Find().Artifacts, "export"));
            string DataFolder() => parsed.GetValue(data) ?? ProjectFolders.DefaultData;
            IReadOnlyList<string> Notebooks() => named.Length > 0 ? named : NotebookSources.In(ProjectFolders.Find().Artifacts);
            var asked = parsed.GetValue(format);
            if (parsed.GetValue(run))
            {
                Trust.Require(console, parsed.GetValue(trust), Notebooks());
            }

            IReadOnlyList<string> written = asked switch
            {
                null => [await BundleAsync(named, parsed.GetValue(run), DataFolder(), parsed.GetValue(output) is null
                    ? Path.Combine(target, "sif-analysis.zip") : target)],
                _ when TableExport.Formats.Contains(asked) => Tables(named, asked, DataFolder(), target),
                _ => await DocumentsAsync(
                    Notebooks(), asked, parsed.GetValue(run), DocumentExport.Drawn.Contains(asked)
                        ? Browser.Find(parsed.GetValue(browser)) : null, parsed.GetValue(width), target),
            };
            foreach (var path in written)
            {
                CommandLine.Say(console, path);
            }

            if (written.Count == 0)
            {
                CommandLine.Say(console, "The notebooks show no charts; nothing was written.");
            }

            return CommandLine.Success;
        }));
        return command;
    }

    private static IReadOnlyList<string> Tables(string[] sources, string format, string dataFolder, string target)
    {
        var tables = sources.Length == 0
            ? TableSources.Of(SifData.Load(dataFolder))
            : [.. sources.SelectMany(source => Directory.Exists(source)
                ? TableSources.Of(SifData.Load(source)) : [TableSources.OfFile(source, dataFolder)])];
        if (tables.GroupBy(table => table.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new CommandException($"Two tables are called {twice.Key}; rename one of the files, or export them one by one.");
        }

        return format == "csv"
            && sources.FirstOrDefault(source => File.Exists(source) && Path.GetDirectoryName(Path.GetFullPath(source)) == target) is { } own
            ? throw new CommandException($"{own} would be written over; name another folder by --output.")
            : TableExport.Write(tables, format, target);
    }

    private static async Task<IReadOnlyList<string>> DocumentsAsync(
        IReadOnlyList<string> notebooks, string format, bool run, Browser? browser, int width, string target)
    {
        var written = new List<string>();
        foreach (var path in notebooks)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (format == "pdf" && Path.GetExtension(path) == ".html" && File.Exists(path))
            {
                written.Add(DocumentExport.Pdf(browser!, await File.ReadAllTextAsync(path), name, target));
                continue;
            }

            var document = await NotebookSources.ReadAsync(path, run);
            switch (format)
            {
                case "html":
                    written.Add(Path.Combine(target, $"{name}.html"));
                    AtomicFile.Write(written[^1], DocumentExport.Html(document, name));
                    break;
                case "pdf":
                    written.Add(DocumentExport.Pdf(browser!, DocumentExport.Html(document, name), name, target));
                    break;
                default:
                    written.AddRange(DocumentExport.Pictures(browser!, document, name, format, width, target));
                    break;
            }
        }

        return written;
    }

    private static async Task<string> BundleAsync(string[] notebooks, bool run, string dataFolder, string target)
    {
        var isWhole = notebooks.Length == 0;
        var files = isWhole
            ? BundleFiles.OfReproduction(ProjectFolders.Find().Artifacts, ProjectFolders.OfThisProgram())
            : await BundleFiles.OfNotebooksAsync(notebooks, run);
        var packed = BundleFiles.WithData(files, dataFolder);
        AtomicFile.Write(target, stream => Bundle.Write(stream, packed, isWhole ? Bundle.Again(Provenance.Time()) : Bundle.Notebooks));
        return target;
    }
}
