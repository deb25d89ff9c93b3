using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SifAnalysis.Notebooks.Documents;

/// <summary>Jupyter's notebook format, nbformat 4: read from 4.0 on, written as 4.5 the way Jupyter lays it out.</summary>
internal static class JupyterFormat
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether a representation is JSON rather than text, by its mime type.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType is "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    public static NotebookDocument Parse(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new NotebookFormatException(path, "the file is empty; restore it from a copy or from version control.", 1, 1);
        }

        JsonText json;
        JsonNode? root;
        try
        {
            json = JsonText.Of(text);
            root = json.Parse();
        }
        catch (JsonTextException cause)
        {
            throw new NotebookFormatException(
                path,
                $"the file is not whole JSON, so it may have been cut short or edited by hand ({cause.Problem}); restore it from a copy.",
                cause.Place.Line,
                cause.Place.Column,
                cause);
        }

        return new Reader(path, json).Document(root);
    }

    public static string Format(NotebookDocument document)
    {
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. document.Cells.Select(Cell)]),
            ["metadata"] = document.Metadata.DeepClone(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            root.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static JsonNode Cell(NotebookCell cell)
    {
        var node = new JsonObject();
        if (cell.Attachments is not null)
        {
            node["attachments"] = cell.Attachments.DeepClone();
        }

        node["cell_type"] = cell.Kind switch
        {
            CellKind.Code => "code",
            CellKind.Markdown => "markdown",
            _ => "raw",
        };
        if (cell.Kind is CellKind.Code)
        {
            node["execution_count"] = cell.ExecutionCount;
        }

        node["id"] = cell.Id;
        node["metadata"] = cell.Metadata.DeepClone();
        if (cell.Kind is CellKind.Code)
        {
            node["outputs"] = new JsonArray([.. cell.Outputs.Select(Output)]);
        }

        node["source"] = Lines(cell.Source);
        return node;
    }

    private static JsonNode Output(CellOutput output) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = Lines(stream.Text),
        },
        DisplayOutput { ExecutionCount: { } count } result => new JsonObject
        {
            ["data"] = Bundle(result.Data),
            ["execution_count"] = count,
            ["metadata"] = result.Metadata.DeepClone(),
            ["output_type"] = "execute_result",
        },
        DisplayOutput display => new JsonObject
        {
            ["data"] = Bundle(display.Data),
            ["metadata"] = display.Metadata.DeepClone(),
            ["output_type"] = "display_data",
        },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(output), output, "An output is a stream, a display or an error."),
    };

    private static JsonObject Bundle(JsonObject data)
    {
        var bundle = new JsonObject();
        foreach (var (mimeType, value) in data)
        {
            bundle[mimeType] = !IsJson(mimeType) && value is JsonValue text && text.TryGetValue<string>(out var content)
                ? Lines(content)
                : value?.DeepClone();
        }

        return bundle;
    }

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    private sealed class Reader(string path, JsonText json)
    {
        private readonly CellIds ids = new();

        public NotebookDocument Document(JsonNode? node)
        {
            var root = node as JsonObject ?? throw Problem(node, "this is JSON, but no notebook: a notebook is an object.");
            Version(root);
            var metadata = root["metadata"] as JsonObject ?? [];
            Language(metadata);
            var cells = root["cells"] as JsonArray ?? throw Problem(root["cells"] ?? root, "the notebook has no list of cells.");
            return new NotebookDocument([.. cells.Select((cell, index) => Cell(cell, index + 1, cells))], metadata.DeepClone().AsObject());
        }

        private void Version(JsonObject root)
        {
            var version = root["nbformat"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : (int?)null;
            if (version is not 4)
            {
                throw Problem(root["nbformat"] ?? root, version is null
                    ? "this is JSON, but no notebook: it does not state its nbformat version."
                    : $"the notebook is in nbformat {version}, and version 4 is read here; convert it by "
                      + "\"jupyter nbconvert --to notebook --nbformat 4\".");
            }
        }

        private void Language(JsonObject metadata)
        {
            var kernel = metadata["kernelspec"] as JsonObject;
            var name = Text(kernel?["name"]);
            var language = Text(kernel?["language"]) ?? Text((metadata["language_info"] as JsonObject)?["name"]);
            var isCSharp = name is ".net-csharp" or "sif-csharp"
                || language is null
                || language.ToUpperInvariant() is "C#" or "CSHARP" or "POLYGLOT-NOTEBOOK";
            if (!isCSharp || name is ".net-fsharp" or ".net-pwsh")
            {
                throw Problem(
                    kernel ?? metadata,
                    $"the notebook is written in {language ?? name} (kernel \"{name}\"), and C# notebooks run here; "
                    + "open it with its own kernel, or set its kernelspec to \".net-csharp\".");
            }
        }

        private NotebookCell Cell(JsonNode? node, int number, JsonArray cells)
        {
            var cell = node as JsonObject ?? throw Problem(node ?? cells, $"cell {number} is no object.");
            var kind = Text(cell["cell_type"]) switch
            {
                "code" => CellKind.Code,
                "markdown" or "heading" => CellKind.Markdown,
                "raw" => CellKind.Raw,
                null => throw Problem(cell, $"cell {number} has no \"cell_type\"."),
                var other => throw Problem(cell["cell_type"]!, $"cell {number} is of type \"{other}\"; expected code, markdown or raw."),
            };
            if (!cell.ContainsKey("source"))
            {
                throw Problem(cell, $"cell {number} has no \"source\".");
            }

            var source = Joined(cell["source"], cell, $"the source of cell {number}");
            var metadata = (cell["metadata"] as JsonObject)?.DeepClone().AsObject() ?? [];
            return new NotebookCell(ids.Take(Text(cell["id"]), source), kind, source, metadata)
            {
                Attachments = (cell["attachments"] as JsonObject)?.DeepClone().AsObject(),
                ExecutionCount = kind is CellKind.Code ? Count(cell["execution_count"]) : null,
                Outputs = kind is CellKind.Code && cell["outputs"] is JsonArray outputs
                    ? [.. outputs.Select(output => Output(output, number, outputs))]
                    : [],
            };
        }

        private CellOutput Output(JsonNode? node, int number, JsonArray outputs)
        {
            var output = node as JsonObject ?? throw Problem(node ?? outputs, $"an output of cell {number} is no object.");
            return Text(output["output_type"]) switch
            {
                "stream" => new StreamOutput(
                    Text(output["name"]) ?? "stdout", Joined(output["text"], output, $"a stream of cell {number}")),
                "display_data" => Display(output, number),
                "execute_result" => Display(output, number) with { ExecutionCount = Count(output["execution_count"]) },
                "error" => new ErrorOutput(
                    Text(output["ename"]) ?? "Error",
                    Text(output["evalue"]) ?? "",
                    [.. (output["traceback"] as JsonArray ?? []).Select(line => Text(line) ?? "")]),
                var other => throw Problem(
                    output["output_type"] ?? output, $"cell {number} has an output of type \"{other}\", which nbformat 4 does not know."),
            };
        }

        private DisplayOutput Display(JsonObject output, int number)
        {
            var data = new JsonObject();
            foreach (var (mimeType, value) in output["data"] as JsonObject ?? [])
            {
                data[mimeType] = IsJson(mimeType)
                    ? value?.DeepClone()
                    : Joined(value, output, $"the {mimeType} output of cell {number}");
            }

            return new DisplayOutput(data, (output["metadata"] as JsonObject)?.DeepClone().AsObject() ?? []);
        }

        private string Joined(JsonNode? node, JsonNode around, string what) => node switch
        {
            JsonArray lines => string.Concat(lines.Select(line => Text(line) ?? throw NotText(line ?? lines, what))),
            JsonValue => Text(node) ?? throw NotText(node, what),
            _ => throw NotText(node ?? around, what),
        };

        private static string? Text(JsonNode? node) =>
            node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

        private static int? Count(JsonNode? node) =>
            node is JsonValue value && value.TryGetValue<int>(out var count) ? count : null;

        private NotebookFormatException NotText(JsonNode at, string what) => Problem(at, $"{what} is not text or a list of lines.");

        private NotebookFormatException Problem(JsonNode? at, string problem)
        {
            var place = at is null ? new TextPlace(1, 1) : json.Place(at);
            return new(path, problem, place.Line, place.Column);
        }
    }
}
