using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace SifAnalysis.Notebooks.Tests.Packages;

/// <summary>A folder of packages made here, and a notebook's folder whose NuGet.config knows no other source.</summary>
public sealed class LocalFeed
{
    public LocalFeed()
    {
        Folder = Directory.CreateTempSubdirectory("packages").FullName;
        Feed = Directory.CreateDirectory(Path.Combine(Folder, "feed")).FullName;
        Elsewhere = Directory.CreateDirectory(Path.Combine(Folder, "elsewhere")).FullName;
        WriteConfig(Feed);
        Pack(Feed, "Tiny.Base", "1.0.0", [], ("lib/netstandard2.0/Tiny.Base.dll", Library("Tiny.Base", "1.0.0.0", "One")));
        Pack(Feed, "Tiny.Base", "1.2.0", [], ("lib/netstandard2.0/Tiny.Base.dll", Library("Tiny.Base", "1.2.0.0", "One and two")));
        Pack(Feed, "Tiny.Base", "2.0.0", [], ("lib/netstandard2.0/Tiny.Base.dll", Library("Tiny.Base", "2.0.0.0", "Two")));
        Pack(Feed, "Tiny.Base", "3.0.0-beta.1", [], ("lib/netstandard2.0/Tiny.Base.dll", Library("Tiny.Base", "3.0.0.0", "Beta")));
        Pack(
            Feed, "Tiny.Needs", "1.0.0", [("Tiny.Base", "1.0.0")], ("lib/netstandard2.0/Tiny.Needs.dll", Using("Tiny.Needs", "Tiny.Base")));
        Pack(
            Feed, "Tiny.NeedsMore", "1.0.0", [("Tiny.Base", "1.2.0")], (
                "lib/netstandard2.0/Tiny.NeedsMore.dll", Using("Tiny.NeedsMore", "Tiny.Base")));
        Pack(
            Feed, "Tiny.NeedsOld", "1.0.0", [("Tiny.Base", "[1.0.0]")], (
                "lib/netstandard2.0/Tiny.NeedsOld.dll", Using("Tiny.NeedsOld", "Tiny.Base")));
        Pack(
            Feed, "Tiny.NeedsNew", "1.0.0", [("Tiny.Base", "2.0.0")], (
                "lib/netstandard2.0/Tiny.NeedsNew.dll", Using("Tiny.NeedsNew", "Tiny.Base")));
        Pack(
            Feed, "Tiny.NeedsNothingThere", "1.0.0", [("Tiny.Lost", "1.0.0")], (
                "lib/netstandard2.0/Tiny.NeedsNothingThere.dll", Library("Tiny.NeedsNothingThere", "1.0.0.0", "")));
        Pack(
            Feed,
            "Tiny.Frameworks",
            "1.0.0",
            [],
            ("lib/netstandard2.0/Tiny.Frameworks.dll", Library("Tiny.Frameworks", "1.0.0.0", "netstandard2.0")),
            ("lib/net8.0/Tiny.Frameworks.dll", Library("Tiny.Frameworks", "1.0.0.0", "net8.0")),
            ("lib/net99.0/Tiny.Frameworks.dll", Library("Tiny.Frameworks", "1.0.0.0", "net99.0")));
        Pack(
            Feed,
            "Tiny.Runtimes",
            "1.0.0",
            [],
            ("lib/net8.0/Tiny.Runtimes.dll", Library("Tiny.Runtimes", "1.0.0.0", "any machine")),
            (
                $"runtimes/{RuntimeInformation.RuntimeIdentifier}/lib/net8.0/Tiny.Runtimes.dll", Library(
                    "Tiny.Runtimes", "1.0.0.0", "this machine")));

        // The runtime's own native library under another name stands for any that a package brings.
        var native = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.*")
            .Single(file => !file.EndsWith(".a", StringComparison.Ordinal) && !file.EndsWith(".dbg", StringComparison.Ordinal));
        Pack(
            Feed,
            "Tiny.Native",
            "1.0.0",
            [],
            ("lib/net8.0/Tiny.Native.dll", Assembly("Tiny.Native", "1.0.0.0", "public static class Process { "
                + "[System.Runtime.InteropServices.DllImport(\"tinynative\", EntryPoint = \"SystemNative_GetPid\")] public static extern "
                + "int Id(); }")),
            (
                $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/libtinynative{Path.GetExtension(native)}",
                File.ReadAllBytes(native)));
        Pack(
            Feed,
            "Tiny.Extended",
            "1.0.0",
            [],
            ("lib/net8.0/Tiny.Extended.dll", Library("Tiny.Extended", "1.0.0.0", "set up")),
            ("interactive-extensions/dotnet/extension.dib", "#!csharp\n\nusing Tiny.Extended;\nvar greeting = Word.Text;\n"u8.ToArray()));
        Pack(
            Feed,
            "Tiny.Compiled",
            "1.0.0",
            [],
            ("lib/net8.0/Tiny.Compiled.dll", Library("Tiny.Compiled", "1.0.0.0", "library")),
            ("interactive-extensions/dotnet/Tiny.Compiled.dll", Library("Tiny.Compiled", "1.0.0.0", "extension")));
        Pack(Feed, "Tiny.Kernels", "1.0.0", [], ("interactive-extensions/dotnet/Tiny.Kernels.dll", Extension(
            "Tiny.Kernels", "((CompositeKernel)kernel).Add(new KeyValueStoreKernel(\"tiny\")); return Task.CompletedTask;")));
        Pack(Feed, "Tiny.Broken", "1.0.0", [], ("interactive-extensions/dotnet/Tiny.Broken.dll", Extension(
            "Tiny.Broken", "throw new System.InvalidOperationException(\"out of order\");")));
        Pack(
            Elsewhere, "Tiny.Elsewhere", "1.0.0", [], ("lib/net8.0/Tiny.Elsewhere.dll", Library("Tiny.Elsewhere", "1.0.0.0", "elsewhere")));
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>The folder of packages that NuGet.config names.</summary>
    public string Feed { get; }

    /// <summary>Another folder of packages, which it does not name.</summary>
    public string Elsewhere { get; }

    /// <summary>Writes a NuGet.config, in this feed's folder or another, that keeps packages out of the user's own folder.</summary>
    public void WriteConfig(string source, string? folder = null) => File.WriteAllText(
        Path.Combine(folder ?? Folder, "NuGet.config"),
        $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Path.Combine(folder ?? Folder, "global")}" /></config>
          <packageSources><clear /><add key="only" value="{source}" allowInsecureConnections="true" /></packageSources>
        </configuration>
        """);

    private static byte[] Library(string name, string version, string word) =>
        Assembly(name, version, $"public static class Word {{ public static string Text => \"{word}\"; }}");

    private static byte[] Extension(string name, string load) => Assembly(
        name,
        "1.0.0.0",
        $"using System.Threading.Tasks; using Microsoft.DotNet.Interactive; public class Extension : IKernelExtension {{ public Task OnLoadAsync(Kernel kernel) {{ {load} }} }}",
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(File.ReadAllBytes)]);

    private static byte[] Using(string name, string needed) =>
        Assembly(
            name, "1.0.0.0", $"public static class Word {{ public static string Text => \"{name} with \" + {needed}.Word.Text; }}", Library(
                needed, "1.0.0.0", ""));

    private static byte[] Assembly(string name, string version, string code, params byte[][] references)
    {
        var source = $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\nnamespace {name} {{ {code} }}";
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [
                MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                .. references.Select(image => MetadataReference.CreateFromImage(image)),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }

    private static void Pack(
        string feed, string id, string version, IReadOnlyList<(string Id, string Range)> needs, params (
            string Path, byte[] Content)[] files)
    {
        var builder = new PackageBuilder { Id = id, Version = NuGetVersion.Parse(version), Description = "Made by a test." };
        builder.Authors.Add("Tests");
        builder.DependencyGroups.Add(
            new PackageDependencyGroup(
                NuGetFramework.AnyFramework, needs.Select(need => new PackageDependency(need.Id, VersionRange.Parse(need.Range)))));
        foreach (var (path, content) in files)
        {
            builder.Files.Add(new PhysicalPackageFile(new MemoryStream(content)) { TargetPath = path });
        }

        using var stream = File.Create(Path.Combine(feed, $"{id}.{version}.nupkg"));
        builder.Save(stream);
    }
}
