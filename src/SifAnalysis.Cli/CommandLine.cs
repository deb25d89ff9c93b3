using System.CommandLine;
using SifAnalysis.Cli.Commands;
using SifAnalysis.Loading;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;
using Spectre.Console;

namespace SifAnalysis.Cli;

/// <summary>The commands of <c>sif</c>, and the rules that all of them keep.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a command that did what was asked.</summary>
    public const int Success = 0;

    /// <summary>The exit code of a command that ran and found something wrong.</summary>
    public const int Failure = 1;

    /// <summary>The exit code of a command line that could not be understood.</summary>
    public const int WrongUsage = 2;

    /// <summary>Parses and runs a command line.</summary>
    /// <returns>0 success, 1 something is wrong, 2 wrong usage.</returns>
    public static async Task<int> InvokeAsync(IAnsiConsole console, string[] arguments)
    {
        var root = new RootCommand("Analyse Ofsted's single inspection framework: reproduce its figures, run notebooks, check and validate data.");
        foreach (var command in Commands(console))
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(arguments);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? WrongUsage : code;
    }

    /// <summary>Runs a command; what its user can mend is one message without a stack trace.</summary>
    public static int Guarded(IAnsiConsole console, Func<int> command) =>
        GuardedAsync(console, () => Task.FromResult(command())).GetAwaiter().GetResult();

    /// <inheritdoc cref="Guarded"/>
    public static async Task<int> GuardedAsync(IAnsiConsole console, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception cause) when (cause is CommandException or LoadException or NotebookFormatException or ParameterException)
        {
            Say(console, cause.Message);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Say(console, $"A file could not be read or written: {cause.Message} What was there before is as it was.");
        }

        return Failure;
    }

    /// <summary>Writes a line as it is: never wrapped or cut, so that programs and people with wide terminals read it whole.</summary>
    public static void Say(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);

    private static IEnumerable<Command> Commands(IAnsiConsole console) =>
    [
        ReproduceCommand.Create(console),
        RunCommand.Create(console),
        CheckCommand.Create(console),
        ValidateCommand.Create(console),
        DataCommand.Create(console),
        ReportCommand.Create(console),
        ExportCommand.Create(console),
        KernelCommand.Create(console),
    ];
}
