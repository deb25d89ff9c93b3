using System.Runtime.InteropServices;
using NuGet.Client;
using NuGet.ContentModel;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.RuntimeModel;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>The files of a package that this machine and runtime use, chosen by NuGet's own rules.</summary>
/// <param name="Assemblies">The managed libraries, of the runtime identifier where the package tells them apart.</param>
/// <param name="NativeLibraries">The native libraries of the runtime identifier.</param>
/// <param name="Extension">The notebook that sets the package up in a session, or <see langword="null"/>.</param>
/// <param name="CompiledExtensions">Extensions of .NET Interactive in compiled form.</param>
internal sealed record PackageAssets(
    IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries, string? Extension, IReadOnlyList<string> CompiledExtensions)
{
    private const string ExtensionFolder = "interactive-extensions/dotnet/";

    private static readonly ManagedCodeConventions Conventions = new(Runtimes());

    /// <summary>
    /// The frameworks for which assets will do, best first: the one that runs, then the .NET Framework as a last resort, as the SDK
    /// does it.
    /// </summary>
    public static IReadOnlyList<NuGetFramework> Frameworks { get; } =
    [
        new(FrameworkConstants.FrameworkIdentifiers.NetCoreApp, Environment.Version),
        .. ((string[])["net481", "net48", "net472", "net471", "net47", "net462", "net461"]).Select(NuGetFramework.ParseFolder),
    ];

    /// <summary>The assets of a package in a folder; no assemblies where it has none for this runtime.</summary>
    public static PackageAssets Of(string folder)
    {
        using var reader = new PackageFolderReader(folder);
        var files = reader.GetFiles().Select(file => file.Replace('\\', '/')).ToList();
        var items = new ContentItemCollection();
        items.Load(files);
        return new PackageAssets(
            Best(Conventions.Patterns.RuntimeAssemblies).Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).ToList(),
            Best(Conventions.Patterns.NativeLibraries).ToList(),
            files.Contains($"{ExtensionFolder}extension.dib") ? Full($"{ExtensionFolder}extension.dib") : null,
            [.. files.Where(file => file.StartsWith(ExtensionFolder, StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(Full)]);

        string Full(string file) => Path.GetFullPath(file, folder);

        IEnumerable<string> Best(PatternSet patterns) => Frameworks
            .Select(framework => items.FindBestItemGroup(Conventions.Criteria.ForFrameworkAndRuntime(framework, RuntimeInformation.RuntimeIdentifier), patterns))
            .FirstOrDefault(group => group is not null)?.Items.Select(item => Full(item.Path)) ?? [];
    }

    // The portable identifiers and what each falls back to; distributions' own identifiers are no longer in use.
    private static RuntimeGraph Runtimes()
    {
        var rid = RuntimeInformation.RuntimeIdentifier;
        var architecture = rid[(rid.LastIndexOf('-') + 1)..];
        var chain = new List<string> { rid };
        var systems = OperatingSystem.IsWindows() ? (string[])["win"]
            : OperatingSystem.IsMacOS() ? ["osx", "unix"]
            : rid.Contains("musl", StringComparison.Ordinal) ? ["linux-musl", "linux", "unix"]
            : ["linux", "unix"];
        foreach (var system in systems)
        {
            chain.AddRange([$"{system}-{architecture}", system]);
        }

        chain.Add("any");
        var distinct = chain.Distinct(StringComparer.Ordinal).ToList();
        return new RuntimeGraph(distinct.Select((each, index) => new RuntimeDescription(each, distinct.Skip(index + 1))));
    }
}
