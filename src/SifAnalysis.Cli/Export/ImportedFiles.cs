using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Export;

/// <summary>The files that notebooks import from beside themselves: a notebook travels with them.</summary>
internal static class ImportedFiles
{
    private const string Import = "#!import ";

    /// <summary>The paths of the files that a notebook imports from its own folder and that are there.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The folder in which it lies.</param>
    public static IEnumerable<string> Of(NotebookDocument document, string folder) =>
        from cell in document.Cells
        where cell.Kind == CellKind.Code
        from line in cell.Source.Split('\n')
        where line.StartsWith(Import, StringComparison.Ordinal)
        let name = line[Import.Length..].Trim().Trim('"')
        where name == Path.GetFileName(name) && File.Exists(Path.Combine(folder, name))
        select Path.Combine(folder, name);
}
