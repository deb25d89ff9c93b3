using System.Diagnostics;

namespace SifAnalysis.Cli.Tests;

/// <summary>Runs the .NET SDK's commands as a contributor would.</summary>
internal static class Dotnet
{
    /// <summary>Runs <c>dotnet</c> in a folder and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static string Run(string folder, params string[] arguments) => Program(folder, "dotnet", arguments);

    /// <summary>Runs a program in a folder and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static string Program(string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(
            program, arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited "
                + $"{process.ExitCode}:\n{output}\n{errors.Result}");
    }
}
