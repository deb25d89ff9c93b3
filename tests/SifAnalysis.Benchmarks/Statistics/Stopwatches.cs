using System.Diagnostics;
using System.Globalization;

namespace SifAnalysis.Benchmarks.Statistics;

/// <summary>The same work timed plainly, for the script that sets it beside R and SciPy in one run: a line of name and seconds each.</summary>
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
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalSeconds;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {best:0.######}"));
    }
}
