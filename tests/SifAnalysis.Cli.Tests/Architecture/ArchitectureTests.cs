using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;
using SifAnalysis.Notebooks.Session;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Architecture;

public partial class ArchitectureTests
{
    private static readonly Assembly Library = typeof(SifData).Assembly;
    private static readonly Assembly Engine = typeof(CSharpSession).Assembly;

    [Fact]
    public void Library_KnowsNoneOfTheTools() =>
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), reference =>
            reference.Name is "SifAnalysis.Notebooks" or "SifAnalysis.Jupyter" or "sif");

    [Fact]
    public void Engine_KnowsTheLibraryOnlyThroughNotebooks() =>
        Assert.DoesNotContain(Engine.GetReferencedAssemblies(), reference =>
            reference.Name is "SifAnalysis" or "SifAnalysis.Jupyter" or "sif");

    [Fact]
    public void Library_WritesNoConsole() =>
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), reference => reference.Name == "System.Console");

    [Fact]
    public void Statistics_KnowNoChartsAndNoDisplay() => Assert.True(
        Types.InAssembly(Library).That().ResideInNamespace("SifAnalysis.Statistics").ShouldNot()
            .HaveDependencyOnAny("SifAnalysis.Charts", "SifAnalysis.Display", "SifAnalysis.Figures")
            .GetResult().IsSuccessful);

    [Fact]
    public void Judgements_KnowNoFiguresChartsOrStatistics() => Assert.True(
        Types.InAssembly(Library).That().ResideInNamespace("SifAnalysis.Judgements").ShouldNot()
            .HaveDependencyOnAny("SifAnalysis.Figures", "SifAnalysis.Charts", "SifAnalysis.Display", "SifAnalysis.Statistics")
                .GetResult().IsSuccessful);

    [Fact]
    public void Library_WritesNoFiles()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", "SifAnalysis"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, path => FileWriting().IsMatch(File.ReadAllText(path)));
    }

    [Fact]
    public void Types_HaveNoVagueNames() => Assert.DoesNotContain(
        new[] { Library, Engine }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("SifAnalysis", StringComparison.Ordinal) == true)
            .Select(type => type.Name),
        name => VagueName().IsMatch(name));

    [GeneratedRegex(@"\bFile\.(Write|Append|Create|Delete|Move|Copy)|FileMode\.(Create|Append)|Directory\.(Create|Delete|Move)")]
    private static partial Regex FileWriting();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utilities)$")]
    private static partial Regex VagueName();
}
