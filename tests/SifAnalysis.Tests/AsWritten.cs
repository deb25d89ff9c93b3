using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests;

/// <summary>
/// Texts in files beside the tests, which a person has read and found right: none of them may change unseen. A file may have parts,
/// each after a line with its name: "== Proportions ==". With ACCEPT_TEXTS=yes in the environment the tests write what they get into
/// the files and fail, so that the change is seen in the diff and never accepted by a build.
/// </summary>
internal static class AsWritten
{
    private const string Mark = "== ";

    /// <summary>Compares a text with a file, line by line.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    /// <param name="now">The text as it is now.</param>
    public static void Check(string file, string now)
    {
        var lines = Lines(file);
        Check(file, lines, 0, lines.Length, now);
    }

    /// <summary>Compares a text with a part of a file, line by line.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    /// <param name="part">The name of the part.</param>
    /// <param name="now">The text as it is now.</param>
    public static void Check(string file, string part, string now)
    {
        var lines = Lines(file);
        var first = Array.IndexOf(lines, $"{Mark}{part} ==") + 1;
        Assert.True(first > 0, $"{file} has no part {part}.");
        var after = Array.FindIndex(lines, first, line => line.StartsWith(Mark, StringComparison.Ordinal));
        Check(file, lines, first, after < 0 ? lines.Length : after, now);
    }

    /// <summary>The names of a file's parts.</summary>
    /// <param name="file">The file, from the folder of the tests.</param>
    public static IEnumerable<string> Parts(string file) =>
        Lines(file).Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..^3]);

    private static string PathOf(string file) => Path.Combine(Checkout.Root, "tests", "SifAnalysis.Tests", file);

    private static string[] Lines(string file) => File.ReadAllText(PathOf(file)).Split('\n');

    private static void Check(string file, string[] all, int first, int end, string now)
    {
        var (written, lines) = (all[first..end], now.Split('\n'));
        if (Environment.GetEnvironmentVariable("ACCEPT_TEXTS") == "yes" && !written.SequenceEqual(lines))
        {
            File.WriteAllText(PathOf(file), string.Join('\n', [.. all[..first], .. lines, .. all[end..]]));
            Assert.Fail($"{file} was changed from line {first + 1} on; read the diff before you commit it.");
        }

        for (var line = 0; line < Math.Min(written.Length, lines.Length); line++)
        {
            Assert.True(
                written[line] == lines[line],
                $"{file}, line {first + line + 1}\nholds {written[line]}\nnow   {lines[line]}\n"
                + "If the change is meant, run the tests again with ACCEPT_TEXTS=yes and read the diff.");
        }

        Assert.Equal(written.Length, lines.Length);
    }
}
