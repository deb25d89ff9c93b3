using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!import</c></summary>
internal sealed class ImportMagic : IMagic
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = CellLanguage.CSharp,
        [".csx"] = CellLanguage.CSharp,
        [".html"] = "html",
        [".js"] = "javascript",
        [".md"] = CellLanguage.Markdown,
        [".sql"] = "sql",
    };

    /// <inheritdoc/>
    public string Name => "import";

    /// <inheritdoc/>
    public string Summary => "runs the code of another notebook (.ipynb, .dib) or file (.cs, .csx, .sql, .html, .js, .md) here; its path is relative to the notebook's folder";

    /// <inheritdoc/>
    public async Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        if (MagicArguments.Of(part, []).Words is not [var file])
        {
            throw part.Problem("expected one file, as in #!import helpers.dib; a path with spaces stands in quotation marks.");
        }

        var path = Path.GetFullPath(file, cell.Session.Folder);
        if (!File.Exists(path))
        {
            throw part.Problem($"there is no file {path}.");
        }

        if (!cell.Importing.Add(path))
        {
            throw part.Problem($"{file} imports itself.");
        }

        try
        {
            await ImportAsync(part, path, cell, cancellation).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw part.Problem(cause.Message);
        }
        finally
        {
            cell.Importing.Remove(path);
        }
    }

    private static Task ImportAsync(CellPart part, string path, CellContext cell, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        var ending = Path.GetExtension(path);
        return ending.ToUpperInvariant() is ".IPYNB" or ".DIB"
            ? CellParts.RunAsync(NotebookFile.Read(path), name, cell, cancellation)
            : Languages.TryGetValue(ending, out var language)
            ? CellParts.RunAsync(File.ReadAllText(path), language, cell, name, cancellation)
            : throw part.Problem($"a file {ending} cannot be imported; expected .ipynb, .dib, {string.Join(", ", Languages.Keys)}.");
    }
}
