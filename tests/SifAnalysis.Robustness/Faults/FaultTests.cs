using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Robustness.Faults;

/// <summary>
/// What befalls machines. The tests of disks and networks make them in Linux name spaces of their own
/// (<c>unshare</c>), which need no more rights than the system gives every user.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int Before = 1_483_401_600;
    private const int After = 1_500_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("sif faults é ").FullName;
    private readonly string notebooks;
    private readonly string earlier;

    public FaultTests()
    {
        notebooks = SifProcess.SmallNotebooks(folder);
        earlier = Path.Combine(folder, "earlier");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    public async Task Reproduce_OntoAFullDisk_SaysSoAndLeavesEveryFileWhole(int kilobytesLeft)
    {
        await MakeAsync(earlier, Before);
        var later = Path.Combine(folder, "later");
        await MakeAsync(later, After);
        var disk = Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName;
        var result = Path.Combine(folder, "result");
        var (code, output) = await SifProcess.RunAsync(
            [
                "unshare", "--map-root-user", "--mount", "sh", "-c",
                """
                mount -t tmpfs -o size=32m tmpfs "$1" && cp -r "$2/." "$1" || exit 99
                head -c "$4" /dev/zero > "$1/room"; cat /dev/zero > "$1/fill" 2> /dev/null; rm "$1/room"
                disk="$1"; result="$3"; shift 4; "$@"; code=$?
                rm "$disk/fill"; cp -r "$disk" "$result"; exit $code
                """,
                "sh", disk, earlier, result, $"{kilobytesLeft * 1024}", .. Reproduce(disk),
            ],
            (SifProcess.Epoch, $"{After}"));
        Assert.True(code == 1, output);
        Assert.Contains("cannot be written (No space left on device", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        var (old, renewed, found) = (SifProcess.Files(earlier), SifProcess.Files(later), SifProcess.Files(result));
        Assert.Equal(old.Keys, found.Keys);
        Assert.All(
            found, file => Assert.True(
                file.Value == old[file.Key] || file.Value == renewed[file.Key], $"{file.Key} is neither the old one nor the new one"));
    }

    [Fact]
    public async Task Reproduce_IntoAFolderThatIsReadOnly_SaysSoAndChangesNothing()
    {
        await MakeAsync(earlier, Before);
        var old = SifProcess.Files(earlier);
        var (code, output) = await SifProcess.RunAsync(
            [
                "unshare", "--map-root-user", "--mount", "sh", "-c", "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && "
                    + "shift && exec \"$@\"",
                "sh", earlier, .. Reproduce(earlier),
            ],
            (SifProcess.Epoch, $"{After}"));
        Assert.True(code == 1, output);
        Assert.Contains("cannot be written (Read-only file system", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(old, SifProcess.Files(earlier));
    }

    [Fact]
    public async Task Reproduce_TwoRunsAtOnceIntoOneFolder_BothSucceedAndEveryFileIsWhole()
    {
        await MakeAsync(earlier, Before);
        var shared = Path.Combine(folder, "shared");
        var runs = await Task.WhenAll(
            SifProcess.RunAsync(Reproduce(shared), (SifProcess.Epoch, $"{Before}")), SifProcess.RunAsync(
                Reproduce(shared), (SifProcess.Epoch, $"{Before}")));
        Assert.All(runs, run => Assert.True(run.Code == 0, run.Output));
        Assert.Equal(SifProcess.Files(earlier), SifProcess.Files(shared));
    }

    [Fact]
    public async Task Reproduce_AfterTheClockWasPutBack_RenewsEveryFile()
    {
        await MakeAsync(earlier, Before);
        var later = Path.Combine(folder, "later");
        await MakeAsync(later, After);
        foreach (var file in Directory.EnumerateFiles(later, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        await MakeAsync(later, Before);
        Assert.Equal(SifProcess.Files(earlier), SifProcess.Files(later));
        Assert.All(
            Directory.EnumerateFiles(later, "*", SearchOption.AllDirectories), file =>
                Assert.True(File.GetLastWriteTimeUtc(file).Year < 2099, file));
    }

    [Fact]
    public async Task Reproduce_KilledAtMomentsDrawnByLot_LeavesEveryFileWholeAndTheNextRunSucceeds()
    {
        var run = await KillRun.OfAsync(notebooks, times: 12, seed: 1, folder);
        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings));
        Assert.Equal(12, run.Kills);
    }

    [Fact]
    public async Task Reproduce_PartsThatAKilledRunLeft_AreRemovedAndThoseOfALivingRunAreNot()
    {
        var (process, ended) = SifProcess.Start(["true"]);
        await process.WaitForExitAsync();
        await ended;
        Directory.CreateDirectory(earlier);
        var dead = Path.Combine(earlier, $"index.html.{process.Id}.part");
        var living = Path.Combine(earlier, $"index.html.{Environment.ProcessId}.part");
        var own = Path.Combine(earlier, "index.html.mine.part");
        foreach (var path in new[] { dead, living, own })
        {
            await File.WriteAllTextAsync(path, "half");
        }

        await MakeAsync(earlier, Before);
        Assert.Equal([false, true, true], new[] { dead, living, own }.Select(File.Exists));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("99999999999999")]
    public async Task Reproduce_TimeThatIsNone_SaysWhatWasExpected(string epoch)
    {
        var (code, output) = await SifProcess.RunAsync(Reproduce(earlier), (SifProcess.Epoch, epoch));
        Assert.Equal(1, code);
        Assert.Contains("expected a number of seconds since 1970", output, StringComparison.Ordinal);
    }

    private string[] Reproduce(string output) =>
        SifProcess.Command("reproduce", "--notebooks", notebooks, "--data", Checkout.Data, "--trust", "--output", output);

    private async Task MakeAsync(string output, int seconds)
    {
        var (code, text) = await SifProcess.RunAsync(Reproduce(output), (SifProcess.Epoch, $"{seconds}"));
        Assert.True(code == 0, text);
    }
}
