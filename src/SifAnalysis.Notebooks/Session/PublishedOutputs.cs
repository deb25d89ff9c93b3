using Microsoft.DotNet.Interactive;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// Gives a cell's outputs out as events of the command that executes it. What comes when the command is over, from a task that the cell
/// left behind, goes to the outputs at once, as the model takes no more events of it.
/// </summary>
internal sealed class PublishedOutputs(ICellOutputs outputs) : ICellOutputs
{
    /// <inheritdoc/>
    public void Add(CellOutput output)
    {
        if (output is not ErrorOutput && KernelInvocationContext.Current is { IsComplete: false } context)
        {
            context.Publish(CellEvents.Of(output, context.Command));
        }
        else
        {
            outputs.Add(output);
        }
    }

    /// <inheritdoc/>
    public void Update(string displayId, DisplayOutput display)
    {
        if (KernelInvocationContext.Current is { IsComplete: false } context)
        {
            context.Publish(CellEvents.Of(displayId, display, context.Command));
        }
        else
        {
            outputs.Update(displayId, display);
        }
    }

    /// <inheritdoc/>
    public void Clear(bool wait) => outputs.Clear(wait);

    /// <inheritdoc/>
    public string Ask(string prompt, bool hidden) => outputs.Ask(prompt, hidden);
}
