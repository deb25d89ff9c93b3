using System.Diagnostics;
using System.Globalization;

namespace SifAnalysis.Benchmarks.Statistics;

/// <summary>
/// The same work timed plainly, for the script that sets it beside R and SciPy in one run: a line of name, seconds and seconds of all cores
/// each.
/// </summary>
internal static class Stopwatches
{
    /// <summary>Prints the best of five runs of each piece of work, after one that warms up.</summary>
    public static void Print()
    {
        var work = new StatisticsBenchmarks();
        Print("tau-b", () => work.TauB());
        Print("bca", () => work.Bca());
        Print("fisher", () => work.FisherMonteCarlo());
        Print("polr-152", () => work.ProportionalOddsSmall());
        Print("polr-1000000", () => work.ProportionalOddsLarge());
        Print("wilson", () => work.WilsonRows());
        Console.WriteLine("areas " + StatisticsBenchmarks.Cells(StatisticsBenchmarks.SyntheticTable(4, 4, 152, 1)));
        Console.WriteLine("regions " + StatisticsBenchmarks.Cells(StatisticsBenchmarks.SyntheticTable(9, 4, 152, 2)));
    }

    private static void Print<T>(string name, Func<T> work)
    {
        work();
        var runs = Enumerable.Range(0, 5).Select(_ =>
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            work();
            return (Elapsed: watch.Elapsed.TotalSeconds, Cpu: (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {runs.Min(run => run.Elapsed):0.######} "
            + $"{runs.Min(run => run.Cpu):0.######}"));
    }
}
