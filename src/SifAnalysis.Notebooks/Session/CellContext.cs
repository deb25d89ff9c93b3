using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Display;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>The cell that is executing, for the code that it runs on any thread.</summary>
/// <param name="outputs">Where its outputs go.</param>
/// <param name="session">The session in which it executes.</param>
/// <param name="number">The number of the execution, from 1.</param>
/// <param name="running">What runs its code.</param>
/// <param name="text">Its text.</param>
internal sealed class CellContext(ICellOutputs outputs, CSharpSession session, int number, StoppableCode running, string text)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

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

    /// <summary>The text of which the executing code is a part: the cell's own, or a cell's that it imports.</summary>
    public CellSource Source { get; set; } = new(text, name: null);

    /// <summary>Sets up what a package brings for notebooks, as the session that the cell belongs to can.</summary>
    public Func<string, CancellationToken, Task> ExtendAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs the cell, and tells how it ended.</summary>
    /// <param name="run">What runs it.</param>
    /// <param name="cancellation">Stops it, wherever it loops or waits.</param>
    /// <returns>How the cell ended; its error, if it has one, has gone to the outputs too.</returns>
    public async Task<CellResult> RunAsync(Func<Task> run, CancellationToken cancellation)
    {
        try
        {
            // Not on the caller's thread, so that it can stop waiting for what does not come to its end.
            await Task.Run(
                () =>
                {
                    Current = this;

                    // Notebooks open files beside themselves by relative paths, as they do under .NET Interactive.
                    Directory.SetCurrentDirectory(session.Folder);
                    return run();
                },
                cancellation).WaitAsync(cancellation);
            return new CellResult(number, null, Interrupted: false);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            var message = await running.StopAsync(Patience)
                ? "The cell was stopped before its end."
                : "The cell was left before its end, but a library that it called is still at work. That goes on in the background until it is done or the kernel is restarted.";
            var error = new ErrorOutput("Interrupted", message, [message]);
            Add(error);
            return new CellResult(number, error, Interrupted: true);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            var error = CellErrors.Of(cause, text, number);
            Add(error);
            return new CellResult(number, error, Interrupted: false);
        }
    }

    /// <summary>Shows a value, which can be replaced where it stands.</summary>
    public DisplayedValue Display(object? value, IReadOnlyList<string> mimeTypes)
    {
        var bundle = Bundle(value, mimeTypes);
        var shown = new DisplayedValue(value, [.. bundle.Select(pair => CellEvents.Formatted(pair.Key, pair.Value))]);
        Add(new DisplayOutput(bundle, []) { DisplayId = shown.DisplayId });
        return shown;
    }

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

    /// <summary>Removes the outputs so far; with <paramref name="wait"/>, only once the next one comes.</summary>
    public void Clear(bool wait)
    {
        lock (oneAtATime)
        {
            outputs.Clear(wait);
        }
    }

    /// <summary>Asks the user.</summary>
    public string Ask(string prompt, bool hidden) => outputs.Ask(prompt, hidden);

    /// <summary>The representations of a value, as the formatters registered in the process give them.</summary>
    public static JsonObject Bundle(object? value, IReadOnlyList<string>? mimeTypes = null)
    {
        if (value is null)
        {
            return new JsonObject { [PlainTextFormatter.MimeType] = "null" };
        }

        value = SessionDisplay.Of(value);
        var type = value?.GetType() ?? typeof(object);
        PlotlyNet.Register(type);
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
        if (value is null or string or IConvertible or DateOnly or TimeOnly or Guid or TimeSpan or DateTimeOffset or PasswordString or ShownJson)
        {
            return [PlainTextFormatter.MimeType];
        }

        var preferred = Formatter.GetPreferredMimeTypesFor(type).ToList();
        return preferred.Contains(PlainTextFormatter.MimeType) ? preferred : [.. preferred, PlainTextFormatter.MimeType];
    }
}
