using SifAnalysis.Cli.Commands;
using Spectre.Console.Testing;

namespace SifAnalysis.Cli.Tests.Commands;

/// <summary>Runs <c>sif</c> as its user would, and gives its exit code and what it printed.</summary>
internal static class Sif
{
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var console = new TestConsole();
        console.Profile.Width = 140;
        var code = await SifCommand.InvokeAsync(console, arguments);
        return (code, console.Output);
    }
}
