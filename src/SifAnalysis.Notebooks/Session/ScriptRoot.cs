using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using SifAnalysis.Notebooks.Packages;

namespace SifAnalysis.Notebooks.Session;

/// <summary>The script without code that the cells of all sessions continue: the libraries and imports that every cell sees.</summary>
/// <remarks>
/// There is one in the process, read by one thread. The compiler keeps what it made of a library with the reference to it, and a
/// script takes what it finds there first. Two roots over the same references, read at the same time, leave two of each type:
/// the imports of a session's root then speak of one <c>object</c> and its cells of another, and no value of the cells fits.
/// </remarks>
internal static class ScriptRoot
{
    private static readonly ReferenceResolver Resolver = new(AppContext.BaseDirectory);

    private static readonly Lazy<CSharpCompilation> Read = new(() =>
    {
        var options = ScriptOptions.Default
            .WithImports(CSharpSession.Imports)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithAllowUnsafe(true)
            .WithMetadataResolver(Resolver)
            .WithReferences(Files!.Select(Resolver.Of));

        // What the compiler of scripts makes of the options is what every cell is compiled with.
        var root = (CSharpCompilation)CSharpScript.Create<object>("", options).GetCompilation();
        _ = root.Assembly;
        return root;
    });

    /// <summary>The script, its references read.</summary>
    public static CSharpCompilation Compilation => Read.Value;

    /// <summary>The files of the libraries that every cell may refer to.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Framework(), .. KitPackages.Shared.Select(assembly => assembly.Location)];

    /// <summary>The reference to a file, where the script or what it refers to needs it, or null.</summary>
    public static PortableExecutableReference? ReferenceTo(string path)
    {
        _ = Read.Value;
        return Resolver.Find(path);
    }

    private static IEnumerable<string> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return trusted.Where(path => path.StartsWith(folder, StringComparison.Ordinal));
    }
}
