using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!who</c></summary>
internal sealed class WhoMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "who";

    /// <inheritdoc/>
    public string Summary => "the variables' names";

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        cell.Show(string.Join('\n', cell.Session.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal)));
        return Task.CompletedTask;
    }
}
