using SifAnalysis.Notebooks.Running;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>A notebook that was run.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Run">How it went.</param>
internal sealed record RanNotebook(string Path, NotebookRun Run)
{
    /// <summary>The file's name without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
