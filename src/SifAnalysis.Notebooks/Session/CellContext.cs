using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>The cell that is executing, for the code that it runs on any thread.</summary>
/// <param name="outputs">Where its outputs go.</param>
/// <param name="session">The session in which it executes.</param>
/// <param name="number">The number of the execution, from 1.</param>
/// <param name="running">What runs its code.</param>
internal sealed class CellContext(ICellOutputs outputs, CSharpSession session, int number, StoppableCode running)
{
    private static readonly AsyncLocal<CellContext?> Executing = new();
    private readonly Lock oneAtATime = new();

    /// <summary>The cell on whose behalf the current code runs, or null outside any cell.</summary>
    public static CellContext? Current
    {
        get => Executing.Value;
        set => Executing.Value = value;
    }

    /// <summary>The session in which the cell executes.</summary>
    public CSharpSession Session => session;

    /// <summary>The number of the execution, from 1.</summary>
    public int Number => number;

    /// <summary>The files that are being imported, so that none imports itself without end.</summary>
    public HashSet<string> Importing { get; } = new(StringComparer.Ordinal);

    /// <summary>Shows text as what its mime type says.</summary>
    public void Show(string text, string mime = PlainTextFormatter.MimeType) => Add(new DisplayOutput(new JsonObject { [mime] = text }, []));

    /// <summary>What runs the cell's code.</summary>
    public StoppableCode Running => running;

    /// <summary>Is cancelled when the cell is to stop.</summary>
    public CancellationToken Stopping => running.Stopping;

    /// <summary>Gives an output out.</summary>
    public void Add(CellOutput output)
    {
        lock (oneAtATime)
        {
            outputs.Add(output);
        }
    }

    /// <summary>Replaces earlier displays.</summary>
    public void Update(string displayId, DisplayOutput display)
    {
        lock (oneAtATime)
        {
            outputs.Update(displayId, display);
        }
    }

    /// <summary>Asks the user.</summary>
    public string Ask(string prompt, bool hidden) => outputs.Ask(prompt, hidden);

    /// <summary>The representations of a value, as the formatters registered in the process give them.</summary>
    public static JsonObject Bundle(object? value, IReadOnlyList<string>? mimeTypes = null)
    {
        var type = value?.GetType() ?? typeof(object);
        var wanted = mimeTypes is { Count: > 0 } ? mimeTypes : Preferred(value, type);
        var bundle = new JsonObject();
        foreach (var mime in wanted)
        {
            var text = value.ToDisplayString(mime);
            bundle[mime] = mime.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : text;
        }

        return bundle;
    }

    // Texts and numbers read best as they are; all else has the formatters' representations, and text for who has no other.
    private static IReadOnlyList<string> Preferred(object? value, Type type)
    {
        if (value is null or string or IConvertible or DateOnly or TimeOnly or Guid or TimeSpan or DateTimeOffset or PasswordString)
        {
            return [PlainTextFormatter.MimeType];
        }

        var preferred = Formatter.GetPreferredMimeTypesFor(type).ToList();
        return preferred.Contains(PlainTextFormatter.MimeType) ? preferred : [.. preferred, PlainTextFormatter.MimeType];
    }
}
