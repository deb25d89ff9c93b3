using SifAnalysis.Reports.Titles;

namespace SifAnalysis.Reports;

/// <summary>The kit's own data, loaded when it is first asked for.</summary>
internal static class Kit
{
    private static readonly Lazy<SifData> Loaded = new(SifData.Load);

    private static readonly Lazy<AuthorityFinder> Finder = new(() =>
        new AuthorityFinder(Data.Authorities.Concat(Data.Ilacs.Authorities).Select(authority => authority.Name)));

    /// <summary>Finds the authorities of both frameworks.</summary>
    public static AuthorityFinder Authorities => Finder.Value;

    /// <summary>The data that travels with the library.</summary>
    public static SifData Data => Loaded.Value;
}
