namespace SifAnalysis.Cli.Reproduction;

/// <summary>The lines of <c>sif run</c> from which <c>sif reproduce</c> learns how far it is.</summary>
internal static class RunLines
{
    /// <summary>The line that says that a cell starts.</summary>
    public static string Started(int cell, int total) => $"cell {cell} of {total}";

    /// <summary>The line that tells that a notebook ran to its end.</summary>
    public static string Executed(string target) => $"Executed: {target}";

    /// <summary>The line that tells where the outputs of a notebook are that was stopped.</summary>
    public static string Stopped(string target) => $"What ran is in {target}";
}
