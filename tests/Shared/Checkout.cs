namespace SifAnalysis.Tests.Shared;

/// <summary>The checkout in which the tests run, and copies of its data to break.</summary>
internal static class Checkout
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = Upwards(AppContext.BaseDirectory);

    /// <summary>The kit's tables.</summary>
    public static string Data => Path.Combine(Root, "data");

    /// <summary>A copy of the kit's tables that a test may change.</summary>
    public static string CopyOfData()
    {
        var copy = Directory.CreateTempSubdirectory("sif-test-data-").FullName;
        foreach (var file in Directory.EnumerateFiles(Data))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    private static string Upwards(string folder) =>
        File.Exists(Path.Combine(folder, "SifAnalysis.sln")) ? folder : Upwards(Path.GetDirectoryName(folder)!);
}
