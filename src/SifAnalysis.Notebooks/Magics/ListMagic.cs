using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!lsmagic</c></summary>
internal sealed class ListMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "lsmagic";

    /// <inheritdoc/>
    public string Summary => "lists the magics";

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        cell.Show(string.Join('\n', MagicCatalogue.All.Select(magic => $"#!{magic.Name}: {magic.Summary}")));
        return Task.CompletedTask;
    }
}
