using System.CommandLine;
using SifAnalysis.Cli.Reproduction;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif worker</c>: how <c>sif reproduce</c> runs notebooks in processes of their own; it is not for people.</summary>
internal static class WorkerCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "worker";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Run the notebooks that sif reproduce names on the standard input.") { Hidden = true };
        command.SetAction(async _ =>
        {
            await NotebookWork.DoAsync(Console.OpenStandardInput(), Console.OpenStandardOutput());
            return CommandLine.Success;
        });
        return command;
    }
}
