namespace SifAnalysis.Robustness.Faults;

/// <summary>Runs the kit's notebooks on one machine as if on others, at one stated time, and compares every byte.</summary>
public sealed class DeterminismTests(DeterminismTests.FirstRun first) : IClassFixture<DeterminismTests.FirstRun>
{
    private static (string Name, string Value) AtOneTime => (SifProcess.Epoch, "1480550400");

    [Theory]
    [InlineData("tr_TR.UTF-8", "Pacific/Kiritimati")]
    [InlineData("de_DE.UTF-8", "America/St_Johns")]
    [InlineData("ar_SA.UTF-8", "Asia/Kathmandu")]
    public async Task Reproduce_InAnotherCultureAndZoneWithoutANetwork_GivesTheSameBytes(string language, string zone)
    {
        var folder = Directory.CreateTempSubdirectory("sif wo anders ß ").FullName;
        var run = await SifProcess.RunAsync(
            ["unshare", "--map-root-user", "--net", .. Reproduce(folder)],
            AtOneTime, ("LANG", language), ("LC_ALL", language), ("TZ", zone));
        AssertSame(run, folder);
    }

    [Fact]
    public async Task Reproduce_OnAMachineWithoutIcu_GivesTheSameBytes()
    {
        var folder = Directory.CreateTempSubdirectory("sif-invariant-").FullName;
        AssertSame(await SifProcess.RunAsync(Reproduce(folder), AtOneTime, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")), folder);
    }

    private void AssertSame((int Code, string Output) run, string folder)
    {
        var (code, output) = run;
        Assert.True(code == 0, output);
        var (one, other) = (SifProcess.Files(first.Folder), SifProcess.Files(folder));
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
            (var code, Output) = await SifProcess.RunAsync(
                Reproduce(Folder), AtOneTime, ("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC"));
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
