using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>A notebook that was run.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Document">The notebook with the outputs of every cell that ran.</param>
/// <param name="Failure">What stopped it, with cell and message, or <see langword="null"/> where every cell ran.</param>
/// <param name="Running">The time that it took, the start of its process included.</param>
internal sealed record RanNotebook(string Path, NotebookDocument Document, string? Failure, TimeSpan Running)
{
    /// <summary>The file's name without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Failure is null;
}
