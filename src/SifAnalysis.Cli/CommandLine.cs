using SifAnalysis.Loading;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;
using Spectre.Console;

namespace SifAnalysis.Cli;

/// <summary>The rules that every command of <c>sif</c> keeps.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a command that did what was asked.</summary>
    public const int Success = 0;

    /// <summary>The exit code of a command that ran and found something wrong.</summary>
    public const int Failure = 1;

    /// <summary>The exit code of a command line that could not be understood.</summary>
    public const int WrongUsage = 2;

    /// <summary>Runs a command; what its user can put right is one message without a stack trace.</summary>
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
            Say(console, $"A file could not be read or written: {cause.Message} Existing files were not changed.");
        }

        return Failure;
    }

    /// <summary>Writes a line as it is: never wrapped or cut, so that programs and people with wide terminals read it whole.</summary>
    public static void Say(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
