using System.Globalization;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace SifAnalysis.Statistics;

/// <summary>
/// Time to an event when some have not had it yet. Censoring must tell nothing of the time to come: not for events that another
/// event forestalls.
/// </summary>
public static class Survival
{
    /// <summary>
    /// The survival curve (Kaplan and Meier, 1958) with Greenwood's (1926) standard errors. An event that ties with a censoring
    /// comes first.
    /// </summary>
    /// <param name="times">The follow-ups, in any order.</param>
    /// <param name="scale">The scale of the intervals.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The follow-ups are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A time is negative or not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static SurvivalCurve KaplanMeier(
        IReadOnlyList<FollowUp> times, SurvivalScale scale = SurvivalScale.LogLog, double level = 0.95)
    {
        RequireTimes(times);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, such as 0.95.");
        }

        var empty = new SurvivalCurve
        {
            Method = scale switch
            {
                SurvivalScale.LogLog => "Kaplan-Meier (1958) with log-log intervals",
                SurvivalScale.Log => "Kaplan-Meier (1958) with log intervals",
                _ => "Kaplan-Meier (1958) with plain intervals",
            },
            Observations = times.Count,
        };
        if (times.Count == 0)
        {
            return empty with { UndefinedBecause = "nothing was followed" };
        }

        var normal = Normal.InvCDF(0, 1, (1 + level) / 2);
        var steps = new List<SurvivalStep>();
        var (atRisk, survival, greenwood) = (times.Count, 1.0, 0.0);
        foreach (var tied in times.GroupBy(own => own.Time).OrderBy(own => own.Key))
        {
            var events = tied.Count(own => own.Event);
            var leaving = tied.Count();
            survival *= (double)(atRisk - events) / atRisk;
            greenwood += events == atRisk ? 0 : (double)events / ((double)atRisk * (atRisk - events));
            var error = Math.Sqrt(greenwood);
            steps.Add(new(
                tied.Key, atRisk, events, leaving - events, survival, survival * error, IntervalOf(survival, error, normal, scale, level)));
            atRisk -= leaving;
        }

        var (lower, upper) = (TimeAtHalf(steps, step => step.Interval?.Lower), TimeAtHalf(steps, step => step.Interval?.Upper));
        return empty with
        {
            Steps = steps,
            Median = TimeAtHalf(steps, step => step.Survival),
            MedianInterval = lower is { } low ? new Interval(low, upper ?? double.PositiveInfinity, level) : null,
            Warnings = steps.Any(step => step.Events > 0) ? [] : ["no event occurred, so the curve stays at 1 and has no intervals"],
        };
    }

    /// <summary>
    /// The log-rank test (Mantel, 1966; Peto and Peto, 1972) of whether groups have the same survival curve, with the
    /// hypergeometric variance. Weak where the curves cross.
    /// </summary>
    /// <param name="times">The follow-ups, in any order.</param>
    /// <param name="groups">The group of each follow-up.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A time is negative or not finite, or there are not as many groups as times.</exception>
    public static LogRankResult LogRank(IReadOnlyList<FollowUp> times, IReadOnlyList<string> groups)
    {
        RequireTimes(times);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != times.Count)
        {
            throw new ArgumentException($"There are {times.Count} times but {groups.Count} groups.", nameof(groups));
        }

        var result = new LogRankResult { Method = "log-rank test (Mantel, 1966)", Observations = times.Count };
        var names = groups.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (names.Length < 2)
        {
            return result with { UndefinedBecause = "there are fewer than two groups" };
        }

        if (!times.Any(own => own.Event))
        {
            return result with { UndefinedBecause = "no event occurred" };
        }

        var number = names.Select((name, index) => (name, index))
            .ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var sizes = names.Select(name => groups.Count(own => own == name)).ToArray();
        var atRisk = sizes.Select(size => (double)size).ToArray();
        var observed = new int[names.Length];
        var expected = new double[names.Length];
        var variance = Matrix<double>.Build.Dense(names.Length, names.Length);
        foreach (var tied in Enumerable.Range(0, times.Count).GroupBy(index => times[index].Time).OrderBy(own => own.Key))
        {
            var all = atRisk.Sum();
            var events = tied.Count(index => times[index].Event);
            var spread = all > 1 ? events * (all - events) / (all - 1) : 0;
            for (var one = 0; one < names.Length; one++)
            {
                expected[one] += events * atRisk[one] / all;
                for (var other = 0; other < names.Length; other++)
                {
                    variance[one, other] += spread * atRisk[one] / all * ((one == other ? 1 : 0) - atRisk[other] / all);
                }
            }

            foreach (var index in tied)
            {
                observed[number[groups[index]]] += times[index].Event ? 1 : 0;
                atRisk[number[groups[index]]]--;
            }
        }

        result = result with
        {
            Groups = [.. names.Select((name, index) => (name, sizes[index], observed[index], expected[index]))],
            Warnings = expected.Any(value => value < 5) ? ["a group has fewer than 5 expected events: the p-value is rough"] : [],
        };

        // The differences sum to 0, so the last group adds nothing and would make the variance singular.
        var free = names.Length - 1;
        var difference = Vector<double>.Build.Dense(free, index => observed[index] - expected[index]);
        var part = variance.SubMatrix(0, free, 0, free);
        if (part.Rank() < free)
        {
            return result with { UndefinedBecause = "a group was never at risk together with another when an event occurred" };
        }

        var chiSquared = difference * part.Solve(difference);
        return result with { ChiSquared = chiSquared, PValue = SpecialFunctions.GammaUpperRegularized(free / 2.0, chiSquared / 2) };
    }

    private static Interval? IntervalOf(double survival, double error, double normal, SurvivalScale scale, double level)
    {
        if (survival is 0 or 1)
        {
            return null;
        }

        var log = Math.Log(survival);
        var half = scale == SurvivalScale.LogLog ? normal * error / log : normal * error;
        return scale switch
        {
            SurvivalScale.LogLog => new(Math.Pow(survival, Math.Exp(-half)), Math.Pow(survival, Math.Exp(half)), level),
            SurvivalScale.Log => new(Math.Exp(log - half), Math.Min(1, Math.Exp(log + half)), level),
            _ => new(Math.Max(0, survival - survival * half), Math.Min(1, survival + survival * half), level),
        };
    }

    /// <summary>The first time at which a curve is at most a half; half-way to its next fall where it is a half exactly.</summary>
    private static double? TimeAtHalf(List<SurvivalStep> steps, Func<SurvivalStep, double?> curve)
    {
        const double slack = 1e-12;
        var first = steps.FindIndex(step => curve(step) <= 0.5 + slack);
        if (first < 0)
        {
            return null;
        }

        var flat = curve(steps[first]) >= 0.5 - slack;
        var next = flat ? steps.FindIndex(first, step => curve(step) < 0.5 - slack) : -1;
        return next < 0 ? steps[first].Time : (steps[first].Time + steps[next].Time) / 2;
    }

    private static void RequireTimes(IReadOnlyList<FollowUp> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        foreach (var own in times)
        {
            if (!(own.Time >= 0 && double.IsFinite(own.Time)))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"A time is {own.Time}; a time is a number of at least 0."), nameof(times));
            }
        }
    }
}

/// <summary>The scale on which an interval of a survival curve is symmetric.</summary>
public enum SurvivalScale
{
    /// <summary>log(−log S): never leaves 0 to 1 and is the best for small samples (Kalbfleisch and Prentice, 1980).</summary>
    LogLog,

    /// <summary>log S, cut at 1.</summary>
    Log,

    /// <summary>S itself, cut at 0 and 1: too short where few remain.</summary>
    Plain,
}
