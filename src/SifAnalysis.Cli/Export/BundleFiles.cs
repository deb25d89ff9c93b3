using System.Text;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Export;

/// <summary>The files that a bundle holds, by their names in it.</summary>
internal static class BundleFiles
{
    private static readonly string[] DataFiles = ["*.csv", "datapackage.json", "README.md", "LICENCE.md"];

    private static readonly string[] Made = ["*.html", "*.ipynb", "*.csx", "figures.json", "authorities/*", "assets/*", "data/*"];

    private static readonly string[] KitFolders = ["src", "tests", "notebooks", "data", "docs", ".config"];

    private static readonly string[] KitFiles =
        ["*.sln", "*.props", "*.md", "*.cff", "LICENSE", "global.json", ".editorconfig", ".gitattributes", "Dockerfile", "sif", "sif.cmd"];

    /// <summary>What <c>sif reproduce</c> made: every page, every executed notebook and the data downloads; and the kit that made
    /// them.</summary>
    /// <param name="artifacts">The folder of what was made.</param>
    /// <param name="kit">The checkout, or <see langword="null"/> where the program was installed.</param>
    /// <exception cref="CommandException">There is nothing yet.</exception>
    public static Dictionary<string, byte[]> OfReproduction(string artifacts, ProjectFolders? kit)
    {
        if (!File.Exists(Path.Combine(artifacts, "index.html")))
        {
            throw new CommandException($"There are no pages in {artifacts}; make them by sif reproduce, or name notebooks.");
        }

        var files = new Dictionary<string, byte[]>();
        foreach (var pattern in Made)
        {
            var folder = Path.Combine(artifacts, Path.GetDirectoryName(pattern)!);
            foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Path.GetFileName(pattern)) : [])
            {
                files[Relative(artifacts, path)] = File.ReadAllBytes(path);
            }
        }

        foreach (var path in kit is null ? [] : Sources(kit.Root).Where(path => !path.EndsWith(".part", StringComparison.Ordinal)))
        {
            files[$"kit/{Relative(kit!.Root, path)}"] = File.ReadAllBytes(path);
        }

        return files;
    }

    /// <summary>Notebooks with their pages, and with the files that they import from beside themselves.</summary>
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

            foreach (var imported in ImportedFiles.Of(document, Path.GetDirectoryName(Path.GetFullPath(path))!))
            {
                files[Path.GetFileName(imported)] = File.ReadAllBytes(imported);
            }
        }

        return files;
    }

    /// <summary>The files, and the tables of a data folder with their description, codebook and licence where they are not there
    /// yet.</summary>
    public static IReadOnlyDictionary<string, byte[]> WithData(Dictionary<string, byte[]> files, string dataFolder)
    {
        Add(files, dataFolder, DataFiles);
        return files;
    }

    // What a build makes lies in bin and obj.
    private static IEnumerable<string> Sources(string root) =>
        KitFiles.SelectMany(pattern => Directory.EnumerateFiles(root, pattern))
            .Concat(KitFolders.Select(name => Path.Combine(root, name)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Where(path => !Relative(root, path).Split('/').Any(part => part is "bin" or "obj" or "node_modules")));

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static void Add(Dictionary<string, byte[]> files, string folder, params string[] patterns)
    {
        foreach (var path in patterns.Where(_ => Directory.Exists(folder)).SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)))
        {
            files.TryAdd($"data/{Path.GetFileName(path)}", File.ReadAllBytes(path));
        }
    }
}
