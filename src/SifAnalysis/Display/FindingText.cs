using System.Globalization;
using System.Runtime.CompilerServices;

namespace SifAnalysis.Display;

/// <summary>
/// Text with values in it, written in the invariant culture: what the compiler makes of the <c>$"…"</c> of a
/// <see cref="Finding"/>. Notebooks thus give the same words on machines of any language.
/// </summary>
[InterpolatedStringHandler]
public ref struct FindingText
{
    private DefaultInterpolatedStringHandler text;

    /// <summary>Starts a text.</summary>
    /// <param name="literalLength">The number of characters outside the values.</param>
    /// <param name="formattedCount">The number of values.</param>
    public FindingText(int literalLength, int formattedCount) => text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Adds what stands between values.</summary>
    public void AppendLiteral(string value) => text.AppendLiteral(value);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    /// <summary>Adds a value in a format, such as "0%" or "d MMMM yyyy".</summary>
    public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);

    /// <summary>The text.</summary>
    public override string ToString() => text.ToString();
}
