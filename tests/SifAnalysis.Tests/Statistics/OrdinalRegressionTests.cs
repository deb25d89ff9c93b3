using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// The expected numbers come from R with ordinal, MASS and VGAM (tests/references/ordinal.R), on those packages' own data.
/// </summary>
public class OrdinalRegressionTests
{
    private static readonly ReferenceValues R = new("ordinal.csv");

    private static readonly Dictionary<string, OrdinalData> Data = File
        .ReadLines(Path.Combine(Checkout.Root, "tests", "references", "ordinal-data.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .GroupBy(parts => parts[0])
        .ToDictionary(own => own.Key, own =>
        {
            var rows = own.Select(parts => parts[3].Split(';').Select(Number).ToArray()).ToArray();
            var categories = own.Select(parts => (int)Number(parts[1])).ToArray();
            return OrdinalData.Of(
                [.. Enumerable.Range(1, categories.Max()).Select(category => $"{category}")],
                [.. categories.Select(category => category - 1)],
                [.. rows[0].Select((_, covariate) => $"x{covariate + 1}")],
                [.. rows[0].Select((_, covariate) => (IReadOnlyList<double>)[.. rows.Select(row => row[covariate])])],
                [.. own.Select(parts => Number(parts[2]))]);
        });

    [Theory]
    [InlineData("housing", "logit", OrdinalLink.Logit)]
    [InlineData("housing", "probit", OrdinalLink.Probit)]
    [InlineData("housing", "cloglog", OrdinalLink.ComplementaryLogLog)]
    [InlineData("wine", "logit", OrdinalLink.Logit)]
    [InlineData("wine", "probit", OrdinalLink.Probit)]
    [InlineData("wine", "cloglog", OrdinalLink.ComplementaryLogLog)]
    [InlineData("pneumo", "logit", OrdinalLink.Logit)]
    [InlineData("pneumo", "probit", OrdinalLink.Probit)]
    [InlineData("pneumo", "cloglog", OrdinalLink.ComplementaryLogLog)]
    public void Fit_KnownData_IsThatOfR(string name, string prefix, OrdinalLink link)
    {
        var fit = OrdinalRegression.Fit(Data[name], link);
        R.Agrees(name, prefix + ".loglik", fit.LogLikelihood, 1e-10);
        for (var at = 0; at < fit.Thresholds.Count; at++)
        {
            R.Agrees(name, $"{prefix}.threshold.{at + 1}", fit.Thresholds[at].Estimate, 1e-7);
            R.Agrees(name, $"{prefix}.threshold.{at + 1}.error", fit.Thresholds[at].StandardError, 1e-7);
        }

        for (var at = 0; at < fit.Coefficients.Count; at++)
        {
            R.Agrees(name, $"{prefix}.beta.{at + 1}", fit.Coefficients[at].Estimate, 1e-7);
            R.Agrees(name, $"{prefix}.beta.{at + 1}.error", fit.Coefficients[at].StandardError, 1e-7);
        }

        double[] covariates = name == "pneumo" ? [3] : [1, .. new double[fit.Coefficients.Count - 1]];
        var chances = OrdinalRegression.Predict(fit, covariates).Categories;
        for (var at = 0; at < chances.Count; at++)
        {
            R.Agrees(name, $"{prefix}.chance.{at + 1}", chances[at].Probability, 1e-7);
            R.Agrees(name, $"{prefix}.chance.{at + 1}.error", chances[at].StandardError, 1e-7);
            R.Agrees(name, $"{prefix}.chance.{at + 1}", chances[at].Interval, 1e-7);
        }

        var none = OrdinalRegression.Fit(OrdinalData.Of(Data[name].Categories, Data[name].Responses, [], [], Data[name].Weights), link);
        R.Agrees(name, prefix + ".ratio", OrdinalRegression.LikelihoodRatio(fit, none).Statistic, 1e-7);
    }

    [Theory]
    [InlineData("housing")]
    [InlineData("wine")]
    [InlineData("pneumo")]
    public void ProfileInterval_KnownData_IsWhereRsLikelihoodRatioTurns(string name) =>
        R.Agrees(name, "profile", OrdinalRegression.ProfileInterval(OrdinalRegression.Fit(Data[name]), "x1"), 1e-7);

    [Theory]
    [InlineData("housing")]
    [InlineData("influence")]
    [InlineData("pneumo")]
    public void Brant_KnownData_IsBrantsFormulaInR(string name)
    {
        var tests = OrdinalRegression.Brant(Data[name]);
        R.Agrees(name, "brant", tests[0].Statistic, 1e-7);
        for (var covariate = 1; covariate < tests.Count; covariate++)
        {
            R.Agrees(name, $"brant.{covariate}", tests[covariate].Statistic, 1e-7);
        }
    }

    [Theory]
    [InlineData("housing")]
    [InlineData("wine")]
    [InlineData("pneumo")]
    public void Ridge_KnownData_IsThePenalisedMaximumThatOptimFinds(string name)
    {
        var fit = OrdinalRegression.Fit(Data[name], ridge: 2);
        R.Agrees(name, "ridge.loglik", fit.LogLikelihood, 1e-9);
        for (var at = 0; at < fit.Coefficients.Count; at++)
        {
            R.Agrees(name, $"ridge.{at + 1}", fit.Coefficients[at].Estimate, 1e-3);
        }
    }

    [Theory]
    [InlineData("housing")]
    [InlineData("influence")]
    [InlineData("pneumo")]
    public void PartialProportionalOdds_KnownData_IsThatOfVgam(string name)
    {
        var fit = OrdinalRegression.Fit(Data[name], nonProportional: ["x1"]);
        R.Agrees(name, "partial.loglik", fit.LogLikelihood, 1e-9);
        for (var threshold = 0; threshold < fit.Thresholds.Count; threshold++)
        {
            R.Agrees(name, $"partial.{threshold + 1}", fit.Coefficients[threshold].Estimate, 1e-6);
        }
    }

    [Fact]
    public void Fit_GroupThatIsAllOfOneExtreme_SaysWhoSeparatesAndRidgeGivesAnEstimate()
    {
        int[] responses = [0, 1, 2, 0, 1, 2, 2, 2, 2, 2, 2, 1, 0];
        double[] group = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0];
        var data = OrdinalData.Of(["good", "requires improvement", "inadequate"], responses, ["region"], [group]);
        var fit = OrdinalRegression.Fit(data);
        Assert.Contains("region separates", fit.Sentence, StringComparison.Ordinal);
        var penalised = OrdinalRegression.Fit(data, ridge: 1);
        Assert.True(penalised.IsDefined, penalised.Sentence);
        Assert.True(penalised["region"].Estimate > 0);
    }

    [Fact]
    public void Fit_SeparatedButForTiesByACombinationOfCovariates_SaysSo()
    {
        // The categories overlap only where all covariates are equal, as those of overall effectiveness do given the key judgements.
        var data = OrdinalData.Of(
            ["a", "b", "c"], [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2], ["x", "y"],
            [[1, 2, 2, 2, 3, 2, 2, 3, 3, 4, 4], [1, 1, 2, 2, 2, 3, 3, 3, 4, 3, 4]]);
        Assert.Contains("x and y separate the categories", OrdinalRegression.Fit(data).Sentence, StringComparison.Ordinal);
        Assert.True(OrdinalRegression.Fit(data, ridge: 1).IsDefined);
    }

    [Fact]
    public void Fit_SeparatedByANumber_SaysSo() =>
        Assert.Contains(
            "separates",
            OrdinalRegression.Fit(OrdinalData.Of(["a", "b"], [0, 0, 0, 1, 1, 1], ["x"], [[1, 2, 3, 4, 5, 6]])).Sentence,
            StringComparison.Ordinal);

    [Fact]
    public void Fit_DataWithoutAModel_SayWhy()
    {
        string Why(string[] categories, int[] responses, string[] names, params double[][] columns) =>
            OrdinalRegression.Fit(OrdinalData.Of(categories, responses, names, columns)).Sentence;
        Assert.Contains("nothing was observed", Why(["a", "b"], [], []), StringComparison.Ordinal);
        Assert.Contains("all observations are b", Why(["a", "b"], [1, 1], []), StringComparison.Ordinal);
        Assert.Contains("x is the same", Why(["a", "b"], [0, 1, 1], ["x"], [2, 2, 2]), StringComparison.Ordinal);
        Assert.Contains("combinations", Why(["a", "b"], [0, 1, 0, 1], ["x", "y"], [1, 2, 3, 5], [2, 4, 6, 10]), StringComparison.Ordinal);
        Assert.Contains(
            "undefined, because", OrdinalRegression.Brant(
                OrdinalData.Of(["a", "b"], [0, 1, 0], ["x"], [[1, 2, 3]]))[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_EmptyCategory_IsLeftOutAndSaid()
    {
        var fit = OrdinalRegression.Fit(OrdinalData.Of(["a", "b", "c"], [0, 2, 0, 2, 2], ["x"], [[1, 2, 3, 2, 1]]));
        Assert.Equal(["a", "c"], fit.Categories);
        Assert.Contains(fit.Warnings, warning => warning.Contains("nobody is in b", StringComparison.Ordinal));
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        Assert.Contains(
            "Response 2 is 5",
            Assert.Throws<ArgumentException>(() => OrdinalData.Of(["a"], [0, 5], [], [])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "x has 1 values",
            Assert.Throws<ArgumentException>(() => OrdinalData.Of(["a"], [0, 0], ["x"], [[1]])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "NaN",
            Assert.Throws<ArgumentException>(() => OrdinalData.Of(["a"], [0], ["x"], [[double.NaN]])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "negative", Assert.Throws<ArgumentException>(() => OrdinalData.Of(["a"], [0], [], [], [-1])).Message, StringComparison.Ordinal);
        var fit = OrdinalRegression.Fit(Data["pneumo"]);
        Assert.Throws<ArgumentException>(() => fit["age"]);
        Assert.Throws<ArgumentException>(() => OrdinalRegression.Predict(fit, [1, 2]));
        Assert.Throws<ArgumentException>(() => OrdinalRegression.LikelihoodRatio(fit, fit));
        Assert.Throws<ArgumentException>(() => OrdinalRegression.Fit(Data["pneumo"], nonProportional: ["age"]));
        Assert.Equal("ridge", Assert.Throws<ArgumentOutOfRangeException>(() => OrdinalRegression.Fit(Data["pneumo"], ridge: -1)).ParamName);
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => OrdinalRegression.Fit(Data["pneumo"], level: 2)).ParamName);
    }

    [Theory]
    [InlineData(OrdinalLink.Logit)]
    [InlineData(OrdinalLink.Probit)]
    public void Fit_ScaleReversed_ChangesTheSignsOnly(OrdinalLink link)
    {
        var own = Data["wine"];
        var reversed = OrdinalData.Of(
            [.. own.Categories.Reverse()],
            [.. own.Responses.Select(category => own.Categories.Count - 1 - category)],
            own.Covariates,
            own.Columns,
            own.Weights);
        var (first, second) = (OrdinalRegression.Fit(own, link), OrdinalRegression.Fit(reversed, link));
        Assert.Equal(first.LogLikelihood!.Value, second.LogLikelihood!.Value, 1e-9);
        Assert.All(first.Coefficients.Zip(second.Coefficients), pair => Assert.Equal(pair.First.Estimate, -pair.Second.Estimate, 1e-7));
    }

    [Fact]
    public void Fit_RowsInAnyOrderOrWeighted_IsTheSame()
    {
        var own = Data["housing"];
        var rows = Enumerable.Range(0, own.Count).SelectMany(row => Enumerable.Repeat(row, (int)own.Weights![row])).Reverse().ToList();
        var unfolded = OrdinalData.Of(
            own.Categories,
            [.. rows.Select(row => own.Responses[row])],
            own.Covariates,
            [.. own.Columns.Select(column => (IReadOnlyList<double>)[.. rows.Select(row => column[row])])]);
        var (first, second) = (OrdinalRegression.Fit(own), OrdinalRegression.Fit(unfolded));
        Assert.Equal(first.Observations, second.Observations);
        Assert.All(first.Coefficients.Zip(second.Coefficients), pair => Assert.Equal(pair.First.Estimate, pair.Second.Estimate, 1e-9));
    }

    [Fact]
    public void Predict_AnyModel_ChancesAddUpToOne()
    {
        foreach (var link in Enum.GetValues<OrdinalLink>())
        {
            Assert.Equal(
                1, OrdinalRegression.Predict(OrdinalRegression.Fit(Data["wine"], link), [0.3, 0.7]).Categories.Sum(
                    own => own.Probability), 1e-12);
        }
    }

    [Fact]
    public void Of_RealRows_KeepsKnownJudgementsAndSetsRegionsAgainstTheLargest()
    {
        var inspections = SifData.Load(Checkout.Data).Inspections.FirstOfEachAuthority();
        var data = OrdinalData.Of(
            inspections,
            JudgementArea.OverallEffectiveness,
            OrdinalTerm.Groups("region", inspection => inspection.Authority.Region.Name()),
            OrdinalTerm.Number("year", inspection => inspection.Published?.Year));
        Assert.Equal(inspections.Count, data.Count + data.LeftOut);
        Assert.Equal(Enum.GetValues<Region>().Length - 1 + 1, data.Covariates.Count);
        var fit = OrdinalRegression.Fit(data, ridge: 1);
        Assert.True(fit.IsDefined, fit.Sentence);
        Assert.Throws<ArgumentException>(
            () => OrdinalData.Of(
                inspections, JudgementArea.OverallEffectiveness, OrdinalTerm.Groups("region", inspection => "one", "other")));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
