using FsCheck;
using FsCheck.Xunit;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// What must not change when names, order or scale do, and how often intervals hold what they should: on synthetic numbers only.
/// </summary>
public class InvarianceTests
{
    private static readonly ResamplingPlan Few = new() { Replicates = 200 };

    [Property(MaxTest = 60)]
    public bool RankTests_GroupsExchangedOrScaleReversed_AreTheSameOrMirrored(byte[] first, byte[] second)
    {
        static int[] Row(byte[] counts) => [.. Enumerable.Range(0, 4).Select(at => at < counts.Length ? counts[at] % 12 : 1)];
        var (a, b) = (Row(first), Row(second));
        var (own, exchanged, reversed) = (Table(a, b), Table(b, a), Table([.. a.Reverse()], [.. b.Reverse()]));
        var pairs = a.Sum() * (double)b.Sum();
        bool Alike(Func<ContingencyTable, SifAnalysis.Statistics.TestResult> test) =>
            Close(test(own).PValue, test(exchanged).PValue) && Close(test(own).PValue, test(reversed).PValue);
        return Alike(RankTests.KruskalWallis) && Alike(RankTests.MannWhitney)
            && (
                RankTests.MannWhitney(own).Statistic is not { } u
                    || (
                        Close(u, pairs - RankTests.MannWhitney(exchanged).Statistic)
                            && Close(u, pairs - RankTests.MannWhitney(reversed).Statistic)))
            && (
                RankTests.JonckheereTerpstra(own, Few).Statistic is not { } j
                    || Close(j, pairs - RankTests.JonckheereTerpstra(exchanged, Few).Statistic))
            && RankTests.Dunn(own).Pairs.Zip(RankTests.Dunn(reversed).Pairs)
                .All(pair => Close(pair.First.Z, -pair.Second.Z) && Close(pair.First.Adjusted, pair.Second.Adjusted));
    }

    [Property(MaxTest = 60)]
    public bool LinearAssociation_ScoresMovedOrStretched_IsTheSame(byte a, byte b, byte c, byte d, byte e, byte f)
    {
        var table = Table([a + 1, b, c], [d, e, f + 1]);
        var trend = Association.CochranArmitage(table.Transposed());
        return Close(Association.LinearByLinear(table).Statistic, Association.LinearByLinear(table, [5, 7], [-1, -4, -7]).Statistic)
            && Close(trend.Statistic, Association.CochranArmitage(table.Transposed(), [10, 14, 18]).Statistic)
            && Close(trend.Statistic, -Association.CochranArmitage(table.Transposed(), [3, 2, 1]).Statistic)
            && Close(Association.LinearByLinear(table).Statistic * table.Total, trend.Statistic * trend.Statistic * (table.Total - 1));
    }

    [Property(MaxTest = 40)]
    public bool Strata_InAnotherOrderOrSplitFromOne_AreTheSame(byte a, byte b, byte c, byte d, byte e, byte f)
    {
        ContingencyTable[] strata = [Table([a + 1, b], [c, d + 2]), Table([e, f + 1], [a, c + 1])];
        var (own, reversed) = (Association.CochranMantelHaenszel(strata), Association.CochranMantelHaenszel([.. strata.Reverse()]));
        var odds = Association.MantelHaenszelOddsRatio(strata);
        var exchanged = Association.MantelHaenszelOddsRatio(
            [.. strata.Select(table => Table([table[1, 0], table[1, 1]], [table[0, 0], table[0, 1]]))]);
        return Close(own.Statistic, reversed.Statistic)
            && (
                !odds.IsDefined
                    || (
                        Close(odds.Estimate, 1 / exchanged.Estimate)
                            && Close(odds.Interval!.Value.Lower, 1 / exchanged.Interval!.Value.Upper)));
    }

    [Property(MaxTest = 60)]
    public bool SquareTests_CategoriesRelabelledOrJudgesExchanged_AreTheSame(byte a, byte b, byte c, byte d, byte e, byte f)
    {
        var own = new ContingencyTable(["x", "y", "z"], ["x", "y", "z"], new[,] { { 4, a, b }, { c, 5, d }, { e, f, 6 } });
        var relabelled = new ContingencyTable(["z", "x", "y"], ["z", "x", "y"], new[,] { { 6, e, f }, { b, 4, a }, { d, c, 5 } });
        return new[] { relabelled, own.Transposed() }.All(other =>
            Close(Agreement.Bowker(own).Statistic, Agreement.Bowker(other).Statistic)
                && Close(Agreement.StuartMaxwell(own).Statistic, Agreement.StuartMaxwell(other).Statistic)
            && Close(Agreement.Kappa(own).Estimate, Agreement.Kappa(other).Estimate)
            && Close(Agreement.Kappa(own).StandardError, Agreement.Kappa(other).StandardError));
    }

    [Property(MaxTest = 30)]
    public bool SeveralJudges_InAnotherOrderOrScaleReversed_AgreeAsMuch(byte[] numbers)
    {
        var units = numbers.Chunk(3).Where(own => own.Length == 3)
            .Select(own => own.Select(number => number % 5 == 0 ? (int?)null : (number % 4) + 1).ToArray())
            .ToArray();
        int?[][] judges = [.. units.Select(own => (int?[])[own[2], own[0], own[1]])];
        int?[][] reversed = [.. units.Select(own => own.Select(judgement => 5 - judgement).ToArray())];
        return new[] { judges, reversed, [.. units.Reverse()] }.All(other =>
            Close(Agreement.KrippendorffAlpha(units, Few).Estimate, Agreement.KrippendorffAlpha(other, Few).Estimate)
                && Close(Agreement.FleissKappa(units, Few).Estimate, Agreement.FleissKappa(other, Few).Estimate));
    }

    [Property(MaxTest = 60)]
    public bool Survival_RowsInAnotherOrderTimesStretchedOrGroupsRenamed_IsTheSame(byte[] times)
    {
        FollowUp[] own = [.. times.Select((time, at) => new FollowUp(time % 20, (time + at) % 3 > 0))];
        string[] groups = [.. times.Select((time, at) => at % 2 == 0 ? "a" : "b")];
        var stretched = own.Select(row => row with { Time = row.Time * 3 }).Reverse().ToArray();
        var (curve, other) = (Survival.KaplanMeier(own), Survival.KaplanMeier(stretched));
        return curve.Steps.Zip(other.Steps).All(
            pair => Close(pair.First.Survival, pair.Second.Survival) && Close(pair.First.StandardError, pair.Second.StandardError)
                && pair.Second.Time == 3 * pair.First.Time)
            && Close(curve.Median * 3, other.Median)
            && Close(
                Survival.LogRank(own, groups).ChiSquared,
                Survival.LogRank(stretched, [.. groups.Select(group => group == "a" ? "z" : "b").Reverse()]).ChiSquared);
    }

    [Property(MaxTest = 60)]
    public bool Cusum_SharesTurnedRound_SumsChangePlaces(byte[] numbers)
    {
        List<CusumPeriod> periods =
            [.. numbers.Select((number, at) => new CusumPeriod($"{at}", (number % 9) + 1, number % ((number % 9) + 1)))];
        var (own, turned) =
            (Cusum.Of(periods, 0.3), Cusum.Of([.. periods.Select(period => period with { With = period.Judged - period.With })], 0.7));
        return own.Steps.Zip(turned.Steps).All(
            pair => Close(pair.First.Up, pair.Second.Down) && Close(pair.First.Down, pair.Second.Up) && pair.First.Up >= 0
                && pair.First.SignalsUp == (pair.First.Up >= 3));
    }

    [Property(MaxTest = 40)]
    public bool Bootstrap_ValuesMovedAndStretched_IntervalsMoveWithThem(NonEmptyArray<byte> numbers)
    {
        double[] values = [.. numbers.Get.Select(number => (double)number)];
        return Enum.GetValues<BootstrapMethod>().All(method =>
            Bootstrap.Of(values, Mean, Few, method) is var own
                && Bootstrap.Of([.. values.Select(value => (2 * value) + 8)], Mean, Few, method) is var moved
            && own.IsDefined == moved.IsDefined
            && (
                !own.IsDefined
                    || (
                        Close((2 * own.Interval!.Value.Lower) + 8, moved.Interval!.Value.Lower)
                            && Close(2 * own.StandardError, moved.StandardError))));
    }

    [Property(MaxTest = 30)]
    public bool Permutation_StatisticTurnedRound_ExchangesTheTails(byte[] numbers)
    {
        double[] values = [.. numbers.Select(number => (double)(number % 7))];
        double First(ReadOnlySpan<double> order) => order.Length == 0 ? double.NaN : order[0];
        double Turned(ReadOnlySpan<double> order) => -First(order);
        return Permutation.Test(
            values, First, Alternative.Greater, Few).PValue == Permutation.Test(values, Turned, Alternative.Less, Few).PValue
            && Permutation.Test(values, First, Alternative.TwoSided, Few).PValue is not > 1;
    }

    [Property(MaxTest = 25)]
    public bool Regression_CovariateStretchedOrRowsReversed_OddsAreTheSame(byte[] numbers)
    {
        int[] responses = [.. numbers.Select(number => number % 3)];
        double[] covariate = [.. numbers.Select((number, at) => (double)((number * (at + 3)) % 6))];
        OrdinalRegressionResult Fit(IEnumerable<int> rows, IEnumerable<double> values) =>
            OrdinalRegression.Fit(OrdinalData.Of(["a", "b", "c"], [.. rows], ["x"], [[.. values]]));
        var (own, other) = (Fit(responses, covariate), Fit(responses.Reverse(), covariate.Select(value => 10 - (4 * value)).Reverse()));
        return own.IsDefined == other.IsDefined
            && (
                !own.IsDefined
                    || (
                        Math.Abs(own["x"].Estimate + (4 * other["x"].Estimate)) < 1e-6
                            && Math.Abs(own.LogLikelihood!.Value - other.LogLikelihood!.Value) < 1e-7));
    }

    [Fact]
    public void Coverage_SimulatedTables_IsWithinMonteCarloErrorOfTheLevel()
    {
        // 500 synthetic samples of 150 pairs of judgements from a fixed seed; a large one says what holds. 4 standard errors of 95% are 3.9
        // points, and normal intervals of 150 fall a point short at most.
        static ContingencyTable Drawn(long seed, int count)
        {
            var counts = new int[4, 4];
            var random = new RandomSequence(31, seed);
            for (var at = 0; at < count; at++)
            {
                var row = random.NextIndex(4);
                counts[row, random.NextUniform() < 0.5 ? row : random.NextIndex(4)]++;
            }

            return new(["1", "2", "3", "4"], ["1", "2", "3", "4"], counts);
        }

        var plan = new ResamplingPlan { Replicates = 1 };
        Func<ContingencyTable, AssociationResult>[] measures =
        [
            table => OrdinalAssociation.TauB(
                table, plan), table => OrdinalAssociation.Gamma(table, plan), table => OrdinalAssociation.SomersD(table, plan),
            table => Agreement.Kappa(table), table => Agreement.Kappa(
                table, KappaWeights.Quadratic), table => Association.CramersVCorrected(table),
        ];
        var truths = measures.Select(measure => measure(Drawn(-1, 400_000)).Estimate!.Value).ToArray();
        var covered = new int[measures.Length];
        for (var sample = 0; sample < 500; sample++)
        {
            var table = Drawn(sample, 150);
            for (var at = 0; at < measures.Length; at++)
            {
                covered[at] += measures[at](table).Interval!.Value.Contains(truths[at]) ? 1 : 0;
            }
        }

        Assert.All(covered, count => Assert.InRange(count / 500.0, 0.905, 0.985));
    }

    [Fact]
    public void Coverage_SimulatedCurvesAndRegressions_IsWithinMonteCarloErrorOfTheLevel()
    {
        // 500 synthetic samples of 100 from a fixed seed: 4 standard errors of 95% are 3.9 points.
        var (curve, incidence, wald, profile) = (0, 0, 0, 0);
        for (var sample = 0; sample < 500; sample++)
        {
            var random = new RandomSequence(41, sample);
            var (times, competing, responses, covariate) = (new FollowUp[100], new CompetingFollowUp[100], new int[100], new double[100]);
            for (var at = 0; at < 100; at++)
            {
                // Two outcomes of rate 1 each, censored at rate 1/2.
                var (one, other, end) =
                    (-Math.Log(1 - random.NextUniform()), -Math.Log(1 - random.NextUniform()), -2 * Math.Log(1 - random.NextUniform()));
                times[at] = new(Math.Min(one, end), one <= end);
                competing[at] = new(
                    Math.Min(Math.Min(one, other), end), Math.Min(one, other) > end ? null : one < other ? "improved" : "not improved");
                covariate[at] = at % 2;
                var uniform = random.NextUniform();
                var latent = covariate[at] + Math.Log(uniform / (1 - uniform));
                responses[at] = latent < -1 ? 0 : latent < 1 ? 1 : 2;
            }

            curve += Survival.KaplanMeier(times).Steps.Last(step => step.Time <= 0.7).Interval!.Value.Contains(Math.Exp(-0.7)) ? 1 : 0;
            incidence += CumulativeIncidence.Of(competing).Outcomes[0].Steps.Last(step => step.Time <= 0.7).Interval!.Value.Contains(
                (1 - Math.Exp(-1.4)) / 2) ? 1 : 0;
            var fit = OrdinalRegression.Fit(OrdinalData.Of(["a", "b", "c"], responses, ["x"], [covariate]));
            wald += fit["x"].Interval.Contains(1) ? 1 : 0;
            profile += OrdinalRegression.WithProfileIntervals(fit)["x"].Interval.Contains(1) ? 1 : 0;
        }

        Assert.All(new[] { curve, incidence, wald, profile }, count => Assert.InRange(count / 500.0, 0.911, 0.989));
    }

    private static bool Close(double? first, double? second) =>
        first is null ? second is null : second is { } other && Math.Abs(first.Value - other) <= 1e-9 * Math.Max(1, Math.Abs(other));

    private static ContingencyTable Table(params int[][] rows)
    {
        var counts = new int[rows.Length, rows[0].Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                counts[row, column] = rows[row][column];
            }
        }

        return new([.. rows.Select((_, row) => $"row {row}")], [.. rows[0].Select((_, column) => $"column {column}")], counts);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? double.NaN : sum / values.Length;
    }
}
