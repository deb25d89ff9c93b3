using System.Text.RegularExpressions;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Documentation;

/// <summary>The guide and the API reference, built as a contributor builds them.</summary>
public sealed partial class DocumentationTests : IClassFixture<DocumentationTests.Built>
{
    private readonly string folder;

    public DocumentationTests(Built built) => folder = built.Folder;

    [Fact]
    public void EveryLinkInTheDocumentation_LeadsToAFileOfTheSite()
    {
        var pages = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).ToList();
        var notebooks = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "notebooks"), "*.ipynb")
            .Select(path => Path.GetFullPath(Path.Combine(folder, "..", Path.GetFileNameWithoutExtension(path) + ".html")));
        var known = pages.Concat(notebooks).Append(Path.GetFullPath(Path.Combine(folder, "..", "index.html"))).ToHashSet();

        var broken = pages.SelectMany(page => Links().Matches(File.ReadAllText(page))
            .Select(match => Uri.UnescapeDataString(match.Groups[1].Value))
            .Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal))
            .Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link)))
            .Where(target => !known.Contains(target) && !File.Exists(target))
            .Select(target => $"{Path.GetRelativePath(folder, page)} leads to {Path.GetRelativePath(folder, target)}"));

        Assert.NotEmpty(pages);
        Assert.Empty(broken.Distinct());
    }

    [Fact]
    public void ApiReference_HasTheDocumentationOfTheLibrary()
    {
        var page = File.ReadAllText(Path.Combine(folder, "api", "SifAnalysis.Statistics.Proportions.html"));

        Assert.Contains("Kish, 1965", page, StringComparison.Ordinal);
        Assert.Contains("ArgumentOutOfRangeException", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MemberwiseClone", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/guide/notebooks.md")]
    public void ListOfNotebooks_HasEveryNotebook(string list)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, list));

        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Checkout.Root, "notebooks"), "*.ipynb")
                .Select(path => Path.GetFileNameWithoutExtension(path)),
            name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [GeneratedRegex("(?:href|src)=\"([^\"#?]*)[^\"]*\"")]
    private static partial Regex Links();

    /// <summary>The documentation in a folder of its own.</summary>
    public sealed class Built : IDisposable
    {
        private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("sif-documentation-");

        public Built()
        {
            Folder = Path.Combine(temporary.FullName, "docs");
            Dotnet.Run(Checkout.Root, "tool", "restore");
            Dotnet.Run(Checkout.Root, "docfx", "docs/docfx.json", "--output", Folder, "--warningsAsErrors");
        }

        public string Folder { get; }

        public void Dispose() => temporary.Delete(recursive: true);
    }
}
