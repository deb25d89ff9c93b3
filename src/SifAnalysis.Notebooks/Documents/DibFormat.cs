using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SifAnalysis.Notebooks.Documents;

/// <summary>.NET Interactive's plain text format: each cell begins with a line such as <c>#!csharp</c> or <c>#!markdown</c>.</summary>
internal static class DibFormat
{
    private const string Prefix = "#!";
    private const string Meta = "meta";

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static NotebookDocument Parse(string text, string path)
    {
        var metadata = NotebookDocument.CSharpMetadata();
        var ids = new CellIds();
        var cells = new List<NotebookCell>();
        foreach (var (language, line, source) in Parts(text))
        {
            if (language is Meta)
            {
                metadata["polyglot_notebook"] = ParseMeta(source, path, line);
            }
            else if (source.Length > 0)
            {
                cells.Add(Cell(ids.Take(null, source), language, source));
            }
        }

        return new NotebookDocument(cells, metadata);
    }

    public static string Format(NotebookDocument document)
    {
        var text = new StringBuilder();
        if (document.Metadata["polyglot_notebook"] is JsonObject meta)
        {
            text.Append(Prefix).Append(Meta).Append("\n\n").Append(meta.ToJsonString(OneLine)).Append("\n\n");
        }

        foreach (var cell in document.Cells)
        {
            var language = cell.Kind switch
            {
                CellKind.Code => cell.Language,
                CellKind.Markdown => CellLanguage.Markdown,
                _ => CellLanguage.Raw,
            };
            text.Append(Prefix).Append(language).Append("\n\n").Append(cell.Source.Trim('\n')).Append("\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    // Each part with the line on which its text begins, blank lines passed over.
    private static IEnumerable<(string Language, int Line, string Source)> Parts(string text)
    {
        var language = CellLanguage.CSharp;
        var start = 1;
        var lines = new List<string>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (LanguageOf(line) is { } next)
            {
                yield return (language, start + Blank(lines), Trimmed(lines));
                (language, start) = (next, index + 2);
                lines.Clear();
            }
            else
            {
                lines.Add(line);
            }
        }

        yield return (language, start + Blank(lines), Trimmed(lines));
    }

    private static int Blank(List<string> lines) => lines.TakeWhile(line => line.Length == 0).Count();

    private static string? LanguageOf(string line)
    {
        if (!line.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var name = line[Prefix.Length..].TrimEnd();
        return name is Meta ? Meta : CellLanguage.Find(name);
    }

    private static string Trimmed(List<string> lines) => string.Join('\n', lines).Trim('\n');

    private static JsonObject ParseMeta(string source, string path, int line)
    {
        try
        {
            return JsonText.Of(source).Parse() as JsonObject
                ?? throw new NotebookFormatException(path, "the text under #!meta is no JSON object.", line, 1);
        }
        catch (JsonTextException cause)
        {
            throw new NotebookFormatException(
                path,
                $"the text under #!meta is not whole JSON ({cause.Problem}); mend it or remove it.",
                line + cause.Place.Line - 1,
                cause.Place.Column,
                cause);
        }
    }

    private static NotebookCell Cell(string id, string language, string source) => language switch
    {
        CellLanguage.Markdown => new(id, CellKind.Markdown, source, []),
        CellLanguage.Raw => new(id, CellKind.Raw, source, []),
        CellLanguage.CSharp => new(id, CellKind.Code, source, []),
        _ => new(id, CellKind.Code, source, new JsonObject
        {
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = language },
        }),
    };
}
