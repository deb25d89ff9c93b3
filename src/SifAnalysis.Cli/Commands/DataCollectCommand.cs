using System.CommandLine;
using SifAnalysis.Cli.Reports;
using SifAnalysis.Reports;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif data collect</c>: compares what Ofsted's reports say with the kit's own rows.</summary>
internal static class DataCollectCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var from = new Option<string[]>("--from")
        {
            Description = "A folder of Ofsted's reports as PDF, or files.",
            Required = true,
            AllowMultipleArgumentsPerToken = true
        };
        var folder = new Option<string?>("--data") { Description = "The data folder (default: data/ of the kit)." };
        var command =
            new Command("collect", "Compare what Ofsted's reports say with the kit's rows: equal, new or different.") { from, folder };
        command.SetAction((parsed, cancellation) => CommandLine.GuardedAsync(console, () =>
        {
            var set =
                OfstedReports.Read(parsed.GetValue(from)!, new ReportProgress(Console.Error, !Console.IsErrorRedirected), cancellation);
            var compared = Collection.Compare(set, parsed.GetValue(folder) ?? ProjectFolders.DefaultData);
            foreach (var problem in set.Problems)
            {
                CommandLine.Say(console, problem.ToString());
            }

            foreach (var value in compared.Where(value => value.State != CollectedState.Equal))
            {
                CommandLine.Say(console, value.ToString());
            }

            var counts = compared.ToLookup(value => value.State);
            CommandLine.Say(console, $"{set}; {counts[CollectedState.Equal].Count()} values equal, {counts[CollectedState.New].Count()} "
                + $"new, {counts[CollectedState.Different].Count()} different.");
            return Task.FromResult(counts[CollectedState.Different].Any() ? CommandLine.Failure : CommandLine.Success);
        }));
        return command;
    }
}
