using System.CommandLine;
using System.Text.Json;
using SifAnalysis.Cli.Data;
using SifAnalysis.Cli.Export;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif validate</c>: tells every problem of data files; it never runs anything.</summary>
internal static class ValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "CSV or Parquet files, a datapackage.json, or notebooks, "
            + "which are read and not run.",
            Arity = ArgumentArity.OneOrMore
        };
        var folder =
            new Option<string?>("--data") { Description = "The data folder whose authorities rows may name (default: data/ of the kit)." };
        var fix = new Option<string?>("--fix")
        {
            Description = "Write the one file of inspections cleaned to this CSV file, and beside it the list of what was changed and why.",
        };
        var format = OutputFormat.Option();
        var command = new Command(
            "validate", "Say how data files are understood, and tell every problem with line, column, value and what was "
                + "expected.") { files, folder, fix, format };
        command.SetAction(parsed => CommandLine.Guarded(console, () =>
        {
            var data = parsed.GetValue(folder) ?? ProjectFolders.DefaultData;
            var results = parsed.GetValue(files)!.Select(
                file => Validation.Of(file, data, new FileProgress(file, Console.Error, !Console.IsErrorRedirected)))
                .ToList();
            var problems = results.SelectMany(result => result.Problems).ToList();
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                CommandLine.Say(console, JsonSerializer.Serialize(
                    problems.Select(
                        problem => new
                        {
                            file = problem.File,
                            line = problem.Line,
                            column = problem.Column,
                            value = problem.Value,
                            expected = problem.Expected,
                        }),
                    OutputFormat.Indented));
            }
            else
            {
                foreach (var result in results)
                {
                    foreach (var sentence in (result.Understood is { } understood ? understood with { PassedOver = [] }
                        : null)?.Sentences ?? [])
                    {
                        CommandLine.Say(console, $"{result.File}: {sentence}");
                    }

                    foreach (var problem in ProblemGroups.Told(result.Problems))
                    {
                        CommandLine.Say(console, problem);
                    }

                    if (result.PassedOver.Count > 0)
                    {
                        CommandLine.Say(
                            console, $"{result.File}: not read, as the kit has no such column: {string.Join(", ", result.PassedOver)}.");
                    }

                    var all = result.Problems.Count + result.NotKept;
                    CommandLine.Say(console, all == 0
                        ? $"{result.File}: {result.Rows} {result.Kind}, no problems."
                        : $"{result.File}: {all} "
                            + $"problem{(all == 1 ? "" : "s")}"
                            + $"{(result.NotKept > 0 ? $", of which the first {result.Problems.Count} are told" : "")}.");
                }
            }

            if (parsed.GetValue(fix) is { } target)
            {
                CommandLine.Say(console, Cleaning.Write(results, data, target));
            }

            return problems.Count > 0 ? CommandLine.Failure : CommandLine.Success;
        }));
        return command;
    }
}
