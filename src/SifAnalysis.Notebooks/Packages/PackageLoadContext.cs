using System.Reflection;
using System.Runtime.Loader;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>Loads the assemblies of packages, all of a session's in one context, and their native libraries for whatever code asks.</summary>
internal sealed class PackageLoadContext : AssemblyLoadContext, IDisposable
{
    private readonly Dictionary<string, string> assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> nativeLibraries = new(StringComparer.Ordinal);
    private readonly HashSet<AssemblyLoadContext> helped = [];

    /// <summary>Starts with nothing.</summary>
    public PackageLoadContext()
        : base("Packages of a notebook") => AppDomain.CurrentDomain.AssemblyLoad += Help;

    /// <summary>Adds a managed library, unless there is one of its name.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(AssemblyName name, string path) => assemblies.TryAdd(name.Name!, path);

    /// <summary>Adds a native library.</summary>
    public void AddNative(string path) => nativeLibraries[Path.GetFileName(path)] = path;

    /// <summary>Stops answering for others.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.AssemblyLoad -= Help;
        foreach (var context in helped)
        {
            context.ResolvingUnmanagedDll -= Native;
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        KitPackages.Find(assemblyName.Name!)
        ?? (assemblies.TryGetValue(assemblyName.Name!, out var path) ? LoadFromAssemblyPath(path) : null);

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) => Native(null, unmanagedDllName);

    // A cell's own DllImport, or that of a library referenced by path, asks in the context into which Roslyn loaded it.
    private void Help(object? sender, AssemblyLoadEventArgs loaded)
    {
        if (GetLoadContext(loaded.LoadedAssembly) is { } context && context != Default && context != this)
        {
            lock (helped)
            {
                if (helped.Add(context))
                {
                    context.ResolvingUnmanagedDll += Native;
                }
            }
        }
    }

    private nint Native(Assembly? asking, string name)
    {
        var ending = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string[] spellings = [name, name + ending, $"lib{name}{ending}", $"lib{name}"];
        return spellings.FirstOrDefault(nativeLibraries.ContainsKey) is { } file ? LoadUnmanagedDllFromPath(nativeLibraries[file]) : 0;
    }
}
