using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Hears the events of an executing cell and gives them out as its outputs.</summary>
/// <param name="command">The command that executes the cell.</param>
/// <param name="number">The number of the execution.</param>
/// <param name="outputs">Where the outputs go.</param>
internal sealed class CellEvents(KernelCommand command, int number, ICellOutputs outputs) : IObserver<KernelEvent>
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Lock oneAtATime = new();
    private string? told;

    /// <summary>What went wrong in the cell, or <see langword="null"/>.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>What the model's parser found wrong with the cell's magics.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <inheritdoc/>
    public void OnNext(KernelEvent value)
    {
        lock (oneAtATime)
        {
            Hear(value);
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
        if (told is not null)
        {
            Failure ??= new MagicException("Error", told);
        }
    }

    /// <inheritdoc/>
    public void OnError(Exception error) => Failure ??= error;

    /// <summary>The event that gives an output out.</summary>
    public static KernelEvent Of(CellOutput output, KernelCommand command) => output switch
    {
        StreamOutput { Name: "stderr" } text => new StandardErrorValueProduced(command, [new(PlainTextFormatter.MimeType, text.Text)]),
        StreamOutput text => new StandardOutputValueProduced(command, [new(PlainTextFormatter.MimeType, text.Text)]),
        DisplayOutput { ExecutionCount: not null } result => new ReturnValueProduced(null, command, Formatted(result.Data)),
        DisplayOutput display => new DisplayedValueProduced(null, command, Formatted(display.Data), display.DisplayId),
        ErrorOutput error => new ErrorProduced(error.Message, command),
        _ => throw new ArgumentOutOfRangeException(nameof(output), output, "An output is a stream, a display or an error."),
    };

    /// <summary>The event that updates a display.</summary>
    public static KernelEvent Of(string displayId, DisplayOutput display, KernelCommand command) =>
        new DisplayedValueUpdated(null, displayId, command, Formatted(display.Data));

    /// <summary>A representation as the model has it: text, JSON too.</summary>
    public static FormattedValue Formatted(string mime, JsonNode? value) =>
        new(mime, JupyterFormat.IsJson(mime) ? value?.ToJsonString() ?? "null" : (string?)value ?? "");

    private static IReadOnlyList<FormattedValue> Formatted(JsonObject bundle) => [.. bundle.Select(pair => Formatted(pair.Key, pair.Value))];

    private void Hear(KernelEvent value)
    {
        switch (value)
        {
            case StandardOutputValueProduced text:
                outputs.Add(new StreamOutput("stdout", Text(text)));
                break;
            case StandardErrorValueProduced text:
                outputs.Add(new StreamOutput("stderr", Text(text)));
                break;
            case ReturnValueProduced result:
                outputs.Add(new DisplayOutput(Data(result), []) { ExecutionCount = number });
                break;
            case DisplayedValueUpdated update:
                outputs.Update(update.ValueId, new DisplayOutput(Data(update), []) { DisplayId = update.ValueId });
                break;
            case DisplayedValueProduced display when display.FormattedValues.Any(each => !each.SuppressDisplay):
                outputs.Add(new DisplayOutput(Data(display), []) { DisplayId = display.ValueId });
                break;
            case DiagnosticsProduced found:
                diagnostics.AddRange(found.Diagnostics);
                break;
            case ErrorProduced error:
                told ??= error.Message;
                break;
            case CommandFailed failed when failed.Command == command:
                // What a command within the cell told first is the cause of what came of it.
                Failure ??= told is null ? failed.Exception ?? new MagicException("Error", failed.Message) : new MagicException("Error", told);
                break;
        }
    }

    private static string Text(DisplayEvent text) => string.Concat(text.FormattedValues.Select(each => each.Value)).ReplaceLineEndings("\n");

    // What the model formatted has the representations that the type prefers; text for who has no other is added.
    private static JsonObject Data(DisplayEvent display)
    {
        var bundle = new JsonObject();
        foreach (var each in display.FormattedValues)
        {
            bundle[each.MimeType] = JupyterFormat.IsJson(each.MimeType) ? JsonNode.Parse(each.Value) : each.Value.ReplaceLineEndings("\n");
        }

        if (display.Value is { } value and not string && !bundle.ContainsKey(PlainTextFormatter.MimeType)
            && Formatter.GetPreferredMimeTypesFor(value.GetType()).All(bundle.ContainsKey))
        {
            bundle[PlainTextFormatter.MimeType] = value.ToDisplayString().ReplaceLineEndings("\n");
        }

        return bundle;
    }
}
