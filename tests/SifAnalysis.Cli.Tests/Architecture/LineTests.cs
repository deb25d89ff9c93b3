using System.Text.Json;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Architecture;

/// <summary>Code is read on screens beside other windows, and in reviews: no line is longer than 140 characters.</summary>
public class LineTests
{
    private const int Longest = 140;

    // The engine and its front are about to be built on another kernel; their lines are kept short where they are written anew.
    private static readonly string[] Passed =
        ["SifAnalysis.Notebooks", "SifAnalysis.Notebooks.Tests", "SifAnalysis.Jupyter", "SifAnalysis.Jupyter.Tests"];

    [Fact]
    public void Sources_HaveNoLongLine() =>
        Assert.Empty(from folder in new[] { "src", "tests" }
                     from path in Files(folder, "*.cs")
                     from line in TooLong(File.ReadLines(path))
                     select $"{path}: {line}");

    [Fact]
    public void CodeOfNotebooks_HasNoLongLine() =>
        Assert.Empty(from path in Files("notebooks", "*.ipynb")
                     from line in TooLong(CodeOf(path))
                     select $"{path}: {line}");

    [Fact]
    public void CodeOfTheGuide_HasNoLongLine() =>
        Assert.Empty(from path in Files("docs", "*.md").Append(Path.Combine(Checkout.Root, "README.md"))
                     from code in File.ReadAllText(path).Split("```").Where((_, part) => part % 2 == 1)
                     from line in TooLong(code.Split('\n'))
                     select $"{path}: {line}");

    [Fact]
    public void TooLong_ALineOfOneMore_IsTold() =>
        Assert.Equal([new string('x', Longest + 1)], TooLong([new string('x', Longest), new string('x', Longest + 1)]));

    private static IEnumerable<string> TooLong(IEnumerable<string> lines) => lines.Where(line => line.Length > Longest);

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" || Passed.Contains(part)));

    private static IEnumerable<string> CodeOf(string notebook)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(notebook));
        foreach (var cell in document.RootElement.GetProperty("cells").EnumerateArray())
        {
            if (cell.GetProperty("cell_type").GetString() == "code")
            {
                var source = cell.GetProperty("source");
                var text = source.ValueKind == JsonValueKind.Array
                    ? string.Concat(source.EnumerateArray().Select(line => line.GetString()))
                    : source.GetString()!;
                foreach (var line in text.Split('\n'))
                {
                    yield return line;
                }
            }
        }
    }
}
