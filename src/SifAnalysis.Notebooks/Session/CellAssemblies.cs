using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using SifAnalysis.Notebooks.Packages;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// Loads the code of cells, each into a context of its own. The runtime lets a context go once no object of its types, no delegate
/// and no thread is left, and no later cell that is still there refers to it.
/// </summary>
/// <param name="packages">Where the libraries come from that cells refer to.</param>
internal sealed class CellAssemblies(PackageLoadContext packages)
{
    private readonly Dictionary<string, WeakReference<Assembly>> loaded = new(StringComparer.Ordinal);

    /// <summary>Takes the libraries that a cell refers to by their paths.</summary>
    public void Refer(IEnumerable<MetadataReference> references)
    {
        foreach (var path in references.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>())
        {
            packages.AddFile(path);
        }
    }

    /// <summary>Loads a cell.</summary>
    /// <param name="image">Its code.</param>
    /// <param name="symbols">The lines from which the code comes, or null where they are all one.</param>
    /// <param name="line">That one line, in words, or null.</param>
    public Assembly Load(byte[] image, byte[]? symbols, string? line)
    {
        foreach (var (name, _) in loaded.Where(each => !each.Value.TryGetTarget(out _)).ToList())
        {
            loaded.Remove(name);
        }

        var context = new Context(line, packages, name => loaded.GetValueOrDefault(name)?.TryGetTarget(out var cell) == true ? cell : null);
        var assembly = context.LoadFromStream(new MemoryStream(image), symbols is null ? null : new MemoryStream(symbols));
        context.Hold(assembly.GetReferencedAssemblies());
        loaded[assembly.GetName().Name!] = new WeakReference<Assembly>(assembly);
        return assembly;
    }

    /// <summary>The line of the cell from which all code of an assembly comes, in words, or null.</summary>
    public static string? LineOf(Assembly assembly) =>
        AssemblyLoadContext.GetLoadContext(assembly) is Context context ? context.Line : null;

    private sealed class Context(string? line, PackageLoadContext packages, Func<string, Assembly?> cellNamed)
        : AssemblyLoadContext("A cell of a notebook", isCollectible: true)
    {
        private Dictionary<string, Assembly> cells = [];

        public string? Line => line;

        // The runtime looks for what code refers to only when it first runs, which may be long after.
        public void Hold(IEnumerable<AssemblyName> references) =>
            cells = references.Select(each => cellNamed(each.Name!)).OfType<Assembly>().ToDictionary(each => each.GetName().Name!);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            cells.GetValueOrDefault(assemblyName.Name!) ?? packages.Find(assemblyName);

        protected override nint LoadUnmanagedDll(string unmanagedDllName) => packages.FindNative(unmanagedDllName);
    }
}
