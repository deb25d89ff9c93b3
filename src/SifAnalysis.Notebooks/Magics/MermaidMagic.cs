using SifAnalysis.Notebooks.Documents;

using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!mermaid</c></summary>
internal sealed class MermaidMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "mermaid";

    /// <inheritdoc/>
    public string Summary => "shows the text as a Mermaid diagram, where the client draws them";

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        cell.Add(new DisplayOutput(new() { ["text/vnd.mermaid"] = part.Text, ["text/plain"] = part.Text }, []));
        return Task.CompletedTask;
    }
}
