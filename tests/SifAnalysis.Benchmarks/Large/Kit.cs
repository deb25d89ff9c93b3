namespace SifAnalysis.Benchmarks.Large;

/// <summary>The checkout that the benchmarks stand in.</summary>
internal static class Kit
{
    /// <summary>The table of authorities.</summary>
    public static string Authorities { get; } = Path.Combine(Root(AppContext.BaseDirectory), "data", "local-authorities.csv");

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "SifAnalysis.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
