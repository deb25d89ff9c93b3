using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SifAnalysis.Robustness.Faults;

/// <summary>What came of killing <c>sif reproduce</c> again and again, at moments drawn by lot.</summary>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Late">How often it had ended by then.</param>
/// <param name="Leftovers">How many parts of files the kills left.</param>
/// <param name="Whole">The time of a run that nobody kills.</param>
/// <param name="Elapsed">The time of it all.</param>
/// <param name="Findings">Files that were not whole, and runs that did not succeed.</param>
internal sealed partial record KillRun(int Kills, int Late, int Leftovers, TimeSpan Whole, TimeSpan Elapsed, IReadOnlyList<string> Findings)
{
    // After so many kills a run is let come to its end.
    private const int Between = 10;

    /// <summary>Kills runs into one folder. After each kill every file there must be one that a whole run has written.</summary>
    /// <param name="notebooks">The notebooks to run.</param>
    /// <param name="times">How often.</param>
    /// <param name="seed">What the moments are drawn from.</param>
    /// <param name="folder">Where to work.</param>
    /// <param name="soFar">Is told now and then what has come of it so far.</param>
    public static async Task<KillRun> OfAsync(string notebooks, int times, int seed, string folder, Action<KillRun>? soFar = null)
    {
        var watch = Stopwatch.StartNew();
        var output = Path.Combine(folder, "out ü");
        var command = SifProcess.Command("reproduce", "--notebooks", notebooks, "--trust", "--output", output);
        var findings = new List<string>();
        var random = new Random(seed);
        var (killed, late, leftovers, run) = (0, 0, 0, 0);
        var whole = TimeSpan.Zero;

        KillRun Now() => new(killed, late, leftovers, whole, watch.Elapsed, findings);

        async Task<SortedDictionary<string, string>> WholeRun()
        {
            var (code, text) = await SifProcess.RunAsync(command, (SifProcess.Epoch, Seconds(run)));
            var files = SifProcess.Files(output);
            if (code != 0)
            {
                findings.Add($"After {killed} kills a run ends with exit code {code}: {text}");
            }

            findings.AddRange(
                files.Keys.Where(name => name.EndsWith(".part", StringComparison.Ordinal))
                    .Select(name => $"After {killed} kills and a whole run {name} is left."));
            run++;
            return files;
        }

        await WholeRun();
        var start = Stopwatch.GetTimestamp();
        var reference = (await WholeRun()).ToDictionary(file => file.Key, file => Masked(file.Key, file.Value));
        whole = Stopwatch.GetElapsedTime(start);
        while (killed < times && findings.Count == 0)
        {
            var (process, text) = SifProcess.Start(command, (SifProcess.Epoch, Seconds(run++)));
            await Task.Delay(whole * random.NextDouble());
            late += process.HasExited ? 1 : 0;
            process.Kill();
            await process.WaitForExitAsync();
            await text;
            killed++;
            var files = SifProcess.Files(output);
            leftovers += files.Keys.Count(name => name.EndsWith(".part", StringComparison.Ordinal));
            findings.AddRange(
                reference.Where(file => !files.TryGetValue(file.Key, out var now) || Masked(file.Key, now) != file.Value)
                    .Select(file => $"After kill {killed} {file.Key} is not whole."));
            if (killed % Between == 0 || killed == times)
            {
                await WholeRun();
                soFar?.Invoke(Now());
            }
        }

        return Now();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kills} kills ({Late} came too late) of a run of {Whole.TotalSeconds:0.0} s: {Leftovers} parts left and removed by the next "
        + $"run, {Findings.Count} findings, {Elapsed.TotalSeconds:0} s");

    // Every run states another time, so that its files are not those that lie there.
    private static string Seconds(int run) => (1_483_401_600 + run).ToString(CultureInfo.InvariantCulture);

    // A zip file is compared by what is in it, and a list of checksums by the files that it lists.
    private static string Masked(string name, string text)
    {
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
        {
            return Checksum().Replace(Time().Replace(text, "TIME"), "CHECKSUM");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(Encoding.Latin1.GetBytes(text)));
            return string.Concat(zip.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
                return $"{entry.FullName}\n{Masked(entry.FullName, reader.ReadToEnd())}\n";
            }));
        }
        catch (InvalidDataException cause)
        {
            return cause.Message;
        }
    }

    [GeneratedRegex(@"2017-01-0\dT\d\d:\d\d:\d\dZ|\b14834\d{5}\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Checksum();
}
