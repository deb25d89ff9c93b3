using System.Text.Json.Nodes;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>The first line that a worker reads: what holds for every notebook that it is given.</summary>
/// <param name="Output">The folder for executed notebooks and pages.</param>
/// <param name="Provenance">What the run rests on.</param>
internal sealed record WorkerSetup(string Output, JsonObject Provenance);

/// <summary>A line that a worker writes: a cell starts, or the notebook is done.</summary>
internal sealed record WorkerReport
{
    /// <summary>The number of the code cell that starts, from 1.</summary>
    public int Cell { get; init; }

    /// <summary>How many code cells the notebook has.</summary>
    public int Cells { get; init; }

    /// <summary>Whether the notebook is done, well or not.</summary>
    public bool Done { get; init; }

    /// <summary>What stopped the notebook, or <see langword="null"/>.</summary>
    public string? Failure { get; init; }

    /// <summary>What keeps the whole command from going on, such as a folder that cannot be written, or <see langword="null"/>.</summary>
    public string? Stop { get; init; }

    /// <summary>The seconds that the cells took.</summary>
    public double Running { get; init; }

    /// <summary>The seconds that the executed notebook and the page took.</summary>
    public double Writing { get; init; }
}
