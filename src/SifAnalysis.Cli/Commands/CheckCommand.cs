using System.CommandLine;
using SifAnalysis.Figures;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif check</c>: answers every published figure from the rows.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Option<string?>("--data") { Description = "The data folder (default: data/ of the kit)." };
        var format = OutputFormat.Option();
        var command =
            new Command("check", "Check every published figure against the rows; exit 1 if one is contradicted.") { folder, format };
        command.SetAction(parsed => CommandLine.Guarded(console, () =>
        {
            var data = SifData.Load(parsed.GetValue(folder) ?? ProjectFolders.DefaultData);
            var days = data.FigureDays();
            var checks = data.CheckFigures(days);
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                CommandLine.Say(console, FigureJson.Of(checks));
            }
            else
            {
                FigureTable.Print(console, checks, days);
                foreach (var check in checks)
                {
                    CommandLine.Say(console, $"{check.Figure.Id}: {check.Verdict.Name()}. "
                        + $"{check.Because}{(check.Days is null ? "" : $" On these days: {check.Days}.")}"
                        + $"{(check.Witness is null ? "" : " " + check.Witness)}");
                }
            }

            return checks.Any(check => check.Verdict == Verdict.Contradicted) ? CommandLine.Failure : CommandLine.Success;
        }));
        return command;
    }
}
