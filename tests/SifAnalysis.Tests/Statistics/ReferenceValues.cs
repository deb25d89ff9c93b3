using System.Globalization;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The numbers that an independent program gave: a file of tests/references, made by the script beside it.</summary>
public sealed class ReferenceValues(string file)
{
    private readonly Dictionary<string, double?> values = File
        .ReadLines(Path.Combine(Checkout.Root, "tests", "references", file))
        .Where(line => !line.StartsWith('#') && line != "case,name,value")
        .Select(line => line.Split(','))
        .ToDictionary(
            parts => $"{parts[0]} {parts[1]}",
            parts => parts[2] switch
            {
                "none" => (double?)null,
                "infinite" => double.PositiveInfinity,
                var text => double.Parse(text, CultureInfo.InvariantCulture),
            });

    /// <summary>The value of a name in a case.</summary>
    public double? this[string name, string value] => values[$"{name} {value}"];

    /// <summary>The names of all cases.</summary>
    public IEnumerable<string> Cases => values.Keys.Select(key => key.Split(' ')[0]).Distinct();

    /// <summary>Asserts that a value agrees to a relative tolerance, or absolutely where the expected value is small.</summary>
    public void Agrees(string name, string value, double? actual, double tolerance = 1e-8)
    {
        var expected = this[name, value];
        if (expected is not { } number || !double.IsFinite(number))
        {
            Assert.Equal(expected, actual);
            return;
        }

        Assert.True(
            actual is { } own && Math.Abs(own - number) <= tolerance * Math.Max(1e-4, Math.Abs(number)),
            $"{name}, {value}: expected {number:R}, got {actual:R}.");
    }

    /// <summary>Asserts that the limits of an interval agree with "name.lower" and "name.upper".</summary>
    public void Agrees(string name, string value, SifAnalysis.Statistics.Interval? actual, double tolerance = 1e-8)
    {
        Agrees(name, value + ".lower", actual?.Lower, tolerance);
        Agrees(name, value + ".upper", actual?.Upper, tolerance);
    }
}
