using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>An interval with its confidence level.</summary>
/// <param name="Lower">The lower limit, in the units of the estimate.</param>
/// <param name="Upper">The upper limit, in the units of the estimate; infinite where the method gives no limit.</param>
/// <param name="Level">The confidence level, between 0 and 1: 0.95.</param>
public readonly record struct Interval(double Lower, double Upper, double Level)
{
    /// <summary>Whether a value lies inside the interval, its limits included.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>"95% interval 0.18 to 0.33", in the invariant culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Level * 100:0.##}% interval {Limit(Lower)} to {Limit(Upper)}");

    private static string Limit(double value) => double.IsInfinity(value) ? Wording.Number(value) : value.ToString("0.####", CultureInfo.InvariantCulture);
}
