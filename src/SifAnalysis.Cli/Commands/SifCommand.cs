using System.CommandLine;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary>The commands of <c>sif</c>.</summary>
internal static class SifCommand
{
    /// <summary>Parses and runs a command line.</summary>
    /// <returns>0 success, 1 something is wrong, 2 wrong usage.</returns>
    public static async Task<int> InvokeAsync(IAnsiConsole console, string[] arguments)
    {
        var root =
            new RootCommand("Analyse Ofsted's single inspection framework: reproduce its figures, run notebooks, check and validate data.");
        foreach (var command in Commands(console))
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(arguments);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? CommandLine.WrongUsage : code;
    }

    private static IEnumerable<Command> Commands(IAnsiConsole console) =>
    [
        ReproduceCommand.Create(console),
        RunCommand.Create(console),
        FormatCommand.Create(console),
        CheckCommand.Create(console),
        ValidateCommand.Create(console),
        DataCommand.Create(console),
        ReportCommand.Create(console),
        ExportCommand.Create(console),
        KernelCommand.Create(console),
    ];
}
