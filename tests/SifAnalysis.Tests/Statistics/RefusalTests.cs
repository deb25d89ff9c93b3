using System.Reflection;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// What statistics refuse, word by word: refusals.txt beside this file holds the argument and the message of each call here.
/// </summary>
public class RefusalTests
{
    private static readonly Dictionary<string, Type> Types = typeof(Proportions).Assembly.GetExportedTypes()
        .Where(type => type is { Namespace: "SifAnalysis.Statistics", IsAbstract: true, IsSealed: true })
        .ToDictionary(type => type.Name);

    private static readonly double[] Levels = [0, 1, -0.5, 95, double.NaN];

    private static readonly Dictionary<string, Action[]> Calls = new()
    {
        [nameof(Proportions)] =
        [
            .. Levels.Select(level => (Action)(() => Proportions.Wilson(1, 2, level))),
            () => Proportions.ClopperPearson(1, 2, 95),
            () => Proportions.Jeffreys(1, 2, 95),
            () => Proportions.AgrestiCoull(1, 2, 95),
            () => Proportions.Hypergeometric(1, 2, 4, 95),
            () => Proportions.Hypergeometric(1, 5, 4),
            () => Proportions.Wilson(3, 2),
            () => Proportions.Wilson(-1, 2),
            () => Proportions.Wilson(1, -2),
            () => Proportions.Wilson(1, 5, population: 4),
            () => Proportions.WilsonLimits([1], [1, 2], new double[1], new double[1]),
            () => Proportions.WilsonLimits([1], [1], new double[2], new double[1]),
            () => Proportions.WilsonLimits([1], [1], new double[1], new double[2]),
            () => Proportions.WilsonLimits([1], [1], new double[1], new double[1], 95),
            () => Proportions.WilsonLimits([1, -1], [1, 4], new double[2], new double[2]),
            () => Proportions.WilsonLimits([1, 5], [1, 4], new double[2], new double[2]),
            () => Proportions.WilsonLimits([1, 0], [1, 0], new double[2], new double[2]),
            () => Proportions.WilsonLimits([1, double.NaN], [1, 4], new double[2], new double[2]),
        ],
        [nameof(Survival)] =
        [
            .. Levels.Select(level => (Action)(() => Survival.KaplanMeier([new(1, true)], level: level))),
            () => Survival.KaplanMeier([new(1, true), new(-1, true)]),
            () => Survival.KaplanMeier([new(double.NaN, true)]),
            () => Survival.LogRank([new(1, true)], ["a", "b"]),
        ],
        [nameof(Bootstrap)] =
        [
            .. Levels.Select(level => (Action)(() => Bootstrap.PercentileInterval([1, 2, 3], level))),
            .. Levels.Select(level => (Action)(() => Bootstrap.Of([1.0, 2, 3], values => values[0], level: level))),
            () => Bootstrap.PercentileInterval([1]),
            () => Bootstrap.PercentileInterval([1, double.NaN]),
        ],
        [nameof(TwoProportions)] =
        [
            () => TwoProportions.Difference(3, 2, 1, 2),
            () => TwoProportions.RiskRatio(1, 2, 3, 2),
            () => TwoProportions.OddsRatio(1, 2, 1, -1),
            () => TwoProportions.ConditionalOddsRatio(1, 2, 1, 2, 95),
        ],
        [nameof(MultinomialProportions)] =
        [
            () => MultinomialProportions.Goodman(["a"], [1, 2]),
            () => MultinomialProportions.SisonGlaz(["a", "b"], [1, -2]),
            () => MultinomialProportions.SisonGlaz(["a", "b"], [1, 2], 95),
        ],
        [nameof(Agreement)] =
        [
            () => Agreement.Kappa(Table(2, 3)),
            () => Agreement.Bowker(Table(3, 2)),
            () => Agreement.StuartMaxwell(Table(3, 2)),
            () => Agreement.Kappa(Table(2, 2), level: 95),
            () => Agreement.FleissKappa([[1, 2], [1, 2, 3]]),
            () => Agreement.FleissKappa([[1, 2], null!]),
            () => Agreement.KrippendorffAlpha([[1, 2], null!]),
            () => Agreement.KrippendorffAlpha([[1, 2], [1, 1]], level: 95),
        ],
        [nameof(OrdinalRegression)] =
        [
            () => OrdinalRegression.Fit(Data(), level: 95),
            () => OrdinalRegression.Fit(Data(), ridge: -1),
            () => OrdinalRegression.Fit(Data(), ridge: double.NaN),
            () => OrdinalRegression.Fit(Data(), nonProportional: ["y"]),
            () => OrdinalRegression.WithProfileIntervals(OrdinalRegression.Fit(Data()), 95),
            () => OrdinalRegression.ProfileInterval(OrdinalRegression.Fit(Data()), "x", 95),
            () => OrdinalRegression.ProfileInterval(OrdinalRegression.Fit(Data()), "y"),
            () => OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [1, 2]),
            () => OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [double.PositiveInfinity]),
            () => OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [1], 95),
            () => OrdinalRegression.LikelihoodRatio(OrdinalRegression.Fit(Data()), OrdinalRegression.Fit(Data())),
            () =>
                OrdinalRegression.LikelihoodRatio(OrdinalRegression.Fit(Data(), OrdinalLink.Probit, ["x"]), OrdinalRegression.Fit(Data())),
            () => OrdinalRegression.Predict(OrdinalRegression.Fit(OrdinalData.Of(["a", "b"], [], [], [])), []),
            () => _ = OrdinalRegression.Fit(Data())["y"],
            () => _ = OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [1])["d"],
        ],
        [nameof(OrdinalData)] =
        [
            () => OrdinalData.Of(["a", "b"], [0, -1], [], []),
            () => OrdinalData.Of(["a", "b"], [0, 2], [], []),
            () => OrdinalData.Of(["a", "b"], [0], ["x"], []),
            () => OrdinalData.Of(["a", "b"], [0], ["x"], [[double.NaN]]),
            () => OrdinalData.Of(["a", "b"], [0, 1], ["x"], [[1]]),
            () => OrdinalData.Of(["a", "b"], [0, 1], [], [], [1]),
            () => OrdinalData.Of(["a", "b"], [0, 1], [], [], [1, double.NaN]),
            () => OrdinalData.Of(["a", "b"], [0, 1], [], [], [1, -1]),
        ],
        [nameof(ResamplingPlan)] =
        [
            () => _ = new ResamplingPlan { Replicates = 0 },
            () => _ = new ResamplingPlan { Cores = 0 },
        ],
        [nameof(Prediction)] =
        [
            () => _ = Prediction.FinalCounts(default, 152)[Judgement.Good],
            () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 9),
            () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 10, 95),
            () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 10, prior: 0),
            () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 10, prior: double.NaN),
            () => Prediction.FinalCountsExactly(new(1, 2, 3, 4, 0), 9),
            () => Prediction.FinalCountsExactly(new(1, 2, 3, 4, 0), 10, 95),
        ],
        [nameof(CumulativeIncidence)] =
        [
            () => CumulativeIncidence.Of([new(1, null)], 95),
            () => CumulativeIncidence.Of([new(1, null), new(-1, null)]),
            () => CumulativeIncidence.Of([new(double.PositiveInfinity, null)]),
        ],
        [nameof(OrdinalAssociation)] =
        [
            () => OrdinalAssociation.TauB(Table(2, 2), level: 95),
            () => OrdinalAssociation.TauC(Table(2, 2), level: 95),
            () => OrdinalAssociation.Gamma(Table(2, 2), level: 95),
            () => OrdinalAssociation.SomersD(Table(2, 2), level: 95),
            () => OrdinalAssociation.SomersDOfRows(Table(2, 2), level: 95),
            () => OrdinalAssociation.Spearman(Table(2, 2), level: 95),
        ],
        [nameof(RankTests)] =
        [
            () => RankTests.MannWhitney(Table(3, 2)),
        ],
        [nameof(Cusum)] =
        [
            () => Cusum.Of([], 0),
            () => Cusum.Of([], 1),
            () => Cusum.Of([], double.NaN),
            () => Cusum.Of([], oddsRatio: 1),
            () => Cusum.Of([], oddsRatio: double.PositiveInfinity),
            () => Cusum.Of([], limit: 0),
            () => Cusum.Of([], limit: double.NaN),
            () => Cusum.Of([new("2015 Q1", 1, 2)]),
            () => Cusum.Of([new("2015 Q1", 1, -1)]),
            () => Cusum.Runs([0.5, double.NaN]),
        ],
        [nameof(SignTest)] =
        [
            () => SignTest.Of(-1, 1),
            () => SignTest.Of(1, -1),
        ],
        [nameof(ContingencyTable)] =
        [
            () => _ = new ContingencyTable(["a"], ["x"], new int[1, 2]),
            () => _ = new ContingencyTable(["a"], ["x"], new int[2, 1]),
            () => _ = new ContingencyTable(["a"], ["x"], new[,] { { -1 } }),
            () => ContingencyTable.Of(["a"], [1, 2]),
            () => ContingencyTable.Of(["a"], [double.NaN]),
            () => ContingencyTable.Of([1.0], [1.0, 2]),
            () => ContingencyTable.Of([double.NaN], [1.0]),
            () => ContingencyTable.Of([1.0], [double.NaN]),
        ],
        [nameof(Association)] =
        [
            () => Association.CochranArmitage(Table(2, 3)),
            () => Association.CochranArmitage(Table(2, 2), [1, 2, 3]),
            () => Association.CochranArmitage(Table(2, 2), [1, double.NaN]),
            () => Association.LinearByLinear(Table(2, 2), [1], [1, 2]),
            () => Association.LinearByLinear(Table(2, 2), [1, 2], [1, 2, 3]),
            () => Association.CochranMantelHaenszel([]),
            () => Association.CochranMantelHaenszel([Table(2, 2), Table(2, 3)]),
            () => Association.CochranMantelHaenszel([Table(2, 2), Table(3, 2)]),
            () => Association.MantelHaenszelOddsRatio([Table(2, 3)]),
            () => Association.MantelHaenszelOddsRatio([Table(3, 2)]),
            () => Association.MantelHaenszelOddsRatio([Table(2, 2)], 95),
            () => Association.CramersV(Table(2, 2), 95),
            () => Association.CramersVCorrected(Table(2, 2), 95),
        ],
        [nameof(InspectionTimes)] =
        [
            () => InspectionTimes.ToFirstReport(new([], []), new(2016, 1, 2), new(2016, 1, 1)),
            () => InspectionTimes.ToFirstReport(new([], []), new(2016, 1, 1), new(2016, 1, 1)).UpTo(-1),
            () => InspectionTimes.ToFirstReport(new([], []), new(2016, 1, 1), new(2016, 1, 1)).UpTo(double.NaN),
        ],
        [nameof(Permutation)] =
        [
            () => Permutation.TestWithin([1.0, 2], ["a"], values => values[0]),
        ],
        [nameof(MultipleComparison)] =
        [
            () => MultipleComparison.Adjust([0.5, 1.5], PValueAdjustment.Holm),
            () => MultipleComparison.Adjust([("one", 0.5), ("two", -0.5)], PValueAdjustment.BenjaminiHochberg),
        ],
    };

    /// <summary>The statistics of which refusals are written down.</summary>
    public static TheoryData<string> Refusing => [.. Calls.Keys];

    /// <summary>The statistics with arguments that may not be null.</summary>
    public static TheoryData<string> Statistics => [.. Types.Keys];

    [Theory]
    [MemberData(nameof(Refusing))]
    public void EveryRefusal_NamesTheArgumentAndTheValue(string statistic) =>
        AsWritten.Check("Statistics/refusals.txt", statistic, string.Concat(Calls[statistic].Select(Refusal)));

    [Fact]
    public void EveryRefusal_WrittenDown_IsOfACallThatIsMade() => Assert.Equal(Calls.Keys, AsWritten.Parts("Statistics/refusals.txt"));

    /// <summary>Every reference argument that may not be null, of every public statistic, is refused by its name.</summary>
    [Theory]
    [MemberData(nameof(Statistics))]
    public void EveryStatistic_NullForWhatItNeeds_IsRefusedByName(string statistic)
    {
        foreach (var (method, parameter) in Needed(Types[statistic]))
        {
            object?[] arguments = [.. method.GetParameters().Select(other => other.Position == parameter.Position ? null : Some(other))];
            var cause = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments)).InnerException;
            Assert.True(cause is ArgumentNullException, $"{statistic}.{method.Name}({parameter.Name}): {cause}");
            Assert.Equal(parameter.Name, ((ArgumentNullException)cause!).ParamName);
        }
    }

    [Fact]
    public void EveryStatistic_Together_NeedsManyArguments() => Assert.InRange(Types.Values.Sum(type => Needed(type).Count()), 60, 200);

    private static IEnumerable<(MethodInfo Method, ParameterInfo Parameter)> Needed(Type statistic)
    {
        var nullability = new NullabilityInfoContext();
        return
            from method in statistic.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let called = method.IsGenericMethodDefinition
                ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(string))])
                : method
            from parameter in called.GetParameters()
            where !parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(string)
                && nullability.Create(parameter).WriteState == NullabilityState.NotNull
            select (called, parameter);
    }

    private static string Refusal(Action call)
    {
        var refusal = Record.Exception(call);
        return refusal is null
            ? "nothing\n"
            : $"{refusal.GetType().Name} {(refusal as ArgumentException)?.ParamName}: {refusal.Message.Split(" (Parameter")[0]}\n";
    }

    // A value that is no reason to refuse, as far as the parameter's type tells.
    private static object? Some(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue is DBNull ? null : parameter.DefaultValue
        : parameter.ParameterType switch
        {
            var type when type == typeof(InspectionSet) => new InspectionSet([], []),
            var type when type == typeof(ContingencyTable) => new ContingencyTable(["a", "b"], ["x", "y"], new[,] { { 1, 2 }, { 3, 4 } }),
            var type when type == typeof(ResamplingPlan) => new ResamplingPlan { Replicates = 2 },
            var type when type == typeof(OrdinalData) => Data(),
            var type when type == typeof(OrdinalRegressionResult) => OrdinalRegression.Fit(Data()),
            var type when type == typeof(PredictionResult) => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 12),
            var type when type == typeof(Func<string, string>) => (Func<string, string>)(text => text),
            var type when type == typeof(Func<Inspection, string>) => (Func<Inspection, string?>)(inspection => inspection.Authority.Name),
            var type when type == typeof(Func<Inspection, double?>) => (Func<Inspection, double?>)(_ => 1),
            var type when type == typeof(SampleStatistic<string>) => (SampleStatistic<string>)(values => values.Length),
            var type when type == typeof(Replicate<string>) => (Replicate<string>)((ref RandomSequence _, string _) => 1),
            var type when type == typeof(Func<string>) => (Func<string>)(() => ""),
            var type when type.IsArray => Array.CreateInstance(type.GetElementType()!, 0),
            var type when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
                Array.CreateInstance(type.GetGenericArguments()[0], 0),
            var type when type == typeof(string) => "a",
            var type when type.IsValueType => Activator.CreateInstance(type),
            var type => throw new InvalidOperationException($"No value of {type} is known; add one."),
        };

    private static OrdinalData Data() => OrdinalData.Of(["a", "b", "c"], [0, 1, 2, 0, 1, 2, 2, 1], ["x"], [[1, 2, 3, 4, 5, 6, 2, 1]]);

    private static ContingencyTable Table(int rows, int columns) =>
        new(
            [.. Enumerable.Range(1, rows).Select(row => $"r{row}")],
            [.. Enumerable.Range(1, columns).Select(column => $"c{column}")],
            new int[rows, columns]);
}
