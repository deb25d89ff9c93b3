using Microsoft.CodeAnalysis;

namespace SifAnalysis.Notebooks.Session;

/// <summary>The C# of a cell does not compile.</summary>
internal sealed class CellCompilationException(IReadOnlyList<Diagnostic> diagnostics) : Exception(diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture))
{
    /// <summary>The errors, in the order of the code.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
