using MathNet.Numerics;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// What the judgements seen so far lead one to expect of all authorities when the last is judged. The unseen are taken to be like the
/// seen: not right where the order of inspection follows risk, as Ofsted's did in part, and a hindcast against what happened shows how far
/// off that is.
/// </summary>
public static class Prediction
{
    /// <summary>
    /// The final numbers of the four judgements among all authorities: those seen, and for the rest the Dirichlet-multinomial
    /// distribution that they lead to (Johnson, Kotz and Balakrishnan, 1997, chapter 35), each judgement's number being beta-binomial
    /// (Skellam, 1948). Authorities with an unknown judgement are predicted with those not yet judged.
    /// </summary>
    /// <param name="counts">The judgements seen; the unknown ones are taken as not seen.</param>
    /// <param name="population">The number of authorities in all.</param>
    /// <param name="level">The probability of each interval, between 0 and 1.</param>
    /// <param name="prior">What is added to each judgement's count before anything is seen: a half (Jeffreys) by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than what was seen, the prior is not above 0, or the level
    /// is not between 0 and 1.</exception>
    public static PredictionResult FinalCounts(JudgementCounts counts, int population, double level = 0.95, double prior = 0.5)
    {
        Arguments.RequirePopulation(population, counts.Known);
        Arguments.RequireLevel(level);
        if (!(prior > 0 && double.IsFinite(prior)))
        {
            throw new ArgumentOutOfRangeException(nameof(prior), prior, "A prior is a number above 0, such as 0.5.");
        }

        var unseen = population - counts.Known;
        var all = counts.Known + (prior * Names.AllJudgements.Count);
        return Of("Dirichlet-multinomial prediction (Johnson, Kotz and Balakrishnan, 1997)", counts, population, (judgement, seen) =>
        {
            var own = seen + prior;
            var probabilities = BetaBinomial(unseen, own, all - own);
            return new(
                judgement,
                seen,
                seen + (unseen * own / all),
                new(seen + QuantileOf(probabilities, (1 - level) / 2), seen + QuantileOf(probabilities, (1 + level) / 2), level),
                probabilities);
        });
    }

    /// <summary>
    /// The final numbers of the four judgements among all authorities from the exact interval of a finite population (Konijn, 1973;
    /// Buonaccorsi, 1987): each judgement's number of all authorities under which what was seen is not too rare. It supposes no prior, only
    /// that the seen are a random part; it holds at least as often as its level and gives no probabilities.
    /// </summary>
    /// <param name="counts">The judgements seen; the unknown ones are taken as not seen.</param>
    /// <param name="population">The number of authorities in all.</param>
    /// <param name="level">The confidence level of each interval, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The population is smaller than what was seen, or the level is not between 0 and 1.
    /// </exception>
    public static PredictionResult FinalCountsExactly(JudgementCounts counts, int population, double level = 0.95)
    {
        Arguments.RequirePopulation(population, counts.Known);
        Arguments.RequireLevel(level);
        return Of("exact hypergeometric interval (Buonaccorsi, 1987)", counts, population, (judgement, seen) =>
        {
            var limits = Proportions.Hypergeometric(seen, counts.Known, population, level).Interval!.Value;
            var (lower, upper) = (Math.Round(limits.Lower * population), Math.Round(limits.Upper * population));
            return new(judgement, seen, (double)population * seen / counts.Known, new(lower, upper, level), []);
        });
    }

    /// <summary>Sets a prediction beside what happened.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="final">The judgements at the end; where some are unknown, each number has bounds.</param>
    /// <exception cref="ArgumentNullException">The prediction is <see langword="null"/>.</exception>
    public static HindcastResult Hindcast(PredictionResult prediction, JudgementCounts final)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return new HindcastResult
        {
            Method = $"{prediction.Method} against what happened",
            Observations = final.Known,
            UndefinedBecause = prediction.UndefinedBecause ?? (final.Known == 0 ? "nothing is known of what happened" : null),
            Warnings = final.Unknown == 0 ? [] : [$"{final.Unknown} of the final judgements are unknown, so the final numbers have bounds"],
            Judgements = [.. prediction.Judgements.Select(own => new HindcastCount(own.Judgement, own, final.Bounds(own.Judgement)))],
        };
    }

    /// <summary>The beta-binomial probabilities of 0 to n.</summary>
    internal static IReadOnlyList<double> BetaBinomial(int n, double a, double b) =>
    [
        .. Enumerable.Range(0, n + 1).Select(number => Math.Exp(
            SpecialFunctions.BinomialLn(n, number) + SpecialFunctions.BetaLn(number + a, n - number + b) - SpecialFunctions.BetaLn(a, b))),
    ];

    private static PredictionResult Of(string method, JudgementCounts counts,
        int population, Func<Judgement, int, PredictedCount> predict) =>
        new()
        {
            Method = method,
            Observations = counts.Known,
            Population = population,
            UndefinedBecause = counts.Known == 0 ? "nothing was seen to predict from" : null,
            Judgements = counts.Known == 0 ? [] : [.. Names.AllJudgements.Select(judgement => predict(judgement, counts[judgement]))],
        };

    private static int QuantileOf(IReadOnlyList<double> probabilities, double probability)
    {
        var sum = 0.0;
        for (var number = 0; number < probabilities.Count; number++)
        {
            sum += probabilities[number];
            if (sum >= probability)
            {
                return number;
            }
        }

        return probabilities.Count - 1;
    }
}
