using System.Globalization;

namespace SifAnalysis.Tests.Charts;

/// <summary>Colours as people see them: contrast (WCAG 2.2), colour-blindness (Machado et al., 2009), distance (CIEDE2000).</summary>
internal static class ColourDistance
{
    // Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
    public static readonly Dictionary<string, double[]> Visions = new()
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static double Contrast(string one, string other)
    {
        var (dark, light) = (Luminance(one), Luminance(other));
        return (Math.Max(dark, light) + 0.05) / (Math.Min(dark, light) + 0.05);
    }

    public static double[] Lab(string colour, string vision)
    {
        var seen = Times(Visions[vision], Linear(colour)).Select(part => Math.Clamp(part, 0, 1)).ToArray();
        var xyz = Times([0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041], seen);
        double[] white = [0.95047, 1, 1.08883];
        var f = xyz.Zip(white, (part, whole) => part / whole)
            .Select(ratio => ratio > 216.0 / 24389 ? Math.Cbrt(ratio) : ((24389.0 / 27 * ratio) + 16) / 116).ToArray();
        return [(116 * f[1]) - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    // Sharma, Wu and Dalal (2005), equations 2 to 22.
    public static double Ciede2000(double[] one, double[] other)
    {
        double Chroma(double a, double b) => Math.Sqrt((a * a) + (b * b));
        double Seventh(double chroma) => Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7)));
        double Radians(double degrees) => degrees * Math.PI / 180;
        var g = 0.5 * (1 - Seventh((Chroma(one[1], one[2]) + Chroma(other[1], other[2])) / 2));
        var (a1, a2) = ((1 + g) * one[1], (1 + g) * other[1]);
        var (c1, c2) = (Chroma(a1, one[2]), Chroma(a2, other[2]));
        double Hue(double a, double b) => ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;
        var (h1, h2) = (Hue(a1, one[2]), Hue(a2, other[2]));
        var turn = c1 * c2 == 0 ? 0 : Math.Abs(h2 - h1) <= 180 ? h2 - h1 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 + 360;
        var hue =
            c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        var (lightness, chroma) = ((one[0] + other[0]) / 2, (c1 + c2) / 2);
        var t = 1 - (0.17 * Math.Cos(Radians(hue - 30))) + (0.24 * Math.Cos(Radians(2 * hue)))
            + (0.32 * Math.Cos(Radians((3 * hue) + 6))) - (0.20 * Math.Cos(Radians((4 * hue) - 63)));
        var off = Math.Pow(lightness - 50, 2);
        var l = (other[0] - one[0]) / (1 + (0.015 * off / Math.Sqrt(20 + off)));
        var c = (c2 - c1) / (1 + (0.045 * chroma));
        var h = 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(turn / 2)) / (1 + (0.015 * chroma * t));
        var rotation = -2 * Seventh(chroma) * Math.Sin(Radians(60 * Math.Exp(-Math.Pow((hue - 275) / 25, 2))));
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (rotation * c * h));
    }

    private static double Luminance(string colour) => Times([0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0], Linear(colour))[0];

    private static double[] Linear(string colour) =>
    [
        .. new[] { 1, 3, 5 }
            .Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
    ];

    private static double[] Times(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Sum(column => matrix[(3 * row) + column] * vector[column]))];
}
