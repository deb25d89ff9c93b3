using System.Net.Sockets;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Signing;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>
/// Where packages come from: the user's NuGet.config, as NuGet finds it from the notebook's folder upwards, and the sources that
/// cells add. Packages are kept in NuGet's own global folder; one that is there needs no network.
/// </summary>
internal sealed class PackageSources : IDisposable
{
    private readonly ISettings settings;
    private readonly List<SourceRepository> repositories;
    private readonly PackageSourceMapping mapping;
    private readonly VersionFolderPathResolver globalFolder;
    private readonly IReadOnlyList<VersionFolderPathResolver> folders;
    private readonly SourceCacheContext cache = new();

    /// <summary>Reads the settings.</summary>
    /// <exception cref="MagicException">The user's NuGet.config cannot be read.</exception>
    public PackageSources(string folder)
    {
        try
        {
            settings = Settings.LoadDefaultSettings(folder);
            repositories = [.. PackageSourceProvider.LoadPackageSources(settings).Where(source => source.IsEnabled).Select(Repository)];
            mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
            globalFolder = new VersionFolderPathResolver(SettingsUtility.GetGlobalPackagesFolder(settings));
            folders = [globalFolder, .. SettingsUtility.GetFallbackPackageFolders(settings).Select(place => new VersionFolderPathResolver(place))];
        }
        catch (NuGetConfigurationException cause)
        {
            throw new MagicException("NuGet.config", cause.Message, cause);
        }
    }

    /// <summary>Adds a source: an address or a folder.</summary>
    /// <exception cref="MagicException">It is neither.</exception>
    public void Add(string source, string folder)
    {
        var place = Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile ? source : Path.GetFullPath(source, folder);
        if (address is { IsFile: false } ? address.Scheme is not ("http" or "https") : !Directory.Exists(place))
        {
            throw new MagicException("Package source", $"#i \"nuget:{source}\": expected an address such as https://example.org/v3/index.json or a folder that is there; there is no folder {place}.");
        }

        if (repositories.All(repository => repository.PackageSource.Source != place))
        {
            repositories.Add(Repository(new PackageSource(place, place)));
        }
    }

    /// <summary>The folder of a package that is on this machine, or <see langword="null"/>.</summary>
    public string? Folder(string id, NuGetVersion version) => folders
        .FirstOrDefault(place => File.Exists(place.GetNupkgMetadataPath(id, version)))?.GetInstallPath(id, version);

    /// <summary>The sources that may have a package, by the user's package source mapping where there is one.</summary>
    public IReadOnlyList<SourceRepository> For(string id)
    {
        var names = mapping.IsEnabled ? mapping.GetConfiguredPackageSources(id) : [];
        return names.Count == 0
            ? repositories
            : [.. repositories.Where(repository => names.Contains(repository.PackageSource.Name, StringComparer.OrdinalIgnoreCase) || repository.PackageSource.Name == repository.PackageSource.Source)];
    }

    /// <summary>Every version of a package that any source has, with the first source that has it.</summary>
    /// <exception cref="MagicException">No source has the package, or none can be reached.</exception>
    public async Task<IReadOnlyDictionary<NuGetVersion, SourceRepository>> VersionsAsync(string id, CancellationToken cancellation)
    {
        var sources = For(id);
        var failures = new List<string>();
        var found = new Dictionary<NuGetVersion, SourceRepository>();
        var answers = await Task.WhenAll(sources.Select(source => VersionsAsync(source, id, failures, cancellation))).ConfigureAwait(false);
        foreach (var (source, versions) in sources.Zip(answers))
        {
            foreach (var version in versions)
            {
                found.TryAdd(version, source);
            }
        }

        if (found.Count > 0)
        {
            return found;
        }

        throw failures.Count > 0
            ? new MagicException("Package source", $"Whether there is a package {id} could not be learnt:\n{string.Join('\n', failures)}\nCheck the network and the sources of your NuGet.config; a folder of packages can be given by #i \"nuget: folder\".")
            : new MagicException("Package not found", $"There is no package {id} in {Names(sources)}. Check its spelling, or add the source that has it by #i \"nuget: address or folder\".");
    }

    /// <summary>What a version of a package depends on, group by framework.</summary>
    public async Task<IReadOnlyList<PackageDependencyGroup>> DependenciesAsync(PackageIdentity package, SourceRepository? source, CancellationToken cancellation)
    {
        if (Folder(package.Id, package.Version) is { } folder)
        {
            using var reader = new PackageFolderReader(folder);
            return [.. reader.GetPackageDependencies()];
        }

        return await AskAsync<IReadOnlyList<PackageDependencyGroup>>(source!, package.Id, async resource =>
        {
            var info = await resource.GetDependencyInfoAsync(package.Id, package.Version, cache, NullLogger.Instance, cancellation).ConfigureAwait(false);
            return info?.DependencyGroups ?? throw Vanished(package, source!);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>The folder of a package, fetched into the global folder where it is not on this machine yet.</summary>
    public async Task<string> InstallAsync(PackageIdentity package, SourceRepository? source, CancellationToken cancellation)
    {
        if (Folder(package.Id, package.Version) is { } folder)
        {
            return folder;
        }

        await AskAsync(source!, package.Id, async resource =>
        {
            using var download = await resource.GetPackageDownloaderAsync(package, cache, NullLogger.Instance, cancellation).ConfigureAwait(false)
                ?? throw Vanished(package, source!);
            var context = new PackageExtractionContext(
                PackageSaveMode.Defaultv3, XmlDocFileSaveMode.None, ClientPolicyContext.GetClientPolicy(settings, NullLogger.Instance), NullLogger.Instance);
            return await PackageExtractor.InstallFromSourceAsync(package, download, globalFolder, context, cancellation).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        return Folder(package.Id, package.Version)
            ?? throw new MagicException("Package source", $"{package.Id} {package.Version} was fetched from {source!.PackageSource.Source}, but is not in {globalFolder.RootPath}.");
    }

    /// <summary>The names of sources, for messages.</summary>
    public static string Names(IReadOnlyList<SourceRepository> sources) =>
        sources.Count == 0 ? "the sources, as NuGet.config names none" : string.Join(", ", sources.Select(source => source.PackageSource.Source));

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private static SourceRepository Repository(PackageSource source) => NuGet.Protocol.Core.Types.Repository.Factory.GetCoreV3(source);

    private static IOException Vanished(PackageIdentity package, SourceRepository source) =>
        new($"{source.PackageSource.Source} lists {package.Id} {package.Version}, and does not have it.");

    private async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(SourceRepository source, string id, List<string> failures, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync<IReadOnlyList<NuGetVersion>>(source, id, async resource =>
                [.. await resource.GetAllVersionsAsync(id, cache, NullLogger.Instance, cancellation).ConfigureAwait(false)], cancellation).ConfigureAwait(false);
        }
        catch (MagicException cause)
        {
            lock (failures)
            {
                failures.Add(cause.Message);
            }

            return [];
        }
    }

    private static async Task<T> AskAsync<T>(SourceRepository source, string id, Func<FindPackageByIdResource, Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            var resource = await source.GetResourceAsync<FindPackageByIdResource>(cancellation).ConfigureAwait(false);
            return await ask(resource ?? throw new IOException("it is no source of packages.")).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is FatalProtocolException or PackagingException or SignatureException or IOException or HttpRequestException or UnauthorizedAccessException)
        {
            throw new MagicException("Package source", $"{source.PackageSource.Source} did not give {id}: {Reason(cause)}", cause);
        }
    }

    private static string Reason(Exception cause)
    {
        while (cause.InnerException is { } inner && cause is not SocketException)
        {
            cause = inner;
        }

        return cause.Message;
    }
}
