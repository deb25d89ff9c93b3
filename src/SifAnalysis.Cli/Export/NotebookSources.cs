using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;

namespace SifAnalysis.Cli.Export;

/// <summary>The executed notebooks that an export is made of.</summary>
internal static class NotebookSources
{
    /// <summary>A notebook with outputs.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="run">Whether its code is run first; without it, nothing is run.</param>
    /// <exception cref="CommandException">There is no such file, it has no outputs, or a cell failed.</exception>
    /// <exception cref="NotebookFormatException">The file is no C# notebook.</exception>
    public static async Task<NotebookDocument> ReadAsync(string path, bool run)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: there is no such file; check the path and the folder you are in.");
        }

        var document = NotebookFile.Read(path);
        if (run)
        {
            var ran = await NotebookRunner.RunAsync(document, new RunOptions { Folder = Path.GetDirectoryName(Path.GetFullPath(path))! });
            return ran.Succeeded ? ran.Document : throw new CommandException($"{path}, {ran.Failure}");
        }

        return document.Cells.Any(cell => cell.Outputs.Count > 0) || !document.Cells.Any(cell => cell.Kind == CellKind.Code)
            ? document
            : throw new CommandException($"{path} has no outputs. Give an executed notebook, "
                + $"as sif run and sif reproduce leave them in artifacts/, or let its code run by --run.");
    }

    /// <summary>The executed notebooks that <c>sif reproduce</c> left in a folder.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public static IReadOnlyList<string> In(string artifacts)
    {
        List<string> paths = Directory.Exists(artifacts)
            ? [.. Directory.EnumerateFiles(artifacts, "*.ipynb").Order(StringComparer.Ordinal)]
            : [];
        return paths.Count > 0
            ? paths
            : throw new CommandException(
                $"There are no executed notebooks in {artifacts}; make them by sif reproduce, or name a notebook.");
    }
}
