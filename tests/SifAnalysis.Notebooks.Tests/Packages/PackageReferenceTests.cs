using System.Globalization;
using SifAnalysis.Notebooks.Tests.Session;

namespace SifAnalysis.Notebooks.Tests.Packages;

public sealed class PackageReferenceTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    [Fact]
    public async Task Reference_PackageThatNeedsAnother_BringsBoth()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Equal("Tiny.Needs with One", await cells.TextOf("#r \"nuget: Tiny.Needs, 1.0.0\"\nTiny.Needs.Word.Text"));
        Assert.Equal("One", await cells.TextOf("Tiny.Base.Word.Text"));
    }

    [Fact]
    public async Task Reference_Installed_IsSaidOnce()
    {
        await using var cells = new Cells(feed.Folder);
        await cells.TextOf("#r \"nuget: Tiny.Needs, 1.0.0\"");
        Assert.Equal("Installed Tiny.Needs, 1.0.0", Assert.Single(cells.Displays).Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task Reference_SeveralInACell_AgreeOnWhatTheyNeed()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Equal(
            "Tiny.Needs with One and two, Tiny.NeedsMore with One and two",
            await cells.TextOf("var before = 1;\n#r \"nuget: Tiny.Needs, 1.0.0\"\n#r \"nuget:Tiny.NeedsMore,1.0.0\"\nTiny.Needs.Word.Text "
                + "+ \", \" + Tiny.NeedsMore.Word.Text"));
    }

    [Theory]
    [InlineData("Tiny.Base", "Two")]
    [InlineData("Tiny.Base, 1.*", "One and two")]
    [InlineData("Tiny.Base, *", "Two")]
    [InlineData("Tiny.Base, *-*", "Beta")]
    [InlineData("Tiny.Base, [1.0,2.0)", "One")]
    [InlineData("Tiny.Base, 1.2.0", "One and two")]
    [InlineData("tiny.base, 2.0", "Two")]
    public async Task Reference_Version_IsTheBestThatIsAskedFor(string package, string word)
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Equal(word, await cells.TextOf($"#r \"nuget: {package}\"\nTiny.Base.Word.Text"));
    }

    [Fact]
    public async Task Reference_SeveralFrameworks_TakesTheNearest()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Equal("net8.0", await cells.TextOf("#r \"nuget: Tiny.Frameworks\"\nTiny.Frameworks.Word.Text"));
    }

    [Fact]
    public async Task Reference_AssemblyForTheRuntimeIdentifier_IsPreferred()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Equal("this machine", await cells.TextOf("#r \"nuget: Tiny.Runtimes\"\nTiny.Runtimes.Word.Text"));
    }

    [Fact]
    public async Task Reference_NativeLibrary_IsFoundByThePackageAndByTheCell()
    {
        await using var cells = new Cells(feed.Folder);
        var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(id, await cells.TextOf("#r \"nuget: Tiny.Native\"\nTiny.Native.Process.Id()"));
        Assert.Equal(id, await cells.TextOf("[System.Runtime.InteropServices.DllImport(\"tinynative\", "
            + "EntryPoint = \"SystemNative_GetPid\")] static extern int Id();\nId()"));
    }

    [Fact]
    public async Task Reference_InLoadedAndImportedFiles_IsFollowed()
    {
        await using var cells = new Cells(feed.Folder);
        cells.Write("inner.csx", "#r \"nuget: Tiny.Needs, 1.0.0\"\nstring Inner() => Tiny.Needs.Word.Text;");
        cells.Write("outer.csx", "#load \"inner.csx\"\n#i \"nuget: elsewhere\"\n#r \"nuget: Tiny.Elsewhere\"\nstring Outer() => Inner() + "
            + "Tiny.Elsewhere.Word.Text;");
        Assert.Equal("Tiny.Needs with Oneelsewhere", await cells.TextOf("#load \"outer.csx\"\nOuter()"));
        await using var others = new Cells(feed.Folder);
        Assert.Equal("Tiny.Needs with One", await others.TextOf("#!import inner.csx\nInner()"));
    }

    [Fact]
    public async Task Reference_AddedBetweenCells_LeavesEarlierTypesAsTheyAre()
    {
        await using var cells = new Cells(feed.Folder);
        await cells.TextOf("record Kept(string Name); string NameOf(Kept kept) => kept.Name; var kept = new Kept(\"kept\"); display(kept);");
        await cells.TextOf("#r \"nuget: Tiny.Base, 1.0.0\"");
        Assert.Equal("kept", await cells.TextOf("display(1); NameOf(kept)"));
    }

    [Fact]
    public async Task Source_Folder_IsLookedInToo()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Contains("no package Tiny.Elsewhere", await cells.ErrorOf("#r \"nuget: Tiny.Elsewhere\""), StringComparison.Ordinal);
        Assert.Equal("elsewhere", await cells.TextOf("#i \"nuget: elsewhere\"\n#r \"nuget: Tiny.Elsewhere\"\nTiny.Elsewhere.Word.Text"));
    }

    [Theory]
    [InlineData("#i \"nuget: nowhere\"", "there is no folder")]
    [InlineData("#i \"nuget: ftp://example.org\"", "expected an address")]
    [InlineData("#r \"nuget: \"", "expected a package's name")]
    [InlineData("#r \"nuget: Tiny.Base, one\"", "\"one\" is no version")]
    [InlineData("#r \"nuget: Tiny.Base, 1.1.0\"", "There is no Tiny.Base 1.1.0")]
    [InlineData("#r \"nuget: Tiny.Base, 1.1.0\"", "nearest versions there are 1.0.0, 1.2.0, 2.0.0")]
    [InlineData("#r \"nuget: Tiny.Lost\"", "There is no package Tiny.Lost in ")]
    [InlineData("#r \"nuget: Tiny.NeedsNothingThere\"", "Tiny.Lost")]
    [InlineData("#r \"nuget: Tiny.NeedsOld\"\n#r \"nuget: Tiny.NeedsNew\"", "Tiny.Base")]
    public async Task Reference_Unanswerable_SaysWhatAndWhere(string cell, string expected)
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Contains(expected, await cells.ErrorOf(cell), StringComparison.Ordinal);
        Assert.Equal("2", await cells.TextOf("1 + 1"));
    }

    [Fact]
    public async Task Reference_SourceOutOfReach_IsSaid()
    {
        var folder = Directory.CreateTempSubdirectory("unreachable").FullName;
        feed.WriteConfig("http://127.0.0.1:9/v3/index.json", folder);
        await using var cells = new Cells(folder);
        var error = await cells.ErrorOf("#r \"nuget: Tiny.Base\"");
        Assert.Contains("could not be learnt", error, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:9/v3/index.json did not give Tiny.Base", error, StringComparison.Ordinal);
        Assert.Contains("Connection refused", error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Reference_BrokenConfig_IsSaid()
    {
        var folder = Directory.CreateTempSubdirectory("broken").FullName;
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), "<configuration><packageSources>");
        await using var cells = new Cells(folder);
        Assert.Contains("NuGet.config", await cells.ErrorOf("#r \"nuget: Tiny.Base\""), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Reference_OfAnotherVersionThanLoaded_IsRefused()
    {
        await using var cells = new Cells(feed.Folder);
        await cells.TextOf("#r \"nuget: Tiny.Base, 1.0.0\"");
        Assert.Contains("has loaded Tiny.Base 1.0.0", await cells.ErrorOf("#r \"nuget: Tiny.Base, 2.0.0\""), StringComparison.Ordinal);
        Assert.Contains("Tiny.Base 2.0.0 is needed", await cells.ErrorOf("#r \"nuget: Tiny.NeedsNew\""), StringComparison.Ordinal);
        Assert.Contains(
            "Tiny.Base 1.0.0, loaded before, is used where 1.2.0 is asked for",
            await cells.TextOf("#r \"nuget: Tiny.NeedsMore\""),
            StringComparison.Ordinal);
        Assert.Equal("Tiny.NeedsMore with One", await cells.TextOf("#r \"nuget: Tiny.Base\"\nTiny.NeedsMore.Word.Text"));
    }

    [Fact]
    public async Task Reference_WithExtensionNotebook_RunsIt()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Equal("set up", await cells.TextOf("#r \"nuget: Tiny.Extended\"\ngreeting + (Word.Text == greeting ? \"\" : \"?\")"));
    }

    [Fact]
    public async Task Reference_WithCompiledExtensionOfTheLibrarysName_UsesTheLibrary()
    {
        await using var cells = new Cells(feed.Folder);
        await cells.TextOf("#r \"nuget: Tiny.Compiled\"");
        Assert.Equal("library", await cells.TextOf("Tiny.Compiled.Word.Text"));
    }

    [Fact]
    public async Task Reference_WithCompiledExtension_LetsItSetUpTheKernels()
    {
        await using var cells = new Cells(feed.Folder);
        await cells.TextOf("#r \"nuget: Tiny.Kernels\"");
        await cells.TextOf("#!tiny --name kept\ntext");
        await cells.TextOf("#!share --from tiny kept");
        Assert.Equal("text", await cells.TextOf("kept"));
    }

    [Fact]
    public async Task Reference_WithExtensionThatThrows_SaysSoAndGoesOn()
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Contains("Tiny.Broken.Extension of Tiny.Broken.dll did not load: InvalidOperationException: out of order", await cells.ErrorOf("#r \"nuget: Tiny.Broken\""), StringComparison.Ordinal);
        Assert.Equal("2", await cells.TextOf("1 + 1"));
    }

    [Theory]
    [InlineData("Microsoft.DotNet.Interactive.Formatting, 1.0.0-beta.1", "comes with the kernel")]
    [InlineData("Microsoft.DotNet.Interactive", "comes with the kernel")]
    [InlineData("Microsoft.DotNet.Interactive.PackageManagement", "is not needed")]
    [InlineData("Microsoft.Data.Analysis", "comes with the kernel")]
    public async Task Reference_OfWhatTheKitDelivers_UsesTheKits(string package, string note)
    {
        await using var cells = new Cells(feed.Folder);
        Assert.Contains(note, await cells.TextOf($"#r \"nuget: {package}\""), StringComparison.Ordinal);
        Assert.Equal("a: Int32", await cells.TextOf("using Microsoft.Data.Analysis;\nvar frame = new DataFrame(new "
            + "Int32DataFrameColumn(\"a\", [1])); $\"{frame.Columns[0].Name}: {frame.Columns[0].DataType.Name}\""));
        Assert.Equal("i", await cells.TextOf("record Grade(string Name);\nFormatter.Register<Grade>(grade => grade.Name, "
            + "\"text/plain\");\nnew Grade(\"i\")"));
    }

    [Fact]
    public async Task Reference_FromTheUsersOwnSources_Works()
    {
        await using var cells = new Cells();
        Assert.Equal(
            "{\"Answer\":42}",
            await cells.TextOf("#r \"nuget: Newtonsoft.Json, 13.0.1\"\nNewtonsoft.Json.JsonConvert.SerializeObject(new { Answer = 42 })"));
        Assert.Equal(
            "True", await cells.TextOf("Newtonsoft.Json.Linq.JObject.FromObject(new { Answer = 42 })[\"Answer\"].ToString() == \"42\""));
    }
}
