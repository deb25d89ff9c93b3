namespace SifAnalysis.Reports;

/// <summary>The kit's own data, loaded when it is first asked for.</summary>
internal static class Kit
{
    private static readonly Lazy<SifData> Loaded = new(SifData.Load);

    /// <summary>The data that travels with the library.</summary>
    public static SifData Data => Loaded.Value;
}
