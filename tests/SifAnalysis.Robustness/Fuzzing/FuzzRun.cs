using System.Diagnostics;
using System.Globalization;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>What a run of broken inputs showed.</summary>
/// <param name="Target">The reader.</param>
/// <param name="Inputs">How many inputs it was given.</param>
/// <param name="Refused">How many of them it refused, each with a place.</param>
/// <param name="Slowest">The input that took longest, and how long.</param>
/// <param name="Elapsed">The time of the whole run.</param>
/// <param name="Findings">What it must not do: exceptions, hangs, refusals without a place. The run ends after ten.</param>
internal sealed record FuzzRun(
    string Target, long Inputs, long Refused, (long Number, TimeSpan Time) Slowest, TimeSpan Elapsed, IReadOnlyList<string> Findings)
{
    private const int MostFindings = 10;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(1);

    /// <summary>Gives a reader broken inputs on several threads.</summary>
    /// <param name="target">The reader.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="seed">Where they come from: the same seed gives the same inputs.</param>
    /// <param name="threads">How many threads work at once.</param>
    /// <param name="progress">Is told now and then how many are done.</param>
    public static FuzzRun Of(FuzzTarget target, long inputs, int seed, int threads, Action<long>? progress = null)
    {
        var watch = Stopwatch.StartNew();
        var mutator = new Mutator(target.Corpus, target.Words, seed);
        var findings = new List<string>();
        var next = -1L;
        var refused = 0L;
        var slowest = (Number: 0L, Time: TimeSpan.Zero);
        var current = new (long Number, long Since)[threads];

        void Found(long number, string what)
        {
            lock (findings)
            {
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"{target.Name}, seed {seed}, input {number}: {what}"));
            }
        }

        void Work(int worker)
        {
            using var reader = target.Reader();
            while (Interlocked.Increment(ref next) is var number && number < inputs && findings.Count < MostFindings)
            {
                var (name, input) = mutator.Make(number);
                lock (current)
                {
                    current[worker] = (number, Stopwatch.GetTimestamp());
                }

                var (accepted, time, finding) = Read(reader, name, input);
                if (!accepted)
                {
                    Interlocked.Increment(ref refused);
                }

                if (finding is not null)
                {
                    Found(number, finding);
                }

                lock (current)
                {
                    current[worker] = default;
                    slowest = time > slowest.Time ? (number, time) : slowest;
                }
            }
        }

        var workers = Enumerable.Range(0, threads)
            .Select(worker => new Thread(() => Work(worker)) { IsBackground = true, Name = $"Fuzzing {worker}" }).ToList();
        workers.ForEach(worker => worker.Start());
        while (workers.Exists(worker => !worker.Join(TimeSpan.FromMilliseconds(200))))
        {
            progress?.Invoke(Math.Min(Interlocked.Read(ref next), inputs));
            lock (current)
            {
                if (current.FirstOrDefault(
                        each => each.Since != 0 && Stopwatch.GetElapsedTime(each.Since) > Endless) is { Since: not 0 } endless)
                {
                    Found(endless.Number, $"it has not ended after {Endless.TotalSeconds} s.");
                    break;
                }
            }
        }

        return new FuzzRun(target.Name, Math.Min(Interlocked.Read(ref next), inputs), refused, slowest, watch.Elapsed, findings);
    }

    /// <summary>"csv: 1,000,000 inputs, 712,345 refused …".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Target}: {Inputs:N0} inputs, {Refused:N0} refused with their place, {Findings.Count} findings, "
        + $"slowest {Slowest.Time.TotalMilliseconds:0} ms (input {Slowest.Number}), {Elapsed.TotalSeconds:0} s");

    // On a busy machine any input may wait; one that is slow by itself is so three times running, and computes all the while.
    private static (bool Accepted, TimeSpan Time, string? Finding) Read(IFuzzReader reader, string name, byte[] input)
    {
        var (accepted, fastest) = (false, TimeSpan.MaxValue);
        for (var attempt = 0; attempt < 3 && fastest > Slow; attempt++)
        {
            var (start, computed) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            try
            {
                accepted = reader.Accepts(name, input);
            }
            catch (Exception cause)
            {
                return (
                    false, Stopwatch.GetElapsedTime(start), cause is FindingException ? cause.Message : string.Join(
                        '\n', cause.ToString().Split('\n').Take(12)));
            }

            computed = Environment.CpuUsage.TotalTime - computed;
            var time = Stopwatch.GetElapsedTime(start);
            time = time < computed ? time : computed;
            fastest = time < fastest ? time : fastest;
        }

        return (accepted, fastest, fastest > Slow ? $"it takes {fastest.TotalSeconds} s." : null);
    }
}
