using System.CommandLine;
using System.Globalization;
using SifAnalysis.Cli.Reproduction;
using SifAnalysis.Figures;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif reproduce</c>: runs every notebook, makes the pages, and prints the table of figures.</summary>
internal static class ReproduceCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var output = new Option<string?>(
            "--output", "-o")
        { Description = "Where notebooks and pages go (default: artifacts/ of the kit)." };
        var data = new Option<string?>("--data") { Description = "The data folder whose figures are checked (default: data/ of the kit)." };
        var notebooks = new Option<string?>("--notebooks") { Description = "The folder of notebooks (default: notebooks/ of the kit)." };
        var address = new Option<string?>(
            "--address")
        { Description = "Where the site will be published, for links that are shared: https://example.org/sif/." };
        var timings = new Option<bool>("--timings") { Description = "Print how long each notebook took." };
        var trust = new Option<bool>(Trust.Option) { Description = Trust.Meaning };
        var command = new Command(
            "reproduce", "Run every notebook, make the pages, and print every published figure with its verdict.") { output, data,
            notebooks, address, timings, trust };
        address.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Published(text) is null)
            {
                result.AddError($"--address {text}: expected an address that begins with https:// or http://.");
            }
        });
        command.SetAction(parsed => CommandLine.GuardedAsync(console, async () =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(notebooks) ?? ProjectFolders.Find().Notebooks);
            Trust.Require(console, parsed.GetValue(trust), folder);
            var site = await MadeSite.MakeAsync(
                console,
                folder,
                Path.GetFullPath(parsed.GetValue(data) ?? ProjectFolders.Find().Data),
                Path.GetFullPath(parsed.GetValue(output) ?? ProjectFolders.Find().Artifacts),
                Published(parsed.GetValue(address)));
            FigureTable.Print(console, site.Checks, site.Days);
            foreach (var notebook in site.Notebooks.Where(notebook => !notebook.Succeeded))
            {
                CommandLine.Say(console, $"{notebook.Path}, {notebook.Failure}");
            }

            if (parsed.GetValue(timings))
            {
                foreach (var notebook in site.Notebooks)
                {
                    CommandLine.Say(console, string.Create(CultureInfo.InvariantCulture, $"{notebook.Name}: ran in "
                        + $"{notebook.Running.TotalSeconds:0.0} s"));
                }

                CommandLine.Say(console, string.Create(
                    CultureInfo.InvariantCulture, $"All {site.Notebooks.Count} notebooks, "
                        + $"{NotebookProcess.SideBySide(site.Notebooks.Count)} side by side: {site.Running.TotalSeconds:0.0} s; pages "
                        + $"and zip file: {site.Writing.TotalSeconds:0.0} s"));
            }

            CommandLine.Say(console, $"Pages: {site.Index}");
            return site.Notebooks.All(notebook => notebook.Succeeded) && site.Checks.All(check => check.Verdict != Verdict.Contradicted)
                ? CommandLine.Success
                : CommandLine.Failure;
        }));
        return command;
    }

    // A folder's address ends in a slash, or its pages would be looked for beside it.
    private static Uri? Published(string? text) =>
        Uri.TryCreate(text is null or [.., '/'] ? text : text + "/", UriKind.Absolute, out var address)
            && address.Scheme is ("http" or "https") ? address : null;
}
