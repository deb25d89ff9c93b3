using System.Globalization;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Robustness.Faults;

/// <summary>Kills <c>sif reproduce</c> as often as wanted, and prints what came of it.</summary>
internal static class KillProgram
{
    /// <summary>Runs by the arguments of the command line.</summary>
    /// <returns>0 where every file was whole after every kill, else 1.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("sif kills é ").FullName;
        var run = await KillRun.OfAsync(
            Option(arguments, "--notebooks") ?? Path.Combine(Checkout.Root, "notebooks"),
            int.Parse(Option(arguments, "--times") ?? "200", CultureInfo.InvariantCulture),
            int.Parse(Option(arguments, "--seed") ?? "1", CultureInfo.InvariantCulture),
            folder,
            Console.Error.WriteLine);
        Directory.Delete(folder, recursive: true);
        Console.WriteLine(run);
        foreach (var finding in run.Findings)
        {
            Console.WriteLine(finding);
        }

        return run.Findings.Count == 0 ? 0 : 1;
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
}
