using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>Times in days read off inspections, with what had to be excluded and why.</summary>
/// <param name="Authorities">The authority of each follow-up.</param>
/// <param name="FollowUps">The follow-ups.</param>
/// <param name="LeftOut">What was excluded, each with the reason.</param>
public sealed record InspectionTimes(
    IReadOnlyList<LocalAuthority> Authorities, IReadOnlyList<CompetingFollowUp> FollowUps, IReadOnlyList<string> LeftOut)
{
    /// <summary>The follow-ups with any outcome as the one event: for Kaplan-Meier.</summary>
    public IReadOnlyList<FollowUp> AnyOutcome => [.. FollowUps.Select(own => new FollowUp(own.Time, own.Outcome is not null))];

    /// <summary>The group of each follow-up's authority, such as its region: for the log-rank test.</summary>
    /// <param name="group">The group of an authority.</param>
    /// <exception cref="ArgumentNullException">The group is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Groups(Func<LocalAuthority, string> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. Authorities.Select(group)];
    }

    /// <summary>
    /// The follow-ups to a time and no further: what happened later is censored there. For curves that are read off at a time, since at
    /// their far end one report moves them a long way.
    /// </summary>
    /// <param name="time">The time in days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public InspectionTimes UpTo(double time) => time >= 0 && double.IsFinite(time)
        ? this with { FollowUps = [.. FollowUps.Select(own => own.Time <= time ? own : new CompetingFollowUp(time, null))] }
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A time is a number of at least 0.");

    internal static InspectionTimes ToFirstReport(InspectionSet inspections, DateOnly start, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        RequireOrder(start, last);
        var first = inspections.FirstOfEachAuthority().ToDictionary(inspection => inspection.Authority);
        return Of(
            inspections.Authorities, authority =>
                !first.TryGetValue(authority, out var report) ? (last.DayNumber - start.DayNumber, null, null)
            : report.Published is not { } day ? (0, null, "the day of its first report is unknown")
            : day < start ? (0, null, $"its first report is of {day.Iso()}, before the start")
            : day <= last ? (day.DayNumber - start.DayNumber, "reported", null)
            : (last.DayNumber - start.DayNumber, null, null));
    }

    internal static InspectionTimes ToReinspection(
        InspectionSet inspections,
        DateOnly last,
        Judgement judgement = Judgement.Inadequate,
        JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var reports = inspections.ToLookup(inspection => inspection.Authority);
        var followed = inspections.Authorities.Where(authority => reports[authority].FirstOrDefault()?[area] == judgement).ToList();
        return Of(followed, authority =>
        {
            var own = reports[authority].Take(2).ToList();
            if (own[0].Published is not { } start)
            {
                return (0, null, "the day of its first report is unknown");
            }

            if (start > last)
            {
                return (0, null, "its first report came after the last day");
            }

            if (own.Count == 1)
            {
                return (last.DayNumber - start.DayNumber, null, null);
            }

            if (own[1].Published is not { } day)
            {
                return (0, null, "the day of its re-inspection's report is unknown");
            }

            if (day > last)
            {
                return (last.DayNumber - start.DayNumber, null, null);
            }

            return own[1][area] is { } again
                ? (day.DayNumber - start.DayNumber, again < judgement ? "improved" : "not improved", null)
                : (0, null, "the judgement of its re-inspection is unknown");
        });
    }

    internal static InspectionTimes ToBetter(IReadOnlyList<AuthorityHistory> histories, DateOnly last, Judgement from, Judgement to)
    {
        ArgumentNullException.ThrowIfNull(histories);
        if (to >= from)
        {
            throw new ArgumentException($"{to.Name()} is not better than {from.Name()}.", nameof(to));
        }

        var followed = histories
            .Select(history => (history.Authority, Reports: history.Own.SkipWhile(inspection => inspection.Overall != from).ToList()))
            .Where(own => own.Reports.Count > 0 && own.Reports[0].Framework == Framework.Sif)
            .ToDictionary(own => own.Authority, own => own.Reports);
        return Of(followed.Keys, authority =>
        {
            var reports = followed[authority];
            if (reports[0].Published is not { } start)
            {
                return (0, null, "the day of its first such report is unknown");
            }

            if (start > last)
            {
                return (0, null, "its first such report came after the last day");
            }

            var end = authority.Until <= last ? authority.Until.Value : last;
            var better = reports.Find(inspection => inspection.Overall <= to);
            return better is null || better.Published > end ? (end.DayNumber - start.DayNumber, null, null)
                : better.Published is { } day ? (day.DayNumber - start.DayNumber, "better", null)
                : (0, null, "the day of its better report is unknown");
        });
    }

    private static InspectionTimes Of(
        IEnumerable<LocalAuthority> authorities, Func<LocalAuthority, (double Time, string? Outcome, string? WhyNot)> follow)
    {
        var all = authorities.Select(authority => (Authority: authority, Follow: follow(authority))).ToList();
        var kept = all.Where(own => own.Follow.WhyNot is null).ToList();
        return new(
            [.. kept.Select(own => own.Authority)],
            [.. kept.Select(own => new CompetingFollowUp(own.Follow.Time, own.Follow.Outcome))],
            [.. all.Where(own => own.Follow.WhyNot is not null).Select(own => $"{own.Authority.Name}: {own.Follow.WhyNot}")]);
    }

    private static void RequireOrder(DateOnly start, DateOnly last)
    {
        if (last < start)
        {
            throw new ArgumentException($"The last day is {last.Iso()}, before the start on {start.Iso()}.", nameof(last));
        }
    }
}
