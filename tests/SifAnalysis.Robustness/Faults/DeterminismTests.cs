using System.Text.Json.Nodes;

namespace SifAnalysis.Robustness.Faults;

/// <summary>Runs the kit's notebooks on one machine as if on others, and compares every byte but those of the stated time.</summary>
public sealed class DeterminismTests(DeterminismTests.FirstRun first) : IClassFixture<DeterminismTests.FirstRun>
{
    [Theory]
    [InlineData("tr_TR.UTF-8", "Pacific/Kiritimati")]
    [InlineData("de_DE.UTF-8", "America/St_Johns")]
    [InlineData("ar_SA.UTF-8", "Asia/Kathmandu")]
    public async Task Reproduce_InAnotherCultureAndZoneWithoutANetwork_GivesTheSameBytesButForTheTime(string language, string zone)
    {
        var folder = Directory.CreateTempSubdirectory("sif wo anders ß ").FullName;
        var run = await SifProcess.RunAsync(
            ["unshare", "--map-root-user", "--net", .. Reproduce(folder)], ("LANG", language), ("LC_ALL", language), ("TZ", zone));
        AssertSame(run, folder);
    }

    [Fact]
    public async Task Reproduce_OnAMachineWithoutIcu_GivesTheSameBytesButForTheTime()
    {
        var folder = Directory.CreateTempSubdirectory("sif-invariant-").FullName;
        AssertSame(await SifProcess.RunAsync(Reproduce(folder), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")), folder);
    }

    private void AssertSame((int Code, string Output) run, string folder)
    {
        var (code, output) = run;
        Assert.True(code == 0, output);
        var (one, other) = (Masked(first.Folder), Masked(folder));
        Assert.Equal(one.Keys, other.Keys);
        Assert.All(
            one, file => Assert.True(file.Value == other[file.Key], $"{file.Key} differs: {Difference(file.Value, other[file.Key])}"));
        Assert.Equal(Printed(first.Output, first.Folder), Printed(output, folder));
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Reproduce(string output) => SifProcess.Command("reproduce", "--output", output);

    // Notebooks run side by side, and each is told as it ends; all else is printed in one order.
    private static string Printed(string output, string folder)
    {
        var lines = output.Replace(folder, "", StringComparison.Ordinal).Split('\n')
            .ToLookup(line => line.EndsWith(": executed", StringComparison.Ordinal));
        return string.Join('\n', [.. lines[true].Order(StringComparer.Ordinal), .. lines[false]]);
    }

    // The time that the run states, wherever it stands.
    private static SortedDictionary<string, string> Masked(string folder)
    {
        var files = SifProcess.Files(folder);
        var time = (string)JsonNode.Parse(
            files.First(file => file.Key.EndsWith(".ipynb", StringComparison.Ordinal)).Value)!["metadata"]!["sif"]!["time"]!;
        return new(
            files.ToDictionary(
                file => file.Key, file => file.Value.Replace(time, "TIME", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(one, at)}… and …{Around(other, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)];

    /// <summary>The run with which the others are compared.</summary>
    public sealed class FirstRun : IAsyncLifetime
    {
        /// <summary>Where its files are.</summary>
        public string Folder { get; } = Directory.CreateTempSubdirectory("sif-first-").FullName;

        /// <summary>What it printed.</summary>
        public string Output { get; private set; } = "";

        /// <inheritdoc/>
        public async Task InitializeAsync()
        {
            (var code, Output) = await SifProcess.RunAsync(Reproduce(Folder), ("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC"));
            Assert.True(code == 0, Output);
        }

        /// <inheritdoc/>
        public Task DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
