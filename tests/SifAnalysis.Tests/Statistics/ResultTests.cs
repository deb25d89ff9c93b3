using System.Globalization;
using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// All that results say, word by word: results.txt beside this file holds the sentence, the warnings and the table of every statistic on
/// small synthetic data, and of every reason for which one is undefined. That the numbers are right is for the tests against R and SciPy;
/// here nothing of a result may change unseen.
/// </summary>
public class ResultTests
{
    private static readonly ContingencyTable Regions = new(
        ["London", "North", "South", "West"],
        ["Outstanding", "Good", "Requires improvement", "Inadequate"],
        new[,] { { 0, 5, 6, 1 }, { 1, 4, 9, 2 }, { 0, 2, 4, 5 }, { 2, 6, 12, 3 } });

    private static readonly ContingencyTable Small = new(
        ["a", "b", "c"], ["x", "y", "z"], new[,] { { 2, 1, 0 }, { 1, 1, 1 }, { 0, 1, 2 } });
    private static readonly ContingencyTable Areas = new(
        ["1", "2", "3", "4"], ["1", "2", "3", "4"], new[,] { { 3, 1, 0, 0 }, { 2, 14, 5, 0 }, { 0, 6, 30, 4 }, { 0, 0, 7, 21 } });

    private static readonly ContingencyTable Two = new(["with", "without"], ["yes", "no"], new[,] { { 8, 22 }, { 5, 35 } });
    private static readonly ContingencyTable Second = new(["with", "without"], ["yes", "no"], new[,] { { 3, 9 }, { 4, 8 } });
    private static readonly ContingencyTable Nothing = new(["a", "b"], ["x", "y"], new int[2, 2]);
    private static readonly ContingencyTable OneColumn = new(["a", "b"], ["x", "y"], new[,] { { 4, 0 }, { 7, 0 } });
    private static readonly ContingencyTable OneRow = new(["a", "b"], ["x", "y"], new[,] { { 0, 0 }, { 3, 7 } });
    private static readonly ContingencyTable Diagonal = new(["a", "b"], ["x", "y"], new[,] { { 7, 0 }, { 0, 3 } });
    private static readonly ContingencyTable NoPairs = new(["a", "b"], ["x", "y", "z"], new[,] { { 1, 0, 0 }, { 0, 0, 0 } });
    private static readonly ResamplingPlan Plan = new() { Replicates = 400, Seed = 5 };

    private static readonly JudgementCounts Counts = new(2, 28, 47, 29, 10);

    private static readonly FollowUp[] Times =
        [new(5, true), new(8, false), new(12, true), new(12, false), new(20, true), new(31, true), new(40, false), new(44, true)];
    private static readonly string[] Groups = ["a", "b", "a", "b", "b", "a", "b", "b"];

    private static readonly CompetingFollowUp[] Competing =
        [
            new(3, "improved"),
            new(5, null),
            new(7, "not improved"),
            new(7, "improved"),
            new(9, null),
            new(11, "improved"),
            new(14, "not improved"),
            new(20, null),
        ];

    private static readonly OrdinalData Regression = OrdinalData.Of(
        ["Good", "Requires improvement", "Inadequate"],
        [0, 1, 2, 0, 1, 2, 0, 1, 1, 2, 2, 1, 0, 0, 1, 2, 1, 2, 0, 1, 2, 1, 0, 1],
        ["London", "Quarter"],
        [
            [0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0],
            [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6],
        ]);

    private static readonly ContingencyTable[] Tables = [Regions, Small, Two, Nothing, OneColumn, OneRow, Diagonal, NoPairs];

    private static readonly double[] Sample = [1, 2, 2, 3, 4, 4, 3, 3, 2];

    private static readonly Dictionary<string, Func<IEnumerable<StatisticResult>>> Results = new()
    {
        [nameof(Proportions)] = OfProportions,
        [nameof(TwoProportions)] = OfTwoProportions,
        [nameof(MultinomialProportions)] = OfMultinomialProportions,
        [nameof(Association)] = OfAssociation,
        [nameof(OrdinalAssociation)] = OfOrdinalAssociation,
        [nameof(RankTests)] = OfRankTests,
        [nameof(Agreement)] = OfAgreement,
        [nameof(LimitingRule)] = OfLimitingRule,
        [nameof(AreaComparison)] = OfAreaComparison,
        [nameof(KeyJudgements)] = OfKeyJudgements,
        [nameof(Survival)] = OfSurvival,
        [nameof(CumulativeIncidence)] = OfCumulativeIncidence,
        [nameof(Cusum)] = OfCusum,
        [nameof(Quartiles)] = OfQuartiles,
        [nameof(Turnover)] = OfTurnover,
        [nameof(OrdinalRegression)] = OfOrdinalRegression,
        [nameof(Prediction)] = OfPrediction,
        [nameof(Bootstrap)] = OfBootstrap,
        [nameof(Permutation)] = OfPermutation,
        [nameof(MultipleComparison)] = OfMultipleComparison,
    };

    /// <summary>The statistics of which results are written down.</summary>
    public static TheoryData<string> Statistics => [.. Results.Keys];

    [Theory]
    [MemberData(nameof(Statistics))]
    public void EveryResult_SentenceWarningsAndTable_AreAsWritten(string statistic) =>
        AsWritten.Check("Statistics/results.txt", statistic, string.Join("\n", Results[statistic]().Select(Said)));

    [Fact]
    public void EveryResult_WrittenDown_IsOfAStatisticThatIsAsked() =>
        Assert.Equal(Results.Keys, AsWritten.Parts("Statistics/results.txt"));

    private static IEnumerable<StatisticResult> OfProportions()
    {
        foreach (var (successes, observed, level, population) in new (int, int, double, int?)[]
            {
                (28, 106, 0.95, null),
                (28, 106, 0.9, 152),
                (0, 12, 0.95, null),
                (12, 12, 0.99, 40),
                (5, 5, 0.95, 5),
                (0, 0, 0.95, null),
            })
        {
            yield return Proportions.Wilson(successes, observed, level, population);
            yield return Proportions.Wilson(successes, observed, level, population, continuityCorrection: true);
            yield return Proportions.ClopperPearson(successes, observed, level, population);
            yield return Proportions.Jeffreys(successes, observed, level, population);
            yield return Proportions.AgrestiCoull(successes, observed, level, population);
            yield return Proportions.Hypergeometric(successes, observed, population ?? (observed + 20), level);
        }

        yield return Proportions.Of(Counts, Judgement.Inadequate, population: 152);
        yield return Proportions.Of(new(1, 2, 3, 4, 0), Judgement.Outstanding);
    }

    private static IEnumerable<StatisticResult> OfTwoProportions()
    {
        foreach (var (first, ofFirst, second, ofSecond) in new[]
            {
                (8, 30, 5, 40),
                (12, 12, 3, 10),
                (0, 9, 4, 9),
                (0, 5, 0, 7),
                (5, 10, 6, 11),
                (1, 3, 0, 0),
                (0, 0, 1, 3),
            })
        {
            yield return TwoProportions.Difference(first, ofFirst, second, ofSecond);
            yield return TwoProportions.Difference(first, ofFirst, second, ofSecond, 0.9, continuityCorrection: true);
            yield return TwoProportions.RiskRatio(first, ofFirst, second, ofSecond);
            yield return TwoProportions.OddsRatio(first, ofFirst, second, ofSecond);
            yield return TwoProportions.ConditionalOddsRatio(first, ofFirst, second, ofSecond);
        }
    }

    private static IEnumerable<StatisticResult> OfMultinomialProportions()
    {
        yield return MultinomialProportions.OfJudgements(Counts);
        yield return MultinomialProportions.SisonGlaz(["a", "b", "c"], [6, 9, 5], 0.9);
        yield return MultinomialProportions.SisonGlaz(["a", "b"], [1, 0]);
        yield return MultinomialProportions.Goodman(["a", "b"], [0, 0]);
        yield return MultinomialProportions.Goodman(["a"], [4]);
    }

    private static IEnumerable<StatisticResult> OfAssociation()
    {
        foreach (var table in Tables)
        {
            yield return Association.ChiSquared(table);
            yield return Association.GTest(table);
            yield return Association.FisherExact(table, Plan);
            yield return Association.LinearByLinear(table);
            yield return Association.LinearByLinear(
                table,
                [.. table.Rows.Select((_, row) => row * row / 2.0)],
                [.. table.Columns.Select((_, column) => 3.0 - (column * column))]);
            yield return Association.CochranMantelHaenszel([table]);
            yield return Association.CramersV(table);
            yield return Association.CramersVCorrected(table, 0.9);
            if (table.Columns.Count == 2)
            {
                yield return Association.CochranArmitage(table);
            }
        }

        yield return Association.CochranArmitage(Two, [3, 3]);
        yield return Association.CochranMantelHaenszel([Two, Second]);
        yield return Association.CochranMantelHaenszel([OneRow, OneColumn]);
        yield return Association.MantelHaenszelOddsRatio([Two, Second], 0.9);
        yield return Association.MantelHaenszelOddsRatio([Diagonal]);
    }

    private static IEnumerable<StatisticResult> OfOrdinalAssociation()
    {
        foreach (var table in Tables)
        {
            yield return OrdinalAssociation.TauB(table, Plan);
            yield return OrdinalAssociation.TauC(table, Plan);
            yield return OrdinalAssociation.Gamma(table, Plan, 0.9);
            yield return OrdinalAssociation.SomersD(table, Plan);
            yield return OrdinalAssociation.SomersDOfRows(table, Plan);
            yield return OrdinalAssociation.Spearman(table, Plan);
        }
    }

    private static IEnumerable<StatisticResult> OfRankTests()
    {
        foreach (var table in Tables)
        {
            yield return RankTests.KruskalWallis(table);
            yield return RankTests.Dunn(table, PValueAdjustment.Hochberg);
            yield return RankTests.JonckheereTerpstra(table, Plan);
            if (table.Rows.Count == 2)
            {
                yield return RankTests.MannWhitney(table);
            }
        }

        yield return RankTests.Dunn(new(["a", "b", "c"], ["1", "2", "3"], new[,] { { 9, 1, 0 }, { 8, 2, 1 }, { 0, 1, 9 } }));
    }

    private static IEnumerable<StatisticResult> OfAgreement()
    {
        foreach (var table in new[]
            {
                Areas,
                Diagonal,
                Nothing,
                new ContingencyTable(["a", "b"], ["a", "b"], new[,] { { 9, 0 }, { 0, 0 } }),
                new(["a"], ["a"], new[,] { { 7 } }),
                new(["a", "b", "c"], ["a", "b", "c"], new[,] { { 9, 2, 0 }, { 3, 8, 0 }, { 0, 0, 5 } }),
            })
        {
            yield return Agreement.Kappa(table);
            yield return Agreement.Kappa(table, KappaWeights.Linear, 0.9);
            yield return Agreement.Kappa(table, KappaWeights.Quadratic);
            yield return Agreement.Bowker(table);
            yield return Agreement.StuartMaxwell(table);
        }

        yield return Agreement.StuartMaxwell(
            new(["a", "b", "c", "d"], ["a", "b", "c", "d"], new[,] { { 1, 2, 0, 0 }, { 3, 1, 0, 0 }, { 0, 0, 1, 4 }, { 0, 0, 1, 2 } }));
        foreach (var units in new int?[][][]
            {
                [[1, 2, 2], [3, 3, 4], [2, 2, 2], [4, 4, 4], [3, null, 3], [null, null, 1]],
                [],
                [[2, 2], [2, 2]],
                [[1], [3]],
                [[1, null], [null, 2]],
            })
        {
            yield return Agreement.FleissKappa(units, Plan);
            yield return Agreement.KrippendorffAlpha(units, Plan, 0.9);
        }
    }

    private static IEnumerable<StatisticResult> OfLimitingRule()
    {
        yield return LimitingRule.Test(
            Inspections(
                [
                    (Judgement.Inadequate, Judgement.Inadequate),
                    (Judgement.Inadequate, Judgement.Good),
                    (Judgement.Inadequate, null),
                    (null, Judgement.Good),
                    (null, Judgement.Inadequate),
                    (Judgement.Good, null),
                    (Judgement.Good, Judgement.Good),
                ]));
        yield return LimitingRule.Test(
            Inspections(
                [
                    (Judgement.RequiresImprovement, Judgement.RequiresImprovement),
                    (Judgement.Inadequate, Judgement.RequiresImprovement),
                    (Judgement.Good, Judgement.Outstanding),
                ]),
                judgement: Judgement.RequiresImprovement,
                level: 0.9);
        yield return LimitingRule.Test(Inspections([(Judgement.Good, Judgement.Good)]));
    }

    private static IEnumerable<StatisticResult> OfAreaComparison()
    {
        var inspections = Inspections(
            [
                (Judgement.Good, Judgement.Good),
                (Judgement.Inadequate, Judgement.Good),
                (Judgement.Inadequate, Judgement.RequiresImprovement),
                (Judgement.Good, Judgement.Outstanding),
                (Judgement.Good, null),
                (null, Judgement.Good),
            ]);
        yield return AreaComparison.Beside(inspections);
        yield return AreaComparison.Beside(inspections, JudgementArea.Leadership, PValueAdjustment.BenjaminiHochberg);
        yield return AreaComparison.Beside(Inspections([(Judgement.Good, Judgement.Good)]));
        yield return AreaComparison.Beside(inspections, JudgementArea.Adoption);
    }

    private static IEnumerable<StatisticResult> OfKeyJudgements()
    {
        yield return KeyJudgements.Profiles(Whole("2222", "2222", "2223", "3233", "2233", "4434", "3333", "1111", "4114", "423"));
        yield return KeyJudgements.Profiles(Whole("2222"));
        yield return KeyJudgements.Profiles(Whole("222"));
        yield return KeyJudgements.Profiles(Whole());
    }

    private static IEnumerable<StatisticResult> OfSurvival()
    {
        foreach (var scale in Enum.GetValues<SurvivalScale>())
        {
            yield return Survival.KaplanMeier(Times, scale, 0.9);
        }

        yield return Survival.KaplanMeier([]);
        yield return Survival.KaplanMeier([new(3, false), new(5, false)]);
        yield return Survival.KaplanMeier([new(2, true), new(4, true), new(6, true), new(8, true)]);
        yield return Survival.LogRank(Times, Groups);
        yield return Survival.LogRank([.. Times, new(9, true)], [.. Groups, "c"]);
        yield return Survival.LogRank(Times, [.. Groups.Select(_ => "a")]);
        yield return Survival.LogRank([new(1, false), new(2, false)], ["a", "b"]);
        yield return Survival.LogRank([new(1, false), new(2, true)], ["a", "b"]);
    }

    private static IEnumerable<StatisticResult> OfCumulativeIncidence()
    {
        yield return CumulativeIncidence.Of(Competing, 0.9);
        yield return CumulativeIncidence.Of([]);
        yield return CumulativeIncidence.Of([new(1, null)]);
    }

    private static IEnumerable<StatisticResult> OfQuartiles()
    {
        yield return Quartiles.Of(["a", "a", "b", "a", "a", "b"], [4, 1, 10, 2, 8, 20]);
        yield return Quartiles.Of(["a"], [3]);
        yield return Quartiles.Of([], []);
    }

    private static IEnumerable<StatisticResult> OfTurnover()
    {
        yield return Turnover.Of(Areas);
        yield return Turnover.Of(new(["a", "b"], ["a", "b"], new int[2, 2]));
    }

    private static IEnumerable<StatisticResult> OfCusum()
    {
        CusumPeriod[] quarters =
        [
            new("2015 Q1", 6, 1),
            new("2015 Q2", 8, 6),
            new("2015 Q3", 9, 8),
            new("2015 Q4", 0, 0),
            new("2016 Q1", 9, 0),
            new("2016 Q2", 12, 0),
        ];
        yield return Cusum.Of(quarters, 0.25);
        yield return Cusum.Of(quarters, 0.25, limit: 0.9);
        yield return Cusum.Of(quarters, 0.7, 3, 2);
        yield return Cusum.Of(quarters, limit: 20);
        yield return Cusum.Of([.. quarters.Take(3)], limit: 1);
        yield return Cusum.Of([]);
        yield return Cusum.Of([new("2015 Q1", 3, 3)]);
        yield return Cusum.Runs([0.1, 0.2, 0.5, 0.6, 0.1, 0.7, 0.3]);
        yield return Cusum.Runs([0.5, 0.5]);
        yield return Cusum.Runs([]);
    }

    private static IEnumerable<StatisticResult> OfOrdinalRegression()
    {
        foreach (var link in Enum.GetValues<OrdinalLink>())
        {
            var fit = OrdinalRegression.Fit(Regression, link, level: 0.9);
            yield return fit;
            yield return OrdinalRegression.WithProfileIntervals(fit);
            yield return OrdinalRegression.Predict(fit, [1, 3]);
            yield return OrdinalRegression.Predict(OrdinalRegression.Fit(Regression, link, nonProportional: ["London"]), [0, 2], 0.9);
            yield return OrdinalRegression.Fit(Regression, link, nonProportional: ["London"]);
            yield return OrdinalRegression.Fit(Regression, link, ridge: 1.5);
            yield return OrdinalRegression.LikelihoodRatio(OrdinalRegression.Fit(Regression, link, nonProportional: ["Quarter"]), fit);
            yield return OrdinalRegression.Fit(
                OrdinalData.Of(["a", "b", "c"], [0, 1, 2, 0, 1, 2, 2, 2, 2, 2, 1], ["region"], [[0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0]]), link);
            yield return OrdinalRegression.Fit(OrdinalData.Of(["a", "b"], [0, 0, 0, 1, 1, 1], ["x"], [[1, 2, 3, 4, 5, 6]]), link);
            yield return OrdinalRegression.Fit(OrdinalData.Of(["a", "b"], [0, 1, 1], [], []), link);
        }

        var none = OrdinalRegression.Fit(OrdinalData.Of(["a", "b", "c"], [0, 2, 0, 2, 2], [], []));
        yield return none;
        yield return OrdinalRegression.Predict(none, []);
        yield return OrdinalRegression.Predict(OrdinalRegression.Fit(Regression, nonProportional: ["Quarter"]), [0, -60]);
        yield return OrdinalRegression.Predict(OrdinalRegression.Fit(Regression, nonProportional: ["Quarter"]), [0, 60]);
        var bent = OrdinalData.Of(["a", "b", "c"], [0, 1, 2, 0, 1, 2], ["x"], [[0, 0, 0, 1, 1, 1]], [4, 1, 4, 1, 7, 1]);
        yield return OrdinalRegression.Predict(OrdinalRegression.Fit(bent, nonProportional: ["x"]), [-1]);
        yield return OrdinalRegression.Predict(OrdinalRegression.Fit(Regression), [0, 5000]);
        foreach (var data in new[]
        {
            OrdinalData.Of(["a", "b"], [], [], []), OrdinalData.Of(["a", "b"], [1, 1], [], []), OrdinalData.Of(
                ["a", "b"], [0, 1, 1], ["x"], [[2, 2, 2]]),
            OrdinalData.Of(["a", "b"], [0, 1, 0, 1], ["x", "y"], [[1, 2, 3, 5], [2, 4, 6, 10]]),
        })
        {
            yield return OrdinalRegression.Fit(data);
            yield return OrdinalRegression.Brant(data)[0];
        }

        foreach (var test in OrdinalRegression.Brant(Regression))
        {
            yield return test;
        }

        yield return OrdinalRegression.Brant(OrdinalData.Of(["a", "b"], [0, 1, 0], ["x"], [[1, 2, 3]]))[1];
    }

    private static IEnumerable<StatisticResult> OfPrediction()
    {
        yield return Prediction.FinalCounts(Counts, 152, 0.9);
        yield return Prediction.FinalCounts(Counts, 152, prior: 1);
        yield return Prediction.FinalCounts(default, 152);
        yield return Prediction.FinalCountsExactly(Counts, 152);
        yield return Prediction.FinalCountsExactly(default, 152);
        yield return Prediction.Hindcast(Prediction.FinalCounts(Counts, 152), new(3, 50, 70, 29, 0));
        yield return Prediction.Hindcast(Prediction.FinalCountsExactly(Counts, 152), new(3, 34, 65, 48, 2));
        yield return Prediction.Hindcast(Prediction.FinalCounts(Counts, 152), default);
    }

    private static IEnumerable<StatisticResult> OfBootstrap()
    {
        foreach (var method in Enum.GetValues<BootstrapMethod>())
        {
            yield return Bootstrap.Of(Sample, Mean, Plan, method, 0.9);
            yield return Bootstrap.OfStrata(Sample, value => value > 2, Mean, Plan, method);
            yield return Bootstrap.OfStrata([.. Sample, 9], value => value > 5, Mean, Plan, method);
            yield return Bootstrap.Of<double>([], Mean, Plan, method);
            yield return Bootstrap.Of([2.0, 2, 2], Mean, Plan, method);
            yield return Bootstrap.Of([1.0, 2], Mean, new() { Replicates = 1 }, method);
            yield return Bootstrap.Of(
                [1.0, 2, 3], values => values.Length == 3 && values[0] != values[1] ? values[0] : double.NaN, Plan, method);
            yield return Bootstrap.Of([1.0, 2, 3, 4], values => values.ToArray().Max(), Plan, method);
            yield return Bootstrap.Of([1.0], _ => double.NaN, Plan, method);
        }
    }

    private static IEnumerable<StatisticResult> OfPermutation()
    {
        foreach (var alternative in Enum.GetValues<Alternative>())
        {
            yield return Permutation.Test(Sample, First, alternative, Plan);
            yield return Permutation.Test([.. Sample.Take(5)], First, alternative, Plan);
            yield return Permutation.TestWithin(Sample, [.. Sample.Select((_, at) => at % 2)], First, alternative, Plan);
        }

        yield return Permutation.Test<double>([], First);
        yield return Permutation.Test([1.0], _ => double.NaN);
        yield return Permutation.Test(Sample, values => values[0] == 1 ? double.NaN : values[0], plan: Plan);
        yield return Permutation.Test(
            [.. Sample.Skip(1).Append(1)], values => values[0] == 1 ? double.NaN : values[0] - values[1], plan: Plan);
    }

    private static IEnumerable<StatisticResult> OfMultipleComparison()
    {
        foreach (var adjustment in Enum.GetValues<PValueAdjustment>())
        {
            yield return MultipleComparison.Adjust([("north", 0.01), ("south", 0.2), ("west", 0.02)], adjustment);
        }

        yield return MultipleComparison.Adjust(Array.Empty<double>(), PValueAdjustment.Holm);
    }

    private static string Said(StatisticResult result)
    {
        var text = new StringBuilder($"{result}\n");
        foreach (var warning in result.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"  ! {warning}\n");
        }

        if (result.IsDefined)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {string.Join(" | ", result.Table.Columns)}\n");
            foreach (var row in result.Table.Rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {string.Join(" | ", row.Select(Written))}\n");
            }
        }

        return text.ToString();
    }

    private static string Written(object? value) => value switch
    {
        null => "none",
        double number when Math.Abs(number) < 1e-9 => "0",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static InspectionSet Inspections((Judgement? Leadership, Judgement? Overall)[] rows) => Judged(rows.Select(row =>
        new[] { (JudgementArea.Leadership, row.Leadership), (JudgementArea.OverallEffectiveness, row.Overall) }));

    // The grades of help and protection, children looked after and leadership, then overall.
    private static InspectionSet Whole(params string[] grades) => Judged(grades.Select(own =>
        own.Zip([.. Names.KeyAreas, JudgementArea.OverallEffectiveness], (grade, area) => (area, (Judgement?)(grade - '0')))));

    private static InspectionSet Judged(IEnumerable<IEnumerable<(JudgementArea Area, Judgement? Judgement)>> rows)
    {
        var inspections = rows.Select((row, at) => new Inspection(new($"Authority {at + 1}", Region.London), 1)
        {
            Judgements = row.Where(own => own.Judgement is not null).ToDictionary(own => own.Area, own => own.Judgement!.Value),
        }).ToList();
        return new(inspections.Select(inspection => inspection.Authority), inspections);
    }

    private static double First(ReadOnlySpan<double> values) => values[0] + values[1] - values[^1];

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
