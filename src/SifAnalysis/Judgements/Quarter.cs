using System.Globalization;

namespace SifAnalysis.Judgements;

/// <summary>A quarter of a calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">The quarter of the year, 1 to 4.</param>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    private int Index => (Year * 4) + Number - 1;

    /// <summary>Whether one quarter is before another.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.Index < right.Index;

    /// <summary>Whether one quarter is after another.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.Index > right.Index;

    /// <summary>Whether one quarter is another or before it.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.Index <= right.Index;

    /// <summary>Whether one quarter is another or after it.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.Index >= right.Index;

    /// <summary>The quarter in which a day lies.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>How many quarters after another one this is: negative where it is before.</summary>
    public int Since(Quarter earlier) => Index - earlier.Index;

    /// <summary>The quarter a number of quarters later.</summary>
    public Quarter Plus(int quarters) => new((Index + quarters) / 4, ((Index + quarters) % 4) + 1);

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => Index.CompareTo(other.Index);

    /// <summary>"2015 Q2": names sort as the quarters do.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000} Q{Number}");
}
