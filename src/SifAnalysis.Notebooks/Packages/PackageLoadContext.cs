using System.Reflection;
using System.Runtime.Loader;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>
/// Loads the libraries that cells refer to, by package or by path, all of a session's in one context, and their native libraries.
/// </summary>
internal sealed class PackageLoadContext() : AssemblyLoadContext("Libraries of a notebook")
{
    private readonly Dictionary<string, string> assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> nativeLibraries = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    /// <summary>Adds a managed library, unless there is one of its name.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(AssemblyName name, string path) => assemblies.TryAdd(name.Name!, path);

    /// <summary>Adds a library that was referenced by its path; what it needs may lie beside it.</summary>
    public void AddFile(string path)
    {
        var name = AssemblyName.GetAssemblyName(path);
        if (KitPackages.FileOf(name) != path && Add(name, path))
        {
            folders.Add(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Adds a native library.</summary>
    public void AddNative(string path) => nativeLibraries[Path.GetFileName(path)] = path;

    /// <summary>The assembly of a name, or null where it is none of these libraries.</summary>
    public Assembly? Find(AssemblyName name) => Load(name);

    /// <summary>A handle of the native library of a name, or 0.</summary>
    public nint FindNative(string name)
    {
        var ending = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string[] spellings = [name, name + ending, $"lib{name}{ending}", $"lib{name}"];
        return spellings.FirstOrDefault(nativeLibraries.ContainsKey) is { } file ? LoadUnmanagedDllFromPath(nativeLibraries[file]) : 0;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        KitPackages.Find(assemblyName.Name!)
        ?? (assemblies.TryGetValue(assemblyName.Name!, out var path) || Beside(assemblyName, out path) ? LoadFromAssemblyPath(path) : null);

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) => FindNative(unmanagedDllName);

    private bool Beside(AssemblyName name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? path)
    {
        path = KitPackages.FileOf(name) is null
            ? folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists)
            : null;
        return path is not null;
    }
}
