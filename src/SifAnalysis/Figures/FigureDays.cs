using SifAnalysis.Findings;

namespace SifAnalysis.Figures;

/// <summary>The days on which the rows give a figure.</summary>
/// <param name="Certain">The days on which they give it, in order, none touching the next.</param>
/// <param name="Possible">The days on which they give it, or could: wider where a judgement or a day is unknown.</param>
public sealed record FigureDays(IReadOnlyList<DayInterval> Certain, IReadOnlyList<DayInterval> Possible)
{
    /// <summary>"9 December 2016 to 23 January 2017"; "none" where there is no such day.</summary>
    public override string ToString() => Words.Listed(Certain.Select(days => days.ToString()));

    /// <summary>The days that are in both of two lists.</summary>
    internal static IReadOnlyList<DayInterval> Common(IEnumerable<DayInterval> one, IReadOnlyList<DayInterval> other) =>
        [.. from days in one from others in other let both = days.And(others) where both is not null select both.Value];

    /// <summary>The days for which a condition holds that changes only on given days.</summary>
    internal static IReadOnlyList<DayInterval> Where(IReadOnlyList<DateOnly> changes, Func<int, bool> holds)
    {
        var intervals = new List<DayInterval>();
        for (var at = 0; at < changes.Count; at++)
        {
            if (!holds(at))
            {
                continue;
            }

            var first = changes[at];
            while (at + 1 < changes.Count && holds(at + 1))
            {
                at++;
            }

            intervals.Add(new DayInterval(first, at + 1 < changes.Count ? changes[at + 1].AddDays(-1) : null));
        }

        return intervals;
    }
}
