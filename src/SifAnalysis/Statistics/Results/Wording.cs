using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>How numbers are written in the sentences of results.</summary>
internal static class Wording
{
    /// <summary>"26.4%".</summary>
    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>The confidence level: "95%".</summary>
    public static string Level(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{100 * interval.Level:0.##}%");

    /// <summary>"on 3 degrees of freedom".</summary>
    public static string Freedom(int degrees) =>
        string.Create(CultureInfo.InvariantCulture, $"on {degrees} {(degrees == 1 ? "degree" : "degrees")} of freedom");

    /// <summary>"95% confidence interval 19.0% to 35.5%".</summary>
    public static string Percent(Interval interval) =>
        $"{Level(interval)} confidence interval {Percent(interval.Lower)} to {Percent(interval.Upper)}";

    /// <summary>A number to three decimals: "0.412"; "infinite" where it is.</summary>
    public static string Number(double value) => double.IsInfinity(value)
        ? value > 0 ? "infinite" : "minus infinite"
        : value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>"95% confidence interval 0.12 to 0.61".</summary>
    public static string Number(Interval interval) =>
        $"{Level(interval)} confidence interval {Number(interval.Lower)} to {Number(interval.Upper)}";

    /// <summary>"p = 0.031", or "p &lt; 0.001".</summary>
    public static string PValue(double value) =>
        value < 0.001 ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {value:0.000}");
}
