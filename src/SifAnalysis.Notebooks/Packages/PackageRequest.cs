using NuGet.Versioning;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Range">The versions that will do, or <see langword="null"/> for the newest stable one.</param>
internal sealed record PackageRequest(string Id, VersionRange? Range)
{
    private static readonly VersionRange NewestStable = VersionRange.Parse("*");

    /// <summary>The version that is named as such, which must then be there; <see langword="null"/> for a range or a wildcard.</summary>
    public NuGetVersion? Exact =>
        Range is { IsFloating: false, HasLowerBound: true, HasUpperBound: false, IsMinInclusive: true } ? Range.MinVersion : null;

    /// <summary>The range in which the best version is looked for.</summary>
    public VersionRange Wanted => Range ?? NewestStable;

    /// <summary>Reads what stands behind <c>nuget:</c>, such as <c>CsvHelper, 34.0.0</c>.</summary>
    /// <exception cref="MagicException">The name is missing, or the version is none.</exception>
    public static PackageRequest Parse(string text)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0 || parts[0].Any(char.IsWhiteSpace))
        {
            throw new MagicException("Package reference", $"#r \"nuget:{text}\": expected a package's name, as in #r \"nuget: CsvHelper, 34.0.0\".");
        }

        if (parts.Length == 1 || parts[1].Length == 0)
        {
            return new PackageRequest(parts[0], null);
        }

        return VersionRange.TryParse(parts[1], allowFloating: true, out var range)
            ? new PackageRequest(parts[0], range)
            : throw new MagicException(
                "Package reference",
                $"#r \"nuget:{text}\": \"{parts[1]}\" is no version. Expected one such as 34.0.0, a wildcard such as 34.*, or a range such as [34.0,35.0).");
    }
}
