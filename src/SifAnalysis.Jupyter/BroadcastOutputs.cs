using System.Text;
using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>
/// Broadcasts a cell's outputs as they come. Texts that follow each other within a moment travel together, so that a
/// loop that prints does not become a message a line.
/// </summary>
/// <param name="publish">What sends a message to all clients.</param>
/// <param name="ask">What asks the user.</param>
/// <param name="count">The number of the execution.</param>
internal sealed class BroadcastOutputs(Action<string, JsonObject> publish, Func<string, bool, string> ask, int count) : ICellOutputs
{
    private const int Together = 1 << 17;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly Lock oneAtATime = new();
    private readonly StringBuilder text = new();
    private string stream = "stdout";
    private bool waiting;

    /// <inheritdoc/>
    public void Add(CellOutput output)
    {
        lock (oneAtATime)
        {
            switch (output)
            {
                case StreamOutput written:
                    Write(written);
                    break;
                case DisplayOutput display:
                    Flush();
                    publish(display.ExecutionCount is null ? "display_data" : "execute_result", Display(display));
                    break;
                case ErrorOutput error:
                    Flush();
                    publish("error", Error(error));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Update(string displayId, DisplayOutput display)
    {
        lock (oneAtATime)
        {
            Flush();
            publish("update_display_data", Display(display with { DisplayId = displayId, ExecutionCount = null }));
        }
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
        lock (oneAtATime)
        {
            Flush();
            publish("clear_output", new JsonObject { ["wait"] = wait });
        }
    }

    /// <inheritdoc/>
    public string Ask(string prompt, bool hidden)
    {
        lock (oneAtATime)
        {
            Flush();
        }

        return ask(prompt, hidden);
    }

    /// <summary>Sends the text that waits.</summary>
    public void End()
    {
        lock (oneAtATime)
        {
            Flush();
        }
    }

    /// <summary>The content of an error, for broadcasts and replies.</summary>
    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    private void Write(StreamOutput written)
    {
        if (text.Length > 0 && stream != written.Name)
        {
            Flush();
        }

        stream = written.Name;
        text.Append(written.Text);
        if (text.Length >= Together)
        {
            Flush();
        }
        else if (!waiting)
        {
            waiting = true;
            _ = EndSoonAsync();
        }
    }

    private async Task EndSoonAsync()
    {
        await Task.Delay(Moment).ConfigureAwait(false);
        lock (oneAtATime)
        {
            waiting = false;
            Flush();
        }
    }

    private void Flush()
    {
        if (text.Length > 0)
        {
            publish("stream", new JsonObject { ["name"] = stream, ["text"] = text.ToString() });
            text.Clear();
        }
    }

    private JsonObject Display(DisplayOutput display)
    {
        var content = new JsonObject { ["data"] = display.Data.DeepClone(), ["metadata"] = display.Metadata.DeepClone() };
        if (display.ExecutionCount is not null)
        {
            content["execution_count"] = count;
        }

        content["transient"] = display.DisplayId is null ? new JsonObject() : new JsonObject { ["display_id"] = display.DisplayId };
        return content;
    }
}
