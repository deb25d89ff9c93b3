using Microsoft.DotNet.Interactive.Formatting;

using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!whos</c></summary>
internal sealed class WhosMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "whos";

    /// <inheritdoc/>
    public string Summary => "the variables with type and value";

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        cell.Show(string.Join('\n', cell.Session.Variables.OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => $"{variable.Name}: {variable.Type.Name} = {variable.Value.ToDisplayString(PlainTextFormatter.MimeType)}")));
        return Task.CompletedTask;
    }
}
