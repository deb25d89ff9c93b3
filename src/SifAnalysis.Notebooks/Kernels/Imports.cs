using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>
/// <c>#!import</c>: the model's directive, carried out here, so that paths are relative to the notebook's folder and errors name the
/// imported file, its cell and its line.
/// </summary>
internal sealed class Imports(CompositeKernel kernels, string folder, ICellContexts cells)
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = CellLanguage.CSharp,
        [".csx"] = CellLanguage.CSharp,
        [".fs"] = "fsharp",
        [".fsx"] = "fsharp",
        [".html"] = "html",
        [".js"] = "javascript",
        [".md"] = CellLanguage.Markdown,
        [".sql"] = "sql",
    };

    private readonly HashSet<string> importing = new(StringComparer.Ordinal);

    /// <summary>Adds the directive to the kernels.</summary>
    public void AddDirective()
    {
        var endings = string.Join(", ", Languages.Keys);
        var directive = new KernelActionDirective(
            "#!import", $"runs the code of another notebook (.ipynb, .dib) or file ({endings}) here; its path is relative to the notebook's folder")
        {
            Parameters = { new KernelDirectiveParameter("--file", "the file") { AllowImplicitName = true, Required = true, TypeHint = "file" } },
        };
        kernels.AddDirective<ImportDocument>(directive, (command, context) => ImportAsync(command.FilePath, context.CancellationToken));
    }

    /// <summary>Runs every code cell of a notebook, or a file of code, as part of the executing cell.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MagicException">It cannot be imported.</exception>
    public async Task ImportAsync(string file, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file, folder);
        if (!File.Exists(path))
        {
            throw Problem($"there is no file {path}.");
        }

        if (!importing.Add(path))
        {
            throw Problem($"{file} imports itself.");
        }

        var cell = cells.Current;
        var source = cell.Source;
        try
        {
            foreach (var (code, language, name) in Parts(path))
            {
                cell.Source = new CellSource(code, name);
                var result = await kernels.SendAsync(new SubmitCode(cell.Source.Submission, language), cancellation).ConfigureAwait(false);
                if (result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed)
                {
                    ExceptionDispatchInfo.Throw(failed.Exception ?? new MagicException("Magic", $"{name}: {failed.Message}"));
                }
            }
        }
        catch (Exception cause) when (cause is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw Problem(cause.Message);
        }
        finally
        {
            cell.Source = source;
            importing.Remove(path);
        }
    }

    private static IEnumerable<(string Code, string Language, string Name)> Parts(string path)
    {
        var name = Path.GetFileName(path);
        var ending = Path.GetExtension(path);
        if (ending.ToUpperInvariant() is ".IPYNB" or ".DIB")
        {
            return NotebookFile.Read(path).Cells.Index().Where(pair => pair.Item.Kind == CellKind.Code)
                .Select(pair => (pair.Item.Source, pair.Item.Language, string.Create(CultureInfo.InvariantCulture, $"{name}, cell {pair.Index + 1}")));
        }

        return Languages.TryGetValue(ending, out var language)
            ? [(File.ReadAllText(path), language, name)]
            : throw Problem($"a file {ending} cannot be imported; expected .ipynb, .dib, {string.Join(", ", Languages.Keys)}.");
    }

    private static MagicException Problem(string message) => new("Magic", $"#!import: {message}");
}
