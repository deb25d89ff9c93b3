using System.Reflection;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>What statistics refuse, word by word: refusals.txt beside this file holds the argument and the message of each call here.</summary>
public class RefusalTests
{
    [Fact]
    public void EveryRefusal_NamesTheArgumentAndTheValue() => AsWritten.Check("Statistics/refusals.txt", string.Concat(Calls().Select(Refusal)));

    /// <summary>Every reference argument that may not be null, of every public statistic, is refused by its name.</summary>
    [Fact]
    public void EveryStatistic_NullForWhatItNeeds_IsRefusedByName()
    {
        var asked = 0;
        var nullability = new NullabilityInfoContext();
        foreach (var method in typeof(Proportions).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "SifAnalysis.Statistics", IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)))
        {
            var called = method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(string))]) : method;
            foreach (var parameter in called.GetParameters().Where(parameter =>
                !parameter.ParameterType.IsValueType && nullability.Create(parameter).WriteState == NullabilityState.NotNull && parameter.ParameterType != typeof(string)))
            {
                object?[] arguments = [.. called.GetParameters().Select(other => other == parameter ? null : Some(other))];
                var cause = Assert.Throws<TargetInvocationException>(() => called.Invoke(null, arguments)).InnerException;
                Assert.True(cause is ArgumentNullException, $"{method.DeclaringType!.Name}.{method.Name}({parameter.Name}): {cause}");
                Assert.Equal(parameter.Name, ((ArgumentNullException)cause!).ParamName);
                asked++;
            }
        }

        Assert.InRange(asked, 60, 200);
    }

    private static string Refusal(Action call)
    {
        var refusal = Record.Exception(call);
        return refusal is null ? "nothing\n" : $"{refusal.GetType().Name} {(refusal as ArgumentException)?.ParamName}: {refusal.Message.Split(" (Parameter")[0]}\n";
    }

    // A value that is no reason to refuse, as far as the parameter's type tells.
    private static object? Some(ParameterInfo parameter) => parameter.HasDefaultValue ? parameter.DefaultValue is DBNull ? null : parameter.DefaultValue
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
            var type when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => Array.CreateInstance(type.GetGenericArguments()[0], 0),
            var type when type == typeof(string) => "a",
            var type when type.IsValueType => Activator.CreateInstance(type),
            var type => throw new InvalidOperationException($"No value of {type} is known; add one."),
        };

    private static OrdinalData Data() => OrdinalData.Of(["a", "b", "c"], [0, 1, 2, 0, 1, 2, 2, 1], ["x"], [[1, 2, 3, 4, 5, 6, 2, 1]]);

    private static ContingencyTable Table(int rows, int columns) =>
        new([.. Enumerable.Range(1, rows).Select(row => $"r{row}")], [.. Enumerable.Range(1, columns).Select(column => $"c{column}")], new int[rows, columns]);

    private static IEnumerable<Action> Calls()
    {
        foreach (var level in new[] { 0, 1, -0.5, 95, double.NaN })
        {
            yield return () => Proportions.Wilson(1, 2, level);
            yield return () => Survival.KaplanMeier([new(1, true)], level: level);
            yield return () => Bootstrap.PercentileInterval([1, 2, 3], level);
            yield return () => Bootstrap.Of([1.0, 2, 3], values => values[0], level: level);
        }

        yield return () => Proportions.ClopperPearson(1, 2, 95);
        yield return () => Proportions.Jeffreys(1, 2, 95);
        yield return () => Proportions.AgrestiCoull(1, 2, 95);
        yield return () => Proportions.Hypergeometric(1, 2, 4, 95);
        yield return () => Proportions.Hypergeometric(1, 5, 4);
        yield return () => Proportions.Wilson(3, 2);
        yield return () => Proportions.Wilson(-1, 2);
        yield return () => Proportions.Wilson(1, -2);
        yield return () => Proportions.Wilson(1, 5, population: 4);
        yield return () => Proportions.WilsonLimits([1], [1, 2], new double[1], new double[1]);
        yield return () => Proportions.WilsonLimits([1], [1], new double[2], new double[1]);
        yield return () => Proportions.WilsonLimits([1], [1], new double[1], new double[2]);
        yield return () => Proportions.WilsonLimits([1], [1], new double[1], new double[1], 95);
        yield return () => Proportions.WilsonLimits([1, -1], [1, 4], new double[2], new double[2]);
        yield return () => Proportions.WilsonLimits([1, 5], [1, 4], new double[2], new double[2]);
        yield return () => Proportions.WilsonLimits([1, 0], [1, 0], new double[2], new double[2]);
        yield return () => Proportions.WilsonLimits([1, double.NaN], [1, 4], new double[2], new double[2]);
        yield return () => TwoProportions.Difference(3, 2, 1, 2);
        yield return () => TwoProportions.RiskRatio(1, 2, 3, 2);
        yield return () => TwoProportions.OddsRatio(1, 2, 1, -1);
        yield return () => TwoProportions.ConditionalOddsRatio(1, 2, 1, 2, 95);
        yield return () => MultinomialProportions.Goodman(["a"], [1, 2]);
        yield return () => MultinomialProportions.SisonGlaz(["a", "b"], [1, -2]);
        yield return () => MultinomialProportions.SisonGlaz(["a", "b"], [1, 2], 95);
        yield return () => Agreement.Kappa(Table(2, 3));
        yield return () => Agreement.Bowker(Table(3, 2));
        yield return () => Agreement.StuartMaxwell(Table(3, 2));
        yield return () => Agreement.Kappa(Table(2, 2), level: 95);
        yield return () => Agreement.FleissKappa([[1, 2], [1, 2, 3]]);
        yield return () => Agreement.FleissKappa([[1, 2], null!]);
        yield return () => Agreement.KrippendorffAlpha([[1, 2], null!]);
        yield return () => Agreement.KrippendorffAlpha([[1, 2], [1, 1]], level: 95);
        yield return () => OrdinalRegression.Fit(Data(), level: 95);
        yield return () => OrdinalRegression.Fit(Data(), ridge: -1);
        yield return () => OrdinalRegression.Fit(Data(), ridge: double.NaN);
        yield return () => OrdinalRegression.Fit(Data(), nonProportional: ["y"]);
        yield return () => OrdinalRegression.WithProfileIntervals(OrdinalRegression.Fit(Data()), 95);
        yield return () => OrdinalRegression.ProfileInterval(OrdinalRegression.Fit(Data()), "x", 95);
        yield return () => OrdinalRegression.ProfileInterval(OrdinalRegression.Fit(Data()), "y");
        yield return () => OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [1, 2]);
        yield return () => OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [double.PositiveInfinity]);
        yield return () => OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [1], 95);
        yield return () => OrdinalRegression.LikelihoodRatio(OrdinalRegression.Fit(Data()), OrdinalRegression.Fit(Data()));
        yield return () => OrdinalRegression.LikelihoodRatio(OrdinalRegression.Fit(Data(), OrdinalLink.Probit, ["x"]), OrdinalRegression.Fit(Data()));
        yield return () => OrdinalRegression.Predict(OrdinalRegression.Fit(OrdinalData.Of(["a", "b"], [], [], [])), []);
        yield return () => _ = OrdinalRegression.Fit(Data())["y"];
        yield return () => _ = OrdinalRegression.Predict(OrdinalRegression.Fit(Data()), [1])["d"];
        yield return () => OrdinalData.Of(["a", "b"], [0, -1], [], []);
        yield return () => OrdinalData.Of(["a", "b"], [0, 2], [], []);
        yield return () => OrdinalData.Of(["a", "b"], [0], ["x"], []);
        yield return () => OrdinalData.Of(["a", "b"], [0], ["x"], [[double.NaN]]);
        yield return () => OrdinalData.Of(["a", "b"], [0, 1], ["x"], [[1]]);
        yield return () => OrdinalData.Of(["a", "b"], [0, 1], [], [], [1]);
        yield return () => OrdinalData.Of(["a", "b"], [0, 1], [], [], [1, double.NaN]);
        yield return () => OrdinalData.Of(["a", "b"], [0, 1], [], [], [1, -1]);
        yield return () => _ = new ResamplingPlan { Replicates = 0 };
        yield return () => _ = new ResamplingPlan { Cores = 0 };
        yield return () => _ = Prediction.FinalCounts(default, 152)[Judgement.Good];
        yield return () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 9);
        yield return () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 10, 95);
        yield return () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 10, prior: 0);
        yield return () => Prediction.FinalCounts(new(1, 2, 3, 4, 0), 10, prior: double.NaN);
        yield return () => Prediction.FinalCountsExactly(new(1, 2, 3, 4, 0), 9);
        yield return () => Prediction.FinalCountsExactly(new(1, 2, 3, 4, 0), 10, 95);
        yield return () => CumulativeIncidence.Of([new(1, null)], 95);
        yield return () => CumulativeIncidence.Of([new(1, null), new(-1, null)]);
        yield return () => CumulativeIncidence.Of([new(double.PositiveInfinity, null)]);
        yield return () => OrdinalAssociation.TauB(Table(2, 2), level: 95);
        yield return () => OrdinalAssociation.TauC(Table(2, 2), level: 95);
        yield return () => OrdinalAssociation.Gamma(Table(2, 2), level: 95);
        yield return () => OrdinalAssociation.SomersD(Table(2, 2), level: 95);
        yield return () => OrdinalAssociation.SomersDOfRows(Table(2, 2), level: 95);
        yield return () => OrdinalAssociation.Spearman(Table(2, 2), level: 95);
        yield return () => RankTests.MannWhitney(Table(3, 2));
        yield return () => Cusum.Of([], 0);
        yield return () => Cusum.Of([], 1);
        yield return () => Cusum.Of([], double.NaN);
        yield return () => Cusum.Of([], oddsRatio: 1);
        yield return () => Cusum.Of([], oddsRatio: double.PositiveInfinity);
        yield return () => Cusum.Of([], limit: 0);
        yield return () => Cusum.Of([], limit: double.NaN);
        yield return () => Cusum.Of([new("2015 Q1", 1, 2)]);
        yield return () => Cusum.Of([new("2015 Q1", 1, -1)]);
        yield return () => Cusum.Runs([0.5, double.NaN]);
        yield return () => SignTest.Of(-1, 1);
        yield return () => SignTest.Of(1, -1);
        yield return () => _ = new ContingencyTable(["a"], ["x"], new int[1, 2]);
        yield return () => _ = new ContingencyTable(["a"], ["x"], new int[2, 1]);
        yield return () => _ = new ContingencyTable(["a"], ["x"], new[,] { { -1 } });
        yield return () => ContingencyTable.Of(["a"], [1, 2]);
        yield return () => ContingencyTable.Of(["a"], [double.NaN]);
        yield return () => ContingencyTable.Of([1.0], [1.0, 2]);
        yield return () => ContingencyTable.Of([double.NaN], [1.0]);
        yield return () => ContingencyTable.Of([1.0], [double.NaN]);
        yield return () => Survival.KaplanMeier([new(1, true), new(-1, true)]);
        yield return () => Survival.KaplanMeier([new(double.NaN, true)]);
        yield return () => Survival.LogRank([new(1, true)], ["a", "b"]);
        yield return () => Association.CochranArmitage(Table(2, 3));
        yield return () => Association.CochranArmitage(Table(2, 2), [1, 2, 3]);
        yield return () => Association.CochranArmitage(Table(2, 2), [1, double.NaN]);
        yield return () => Association.LinearByLinear(Table(2, 2), [1], [1, 2]);
        yield return () => Association.LinearByLinear(Table(2, 2), [1, 2], [1, 2, 3]);
        yield return () => Association.CochranMantelHaenszel([]);
        yield return () => Association.CochranMantelHaenszel([Table(2, 2), Table(2, 3)]);
        yield return () => Association.CochranMantelHaenszel([Table(2, 2), Table(3, 2)]);
        yield return () => Association.MantelHaenszelOddsRatio([Table(2, 3)]);
        yield return () => Association.MantelHaenszelOddsRatio([Table(3, 2)]);
        yield return () => Association.MantelHaenszelOddsRatio([Table(2, 2)], 95);
        yield return () => Association.CramersV(Table(2, 2), 95);
        yield return () => Association.CramersVCorrected(Table(2, 2), 95);
        yield return () => InspectionTimes.ToFirstReport(new([], []), new(2016, 1, 2), new(2016, 1, 1));
        yield return () => InspectionTimes.ToFirstReport(new([], []), new(2016, 1, 1), new(2016, 1, 1)).UpTo(-1);
        yield return () => InspectionTimes.ToFirstReport(new([], []), new(2016, 1, 1), new(2016, 1, 1)).UpTo(double.NaN);
        yield return () => Bootstrap.PercentileInterval([1]);
        yield return () => Bootstrap.PercentileInterval([1, double.NaN]);
        yield return () => Permutation.TestWithin([1.0, 2], ["a"], values => values[0]);
        yield return () => MultipleComparison.Adjust([0.5, 1.5], PValueAdjustment.Holm);
        yield return () => MultipleComparison.Adjust([("one", 0.5), ("two", -0.5)], PValueAdjustment.BenjaminiHochberg);
    }
}
