using System.Text;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Export;

/// <summary>The files that a bundle holds, by their names in it.</summary>
internal static class BundleFiles
{
    private static readonly string[] DataFiles = ["*.csv", "datapackage.json", "README.md", "LICENCE.md"];

    /// <summary>What <c>sif reproduce</c> made: the index, every page, every executed notebook and the data downloads.</summary>
    /// <exception cref="CommandException">There is nothing yet.</exception>
    public static Dictionary<string, byte[]> OfSite(string artifacts)
    {
        if (!File.Exists(Path.Combine(artifacts, "index.html")))
        {
            throw new CommandException($"There are no pages in {artifacts}; make them by sif reproduce, or name notebooks.");
        }

        var files = new Dictionary<string, byte[]>();
        foreach (var path in ((string[])["*.html", "*.ipynb", "figures.json"]).SelectMany(pattern => Directory.EnumerateFiles(artifacts, pattern)))
        {
            files[Path.GetFileName(path)] = File.ReadAllBytes(path);
        }

        Add(files, Path.Combine(artifacts, "data"), "*");
        return files;
    }

    /// <summary>Notebooks with their pages.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="run">Whether their code is run first.</param>
    public static async Task<Dictionary<string, byte[]>> OfNotebooksAsync(IEnumerable<string> notebooks, bool run)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var path in notebooks)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var document = await NotebookSources.ReadAsync(path, run);
            if (!files.TryAdd(Path.GetFileName(path), Encoding.UTF8.GetBytes(NotebookFile.Format(document, path)))
                || !files.TryAdd($"{name}.html", Encoding.UTF8.GetBytes(DocumentExport.Html(document, name))))
            {
                throw new CommandException($"Two notebooks are called {name}; rename one.");
            }
        }

        return files;
    }

    /// <summary>The files, and the tables of a data folder with their description, codebook and licence where they are not there yet.</summary>
    public static IReadOnlyDictionary<string, byte[]> WithData(Dictionary<string, byte[]> files, string dataFolder)
    {
        Add(files, dataFolder, DataFiles);
        return files;
    }

    private static void Add(Dictionary<string, byte[]> files, string folder, params string[] patterns)
    {
        foreach (var path in patterns.Where(_ => Directory.Exists(folder)).SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)))
        {
            files.TryAdd($"data/{Path.GetFileName(path)}", File.ReadAllBytes(path));
        }
    }
}
