using BenchmarkDotNet.Attributes;
using SifAnalysis.Statistics;

namespace SifAnalysis.Benchmarks.Statistics;

/// <summary>The statistics on synthetic judgements; the numbers are drawn from a fixed seed and stand for no authority.</summary>
[MemoryDiagnoser]
public class StatisticsBenchmarks
{
    private readonly ContingencyTable areas = SyntheticTable(4, 4, 152, 1);
    private readonly ContingencyTable regions = SyntheticTable(9, 4, 152, 2);
    private readonly double[] successes = [.. Enumerable.Range(0, 1_000_000).Select(row => (double)(row % 153))];
    private readonly double[] observed = [.. Enumerable.Repeat(152.0, 1_000_000)];
    private readonly double[] lower = new double[1_000_000];
    private readonly double[] upper = new double[1_000_000];
    private readonly double[] sample = [.. Enumerable.Range(0, 152).Select(at => (double)(new RandomSequence(3, at).NextIndex(4) + 1))];
    private readonly OrdinalData small = SyntheticRegression(152);
    private readonly OrdinalData large = SyntheticRegression(1_000_000);

    /// <summary>100,000 permutations of tau-b on 152 authorities.</summary>
    [Benchmark(Baseline = true)]
    public double? TauB() => OrdinalAssociation.TauB(areas, new() { Replicates = 100_000 }).PValue;

    /// <summary>20,000 draws of a BCa bootstrap of a mean of 152.</summary>
    [Benchmark]
    public Interval? Bca() => Bootstrap.Of(
        sample,
        static values =>
        {
            var sum = 0.0;
            foreach (var value in values)
            {
                sum += value;
            }

            return sum / values.Length;
        },
        new() { Replicates = 20_000 }).Interval;

    /// <summary>The Monte Carlo exact test of a 4 x 9 table with 1,000,000 tables.</summary>
    [Benchmark]
    public double? FisherMonteCarlo() => Association.FisherExact(regions, new() { Replicates = 1_000_000 }).PValue;

    /// <summary>A proportional odds fit of 152 authorities.</summary>
    [Benchmark]
    public double? ProportionalOddsSmall() => OrdinalRegression.Fit(small).LogLikelihood;

    /// <summary>A proportional odds fit of 1,000,000 rows.</summary>
    [Benchmark]
    public double? ProportionalOddsLarge() => OrdinalRegression.Fit(large).LogLikelihood;

    /// <summary>Wilson intervals over 1,000,000 rows.</summary>
    [Benchmark]
    public double WilsonRows()
    {
        Proportions.WilsonLimits(successes, observed, lower, upper);
        return upper[^1];
    }

    /// <summary>A table of that shape and total, from a seed.</summary>
    public static ContingencyTable SyntheticTable(int rows, int columns, int total, long seed)
    {
        var counts = new int[rows, columns];
        for (var at = 0; at < total; at++)
        {
            var random = new RandomSequence(seed, at);
            var row = random.NextIndex(rows);
            counts[row, Math.Min(columns - 1, (random.NextIndex(columns) + random.NextIndex(columns) + row) % columns)]++;
        }

        return new(
            [.. Enumerable.Range(1, rows).Select(row => $"row {row}")],
            [.. Enumerable.Range(1, columns).Select(column => $"column {column}")],
            counts);
    }

    /// <summary>The cells of the table that R and SciPy get too.</summary>
    public static string Cells(ContingencyTable table) =>
        string.Join(
            ';', Enumerable.Range(0, table.Rows.Count).Select(
                row => string.Join(',', Enumerable.Range(0, table.Columns.Count).Select(column => table[row, column]))));

    private static OrdinalData SyntheticRegression(int rows)
    {
        var (responses, region, year) = (new int[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            var random = new RandomSequence(5, row);
            (region[row], year[row]) = (random.NextIndex(2), random.NextIndex(5));
            var uniform = random.NextUniform();
            var latent = (0.8 * region[row]) + (0.3 * year[row]) + Math.Log(uniform / (1 - uniform));
            responses[row] = latent < -0.5 ? 0 : latent < 1 ? 1 : latent < 2.5 ? 2 : 3;
        }

        return OrdinalData.Of(["Outstanding", "Good", "Requires improvement", "Inadequate"], responses, ["region", "year"], [region, year]);
    }
}
