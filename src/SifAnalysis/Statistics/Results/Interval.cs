using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>
/// An interval with its confidence level. The lower limit is never above the upper one. The default value is the point 0 at a level
/// of 0, which no statistic gives.
/// </summary>
public readonly record struct Interval
{
    /// <summary>Makes an interval.</summary>
    /// <param name="lower">The lower limit, in the units of the estimate; minus infinity where the method gives no limit.</param>
    /// <param name="upper">The upper limit, in the units of the estimate; infinity where the method gives no limit.</param>
    /// <param name="level">The confidence level, between 0 and 1: 0.95.</param>
    /// <exception cref="ArgumentException">A limit is not a number, or the lower limit is above the upper one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval(double lower, double upper, double level)
    {
        Arguments.RequireLevel(level);
        if (!(lower <= upper))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"The limits are {lower} and {upper}; the lower one comes first."), nameof(lower));
        }

        (Lower, Upper, Level) = (lower, upper, level);
    }

    /// <summary>The lower limit, in the units of the estimate.</summary>
    public double Lower { get; }

    /// <summary>The upper limit, in the units of the estimate; infinite where the method gives no limit.</summary>
    public double Upper { get; }

    /// <summary>The confidence level, between 0 and 1: 0.95.</summary>
    public double Level { get; }

    /// <summary>Whether a value lies inside the interval, its limits included.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>"95% confidence interval 0.18 to 0.33", in the invariant culture.</summary>
    public override string ToString() =>
        $"{Wording.Level(this)} confidence interval {Limit(Lower)} to {Limit(Upper)}";

    private static string Limit(double value) =>
        double.IsInfinity(value) ? Wording.Number(value) : value.ToString("0.####", CultureInfo.InvariantCulture);
}
