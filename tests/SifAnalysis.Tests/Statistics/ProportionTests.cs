using FsCheck.Xunit;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// The expected numbers come from base R (tests/references/proportions.R) and from statsmodels (tests/references/proportions.py).
/// </summary>
public class ProportionTests
{
    private static readonly ReferenceValues R = new("proportions.csv");
    private static readonly ReferenceValues Statsmodels = new("proportions-statsmodels.csv");

    [Theory]
    [InlineData(28, 106, 0.95)]
    [InlineData(2, 106, 0.95)]
    [InlineData(0, 12, 0.95)]
    [InlineData(12, 12, 0.9)]
    [InlineData(1, 3, 0.99)]
    [InlineData(450, 1000, 0.8)]
    public void Intervals_KnownCounts_AreThoseOfRAndStatsmodels(int successes, int observed, double level)
    {
        var name = FormattableString.Invariant($"{successes}/{observed}/{level}");
        R.Agrees(name, "wilson", Proportions.Wilson(successes, observed, level).Interval);
        R.Agrees(name, "wilson.corrected", Proportions.Wilson(successes, observed, level, continuityCorrection: true).Interval);
        R.Agrees(name, "clopper", Proportions.ClopperPearson(successes, observed, level).Interval);
        R.Agrees(name, "jeffreys", Proportions.Jeffreys(successes, observed, level).Interval);
        Statsmodels.Agrees(name, "wilson", Proportions.Wilson(successes, observed, level).Interval);
        Statsmodels.Agrees(name, "clopper", Proportions.ClopperPearson(successes, observed, level).Interval);
        Statsmodels.Agrees(name, "agresti", Proportions.AgrestiCoull(successes, observed, level).Interval);
    }

    [Theory]
    [InlineData(28, 106, 152, 0.95)]
    [InlineData(2, 116, 152, 0.95)]
    [InlineData(0, 30, 152, 0.9)]
    [InlineData(30, 30, 152, 0.99)]
    [InlineData(5, 9, 20, 0.5)]
    public void Hypergeometric_KnownCounts_IsWhatGoingThroughEveryPopulationInRGives(
        int successes, int observed, int population, double level) =>
        R.Agrees(
            FormattableString.Invariant($"{successes}/{observed}/{population}/{level}"),
            "hypergeometric",
            Proportions.Hypergeometric(successes, observed, population, level).Interval);

    [Theory]
    [InlineData(28, 106, 152, 0.95)]
    [InlineData(2, 116, 152, 0.95)]
    [InlineData(0, 30, 152, 0.9)]
    [InlineData(30, 30, 152, 0.99)]
    [InlineData(5, 9, 20, 0.5)]
    public void Intervals_FinitePopulation_SolveTheirDefiningEquationsInR(int successes, int observed, int population, double level)
    {
        var name = FormattableString.Invariant($"{successes}/{observed}/{population}/{level}");
        R.Agrees(name, "population.wilson", Proportions.Wilson(successes, observed, level, population).Interval);
        R.Agrees(
            name,
            "population.wilson.corrected",
            Proportions.Wilson(successes, observed, level, population, continuityCorrection: true).Interval);
        R.Agrees(name, "population.clopper", Proportions.ClopperPearson(successes, observed, level, population).Interval);
        R.Agrees(name, "population.jeffreys", Proportions.Jeffreys(successes, observed, level, population).Interval);
        R.Agrees(name, "population.agresti", Proportions.AgrestiCoull(successes, observed, level, population).Interval);
    }

    [Theory]
    [InlineData(8, 30, 5, 40, 0.95)]
    [InlineData(1, 20, 7, 22, 0.95)]
    [InlineData(0, 15, 6, 18, 0.9)]
    [InlineData(12, 12, 3, 10, 0.95)]
    [InlineData(120, 300, 90, 310, 0.99)]
    public void ConditionalOddsRatio_KnownTables_AreThoseOfSciPyAndOfFishersTest(
        int first, int ofFirst, int second, int ofSecond, double level)
    {
        var result = TwoProportions.ConditionalOddsRatio(first, ofFirst, second, ofSecond, level);
        var name = FormattableString.Invariant($"{first}/{ofFirst}/{second}/{ofSecond}/{level}");
        Statsmodels.Agrees(name, "conditional.estimate", result.Estimate);
        Statsmodels.Agrees(name, "conditional", result.Interval);
        R.Agrees(name, "fisher.p", result.PValue);
    }

    [Theory]
    [InlineData(8, 30, 5, 40, 0.95)]
    [InlineData(1, 20, 7, 22, 0.95)]
    [InlineData(120, 300, 90, 310, 0.99)]
    public void Comparisons_KnownTables_AreThoseOfStatsmodels(int first, int ofFirst, int second, int ofSecond, double level)
    {
        var name = FormattableString.Invariant($"{first}/{ofFirst}/{second}/{ofSecond}/{level}");
        Statsmodels.Agrees(name, "difference", TwoProportions.Difference(first, ofFirst, second, ofSecond, level).Interval);
        Statsmodels.Agrees(name, "katz", TwoProportions.RiskRatio(first, ofFirst, second, ofSecond, level).Interval);
        Statsmodels.Agrees(name, "odds", TwoProportions.OddsRatio(first, ofFirst, second, ofSecond, level).Interval);
    }

    [Theory]
    [InlineData(0.95, 2, 28, 47, 29)]
    [InlineData(0.95, 56, 72, 73, 59, 62, 87, 58)]
    [InlineData(0.9, 5, 0, 12)]
    [InlineData(0.99, 500, 20, 480)]
    public void Multinomial_KnownCounts_IntervalsAreThoseOfStatsmodels(double level, params int[] counts)
    {
        string[] names = [.. counts.Select((_, index) => $"category {index}")];
        var name = FormattableString.Invariant($"{string.Join('/', counts)}/{level}");
        var goodman = MultinomialProportions.Goodman(names, counts, level);
        var sison = MultinomialProportions.SisonGlaz(names, counts, level);
        for (var index = 0; index < counts.Length; index++)
        {
            Statsmodels.Agrees(name, $"goodman.{index}", goodman.Categories[index].Interval);
            Statsmodels.Agrees(name, $"sison.{index}", sison.Categories[index].Interval, 1e-6);
        }
    }

    [Fact]
    public void WilsonLimits_ManyRows_AreThoseOfEachRow()
    {
        double[] successes = [0, 1, 2, 28, 106, 3, 7, 7, 0, 1, 5];
        double[] observed = [106, 3, 106, 106, 106, 9, 7, 8, 1, 1, 11];
        var (lower, upper) = (new double[successes.Length], new double[successes.Length]);
        Proportions.WilsonLimits(successes, observed, lower, upper);
        for (var row = 0; row < successes.Length; row++)
        {
            var one = Proportions.Wilson((int)successes[row], (int)observed[row]).Interval!.Value;
            Assert.Equal(one.Lower, lower[row], 1e-14);
            Assert.Equal(one.Upper, upper[row], 1e-14);
        }

        Assert.Contains(
            "Row 2 has 4 of 3",
            Assert.Throws<ArgumentException>(
                () => Proportions.WilsonLimits([1, 4, 1, 1, 1], [3, 3, 3, 3, 3], new double[5], new double[5])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Proportions.WilsonLimits([1], [0], new double[1], new double[1]));
    }

    [Fact]
    public void AnyMethod_NothingObserved_IsUndefinedAndSaysWhy()
    {
        foreach (var result in Every(0, 0))
        {
            Assert.False(result.IsDefined);
            Assert.Null(result.Interval);
            Assert.Contains("nothing was observed", result.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnyMethod_WholePopulationObserved_HasNoUncertaintyLeft() =>
        Assert.All(Every(28, 152, population: 152), result => Assert.Equal(new Interval(28 / 152.0, 28 / 152.0, 0.95), result.Interval));

    [Theory]
    [InlineData(-1, 10, 0.95, null, "successes")]
    [InlineData(11, 10, 0.95, null, "successes")]
    [InlineData(1, -10, 0.95, null, "observed")]
    [InlineData(1, 10, 0.0, null, "level")]
    [InlineData(1, 10, 1.0, null, "level")]
    [InlineData(1, 10, double.NaN, null, "level")]
    [InlineData(1, 10, 0.95, 9, "population")]
    public void AnyMethod_WrongArgument_NamesIt(int successes, int observed, double level, int? population, string name)
    {
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => Proportions.Wilson(successes, observed, level, population)).ParamName);
        Assert.Equal(
            name, Assert.ThrowsAny<ArgumentException>(() => Proportions.ClopperPearson(successes, observed, level, population)).ParamName);
        Assert.Equal(
            name, Assert.ThrowsAny<ArgumentException>(() => Proportions.Jeffreys(successes, observed, level, population)).ParamName);
        Assert.Equal(
            name, Assert.ThrowsAny<ArgumentException>(() => Proportions.AgrestiCoull(successes, observed, level, population)).ParamName);
    }

    [Fact]
    public void Comparisons_EmptyCells_SayWhyTheyAreUndefined()
    {
        Assert.Contains("nobody", TwoProportions.Difference(0, 0, 1, 2).Sentence, StringComparison.Ordinal);
        Assert.Contains("none with the property", TwoProportions.RiskRatio(0, 5, 1, 2).Sentence, StringComparison.Ordinal);
        Assert.Contains("is 0", TwoProportions.OddsRatio(0, 5, 1, 2).Sentence, StringComparison.Ordinal);
        Assert.Contains("one table", TwoProportions.ConditionalOddsRatio(0, 5, 0, 2).Sentence, StringComparison.Ordinal);
        Assert.Contains("nothing was observed", MultinomialProportions.OfJudgements(default).Sentence, StringComparison.Ordinal);
    }

    [Property]
    public bool AnyMethod_AnyCounts_HoldsTheEstimateAndIsMirroredByTheOtherCategory(byte first, byte second)
    {
        var (successes, observed) = (Math.Min(first, second), Math.Max((int)Math.Max(first, second), 1));
        return Every(successes, observed).Zip(Every(observed - successes, observed)).All(pair =>
            pair.First.Interval is { } own && pair.Second.Interval is { } other
            && own.Lower >= 0 && own.Upper <= 1 && own.Lower - 1e-12 <= pair.First.Estimate && own.Upper + 1e-12 >= pair.First.Estimate
            && Math.Abs(own.Lower - (1 - other.Upper)) < 1e-9 && Math.Abs(own.Upper - (1 - other.Lower)) < 1e-9);
    }

    [Property]
    public bool AnyMethod_MoreSuccesses_MoveBothLimitsUp(byte first, byte second)
    {
        var observed = Math.Max(first, second) + 1;
        var successes = Math.Min(first, second);
        return Every(successes, observed).Zip(Every(successes + 1, observed)).All(pair =>
            pair.First.Interval!.Value.Lower <= pair.Second.Interval!.Value.Lower
                && pair.First.Interval.Value.Upper <= pair.Second.Interval.Value.Upper);
    }

    [Property]
    public bool Population_TheSmallerItIs_TheNarrowerTheInterval(byte first, byte second, byte more)
    {
        var observed = Math.Max(Math.Max(first, second), (byte)2);
        var successes = Math.Min(first, second);
        double Width(int? population) =>
            Proportions.Wilson(successes, observed, population: population).Interval is { } own ? own.Upper - own.Lower : 0;
        return Width(observed + 1) <= Width(observed + 2 + more) + 1e-12 && Width(observed + 2 + more) <= Width(null) + 1e-12;
    }

    [Fact]
    public void Coverage_AllSamplesOfAPopulation_IsAtLeastTheLevelForTheExactInterval()
    {
        // Not by chance: every sample's probability is known, so the coverage is exact.
        const int Population = 60;
        const int Observed = 25;
        for (var number = 0; number <= Population; number++)
        {
            var covered = Enumerable.Range(0, Observed + 1)
                .Where(seen => Proportions.Hypergeometric(Math.Min(seen, Observed), Observed, Population).Interval!.Value is var own
                    && number >= Math.Round(own.Lower * Population) && number <= Math.Round(own.Upper * Population))
                .Sum(seen => MathNet.Numerics.Distributions.Hypergeometric.PMF(Population, number, Observed, seen));
            Assert.True(covered >= 0.95, $"{number} of {Population}: covered {covered}");
        }
    }

    [Property]
    public bool Difference_GroupsExchanged_ChangesItsSign(byte a, byte b, byte c, byte d)
    {
        var (first, ofFirst, second, ofSecond) = (Math.Min(a, b), Math.Max(a, b) + 1, Math.Min(c, d), Math.Max(c, d) + 1);
        var (own, other) =
            (TwoProportions.Difference(first, ofFirst, second, ofSecond), TwoProportions.Difference(second, ofSecond, first, ofFirst));
        return Math.Abs(own.Interval!.Value.Lower + other.Interval!.Value.Upper) < 1e-12
            && Math.Abs(own.Estimate!.Value + other.Estimate!.Value) < 1e-12;
    }

    [Fact]
    public void NoDifference_OfEachMeasure_IsNoughtOrOne() => Assert.Equal(
        [0, 1, 1, 1],
        new[]
        {
            TwoProportions.Difference(8, 30, 5, 40),
            TwoProportions.RiskRatio(8, 30, 5, 40),
            TwoProportions.OddsRatio(8, 30, 5, 40),
            TwoProportions.ConditionalOddsRatio(8, 30, 5, 40),
        }
            .Select(result => result.NoDifference));

    [Property]
    public bool Ratios_GroupsExchanged_AreTheReciprocals(byte a, byte b, byte c, byte d)
    {
        var (first, ofFirst, second, ofSecond) = (Math.Min(a, b), Math.Max(a, b) + 1, Math.Min(c, d), Math.Max(c, d) + 1);
        static bool Reciprocal(ComparisonResult own, ComparisonResult other) => own.IsDefined == other.IsDefined
            && (
                !own.IsDefined
                    || (
                        Near(own.Estimate!.Value, 1 / other.Estimate!.Value)
                            && Near(own.Interval!.Value.Lower, 1 / other.Interval!.Value.Upper)
                            && (own.PValue is not { } p || Near(p, other.PValue!.Value))));
        static bool Near(double one, double other) => one.Equals(other) || Math.Abs(one - other) < 1e-7 * Math.Abs(one);
        return Reciprocal(
            TwoProportions.RiskRatio(first, ofFirst, second, ofSecond), TwoProportions.RiskRatio(second, ofSecond, first, ofFirst))
            && Reciprocal(
                TwoProportions.OddsRatio(first, ofFirst, second, ofSecond), TwoProportions.OddsRatio(second, ofSecond, first, ofFirst))
            && Reciprocal(
                TwoProportions.ConditionalOddsRatio(
                    first, ofFirst, second, ofSecond), TwoProportions.ConditionalOddsRatio(second, ofSecond, first, ofFirst));
    }

    [Property]
    public bool Multinomial_CategoriesInAnotherOrder_KeepTheirIntervals(byte a, byte b, byte c, byte d)
    {
        int[] counts = [a, b, c, d + 1];
        return new Func<IReadOnlyList<string>, IReadOnlyList<int>, double, MultinomialResult>[]
        {
            MultinomialProportions.Goodman,
            MultinomialProportions.SisonGlaz,
        }.All(method =>
            method(["a", "b", "c", "d"], counts, 0.95).Categories.Reverse()
                .Zip(method(["d", "c", "b", "a"], [.. counts.Reverse()], 0.95).Categories).All(pair =>
                pair.First.Category == pair.Second.Category && Math.Abs(pair.First.Interval.Lower - pair.Second.Interval.Lower) < 1e-6
                    && Math.Abs(pair.First.Interval.Upper - pair.Second.Interval.Upper) < 1e-6
                && pair.First.Interval.Contains(pair.First.Share) && pair.First.Interval is { Lower: >= 0, Upper: <= 1 }));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.27)]
    [InlineData(0.5)]
    public void Coverage_EverySampleOfABinomial_IsThatOfTheLiterature(double share)
    {
        // Exact coverage, summed over every sample of 106: Clopper-Pearson and corrected Wilson never fall under their level, the others
        // keep near it (Brown, Cai and DasGupta, 2001, figures 5 and 10).
        double Coverage(Func<int, ProportionResult> interval) => Enumerable.Range(0, 107)
            .Where(seen => interval(seen).Interval!.Value.Contains(share))
                .Sum(seen => MathNet.Numerics.Distributions.Binomial.PMF(share, 106, seen));
        Assert.InRange(Coverage(seen => Proportions.ClopperPearson(seen, 106)), 0.95, 0.985);
        Assert.InRange(Coverage(seen => Proportions.Wilson(seen, 106, continuityCorrection: true)), 0.95, 0.985);
        Assert.InRange(Coverage(seen => Proportions.Wilson(seen, 106)), 0.93, 0.97);
        Assert.InRange(Coverage(seen => Proportions.Jeffreys(seen, 106)), 0.93, 0.97);
        Assert.InRange(Coverage(seen => Proportions.AgrestiCoull(seen, 106)), 0.93, 0.975);
    }

    [Fact]
    public void Coverage_SimulatedSamples_IsWithinMonteCarloErrorOfTheLevel()
    {
        // 4,000 synthetic samples of two groups and of four judgements, from a fixed seed: 4 standard errors of a coverage of 95% are 1.4
        // points; intervals of counts cover up to two points more.
        const int Samples = 4_000;
        double[] shares = [0.05, 0.3, 0.45, 0.2];
        var (difference, odds, exact, goodman, sison) = (0, 0, 0, 0, 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var random = new RandomSequence(11, sample);
            var (first, second, counts) = (0, 0, new int[4]);
            for (var at = 0; at < 60; at++)
            {
                (first, second) = (first + (random.NextUniform() < 0.4 ? 1 : 0), second + (random.NextUniform() < 0.25 ? 1 : 0));
            }

            for (var at = 0; at < 150; at++)
            {
                var uniform = random.NextUniform();
                counts[uniform < 0.05 ? 0 : uniform < 0.35 ? 1 : uniform < 0.8 ? 2 : 3]++;
            }

            const double OddsRatio = 0.4 / 0.6 / (0.25 / 0.75);
            difference += TwoProportions.Difference(first, 60, second, 60).Interval!.Value.Contains(0.15) ? 1 : 0;
            odds += TwoProportions.OddsRatio(first, 60, second, 60).Interval!.Value.Contains(OddsRatio) ? 1 : 0;
            exact += TwoProportions.ConditionalOddsRatio(first, 60, second, 60).Interval!.Value.Contains(OddsRatio) ? 1 : 0;
            bool All(MultinomialResult result) => result.Categories.Zip(shares).All(pair => pair.First.Interval.Contains(pair.Second));
            goodman += All(MultinomialProportions.Goodman(["a", "b", "c", "d"], counts)) ? 1 : 0;
            sison += All(MultinomialProportions.SisonGlaz(["a", "b", "c", "d"], counts)) ? 1 : 0;
        }

        Assert.InRange((double)difference / Samples, 0.936, 0.97);
        Assert.InRange((double)odds / Samples, 0.936, 0.97);
        Assert.InRange((double)exact / Samples, 0.95, 0.985);
        Assert.InRange((double)goodman / Samples, 0.936, 0.985);
        Assert.InRange((double)sison / Samples, 0.93, 0.985);
    }

    private static ProportionResult[] Every(int successes, int observed, int? population = null) =>
    [
        Proportions.Wilson(successes, observed, population: population),
        Proportions.Wilson(successes, observed, population: population, continuityCorrection: true),
        Proportions.ClopperPearson(successes, observed, population: population),
        Proportions.Jeffreys(successes, observed, population: population),
        Proportions.AgrestiCoull(successes, observed, population: population),
        Proportions.Hypergeometric(successes, observed, population ?? (observed * 2)),
    ];
}
