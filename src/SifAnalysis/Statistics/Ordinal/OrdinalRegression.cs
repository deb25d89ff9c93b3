using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.RootFinding;
using SifAnalysis.Findings;

namespace SifAnalysis.Statistics;

/// <summary>
/// Regression of an ordered response: proportional odds and its relatives (McCullagh, 1980). One coefficient says how a covariate shifts
/// the whole response; whether it may is what <see cref="Brant"/> tests. With few authorities in a group the estimates are rough, and
/// without end where a group is all of one extreme category: the fit says so, and a ridge penalty keeps them within reason.
/// </summary>
public static class OrdinalRegression
{
    /// <summary>Fits the model by maximum likelihood (Newton's method).</summary>
    /// <param name="data">The response and its covariates.</param>
    /// <param name="link">The link.</param>
    /// <param name="nonProportional">
    /// Covariates with a coefficient for each threshold: partial proportional odds (Peterson and Harrell, 1990).
    /// </param>
    /// <param name="ridge">
    /// The ridge penalty λ: λ/2 times the sum of squared coefficients is taken off the log-likelihood (Le Cessie and van
    /// Houwelingen, 1992), thresholds not counted; 0 for none. It shrinks estimates, and standard errors with them.
    /// </param>
    /// <param name="level">The confidence level of Wald's intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The data are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A non-proportional covariate is none of the data's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is negative, or the level is not between 0 and 1.</exception>
    public static OrdinalRegressionResult Fit(
        OrdinalData data,
        OrdinalLink link = OrdinalLink.Logit,
        IReadOnlyCollection<string>? nonProportional = null,
        double ridge = 0,
        double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(data);
        Arguments.RequireLevel(level);
        if (!(ridge >= 0 && double.IsFinite(ridge)))
        {
            throw new ArgumentOutOfRangeException(nameof(ridge), ridge, "A penalty is a number of at least 0.");
        }

        nonProportional ??= [];
        if (nonProportional.FirstOrDefault(name => !data.Covariates.Contains(name)) is { } stranger)
        {
            throw new ArgumentException(
                $"There is no \"{stranger}\"; the covariates are {Words.Listed(data.Covariates)}.", nameof(nonProportional));
        }

        var (rows, empty) = data.Collapsed();
        var result = new OrdinalRegressionResult
        {
            Method = Name(link, nonProportional.Count > 0, ridge),
            Link = link,
            Observations = (int)Math.Round(rows.Weights!.Sum()),
            Categories = rows.Categories,
            Warnings =
            [
                .. data.LeftOut == 0 ? (string[])[] : [$"{data.LeftOut} with an unknown value are excluded"],
                .. empty.Count == 0 || rows.Count == 0
                    ? (string[])[]
                    : [$"nobody is in {Words.Listed(empty)}, which the model excludes"],
            ],
        };
        if (WhyNot(rows, ridge) is { } why)
        {
            return result with { UndefinedBecause = why };
        }

        var likelihood = new OrdinalLikelihood(rows, link, ridge, nonProportional);
        var (at, value, information, converged) = likelihood.Maximum(likelihood.Start());
        if (ridge == 0 && Separating(rows, link, nonProportional, likelihood, at, information, converged) is { Count: > 0 } separating)
        {
            return result with
            {
                UndefinedBecause = $"{Words.Listed(separating)} "
                + $"{(separating.Count == 1 ? "separates" : "separate")} the categories, so the likelihood has no maximum; "
                + $"a ridge penalty, such as 1, gives an estimate"
            };
        }

        if (!converged)
        {
            return result with
            {
                UndefinedBecause = nonProportional.Count > 0 ? "the likelihood has no maximum where the thresholds keep "
                + "their order" : "Newton's method found no maximum"
            };
        }

        var covariance = information.Inverse();
        var normal = Proportions.Quantile(level);
        OrdinalCoefficient Coefficient(string name, int parameter)
        {
            var error = Math.Sqrt(covariance[parameter, parameter]);
            return new(name, at[parameter], error, new(at[parameter] - (normal * error), at[parameter] + (normal * error), level));
        }

        string Threshold(int at) => $"{rows.Categories[at]} | {rows.Categories[at + 1]}";
        var thresholds = rows.Categories.Count - 1;
        return result with
        {
            LogLikelihood = value,
            Thresholds = [.. Enumerable.Range(0, thresholds).Select(threshold => Coefficient(Threshold(threshold), threshold))],
            Coefficients =
            [
                .. rows.Covariates.SelectMany((name, covariate) => nonProportional.Contains(name)
                    ? Enumerable.Range(0, thresholds)
                        .Select(threshold => Coefficient($"{name} ({Threshold(threshold)})", likelihood.ParameterOf(covariate, threshold)))
                    : [Coefficient(name, likelihood.ParameterOf(covariate, 0))]),
            ],
            Likelihood = likelihood,
            At = at,
            Covariance = covariance,
            Data = rows,
        };
    }

    /// <summary>
    /// The profile-likelihood interval of a coefficient (Venzon and Moolgavkar, 1988): the values that a likelihood-ratio test at the
    /// level does not refuse. Better than Wald's for small samples. A limit is infinite where the likelihood does not fall off.
    /// </summary>
    /// <param name="fit">The fitted model.</param>
    /// <param name="coefficient">The name of the coefficient.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The fit is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such coefficient, or no fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static Interval ProfileInterval(OrdinalRegressionResult fit, string coefficient, double level = 0.95)
    {
        RequireFit(fit);
        Arguments.RequireLevel(level);
        var own = fit[coefficient];
        var parameter = fit.Thresholds.Count + fit.Coefficients.ToList().IndexOf(own);
        var drop = Math.Pow(Proportions.Quantile(level), 2) / 2;
        var warm = fit.At!;
        double Above(double value)
        {
            var start = warm.Clone();
            start[parameter] = value;
            var (at, logLikelihood, _, _) = fit.Likelihood!.Maximum(start, parameter);
            warm = at;
            return fit.LogLikelihood!.Value - drop - logLikelihood;
        }

        double Limit(double sign)
        {
            var (near, far) = (own.Estimate, own.Estimate + (sign * own.StandardError * Proportions.Quantile(level)));
            for (var step = 0; Above(far) < 0; step++)
            {
                if (step == 30)
                {
                    return sign * double.PositiveInfinity;
                }

                (near, far) = (far, own.Estimate + ((far - own.Estimate) * 1.5));
            }

            warm = fit.At!;
            return Brent.FindRoot(Above, Math.Min(near, far), Math.Max(near, far), 1e-10 * own.StandardError, 200);
        }

        return new(Limit(-1), Limit(1), level);
    }

    /// <summary>
    /// The likelihood-ratio test (Wilks, 1938) of a model against one within it: fewer covariates, or the same ones proportional.
    /// </summary>
    /// <param name="larger">The larger model.</param>
    /// <param name="smaller">The model within it, fitted to the same observations.</param>
    /// <exception cref="ArgumentNullException">A fit is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A model is undefined, they have different observations or links, or the one is not larger than the other.
    /// </exception>
    public static TestResult LikelihoodRatio(OrdinalRegressionResult larger, OrdinalRegressionResult smaller)
    {
        RequireFit(larger);
        RequireFit(smaller);
        if (larger.Observations != smaller.Observations || larger.Link != smaller.Link || larger.Parameters <= smaller.Parameters)
        {
            throw new ArgumentException(
                $"The models have {larger.Parameters} and {smaller.Parameters} parameters on {larger.Observations} and "
                + $"{smaller.Observations} observations; the first must hold the second, on the same observations and link.",
                nameof(smaller));
        }

        var statistic = Math.Max(0, 2 * (larger.LogLikelihood!.Value - smaller.LogLikelihood!.Value));
        var freedom = larger.Parameters - smaller.Parameters;
        return new TestResult
        {
            Method = "likelihood-ratio test (Wilks, 1938)",
            Tested = "The larger model",
            StatisticName = "chi-squared",
            Observations = larger.Observations,
            Statistic = statistic,
            DegreesOfFreedom = freedom,
            PValue = Association.ChiSquaredTail(statistic, freedom),
        };
    }

    /// <summary>
    /// The test of proportional odds (Brant, 1990): whether the coefficients of the separate logistic regressions at each threshold
    /// differ more than chance allows, over all covariates and for each. It is liberal in small samples.
    /// </summary>
    /// <param name="data">The response and its covariates.</param>
    /// <exception cref="ArgumentNullException">The data are <see langword="null"/>.</exception>
    /// <returns>The test of all covariates together, then one a covariate.</returns>
    public static IReadOnlyList<TestResult> Brant(OrdinalData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (rows, _) = data.Collapsed();
        var (thresholds, covariates) = (rows.Categories.Count - 1, rows.Covariates.Count);
        TestResult Start(string of) => new()
        {
            Method = "Brant's test of proportional odds (Brant, 1990)",
            Tested = $"Proportional odds of {of}",
            StatisticName = "chi-squared",
            Observations = (int)Math.Round(rows.Weights!.Sum()),
        };
        List<TestResult> Undefined(string why) =>
            [.. rows.Covariates.Prepend("all covariates").Select(of => Start(of) with { UndefinedBecause = why })];
        if (WhyNot(rows, 0) is { } whyNot)
        {
            return Undefined(whyNot);
        }

        if (thresholds < 2)
        {
            return Undefined("there are two categories only, so there is one threshold");
        }

        var design = Matrix<double>.Build.Dense(
            rows.Count, covariates + 1, (row, column) => column == 0 ? 1 : rows.Columns[column - 1][row]);
        var fits = new List<(Vector<double> Coefficients, Vector<double> Probability)>();
        for (var threshold = 0; threshold < thresholds; threshold++)
        {
            var binary = Fit(
                OrdinalData.Of(
                    ["not above", "above"],
                    [.. rows.Responses.Select(category => category > threshold ? 1 : 0)],
                    rows.Covariates,
                    rows.Columns,
                    rows.Weights));
            if (!binary.IsDefined)
            {
                return Undefined($"at the threshold {rows.Categories[threshold]} | {rows.Categories[threshold + 1]} "
                    + $"{binary.UndefinedBecause}");
            }

            var coefficients = Vector<double>.Build.DenseOfEnumerable(
                binary.Coefficients.Select(own => own.Estimate).Prepend(-binary.Thresholds[0].Estimate));
            fits.Add((coefficients, (design * coefficients).Map(predictor => 1 / (1 + Math.Exp(-predictor)))));
        }

        Matrix<double> Weighted(int lower, int upper) =>
            design.TransposeThisAndMultiply(Matrix<double>.Build.Dense(rows.Count, covariates + 1, (row, column) =>
            design[row, column] * rows.Weights![row]
                * (fits[upper].Probability[row] - (fits[lower].Probability[row] * fits[upper].Probability[row]))));
        var inverses = Enumerable.Range(0, thresholds).Select(threshold => Weighted(threshold, threshold).Inverse()).ToList();
        var variance = Matrix<double>.Build.Dense(thresholds * covariates, thresholds * covariates);
        for (var lower = 0; lower < thresholds; lower++)
        {
            for (var upper = lower; upper < thresholds; upper++)
            {
                var block = (inverses[lower] * Weighted(lower, upper) * inverses[upper]).SubMatrix(1, covariates, 1, covariates);
                variance.SetSubMatrix(lower * covariates, upper * covariates, block);
                variance.SetSubMatrix(upper * covariates, lower * covariates, block.Transpose());
            }
        }

        TestResult Test(string of, IReadOnlyList<int> tested)
        {
            var contrasts = Matrix<double>.Build.Dense((thresholds - 1) * tested.Count, thresholds * covariates);
            for (var threshold = 1; threshold < thresholds; threshold++)
            {
                for (var index = 0; index < tested.Count; index++)
                {
                    contrasts[((threshold - 1) * tested.Count) + index, tested[index]] = 1;
                    contrasts[((threshold - 1) * tested.Count) + index, (threshold * covariates) + tested[index]] = -1;
                }
            }

            var all = Vector<double>.Build.DenseOfEnumerable(fits.SelectMany(fit => fit.Coefficients.Skip(1)));
            var difference = contrasts * all;
            var spread = contrasts * variance * contrasts.Transpose();
            var statistic = difference * spread.Solve(difference);

            // With few observations the covariance between the binary fits need not be positive, and the statistic is then no chi-squared.
            if (!(statistic >= 0))
            {
                return Start(of) with { UndefinedBecause = "the observations are too few for the covariance of the binary models" };
            }

            return Start(of) with
            {
                Statistic = statistic,
                DegreesOfFreedom = contrasts.RowCount,
                PValue = Association.ChiSquaredTail(statistic, contrasts.RowCount),
            };
        }

        return
        [
            Test("all covariates", [.. Enumerable.Range(0, covariates)]),
            .. rows.Covariates.Select((name, covariate) => Test(name, [covariate])),
        ];
    }

    /// <summary>
    /// The fit with profile-likelihood intervals (Venzon and Moolgavkar, 1988) of its coefficients in place of Wald's: to be preferred
    /// for samples as small as 152 authorities. The thresholds keep Wald's.
    /// </summary>
    /// <param name="fit">The fitted model.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The fit is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static OrdinalRegressionResult WithProfileIntervals(OrdinalRegressionResult fit, double level = 0.95)
    {
        RequireFit(fit);
        Arguments.RequireLevel(level);
        return fit with
        {
            Method = $"{fit.Method}, profile-likelihood intervals (Venzon and Moolgavkar, 1988)",
            Coefficients = [.. fit.Coefficients.Select(own => own with { Interval = ProfileInterval(fit, own.Name, level) })],
        };
    }

    /// <summary>
    /// The probability of each category for given covariates, with intervals by the delta method on the logit scale.
    /// </summary>
    /// <param name="fit">The fitted model.</param>
    /// <param name="covariates">The value of each covariate of the data, in their order.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no fit, a value is not finite, or there are not as many values as covariates.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static OrdinalPredictionResult Predict(OrdinalRegressionResult fit, IReadOnlyList<double> covariates, double level = 0.95)
    {
        RequireFit(fit);
        Arguments.RequireFinite(covariates);
        Arguments.RequireLevel(level);
        if (covariates.Count != fit.Data!.Covariates.Count)
        {
            throw new ArgumentException($"There are {covariates.Count} values for {fit.Data.Covariates.Count} covariates: "
                + $"{Words.Listed(fit.Data.Covariates)}.", nameof(covariates));
        }

        var normal = Proportions.Quantile(level);
        var thresholds = fit.Thresholds.Count;
        var cumulative = new List<(double Probability, Vector<double> Slope)> { (0, Vector<double>.Build.Dense(fit.At!.Count)) };
        for (var threshold = 0; threshold < thresholds; threshold++)
        {
            var design = Vector<double>.Build.Dense(fit.At.Count);
            design[threshold] = 1;
            for (var covariate = 0; covariate < covariates.Count; covariate++)
            {
                design[fit.Likelihood!.ParameterOf(covariate, threshold)] = -covariates[covariate];
            }

            var (probability, density) = fit.Likelihood!.Link(design * fit.At);
            cumulative.Add((probability, design * density));
        }

        cumulative.Add((1, Vector<double>.Build.Dense(fit.At.Count)));
        var result = new OrdinalPredictionResult
        {
            Method = $"{fit.Method}, delta-method intervals",
            Observations = fit.Observations,
            Covariates = [.. fit.Data.Covariates.Zip(covariates)],
            Warnings = fit.Warnings,
        };

        // Only with coefficients of their own can thresholds cross, and only far from the data.
        if (cumulative.Zip(cumulative.Skip(1)).Any(pair => pair.Second.Probability < pair.First.Probability))
        {
            return result with { UndefinedBecause = "the thresholds cross for these covariates: the model does not reach so far" };
        }

        return result with
        {
            Categories =
            [
                .. fit.Categories.Select((category, at) =>
                {
                    var probability = cumulative[at + 1].Probability - cumulative[at].Probability;
                    var slope = cumulative[at + 1].Slope - cumulative[at].Slope;
                    var error = Math.Sqrt(slope * fit.Covariance! * slope);

                    // So far out that the probability has no digits left: it has no interval to speak of either.
                    if (probability is 0 or 1)
                    {
                        return new CategoryProbability(category, probability, error, new(probability, probability, level));
                    }

                    var logit = Math.Log(probability / (1 - probability));
                    var half = normal * error / (probability * (1 - probability));
                    return new CategoryProbability(
                        category, probability, error, new(1 / (1 + Math.Exp(half - logit)), 1 / (1 + Math.Exp(-half - logit)), level));
                }),
            ],
        };
    }

    private static string Name(OrdinalLink link, bool partial, double ridge) => (link switch
    {
        OrdinalLink.Logit => partial
            ? "partial proportional odds regression (Peterson and Harrell, 1990)"
            : "proportional odds regression (McCullagh, 1980)",
        OrdinalLink.Probit => "ordinal probit regression (Aitchison and Silvey, 1957)",
        _ => "ordinal complementary log-log regression (McCullagh, 1980)",
    }) + (ridge > 0 ? string.Create(CultureInfo.InvariantCulture, $", ridge penalty {ridge:0.###}") : "");

    private static string? WhyNot(OrdinalData rows, double ridge)
    {
        if (rows.Count == 0)
        {
            return "nothing was observed";
        }

        if (rows.Categories.Count < 2)
        {
            return $"all observations are {rows.Categories[0]}";
        }

        var constant = rows.Covariates.Where((_, covariate) => rows.Columns[covariate].All(value => value == rows.Columns[covariate][0]))
            .ToList();
        if (constant.Count > 0 && ridge == 0)
        {
            return $"{Words.Listed(constant)} is the same for all observations";
        }

        if (ridge > 0 || rows.Covariates.Count == 0)
        {
            return null;
        }

        // Scaled, so that a covariate in large units does not hide another.
        var products = Matrix<double>.Build.Dense(rows.Covariates.Count, rows.Covariates.Count);
        var centred = rows.Columns.Select(column =>
        {
            var mean = column.Average();
            var spread = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            return column.Select(value => (value - mean) / spread).ToArray();
        }).ToList();
        for (var one = 0; one < centred.Count; one++)
        {
            for (var other = 0; other < centred.Count; other++)
            {
                products[one, other] = centred[one].Zip(centred[other], (first, second) => first * second).Average();
            }
        }

        return products.Svd(computeVectors: false).S.Minimum() < 1e-10 ? "some covariates are combinations of others" : null;
    }

    /// <summary>
    /// The covariates whose coefficients run away. That is in the data, not in the link (Albert and Anderson, 1984), but with the logit
    /// link they run furthest before the likelihood is flat, so that is where to see it.
    /// </summary>
    private static List<string> Separating(
        OrdinalData rows,
        OrdinalLink link,
        IReadOnlyCollection<string> nonProportional,
        OrdinalLikelihood likelihood,
        Vector<double> at,
        Matrix<double> information,
        bool converged)
    {
        if (link != OrdinalLink.Logit)
        {
            likelihood = new OrdinalLikelihood(rows, OrdinalLink.Logit, 0, nonProportional);
            (at, _, information, converged) = likelihood.Maximum(likelihood.Start());
        }

        // Where a combination of covariates separates and none of them alone, no estimate's own information vanishes, but its
        // variance knows no bounds.
        var errors = information.Diagonal();
        var variances = information.Inverse().Diagonal();
        return
        [
            .. rows.Covariates.Where((_, covariate) =>
            {
                var column = rows.Columns[covariate];
                var range = column.Max() - column.Min();
                return Enumerable.Range(0, rows.Categories.Count - 1).Select(threshold => likelihood.ParameterOf(covariate, threshold))
                    .Distinct()
                    .Any(
                        parameter => Math.Abs(at[parameter]) * range > 12
                            && (!converged || errors[parameter] / (range * range) < 1e-4 || !(variances[parameter] * range * range < 1e4)));
            }),
        ];
    }

    private static void RequireFit(OrdinalRegressionResult fit, [CallerArgumentExpression(nameof(fit))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(fit, name);
        if (!fit.IsDefined)
        {
            throw new ArgumentException($"There is no fit, because {fit.UndefinedBecause}.", name);
        }
    }
}

/// <summary>What turns a linear predictor into a cumulative probability.</summary>
public enum OrdinalLink
{
    /// <summary>The logistic distribution: proportional odds (McCullagh, 1980). Coefficients are log odds ratios.</summary>
    Logit,

    /// <summary>
    /// The normal distribution (Aitchison and Silvey, 1957). Coefficients are in standard deviations of a latent quality.
    /// </summary>
    Probit,

    /// <summary>
    /// The complementary log-log: proportional hazards (McCullagh, 1980). It is not symmetrical: reversing the scale changes the model.
    /// </summary>
    ComplementaryLogLog,
}
