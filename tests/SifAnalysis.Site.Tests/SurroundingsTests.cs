using System.Text.Json;
using System.Text.RegularExpressions;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Site.Tests;

/// <summary>What opens the kit in VS Code, in a container and on Binder. Neither can be started here, so the files are read and
/// compared.</summary>
public partial class SurroundingsTests
{
    private static readonly string[] Instructions = ["FROM", "RUN", "ENV", "ARG", "COPY", "USER", "WORKDIR", "EXPOSE", "CMD"];

    [Theory]
    [InlineData(".vscode/extensions.json")]
    [InlineData(".vscode/settings.json")]
    [InlineData(".vscode/tasks.json")]
    [InlineData(".devcontainer/devcontainer.json")]
    public void File_IsJson(string path) => Assert.Equal(JsonValueKind.Object, Json(path).ValueKind);

    [Fact]
    public void Extensions_AreThoseThatAreKept()
    {
        var named = Strings(Json(".vscode/extensions.json").GetProperty("recommendations"))
            .Concat(Strings(Json(".devcontainer/devcontainer.json").GetProperty("customizations").GetProperty("vscode")
                .GetProperty("extensions")));
        Assert.Subset(new HashSet<string> { "ms-toolsai.jupyter", "ms-dotnettools.csharp", "ms-dotnettools.vscode-dotnet-runtime" }, named
            .ToHashSet());
    }

    [Fact]
    public void Tasks_RunWhatIsThere() => Assert.All(
        Json(".vscode/tasks.json").GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("command").GetString()!)
            .Where(command => command.StartsWith("./", StringComparison.Ordinal)),
        command => Assert.True(File.Exists(Path.Combine(Checkout.Root, command.Split(' ')[0])), command));

    [Fact]
    public void Dockerfile_IsMadeOfInstructionsAndOfProjectsThatAreThere()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "Dockerfile"));
        var lines = text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .ToList();
        Assert.All(lines, line => Assert.Contains(line.Split(' ')[0], Instructions));
        var sdk = Json("global.json").GetProperty("sdk").GetProperty("version").GetString()!.Split('.')[0];
        Assert.Equal($"FROM mcr.microsoft.com/dotnet/sdk:{sdk}.0", lines[0]);
        Assert.All(Projects().Matches(text).Select(match => match.Value), project =>
            Assert.True(Directory.Exists(Path.Combine(Checkout.Root, project)), project));
        Assert.Contains("kernel install", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Devcontainer_UsesTheDockerfileAndInstallsTheKernel()
    {
        var container = Json(".devcontainer/devcontainer.json");
        var file = container.GetProperty("build").GetProperty("dockerfile").GetString()!;
        Assert.True(File.Exists(Path.Combine(Checkout.Root, ".devcontainer", file)));
        Assert.Contains("kernel install", container.GetProperty("postCreateCommand").GetString(), StringComparison.Ordinal);
        Assert.Contains($"ARG NB_USER={container.GetProperty("remoteUser").GetString()}", File
            .ReadAllText(Path.Combine(Checkout.Root, "Dockerfile")), StringComparison.Ordinal);
    }

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, path))).RootElement;

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(each => each.GetString()!);

    [GeneratedRegex(@"src/[\w.]+")]
    private static partial Regex Projects();
}
