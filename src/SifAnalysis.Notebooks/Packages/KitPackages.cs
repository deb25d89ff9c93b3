using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>
/// What the kit itself delivers, so that the session and a notebook speak of the same types: a formatter that a notebook
/// registers must be the one that the session asks, and a DataFrame the one that <c>#!sql</c> reads.
/// </summary>
internal static class KitPackages
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> OfProcess = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.OrdinalIgnoreCase));

    /// <summary>The assemblies that sessions share with the engine.</summary>
    public static IReadOnlyList<Assembly> Shared { get; } =
    [
        typeof(Formatter).Assembly,
        typeof(Microsoft.DotNet.Interactive.Kernel).Assembly,
        typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly,
        typeof(KitPackages).Assembly,
        typeof(Microsoft.Data.Analysis.DataFrame).Assembly,
    ];

    /// <summary>Whether a package is .NET Interactive's own, for which the engine stands in, or one whose assembly is shared.</summary>
    public static bool Delivers(string id) =>
        id.StartsWith("Microsoft.DotNet.Interactive", StringComparison.OrdinalIgnoreCase) || Find(id) is not null;

    /// <summary>The shared assembly of a name, or <see langword="null"/>.</summary>
    public static Assembly? Find(string name) =>
        Shared.FirstOrDefault(assembly => string.Equals(assembly.GetName().Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The file of an assembly that the process has, at least as new as a package's, or <see langword="null"/>. What cells compile
    /// to binds to it before anything else, so the package's own gives way, as the SDK does it for the runtime's assemblies.
    /// </summary>
    public static string? FileOf(AssemblyName assembly) =>
        OfProcess.Value.TryGetValue(assembly.Name!, out var own) && AssemblyName.GetAssemblyName(own).Version >= assembly.Version ? own : null;
}
