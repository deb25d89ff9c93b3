using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests;

/// <summary>Texts that stand in files beside the tests, read and found right by a person: nothing of them may change unseen.</summary>
internal static class AsWritten
{
    /// <summary>Compares a text with a file, line by line.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    /// <param name="now">The text as it is now.</param>
    public static void Check(string file, string now)
    {
        var (first, second) = (File.ReadAllText(Path.Combine(Checkout.Root, "tests", "SifAnalysis.Tests", file)).Split('\n'), now.Split('\n'));
        for (var line = 0; line < Math.Min(first.Length, second.Length); line++)
            Assert.True(first[line] == second[line], $"{file}, line {line + 1}\nholds {first[line]}\nnow   {second[line]}");
        Assert.Equal(first.Length, second.Length);
    }
}
