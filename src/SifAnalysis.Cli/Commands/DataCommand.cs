using System.CommandLine;
using SifAnalysis.Cli.Data;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary>
/// <c>sif data</c>: makes the tables of <c>data/</c> from the raw ones and the corrections, and compares them with Ofsted's reports.
/// </summary>
internal static class DataCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Option<string?>("--data") { Description = "The data folder (default: data/ of the kit)." };
        var build = new Command(
            "build", "Make the tables, the data package, the coverage and the checksums from raw/ and corrections/.") { folder };
        build.SetAction(parsed => CommandLine.Guarded(console, () =>
        {
            var data = parsed.GetValue(folder) ?? ProjectFolders.Find().Data;
            foreach (var (name, text) in DataBuild.Files(data))
            {
                AtomicFile.Write(Path.Combine(data, name), text);
                CommandLine.Say(console, name);
            }

            return CommandLine.Success;
        }));
        return new Command("data", "Work on the kit's own tables.") { build, DataCollectCommand.Create(console) };
    }
}
