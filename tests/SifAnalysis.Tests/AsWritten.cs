using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests;

/// <summary>
/// Texts that stand in files beside the tests, read and found right by a person: nothing of them may change unseen. A file may
/// have parts, each after a line with its name: "== Proportions ==".
/// </summary>
internal static class AsWritten
{
    private const string Mark = "== ";

    /// <summary>Compares a text with a file, line by line.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    /// <param name="now">The text as it is now.</param>
    public static void Check(string file, string now) => Check(file, Lines(file), 0, now);

    /// <summary>Compares a text with a part of a file, line by line.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    /// <param name="part">The name of the part.</param>
    /// <param name="now">The text as it is now.</param>
    public static void Check(string file, string part, string now)
    {
        var lines = Lines(file);
        var first = Array.IndexOf(lines, $"{Mark}{part} ==") + 1;
        Assert.True(first > 0, $"{file} has no part {part}.");
        Check(file, [.. lines.Skip(first).TakeWhile(line => !line.StartsWith(Mark, StringComparison.Ordinal))], first, now);
    }

    /// <summary>The names of a file's parts.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    public static IEnumerable<string> Parts(string file) =>
        Lines(file).Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..^3]);

    private static string[] Lines(string file) => File.ReadAllText(Path.Combine(Checkout.Root, "tests", "SifAnalysis.Tests", file)).Split('\n');

    private static void Check(string file, string[] written, int before, string now)
    {
        var lines = now.Split('\n');
        for (var line = 0; line < Math.Min(written.Length, lines.Length); line++)
        {
            Assert.True(written[line] == lines[line], $"{file}, line {before + line + 1}\nholds {written[line]}\nnow   {lines[line]}");
        }

        Assert.Equal(written.Length, lines.Length);
    }
}
