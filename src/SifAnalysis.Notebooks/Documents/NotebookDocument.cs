using System.Text.Json.Nodes;

namespace SifAnalysis.Notebooks.Documents;

/// <summary>A notebook as nbformat 4.5 has it: cells in order, and metadata of which everything is kept.</summary>
/// <param name="Cells">The cells, in order.</param>
/// <param name="Metadata">The notebook's metadata: kernelspec, language information and all else.</param>
public sealed record NotebookDocument(IReadOnlyList<NotebookCell> Cells, JsonObject Metadata)
{
    /// <summary>The metadata of a new C# notebook, under which .NET Interactive and the kit's kernel both open it.</summary>
    public static JsonObject CSharpMetadata() => new()
    {
        ["kernelspec"] = new JsonObject
        {
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["name"] = ".net-csharp",
        },
        ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
        ["polyglot_notebook"] = new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = "csharp",
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = "csharp" }),
            },
        },
    };
}

/// <summary>One cell of a notebook.</summary>
/// <param name="Id">The cell's identifier, unique in the notebook.</param>
/// <param name="Kind">Whether the cell holds code, Markdown or raw text.</param>
/// <param name="Source">The text of the cell, with line feeds.</param>
/// <param name="Metadata">The cell's metadata, of which everything is kept.</param>
public sealed record NotebookCell(string Id, CellKind Kind, string Source, JsonObject Metadata)
{
    /// <summary>The number of the execution that gave the outputs, or <see langword="null"/> where the cell has not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The outputs, in the order in which they came.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];

    /// <summary>Files attached to a Markdown or raw cell, from name to mime bundle; or <see langword="null"/>.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>
    /// The language that a code cell is in, as .NET Interactive names it: "csharp" unless the cell's metadata says otherwise.
    /// </summary>
    public string Language =>
        NameIn("polyglot_notebook", "kernelName") ?? NameIn("dotnet_interactive", "language") ?? CellLanguage.CSharp;

    /// <summary>The tags of the cell, such as "parameters".</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags
        ? [.. tags.OfType<JsonValue>().Select(tag => tag.TryGetValue<string>(out var text) ? text : null).OfType<string>()]
        : [];

    private string? NameIn(string section, string key) =>
        Metadata[section] is JsonObject values && values[key] is JsonValue value && value.TryGetValue<string>(out var name)
            ? CellLanguage.Find(name) ?? name
            : null;
}

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Code to execute.</summary>
    Code,

    /// <summary>Markdown text.</summary>
    Markdown,

    /// <summary>Raw text, passed on as it is.</summary>
    Raw,
}

/// <summary>One output of a cell.</summary>
public abstract record CellOutput;

/// <summary>Text written to a stream.</summary>
/// <param name="Name">"stdout" or "stderr".</param>
/// <param name="Text">The text, with line feeds.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A displayed value in one or more representations.</summary>
/// <param name="Data">The mime bundle: from mime type to text or JSON.</param>
/// <param name="Metadata">The metadata of the output, often empty.</param>
public sealed record DisplayOutput(JsonObject Data, JsonObject Metadata) : CellOutput
{
    /// <summary>The number of the execution whose trailing expression this is, or <see langword="null"/> for a display.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The identifier under which the display can be updated while the session lives, or <see langword="null"/>.</summary>
    public string? DisplayId { get; init; }
}

/// <summary>An exception or a compilation that failed.</summary>
/// <param name="Name">The kind of error: the exception's type, or "Compilation error".</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Traceback">The lines to show, from the user's own code outwards.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput;
