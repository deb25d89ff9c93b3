using System.CommandLine;

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

    /// <summary>Every command, in the order of the help page.</summary>
    public static IEnumerable<Command> Commands() => [];

    /// <summary>Parses and runs a command line.</summary>
    /// <returns>0 success, 1 something is wrong, 2 wrong usage.</returns>
    public static async Task<int> InvokeAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? WrongUsage : code;
    }
}
