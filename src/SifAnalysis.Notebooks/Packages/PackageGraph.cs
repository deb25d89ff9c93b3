using NuGet.Common;
using NuGet.Frameworks;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Resolver;
using NuGet.Versioning;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>A package of a closure: which version, and the source that has it where it is not on this machine.</summary>
internal sealed record ResolvedPackage(PackageIdentity Identity, SourceRepository? Source);

/// <summary>Finds the packages that packages need, with NuGet's resolver: of each the lowest version that all agree on.</summary>
/// <param name="sources">Where packages come from.</param>
/// <param name="loaded">The versions that the session has loaded already.</param>
internal sealed class PackageGraph(PackageSources sources, IReadOnlyDictionary<string, NuGetVersion> loaded)
{
    private readonly Dictionary<PackageIdentity, ResolvedPackage> found = [];
    private readonly Dictionary<PackageIdentity, SourcePackageDependencyInfo> available = [];
    private readonly List<string> notes = [];
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the reader should know of the choice.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The packages asked for and all that they need, without those that are loaded.</summary>
    /// <exception cref="MagicException">A package or version is not found, or the packages do not go together.</exception>
    public async Task<IReadOnlyList<ResolvedPackage>> ResolveAsync(IReadOnlyList<PackageRequest> requests, CancellationToken cancellation)
    {
        var targets = new List<PackageIdentity>();
        foreach (var request in requests)
        {
            targets.Add(await FindAsync(request, cancellation).ConfigureAwait(false));
            await WalkAsync(targets[^1], cancellation).ConfigureAwait(false);
        }

        var context = new PackageResolverContext(
            DependencyBehavior.Lowest, targets.Select(target => target.Id), [], [], targets, available.Values, [], NullLogger.Instance);
        IReadOnlyList<PackageIdentity> resolved;
        try
        {
            resolved = [.. new PackageResolver().Resolve(context, cancellation).Select(package => new PackageIdentity(package.Id, package.Version))];
        }
        catch (NuGetResolverException cause)
        {
            throw new MagicException("Packages that do not go together", Conflict(requests) ?? cause.Message, cause);
        }

        return [.. resolved.Where(package => !Held(package, requests)).Select(package => found[package])];
    }

    // The needs that no version of a package meets, by who has them.
    private string? Conflict(IReadOnlyList<PackageRequest> requests)
    {
        var needs = available.Values
            .SelectMany(package => package.Dependencies, (package, need) => (By: $"{package.Id} {package.Version}", need.Id, Range: need.VersionRange))
            .Concat(requests.Select(request => (By: "the cell", request.Id, Range: request.Wanted)))
            .GroupBy(need => need.Id, StringComparer.OrdinalIgnoreCase)
            .Where(group => !available.Keys.Any(package =>
                string.Equals(package.Id, group.Key, StringComparison.OrdinalIgnoreCase) && group.All(need => need.Range.Satisfies(package.Version))))
            .Select(group => $"No version of {group.Key} meets all that is asked of it: {string.Join("; ", group.Select(need => $"{need.By} needs {need.Range.PrettyPrint()}"))}.");
        return string.Join('\n', needs) is { Length: > 0 } text ? text : null;
    }

    // A version that is loaded cannot be taken out again. A need of the same major version is met by it; another one is not.
    private bool Held(PackageIdentity package, IReadOnlyList<PackageRequest> requests)
    {
        if (!loaded.TryGetValue(package.Id, out var version))
        {
            return false;
        }

        if (version.Major != package.Version.Major)
        {
            throw new MagicException(
                "Package already loaded",
                $"{string.Join(", ", requests.Select(request => request.Id))}: {package.Id} {package.Version} is needed, and this session has loaded {package.Id} {version}. Restart the kernel, and reference {package.Id}, {package.Version} before what brought the other.");
        }

        if (version != package.Version)
        {
            notes.Add($"{package.Id} {version}, loaded before, is used where {package.Version} is asked for.");
        }

        return true;
    }

    private async Task WalkAsync(PackageIdentity package, CancellationToken cancellation)
    {
        if (available.ContainsKey(package))
        {
            return;
        }

        var groups = await sources.DependenciesAsync(package, found[package].Source, cancellation).ConfigureAwait(false);
        var group = PackageAssets.Frameworks.Select(framework => NuGetFrameworkUtility.GetNearest(groups, framework)).FirstOrDefault(nearest => nearest is not null);
        var needs = (group?.Packages ?? []).Where(need => !KitPackages.Delivers(need.Id)).ToList();
        available[package] = new SourcePackageDependencyInfo(package, needs, listed: true, found[package].Source, downloadUri: null, packageHash: null);
        foreach (var need in needs)
        {
            // An edge that is already walked has its candidate.
            if (asked.Add($"{need.Id} {need.VersionRange.ToNormalizedString()}"))
            {
                await WalkAsync(await FindAsync(need, package, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<PackageIdentity> FindAsync(PackageRequest request, CancellationToken cancellation)
    {
        var held = request.Exact ?? (loaded.TryGetValue(request.Id, out var version) && (request.Range is null || request.Range.Satisfies(version)) ? version : null);
        if (held is not null && sources.Folder(request.Id, held) is not null)
        {
            return Take(request.Id, held, source: null);
        }

        var versions = await sources.VersionsAsync(request.Id, cancellation).ConfigureAwait(false);
        var best = request.Exact is { } exact ? versions.Keys.FirstOrDefault(each => each == exact) : request.Wanted.FindBestMatch(versions.Keys);

        // Of a package that has no stable version yet, the newest is better than none.
        best ??= request.Range is null ? versions.Keys.Max() : null;
        return best is null
            ? throw NotFound(request.Id, request.Wanted, versions.Keys, "")
            : Take(request.Id, best, versions[best]);
    }

    private async Task<PackageIdentity> FindAsync(PackageDependency need, PackageIdentity by, CancellationToken cancellation)
    {
        var range = need.VersionRange;
        if (loaded.TryGetValue(need.Id, out var version) && range.Satisfies(version))
        {
            return Take(need.Id, version, source: null);
        }

        if (!range.IsFloating && range.IsMinInclusive && range.MinVersion is { } lowest && sources.Folder(need.Id, lowest) is not null)
        {
            return Take(need.Id, lowest, source: null);
        }

        var versions = await sources.VersionsAsync(need.Id, cancellation).ConfigureAwait(false);
        return range.FindBestMatch(versions.Keys) is { } best
            ? Take(need.Id, best, versions[best])
            : throw NotFound(need.Id, range, versions.Keys, $", which {by.Id} {by.Version} needs");
    }

    private PackageIdentity Take(string id, NuGetVersion version, SourceRepository? source)
    {
        var package = new PackageIdentity(id, version);
        found.TryAdd(package, new ResolvedPackage(package, source));
        return package;
    }

    private MagicException NotFound(string id, VersionRange range, IEnumerable<NuGetVersion> versions, string why)
    {
        var ordered = versions.Order().ToList();
        var pivot = range.MinVersion ?? range.MaxVersion ?? ordered[^1];
        var nearest = ordered.Where(version => version < pivot).TakeLast(3).Concat(ordered.Where(version => version >= pivot).Take(3));
        return new MagicException(
            "Package not found",
            $"There is no {id} {range.OriginalString ?? range.ToNormalizedString()}{why}, in {PackageSources.Names(sources.For(id))}. The nearest versions there are {string.Join(", ", nearest)}; the newest is {ordered[^1]}.");
    }
}
