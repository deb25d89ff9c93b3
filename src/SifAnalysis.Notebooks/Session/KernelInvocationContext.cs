// Notebooks written for .NET Interactive's C# kernel know it by this name and namespace.
using SifAnalysis.Notebooks.Session;

namespace Microsoft.DotNet.Interactive;

/// <summary>The execution of a cell, for code that asks whether it should stop.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellContext cell;

    private KernelInvocationContext(CellContext cell) => this.cell = cell;

    /// <summary>The cell that executes the current code, or null outside any.</summary>
    public static KernelInvocationContext? Current => CellContext.Current is { } cell ? new KernelInvocationContext(cell) : null;

    /// <summary>
    /// Is cancelled when the cell is interrupted. Loops and functions written in cells stop without it, on any thread; give it to
    /// libraries that take a token.
    /// </summary>
    public CancellationToken CancellationToken => cell.Stopping;

    /// <summary>Shows a value among the cell's outputs.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayExtensions.Show(cell, CellContext.Bundle(value, mimeTypes));

    /// <summary>Shows text as a representation that is named, without formatting it.</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => DisplayExtensions.Show(cell, new() { [mimeType] = value });
}
