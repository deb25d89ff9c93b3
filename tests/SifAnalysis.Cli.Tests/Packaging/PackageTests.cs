using System.Text.Json.Nodes;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Packaging;

/// <summary>The packages, installed from a local feed in an empty folder, as somebody without the checkout would.</summary>
public sealed class PackageTests : IClassFixture<PackageTests.Installed>
{
    private readonly Installed installed;

    public PackageTests(Installed installed) => this.installed = installed;

    [Fact]
    public void Notebook_OfThePackage_ShowsItsChartsAndTablesWithoutFurtherSetUp()
    {
        File.WriteAllText(Path.Combine(installed.Folder, "question.dib"), """
            #!csharp

            #r "nuget: SifAnalysis, 1.0.0-test"

            #!csharp

            using SifAnalysis;
            using SifAnalysis.Charts;
            using SifAnalysis.Figures;
            using SifAnalysis.Loading;

            var sif = SifData.Load();
            sif.CheckFigures()

            #!csharp

            SifCharts.ByArea(sif.Inspections)
            """);

        installed.Sif("run", "question.dib", "--output", "answer.ipynb", "--trust");

        var outputs = JsonNode.Parse(File.ReadAllText(Path.Combine(installed.Folder, "answer.ipynb")))!["cells"]!.AsArray()
            .SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
            .Where(output => output!["output_type"]!.ToString() == "execute_result")
            .Select(output => output!["data"]!.AsObject())
            .ToList();
        Assert.Equal(2, outputs.Count);
        Assert.Contains("Kensington and Chelsea", outputs[0]["text/html"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(outputs[1].ContainsKey("application/vnd.plotly.v1+json"), outputs[1].ToJsonString());
    }

    [Fact]
    public void Check_OutsideACheckout_ReadsTheTablesOfThePackage()
    {
        Assert.Contains("0 contradicted", installed.Sif("check"), StringComparison.Ordinal);
    }

    /// <summary>A folder with nothing in it but the tool.</summary>
    public sealed class Installed : IDisposable
    {
        private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("sif-packages-");

        public Installed()
        {
            Folder = temporary.CreateSubdirectory("empty folder").FullName;
            var feed = temporary.CreateSubdirectory("feed").FullName;
            foreach (var project in new[] { "SifAnalysis", "SifAnalysis.Cli" })
            {
                // What the tests were built from, so that nothing is built anew under tests that run beside this one.
                Dotnet.Run(
                    Checkout.Root,
                    "pack",
                    $"src/{project}",
                    "--no-build",
                    "--configuration",
                    Configuration,
                    "-p:Version=1.0.0-test",
                    "--output",
                    feed);
            }

            File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
                <configuration>
                  <packageSources><add key="local" value="{feed}" /></packageSources>
                </configuration>
                """);
            Dotnet.Program(
                Folder, "dotnet", ["tool", "install", "SifAnalysis.Cli", "--version", "1.0.0-test", "--tool-path", "tools"], Packages);
        }

        public string Folder { get; }

        private static string Configuration =>
            AppContext.BaseDirectory.Contains(
                $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

        // Packages under test must not stay among the user's.
        private (string, string) Packages => ("NUGET_PACKAGES", Path.Combine(temporary.FullName, "packages"));

        public string Sif(params string[] arguments) => Dotnet.Program(Folder, Path.Combine(Folder, "tools", "sif"), arguments, Packages);

        public void Dispose() => temporary.Delete(recursive: true);
    }
}
