using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The expected numbers come from R: tests/references/resampling.R made resampling.csv, which names the versions.</summary>
public class ResamplingTests
{
    private static readonly Dictionary<string, double[]> References = File
        .ReadLines(Path.Combine(Checkout.Root, "tests", "references", "resampling.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .Where(parts => parts[0] != "versions")
        .ToDictionary(
            parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
                text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray());

    public static TheoryData<string, double[]> Families => new()
    {
        { "a", [0.01, 0.02, 0.03, 0.04, 0.05] },
        { "b", [0.9, 0.001, 0.04, 0.04, 0.2, 0.0005] },
        { "c", [0.5] },
        { "d", [1, 1, 0, 0.3] },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Adjust_AFamily_GivesWhatRGives(string family, double[] pValues)
    {
        foreach (var (adjustment, name) in new[]
            {
                (PValueAdjustment.Holm, "holm"),
                (PValueAdjustment.Hochberg, "hochberg"),
                (PValueAdjustment.BenjaminiHochberg, "BH"),
            })
        {
            var adjusted = MultipleComparison.Adjust(pValues, adjustment).Tests.Select(test => test.Adjusted).ToArray();
            Assert.All(adjusted.Zip(References[$"{family}-{name}"]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Adjust_NoPValue_IsNamed(double value) =>
        Assert.Contains(
            "p-value",
            Assert.Throws<ArgumentException>(() => MultipleComparison.Adjust([0.5, value], PValueAdjustment.Holm)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Adjust_NoTests_IsUndefinedAndSaysWhy() => Assert.Contains(
        "no tests", MultipleComparison.Adjust(Array.Empty<double>(), PValueAdjustment.Holm).Sentence, StringComparison.Ordinal);

    [Property]
    public bool Adjust_AnyFamily_RaisesEveryPValueAndKeepsTheirOrder(NonNegativeInt[] numbers)
    {
        var pValues = numbers.Select(number => number.Get % 1001 / 1000.0).ToArray();
        return Enum.GetValues<PValueAdjustment>().All(adjustment =>
        {
            var tests = MultipleComparison.Adjust(pValues, adjustment).Tests;
            return tests.All(test => test.Adjusted >= test.PValue - 1e-12 && test.Adjusted <= 1)
                && tests.All(one => tests.All(other => one.PValue > other.PValue || one.Adjusted <= other.Adjusted + 1e-12));
        });
    }

    [Theory]
    [InlineData(Alternative.Less, "permutation-less")]
    [InlineData(Alternative.Greater, "permutation-greater")]
    public void Test_FewObservations_IsExactAndGivesWhatEnumerationInRGives(Alternative alternative, string reference)
    {
        var result = Permutation.Test([1.0, 2, 2, 3, 4, 4, 3], sample => sample[0] + sample[1] + sample[2], alternative);
        Assert.True(result.IsExact);
        Assert.Equal(References[reference][0], result.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Test_TrendInSixValues_GivesWhatEnumerationInRGives()
    {
        var result = Permutation.Test([4.0, 4, 3, 1, 2, 2], Lag, Alternative.Less);
        Assert.Equal(References["permutation-trend-less"][0], result.PValue!.Value, 1e-12);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 2, 3, 4, 4, 3, 3, 2 })]
    [InlineData(new double[] { 2, 3, 5, 7, 11, 13 })]
    [InlineData(new double[] { 1, 1, 1, 1, 4 })]
    public void Of_TheMean_HasTheAccelerationThatRGives(double[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var result = Bootstrap.Of(data, Mean, new ResamplingPlan { Replicates = 500 });
        Assert.Equal(References[$"acceleration-{data.Length}"][0], result.Acceleration!.Value, 1e-10);
    }

    [Theory]
    [InlineData("36.6", new double[] { 1.3, 2.2, 2.9, 3.1, 4.6, 4.8, 3.7, 3.3, 2.5, 1.9, 0.2, 6.1 })]
    [InlineData("65", new double[] { 0.1, 0.4, 0.9, 1.6, 2.5, 3.6, 4.9, 6.4, 8.1, 10, 12.1, 14.4 })]
    [InlineData("44.408", new double[] { 9.739, 1.187, 1.231, 1.427, 1.783, 2.143, 2.657, 3.251, 3.967, 4.729, 5.641, 6.653 })]
    public void Intervals_ReplicatesThatRDrew_AreThoseOfBoot(string sum, double[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        static double Square(ReadOnlySpan<double> sample) => Mean(sample) * Mean(sample);
        foreach (var (name, strata) in new[] { ("1", new[] { data }), ("2", [data[..5], data[5..]]) })
        {
            double[] Given(string what) => References[$"interval-{sum}-{name}-{what}"];
            var percentile = Bootstrap.PercentileInterval(Given("replicates"), 0.9);
            Assert.Equal(Given("percentile")[0], percentile.Lower, 1e-10);
            Assert.Equal(Given("percentile")[1], percentile.Upper, 1e-10);
            var estimate = Square(data);
            var accelerated = Bootstrap.WithAcceleratedInterval(
                new()
                {
                    Method = "",
                    Observations = data.Length,
                    Seed = 0,
                    Estimate = estimate,
                    StandardError = 1,
                    Replicates = Given("replicates"),
                },
                Bootstrap.Influence(data, strata, Square, estimate),
                0.9).Interval!.Value;
            Assert.Equal(Given("bca")[0], accelerated.Lower, 1e-8);
            Assert.Equal(Given("bca")[1], accelerated.Upper, 1e-8);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void EverySimulation_SameSeed_GivesTheSameOnAnyNumberOfCores(long seed)
    {
        // 4 x 4 judgements of 62 synthetic authorities, too many tables to go through.
        var table = new ContingencyTable(
            ["a", "b", "c", "d"], ["1", "2", "3", "4"], new[,] { { 0, 5, 6, 1 }, { 1, 4, 9, 2 }, { 0, 2, 4, 5 }, { 2, 6, 12, 3 } });
        double[] values = [.. Enumerable.Range(0, 40).Select(value => (double)(value * value % 17))];
        IReadOnlyList<int?>[] units = [.. values.Select(value => (IReadOnlyList<int?>)[(int)value % 4, (int)value % 5 % 4])];
        StatisticResult[] On(int cores)
        {
            var plan = new ResamplingPlan { Replicates = 1000, Seed = seed, Cores = cores };
            return
            [
                Association.FisherExact(table, plan), OrdinalAssociation.TauB(
                    table, plan), OrdinalAssociation.Spearman(table, plan), RankTests.JonckheereTerpstra(table, plan),
                Permutation.Test(values, Lag, plan: plan), Permutation.TestWithin(
                    values, [.. values.Select(value => value > 8)], Lag, plan: plan),
                Bootstrap.OfStrata(
                    values, value => value > 8, Mean, plan), Agreement.FleissKappa(units, plan), Agreement.KrippendorffAlpha(units, plan),
            ];
        }

        var one = On(1);
        foreach (var cores in new[] { 2, 3 })
        {
            Assert.All(one.Zip(On(cores)), pair =>
            {
                Assert.Equal(pair.First.Sentence, pair.Second.Sentence);
                Assert.Equal(pair.First.Table.Rows.Single(), pair.Second.Table.Rows.Single());
            });
        }
    }

    [Fact]
    public void TestWithin_BlockedTwoGroups_IsTheExactTestWithinItsMonteCarloError()
    {
        // Within each of two strata of four, all 6 ways to choose the two of the first group are as likely: 36 in all, gone through here.
        double[] values = [1, 2, 4, 7, 3, 3, 5, 9];
        static double Sum(ReadOnlySpan<double> order) => order[0] + order[1] + order[4] + order[5];
        var choices = (from one in Enumerable.Range(0, 4) from two in Enumerable.Range(one + 1, 3 - one) select (one, two)).ToList();
        var exact = choices.SelectMany(
            _ => choices, (first, second) => values[first.one] + values[first.two] + values[4 + second.one] + values[4 + second.two])
            .Count(sum => sum <= Sum(values)) / 36.0;
        var result = Permutation.TestWithin(values, [1, 1, 1, 1, 2, 2, 2, 2], Sum, Alternative.Less, new() { Replicates = 20_000 });
        Assert.InRange(result.PValue!.Value - exact, -4 * result.MonteCarloError!.Value, 4 * result.MonteCarloError.Value);
        Assert.False(result.IsExact);
    }

    [Fact]
    public void Coverage_BootstrapOfAMean_IsNearTheLevel()
    {
        // 500 synthetic samples of 60 judgements from a fixed seed: 4 Monte Carlo standard errors of 90% are 5.4 points.
        foreach (var method in Enum.GetValues<BootstrapMethod>())
        {
            var covered = Enumerable.Range(0, 500).Count(sample =>
            {
                var random = new RandomSequence(21, sample);
                var data = new double[60];
                for (var at = 0; at < data.Length; at++)
                {
                    data[at] = random.NextUniform() switch { < 0.05 => 1, < 0.35 => 2, < 0.8 => 3, _ => 4 };
                }

                return Bootstrap.Of(data, Mean, new() { Replicates = 400, Seed = sample }, method, 0.9).Interval!.Value.Contains(
                    0.05 + 0.6 + 1.35 + 0.8);
            });
            Assert.InRange(covered / 500.0, 0.846, 0.954);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Of_SameSeed_GivesTheSameOnAnyNumberOfCores(long seed)
    {
        var data = Enumerable.Range(0, 40).Select(value => (double)(value * value % 17)).ToArray();
        var one = Bootstrap.Of(data, Mean, new ResamplingPlan { Replicates = 1000, Seed = seed, Cores = 1 });
        foreach (var cores in new[] { 2, 4 })
        {
            var several = Bootstrap.Of(data, Mean, new ResamplingPlan { Replicates = 1000, Seed = seed, Cores = cores });
            Assert.Equal(one.Replicates, several.Replicates);
            Assert.Equal(one.Interval, several.Interval);
        }
    }

    [Fact]
    public void Of_OtherSeed_GivesOtherReplicates() => Assert.NotEqual(
        Bootstrap.Of([1.0, 2, 3, 4], Mean, new ResamplingPlan { Replicates = 50, Seed = 1 }).Replicates,
        Bootstrap.Of([1.0, 2, 3, 4], Mean, new ResamplingPlan { Replicates = 50, Seed = 2 }).Replicates);

    [Fact]
    public void Of_NoObservations_IsUndefinedAndSaysWhy()
    {
        var result = Bootstrap.Of(Array.Empty<double>(), Mean);
        Assert.False(result.IsDefined);
        Assert.Null(result.Estimate);
    }

    [Fact]
    public void OfStrata_EachStratumAllAlike_NeverVaries()
    {
        var result = Bootstrap.OfStrata([1.0, 1, 1, 5, 5], value => value, Mean, new ResamplingPlan { Replicates = 200 });
        Assert.Equal(0, result.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Of_TheMean_HasTheStandardErrorOfTheMean()
    {
        // The bootstrap's standard error of a mean is sqrt(sum (x - m)^2) / n (Efron and Tibshirani, 1993, section 5.3).
        var data = Enumerable.Range(1, 60).Select(value => (double)value).ToArray();
        var result = Bootstrap.Of(data, Mean, new ResamplingPlan { Replicates = 20_000 });
        var exact = Math.Sqrt(data.Sum(value => Math.Pow(value - data.Average(), 2))) / data.Length;
        Assert.InRange(result.StandardError!.Value / exact, 0.97, 1.03);
    }

    private static double Mean(ReadOnlySpan<double> sample)
    {
        var sum = 0.0;
        foreach (var value in sample)
        {
            sum += value;
        }

        return sample.Length == 0 ? double.NaN : sum / sample.Length;
    }

    private static double Lag(ReadOnlySpan<double> sample)
    {
        var sum = 0.0;
        for (var place = 0; place < sample.Length; place++)
        {
            sum += sample[place] * (place + 1);
        }

        return sum;
    }
}
