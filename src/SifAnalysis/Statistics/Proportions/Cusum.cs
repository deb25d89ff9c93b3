using System.Globalization;
using MathNet.Numerics;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// Whether a share changed as the cycle went on: the cumulative sum of log-likelihood ratios (Page, 1954; for shares Steiner,
/// Cook, Farewell and Treasure, 2000), upwards and downwards, by period. It tells when a lasting change set in; for a single odd quarter
/// look at the quarter.
/// </summary>
public static class Cusum
{
    /// <summary>
    /// The CUSUM of periods. The sum rises by x·log(r) − n·log(1 − p + r·p) a period, never under 0, p being the expected share and r the
    /// odds ratio to be found; the downward sum takes 1/r.
    /// </summary>
    /// <param name="periods">The periods, in the order of time.</param>
    /// <param name="expected">The share expected if nothing changed, between 0 and 1; the share over all periods by default.</param>
    /// <param name="oddsRatio">The change to be found, as a ratio of odds above 1.</param>
    /// <param name="limit">The sum from which a change is said to have set in, above 0.</param>
    /// <exception cref="ArgumentNullException">The periods are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A period has a negative count, or more with the property than were judged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The expected share is not between 0 and 1, the odds ratio is not above 1, or the limit is not above 0.
    /// </exception>
    public static CusumResult Of(IReadOnlyList<CusumPeriod> periods, double? expected = null, double oddsRatio = 2, double limit = 3)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (expected is not null and not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expected share lies between 0 and 1.");
        }

        if (!(oddsRatio > 1 && double.IsFinite(oddsRatio)))
        {
            throw new ArgumentOutOfRangeException(nameof(oddsRatio), oddsRatio, "The odds ratio to be found is a number above 1.");
        }

        if (!(limit > 0 && double.IsFinite(limit)))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit is a number above 0.");
        }

        foreach (var period in periods)
        {
            if (period.With < 0 || period.With > period.Judged)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{period.Name}: "
                    + $"{period.With} of {period.Judged}; expected a part of the whole."), nameof(periods));
            }
        }

        var judged = periods.Sum(period => period.Judged);
        var share = expected ?? (judged == 0 ? 0 : (double)periods.Sum(period => period.With) / judged);
        var result = new CusumResult
        {
            Method = string.Create(CultureInfo.InvariantCulture, $"CUSUM for an odds ratio of {oddsRatio:0.##}, limit {limit:0.##} (Page, "
                + $"1954; Steiner and others, 2000)"),
            Observations = judged,
            Limit = limit,
            Expected = share,
            Warnings = expected is null ? ["the expected share is that of the same periods, so a change is harder to see"] : [],
        };
        if (judged == 0)
        {
            return result with { UndefinedBecause = "nothing was judged" };
        }

        if (share is 0 or 1)
        {
            return result with { UndefinedBecause = "all or none have the property" };
        }

        var steps = new List<CusumStep>();
        var (up, down) = (0.0, 0.0);
        foreach (var period in periods)
        {
            up = Math.Max(0, up + Weight(period, share, oddsRatio));
            down = Math.Max(0, down + Weight(period, share, 1 / oddsRatio));
            steps.Add(new(period, up, down, up >= limit, down >= limit));
        }

        return result with { Steps = steps };
    }

    /// <summary>
    /// The CUSUM of the share of inadequate, or other, judgements by quarter of publication. Quarters without a report stay in.
    /// </summary>
    /// <param name="inspections">
    /// The inspections; those with an unknown judgement or day are excluded, and the warnings say how many.
    /// </param>
    /// <param name="area">The area.</param>
    /// <param name="judgement">The judgement whose share is followed.</param>
    /// <param name="expected">The share expected if nothing changed, between 0 and 1; the share over all periods by default.</param>
    /// <param name="oddsRatio">The change to be found, as a ratio of odds above 1.</param>
    /// <param name="limit">The sum from which a change is said to have set in, above 0.</param>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static CusumResult ByQuarter(
        InspectionSet inspections,
        JudgementArea area = JudgementArea.OverallEffectiveness,
        Judgement judgement = Judgement.Inadequate,
        double? expected = null,
        double oddsRatio = 2,
        double limit = 3)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var known = inspections.Where(inspection => inspection[area] is not null && inspection.Published is not null)
            .ToLookup(inspection => Quarter.Of(inspection.Published!.Value));
        var first = known.Count == 0 ? default : known.Min(own => own.Key);
        List<CusumPeriod> periods = known.Count == 0
            ? []
            :
            [
                .. Enumerable.Range(0, known.Max(own => own.Key).Since(first) + 1).Select(first.Plus)
                    .Select(
                        quarter => new CusumPeriod(
                            $"{quarter}", known[quarter].Count(), known[quarter].Count(inspection => inspection[area] == judgement))),
            ];
        var result = Of(periods, expected, oddsRatio, limit);
        var leftOut = inspections.Count - periods.Sum(period => period.Judged);
        return leftOut == 0
            ? result
            : result with { Warnings = [.. result.Warnings, $"{leftOut} with an unknown judgement or day are excluded"] };
    }

    /// <summary>
    /// The test of runs (Wald and Wolfowitz, 1940): whether periods above and below the median follow each other as chance would
    /// have it; periods at the median are excluded. The p-value is exact: twice the smaller tail.
    /// </summary>
    /// <param name="shares">The share of each period, in the order of time.</param>
    /// <exception cref="ArgumentNullException">The shares are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A share is not finite.</exception>
    public static TestResult Runs(IReadOnlyList<double> shares)
    {
        Arguments.RequireFinite(shares);
        var ordered = shares.Order().ToList();
        var median = ordered.Count == 0 ? 0 : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
        var sides = shares.Where(share => share != median).Select(share => share > median).ToList();
        var result = new TestResult
        {
            Method = "runs test about the median (Wald and Wolfowitz, 1940)",
            Tested = "The order of periods above and below the median",
            StatisticName = "runs",
            Observations = sides.Count,
        };
        var (above, below) = (sides.Count(side => side), sides.Count(side => !side));
        if (above == 0 || below == 0)
        {
            return result with { UndefinedBecause = "the periods do not lie on both sides of their median" };
        }

        var runs = 1 + sides.Zip(sides.Skip(1)).Count(pair => pair.First != pair.Second);
        var least = Enumerable.Range(2, above + below - 1).Where(number => number <= runs)
            .Sum(number => RunsProbability(number, above, below));
        var most = Enumerable.Range(2, above + below - 1).Where(number => number >= runs)
            .Sum(number => RunsProbability(number, above, below));
        return result with { Statistic = runs, PValue = Math.Min(1, 2 * Math.Min(least, most)), IsExact = true };
    }

    private static double Weight(CusumPeriod period, double share, double ratio) =>
        (period.With * Math.Log(ratio)) - (period.Judged * Math.Log(1 - share + (ratio * share)));

    private static double RunsProbability(int runs, int above, int below)
    {
        static double Choose(int n, int k) => k < 0 || k > n ? 0 : Math.Exp(SpecialFunctions.BinomialLn(n, k));
        var half = runs / 2;
        var ways = runs % 2 == 0
            ? 2 * Choose(above - 1, half - 1) * Choose(below - 1, half - 1)
            : (Choose(above - 1, half) * Choose(below - 1, half - 1)) + (Choose(above - 1, half - 1) * Choose(below - 1, half));
        return ways / Choose(above + below, above);
    }
}
