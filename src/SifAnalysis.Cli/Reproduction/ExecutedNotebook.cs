using System.Text.Json.Nodes;
using SifAnalysis.Charts;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>Writes what a run of a notebook leaves: the notebook with its outputs and its provenance, and its page.</summary>
internal static class ExecutedNotebook
{
    /// <summary>Writes both files, named after the notebook.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="name">The notebook's file name without its ending.</param>
    /// <param name="provenance">What the run rests on; kept in the notebook's metadata under <c>sif</c>.</param>
    /// <param name="output">The folder.</param>
    /// <exception cref="CommandException">A file cannot be written.</exception>
    public static void Write(NotebookDocument document, string name, JsonObject provenance, string output)
    {
        var metadata = (JsonObject)document.Metadata.DeepClone();
        metadata["sif"] = provenance.DeepClone();
        var executed = document with { Metadata = metadata };
        var path = Path.Combine(output, $"{name}.ipynb");
        WholeFile.Write(path, NotebookFile.Format(executed, path));
        WholeFile.Write(Path.Combine(output, $"{name}.html"), NotebookPage.Of(executed, name, PlotlyScript.Text).Html());
    }
}
