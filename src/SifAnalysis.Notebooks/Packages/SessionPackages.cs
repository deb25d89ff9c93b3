using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using NuGet.Packaging.Core;
using NuGet.Versioning;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>The packages that a session's cells have referenced.</summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="context">Where their assemblies are loaded.</param>
internal sealed class SessionPackages(string folder, PackageLoadContext context) : IDisposable
{
    private readonly PackageSources sources = new(folder);
    private readonly Dictionary<string, NuGetVersion> loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a source, as <c>#i "nuget: …"</c> does.</summary>
    /// <exception cref="MagicException">It is no source.</exception>
    public void AddSource(string source) => sources.Add(source, folder);

    /// <summary>Fetches packages and all that they need, and loads them.</summary>
    /// <param name="requested">What stands behind <c>nuget:</c>, line by line.</param>
    /// <param name="cell">The cell that asks; it shows the progress and what was installed.</param>
    /// <param name="cancellation">Stops it; what is loaded by then stays.</param>
    /// <returns>The assemblies that cells may now refer to, and the notebooks that set packages up.</returns>
    /// <exception cref="MagicException">A package or version is not found, cannot be fetched, or does not go with what is loaded.</exception>
    public async Task<(IReadOnlyList<Assembly> Assemblies, IReadOnlyList<string> Extensions)> AddAsync(
        IReadOnlyList<string> requested, CellContext cell, CancellationToken cancellation)
    {
        var requests = requested.Select(PackageRequest.Parse).ToList();
        var assemblies = new List<Assembly>();
        var notes = new List<string>();
        foreach (var request in requests.Where(request => KitPackages.Delivers(request.Id)))
        {
            notes.Add(Delivered(request));
            assemblies.AddRange(KitPackages.Find(request.Id) is { } shared ? [shared] : []);
        }

        requests.RemoveAll(request => KitPackages.Delivers(request.Id));
        foreach (var request in requests)
        {
            if (loaded.TryGetValue(request.Id, out var version) && request.Range is not null && (request.Exact is { } exact ? exact != version : !request.Range.Satisfies(version)))
            {
                throw new MagicException(
                    "Package already loaded",
                    $"{request.Id} {request.Range.OriginalString} cannot be loaded, as this session has loaded {request.Id} {version}. Restart the kernel to use the other.");
            }
        }

        var progress = new ProgressLine(cell);
        var extensions = new List<string>();
        try
        {
            progress.Say($"Looking for {string.Join(", ", requests.Select(request => request.Id))} …");
            var graph = new PackageGraph(sources, loaded);
            var closure = requests.Count == 0 ? [] : await graph.ResolveAsync(requests, cancellation).ConfigureAwait(false);
            notes.AddRange(graph.Notes);
            var folders = new List<(PackageIdentity Package, string Folder)>();
            foreach (var package in closure)
            {
                progress.Say($"Installing {package.Identity.Id} {package.Identity.Version} …");
                folders.Add((package.Identity, await sources.InstallAsync(package.Identity, package.Source, cancellation).ConfigureAwait(false)));
            }

            foreach (var (package, place) in folders)
            {
                var isAskedFor = requests.Exists(request => string.Equals(request.Id, package.Id, StringComparison.OrdinalIgnoreCase));
                Load(package, place, isAskedFor, assemblies, extensions, notes);
            }

            progress.End(
                [.. requests.Select(request => $"{request.Id}, {loaded[request.Id]}")],
                notes);
        }
        catch
        {
            progress.Say($"Not installed: {string.Join(", ", requests.Select(request => request.Id))}");
            throw;
        }

        return (assemblies, extensions);
    }

    /// <inheritdoc/>
    public void Dispose() => sources.Dispose();

    private static string Delivered(PackageRequest request)
    {
        if (KitPackages.Find(request.Id) is not { } shared)
        {
            return $"{request.Id} is not needed: the kernel offers what notebooks use of it.";
        }

        return $"{request.Id} comes with the kernel in version {Version(shared.Location)}, which is used.";
    }

    private static string? Version(string path) => FileVersionInfo.GetVersionInfo(path).ProductVersion?.Split('+')[0];

    private void Load(PackageIdentity package, string place, bool isAskedFor, List<Assembly> assemblies, List<string> extensions, List<string> notes)
    {
        var assets = PackageAssets.Of(place);
        var added = new List<AssemblyName>();
        foreach (var path in assets.Assemblies)
        {
            AssemblyName name;
            try
            {
                name = AssemblyName.GetAssemblyName(path);
            }
            catch (BadImageFormatException)
            {
                // A native library that stands among the managed ones.
                context.AddNative(path);
                continue;
            }

            if (KitPackages.Find(name.Name!) is { } shared)
            {
                assemblies.Add(shared);
            }
            else if (KitPackages.FileOf(name) is { } own)
            {
                assemblies.Add(AssemblyLoadContext.Default.LoadFromAssemblyPath(own));
                if (isAskedFor && name.Name == package.Id && Version(own) is var version && version != Version(path))
                {
                    notes.Add($"{package.Id} comes with the kernel in version {version}, which is used.");
                }
            }
            else if (context.Add(name, path))
            {
                added.Add(name);
            }
        }

        foreach (var path in assets.NativeLibraries)
        {
            context.AddNative(path);
        }

        loaded[package.Id] = package.Version;
        assemblies.AddRange(added.Select(context.LoadFromAssemblyName));
        if (assets.Extension is not null)
        {
            extensions.Add(assets.Extension);
        }
        else if (assets.CompiledExtensions.Count > 0)
        {
            notes.Add($"{package.Id} brings an extension of .NET Interactive ({string.Join(", ", assets.CompiledExtensions)}), which is not loaded; its library is.");
        }
    }

    /// <summary>One display that tells how far the work is, and in the end what was installed.</summary>
    private sealed class ProgressLine(CellContext cell)
    {
        private readonly string id = cell.Session.NextDisplayId();
        private bool shown;

        public void Say(string text) => Show(new DisplayOutput(new() { ["text/plain"] = text }, []));

        public void End(IReadOnlyList<string> installed, IReadOnlyList<string> notes)
        {
            var lines = installed.Select(package => $"Installed {package}").Concat(notes);
            Say(string.Join('\n', lines));
        }

        private void Show(DisplayOutput display)
        {
            display = display with { DisplayId = id };
            if (shown)
            {
                cell.Update(id, display);
            }
            else
            {
                cell.Add(display);
            }

            shown = true;
        }
    }
}
