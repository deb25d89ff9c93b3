using MathNet.Numerics.Distributions;

namespace SifAnalysis.Statistics;

/// <summary>
/// The bootstrap of any statistic (Efron, 1979; Efron and Tibshirani, 1993; Davison and Hinkley, 1997). Observations are drawn
/// with replacement, within strata where a stratum is given. Not for the smallest or largest value, nor for samples of a
/// handful; and where the sample is a large part of a finite population the intervals are too wide, because the bootstrap
/// knows of no population's size.
/// </summary>
public static class Bootstrap
{
    /// <summary>The bootstrap interval of a statistic.</summary>
    /// <param name="data">The observations.</param>
    /// <param name="statistic">The statistic; it is called on many cores at once and must change nothing outside itself.</param>
    /// <param name="plan">Replicates, seed and cores; 10,000 replicates with seed 1 by default.</param>
    /// <param name="method">How the interval is read off the replicates.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The data or the statistic are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static BootstrapResult Of<T>(
        IReadOnlyList<T> data,
        SampleStatistic<T> statistic,
        ResamplingPlan? plan = null,
        BootstrapMethod method = BootstrapMethod.BiasCorrectedAccelerated,
        double level = 0.95) =>
        OfStrata(data, _ => 0, statistic, plan, method, level);

    /// <summary>
    /// The bootstrap interval of a statistic when observations are drawn within strata, such as regions: each replicate has as
    /// many observations of every stratum as the data have.
    /// </summary>
    /// <param name="data">The observations.</param>
    /// <param name="stratum">The stratum of an observation.</param>
    /// <param name="statistic">
    /// The statistic; it is called on many cores at once and must change nothing outside itself. The sample comes stratum by
    /// stratum.
    /// </param>
    /// <param name="plan">Replicates, seed and cores; 10,000 replicates with seed 1 by default.</param>
    /// <param name="method">How the interval is read off the replicates.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The data, the stratum or the statistic are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static BootstrapResult OfStrata<T, TStratum>(
        IReadOnlyList<T> data,
        Func<T, TStratum> stratum,
        SampleStatistic<T> statistic,
        ResamplingPlan? plan = null,
        BootstrapMethod method = BootstrapMethod.BiasCorrectedAccelerated,
        double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stratum);
        ArgumentNullException.ThrowIfNull(statistic);
        RequireLevel(level);
        plan ??= new();

        var strata = data.GroupBy(stratum).Select(own => own.ToArray()).ToArray();
        var sample = strata.SelectMany(own => own).ToArray();
        var empty = new BootstrapResult
        {
            Method = (method, strata.Length) switch
            {
                (BootstrapMethod.Percentile, <= 1) => "percentile bootstrap (Efron, 1979)",
                (BootstrapMethod.Percentile, _) => "stratified percentile bootstrap (Efron, 1979)",
                (_, <= 1) => "BCa bootstrap (Efron, 1987)",
                _ => "stratified BCa bootstrap (Efron, 1987; Davison and Hinkley, 1997)",
            },
            Observations = sample.Length,
            Seed = plan.Seed,
        };

        if (sample.Length == 0)
        {
            return empty with { UndefinedBecause = "there are no observations" };
        }

        var estimate = statistic(sample);
        if (!double.IsFinite(estimate))
        {
            return empty with { UndefinedBecause = "the statistic does not exist for the data" };
        }

        var drawn = Draw(sample, strata, statistic, plan);
        var replicates = Array.FindAll(drawn, double.IsFinite);
        var warnings = new List<string>();
        if (replicates.Length < drawn.Length)
        {
            warnings.Add($"the statistic does not exist for {drawn.Length - replicates.Length} of {drawn.Length} replicates, "
                + $"which are excluded");
        }

        if (strata.Length > 1 && strata.Count(own => own.Length == 1) is > 0 and var single)
        {
            warnings.Add($"{single} of {strata.Length} strata have a single observation, which every replicate repeats");
        }

        var result = empty with { Estimate = estimate, Replicates = replicates, Warnings = warnings };
        if (replicates.Length < 2)
        {
            return result with { UndefinedBecause = "the statistic exists for fewer than two replicates" };
        }

        var mean = replicates.Average();
        result = result with
        {
            Bias = mean - estimate,
            StandardError = Math.Sqrt(replicates.Sum(value => (value - mean) * (value - mean)) / (replicates.Length - 1)),
        };

        return method == BootstrapMethod.Percentile
            ? WithInterval(result, (1 - level) / 2, (1 + level) / 2, level)
            : WithAcceleratedInterval(result, Influence(sample, strata, statistic, estimate, plan.Cores), level);
    }

    /// <summary>
    /// The percentile interval of replicates drawn elsewhere, interpolated on the normal scale between order statistics
    /// (Davison and Hinkley, 1997, equation 5.8).
    /// </summary>
    /// <param name="replicates">The replicates, in any order; at least two, all finite.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two replicates, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static Interval PercentileInterval(IReadOnlyList<double> replicates, double level = 0.95)
    {
        RequireLevel(level);
        var sorted = Sorted(replicates);
        return new(Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2), level);
    }

    private static double[] Draw<T>(T[] sample, T[][] strata, SampleStatistic<T> statistic, ResamplingPlan plan) =>
        Resampling.Draw(plan, () => new T[sample.Length], (ref RandomSequence random, T[] buffer) =>
        {
            var (position, local) = (0, random);
            foreach (var own in strata)
            {
                for (var drawn = 0; drawn < own.Length; drawn++)
                {
                    buffer[position++] = own[local.NextIndex(own.Length)];
                }
            }

            return statistic(buffer);
        });

    /// <summary>
    /// The jackknife's influence of each observation, over the size of its stratum; NaN where leaving it out leaves no
    /// statistic. An observation alone in its stratum has none, since the stratum never varies.
    /// </summary>
    internal static double[] Influence<T>(T[] sample, T[][] strata, SampleStatistic<T> statistic, double estimate, int? cores = null)
    {
        var sizes = strata.SelectMany(own => Enumerable.Repeat(own.Length, own.Length)).ToArray();
        var influence = new double[sample.Length];
        Resampling.InChunks(sample.Length, 16, cores, () => new T[sample.Length - 1], (_, first, end, buffer) =>
        {
            for (var left = first; left < end; left++)
            {
                if (sizes[left] == 1)
                {
                    continue;
                }

                sample.AsSpan(0, left).CopyTo(buffer);
                sample.AsSpan(left + 1).CopyTo(buffer.AsSpan(left));
                influence[left] = (sizes[left] - 1.0) * (estimate - statistic(buffer)) / sizes[left];
            }
        });
        return influence;
    }

    internal static BootstrapResult WithAcceleratedInterval(BootstrapResult result, double[] influence, double level)
    {
        var estimate = result.Estimate!.Value;
        if (result.StandardError == 0)
        {
            return result with
            {
                Interval = new(estimate, estimate, level),
                Warnings = [.. result.Warnings, "every replicate equals the estimate, so the interval is a point"],
            };
        }

        if (!influence.All(double.IsFinite))
        {
            return result with { UndefinedBecause = "leaving out one observation leaves no statistic; the percentile interval may exist" };
        }

        // Ties count half on either side, so that a statistic with few values, such as a share, is not thought biased.
        var below = result.Replicates.Sum(value => value < estimate ? 1 : value == estimate ? 0.5 : 0) / result.Replicates.Count;
        if (below is 0 or 1)
        {
            return result with
            {
                UndefinedBecause = "every replicate lies on the same side of the estimate; "
                + "the percentile interval may exist"
            };
        }

        var squares = influence.Sum(value => value * value);
        var acceleration = squares == 0 ? 0 : influence.Sum(value => value * value * value) / (6 * Math.Pow(squares, 1.5));
        var correction = Normal.InvCDF(0, 1, below);
        result = result with { BiasCorrection = correction, Acceleration = acceleration };

        double Adjusted(double probability)
        {
            var shifted = correction + Normal.InvCDF(0, 1, probability);
            return Normal.CDF(0, 1, correction + shifted / (1 - acceleration * shifted));
        }

        return WithInterval(result, Adjusted((1 - level) / 2), Adjusted((1 + level) / 2), level);
    }

    private static BootstrapResult WithInterval(BootstrapResult result, double lower, double upper, double level)
    {
        var sorted = Sorted(result.Replicates);
        var limits = (Lower: Quantile(sorted, lower), Upper: Quantile(sorted, upper));
        var extreme = (sorted.Length + 1) * lower < 1 || (sorted.Length + 1) * upper > sorted.Length;
        return result with
        {
            Interval = new(Math.Min(limits.Lower, limits.Upper), Math.Max(limits.Lower, limits.Upper), level),
            Warnings = extreme
                ? [.. result.Warnings, "a limit is the smallest or largest replicate: draw more replicates"]
                : result.Warnings,
        };
    }

    private static double[] Sorted(IReadOnlyList<double> replicates)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        if (replicates.Count < 2)
        {
            throw new ArgumentException($"An interval needs at least two replicates; there are {replicates.Count}.", nameof(replicates));
        }

        var sorted = replicates.ToArray();
        Array.Sort(sorted);
        if (!double.IsFinite(sorted[0]) || !double.IsFinite(sorted[^1]))
        {
            throw new ArgumentException(
                "A replicate is not a finite number; exclude those for which the statistic does not exist.", nameof(replicates));
        }

        return sorted;
    }

    private static double Quantile(double[] sorted, double probability)
    {
        var rank = (sorted.Length + 1) * probability;
        var below = (int)rank;
        if (below < 1)
        {
            return sorted[0];
        }

        if (below >= sorted.Length)
        {
            return sorted[^1];
        }

        if (rank == below)
        {
            return sorted[below - 1];
        }

        var from = Normal.InvCDF(0, 1, below / (sorted.Length + 1.0));
        var to = Normal.InvCDF(0, 1, (below + 1) / (sorted.Length + 1.0));
        var share = (Normal.InvCDF(0, 1, probability) - from) / (to - from);
        return sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
    }

    private static void RequireLevel(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, such as 0.95.");
        }
    }
}

/// <summary>How the interval is read off the bootstrap replicates.</summary>
public enum BootstrapMethod
{
    /// <summary>
    /// Bias-corrected and accelerated (Efron, 1987): second-order accurate, the usual choice. The acceleration comes from the
    /// jackknife. It does not exist where leaving out one observation leaves no statistic.
    /// </summary>
    BiasCorrectedAccelerated,

    /// <summary>The quantiles of the replicates themselves (Efron, 1979): simple, less accurate for skewed statistics.</summary>
    Percentile,
}
