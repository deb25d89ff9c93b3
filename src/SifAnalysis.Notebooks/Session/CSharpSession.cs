namespace SifAnalysis.Notebooks.Session;

/// <summary>A C# session in which the cells of a notebook run one after another, each seeing what earlier ones declared.</summary>
public sealed class CSharpSession : IAsyncDisposable
{
    /// <summary>Starts a session.</summary>
    /// <param name="folder">The folder against which relative paths resolve: the notebook's own.</param>
    public CSharpSession(string folder) => Folder = folder;

    /// <summary>The folder against which relative paths resolve.</summary>
    public string Folder { get; }

    /// <summary>Executes a cell: its magics, its C#, the value of its trailing expression.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="outputs">Where the cell's outputs go as they come.</param>
    /// <param name="cancellation">Stops the cell; what it declared before stays.</param>
    /// <returns>Whether the cell succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public Task<CellResult> ExecuteAsync(string code, ICellOutputs outputs, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
