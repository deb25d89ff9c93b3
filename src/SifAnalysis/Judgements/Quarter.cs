using System.Globalization;

namespace SifAnalysis.Judgements;

/// <summary>A quarter of a calendar year. The default value is the first quarter of the year 0, before every other.</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    private readonly int index;

    /// <summary>Makes a quarter.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="number">The quarter of the year, 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1 to 9999, or the number is not from 1 to 4.</exception>
    public Quarter(int year, int number)
    {
        if (year is < 1 or > 9999)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "A year lies from 1 to 9999.");
        }

        if (number is < 1 or > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "A quarter is one of 1 to 4.");
        }

        index = (year * 4) + number - 1;
    }

    /// <summary>The year.</summary>
    public int Year => index / 4;

    /// <summary>The quarter of the year, 1 to 4.</summary>
    public int Number => (index % 4) + 1;

    /// <summary>Whether one quarter is before another.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.index < right.index;

    /// <summary>Whether one quarter is after another.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.index > right.index;

    /// <summary>Whether one quarter is another or before it.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.index <= right.index;

    /// <summary>Whether one quarter is another or after it.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.index >= right.index;

    /// <summary>The quarter in which a day lies.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>How many quarters after another one this is: negative where it is before.</summary>
    public int Since(Quarter earlier) => index - earlier.index;

    /// <summary>The quarter a number of quarters later.</summary>
    /// <param name="quarters">How many quarters later; negative for earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quarter lies outside the years 1 to 9999.</exception>
    public Quarter Plus(int quarters) => new((index + quarters) / 4, ((index + quarters) % 4) + 1);

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => index.CompareTo(other.index);

    /// <summary>"2015 Q2": names sort as the quarters do.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000} Q{Number}");
}
