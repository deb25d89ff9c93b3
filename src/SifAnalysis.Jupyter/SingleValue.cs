using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>Keeps the last value that an expression shows, for a client that asked for it by <c>user_expressions</c>.</summary>
internal sealed class SingleValue : ICellOutputs
{
    /// <summary>The mime bundle of the value.</summary>
    public JsonObject Data { get; private set; } = [];

    /// <inheritdoc/>
    public void Add(CellOutput output)
    {
        if (output is DisplayOutput display)
        {
            Data = (JsonObject)display.Data.DeepClone();
        }
    }

    /// <inheritdoc/>
    public void Update(string displayId, DisplayOutput display)
    {
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
    }

    /// <inheritdoc/>
    public string Ask(string prompt, bool hidden) => throw new InvalidOperationException("An expression of a client cannot ask the user.");
}
