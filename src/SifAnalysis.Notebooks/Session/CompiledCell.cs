using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace SifAnalysis.Notebooks.Session;

/// <summary>The C# of a cell, compiled and loaded.</summary>
/// <param name="Compilation">What the compiler knows of it; later cells are compiled in its scope.</param>
/// <param name="Names">What it leaves to later cells.</param>
/// <param name="Entry">Runs it over the objects of earlier cells, among which it puts its own; null where there is nothing to run.</param>
internal sealed record CompiledCell(
    CSharpCompilation Compilation, IReadOnlySet<DeclaredName> Names, Func<object?[], Task<object>>? Entry)
{
    /// <summary>The assembly that it was compiled to.</summary>
    public Assembly? Assembly => Entry?.Method.DeclaringType!.Assembly;
}
