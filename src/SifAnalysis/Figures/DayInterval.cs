using System.Globalization;
using SifAnalysis.Findings;

namespace SifAnalysis.Figures;

/// <summary>Days one after another.</summary>
public readonly record struct DayInterval
{
    /// <summary>Makes an interval.</summary>
    /// <param name="first">Its first day.</param>
    /// <param name="last">Its last day, or <see langword="null"/> where it does not end.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public DayInterval(DateOnly first, DateOnly? last)
    {
        if (last < first)
        {
            throw new ArgumentException($"The days end on {last:yyyy-MM-dd}, before they begin on {first:yyyy-MM-dd}.", nameof(last));
        }

        (First, Last) = (first, last);
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, or <see langword="null"/> where it does not end.</summary>
    public DateOnly? Last { get; }

    /// <summary>Whether a day is one of them.</summary>
    public bool Contains(DateOnly day) => day >= First && !(day > Last);

    /// <summary>The days that are in both, or <see langword="null"/> where there are none.</summary>
    public DayInterval? And(DayInterval other)
    {
        var first = First > other.First ? First : other.First;
        var last = Last is null || other.Last < Last ? other.Last : Last;
        return last < first ? null : new DayInterval(first, last);
    }

    /// <summary>"9 to 14 December 2016", "9 December 2016 to 23 January 2017", "8 December 2016", "from 4 September 2017 on".</summary>
    public override string ToString()
    {
        var full = Words.Day(First);
        return Last switch
        {
            null => $"from {full} on",
            { } last when last == First => full,
            { } last when last.Year == First.Year && last.Month == First.Month => $"{First.Day} to {Words.Day(last)}",
            { } last when last.Year == First.Year => $"{First.ToString("d MMMM", CultureInfo.InvariantCulture)} to {Words.Day(last)}",
            { } last => $"{full} to {Words.Day(last)}",
        };
    }
}
