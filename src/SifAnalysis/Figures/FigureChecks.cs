using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Figures;

/// <summary>Answers published figures from the rows.</summary>
public static class FigureChecks
{
    private static readonly IReadOnlyDictionary<string, Measure> Measures = new Measure[]
    {
        new ReportsPublished(), new InspectionsCarriedOut(), new StillToBeAssessed(), new Count(), new Share(), new AuthoritiesNamed(),
        new JudgementOfAuthority(), new Implication(), new MonthOfPublication(),
            new MonthsOfInspection(), new EndOfCycle(), new FirstReport(),
        new InspectionsThatFit(),
    }.ToDictionary(measure => measure.Name, StringComparer.Ordinal);

    /// <summary>The names of the measures, which figures use.</summary>
    public static IEnumerable<string> MeasureNames => Measures.Keys;

    /// <summary>
    /// Checks figures, in their order. A figure that hangs on the day is reproduced if the rows give it on some day of which its
    /// publication may speak; it is answered for the last day on which most figures of its publication hold together.
    /// </summary>
    /// <param name="figures">The figures.</param>
    /// <param name="inspections">The inspections.</param>
    /// <param name="releases">Counts of official releases, to stand beside the figures.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="LoadException">A figure names a measure that does not exist, or lacks what its measure needs.</exception>
    public static IReadOnlyList<FigureCheck> Check(
        IReadOnlyList<PublishedFigure> figures, InspectionSet inspections, IReadOnlyList<OfficialCount> releases) =>
        Check(figures, inspections, releases, Days(figures, inspections));

    /// <inheritdoc cref="Check(IReadOnlyList{PublishedFigure}, InspectionSet, IReadOnlyList{OfficialCount})"/>
    internal static IReadOnlyList<FigureCheck> Check(
        IReadOnlyList<PublishedFigure> figures, InspectionSet inspections, IReadOnlyList<OfficialCount> releases,
        IReadOnlyList<PublicationDays> days) =>
    [
        .. from figure in figures
           let publication = days.Single(each => each.Publication == figure.Publication)
           let check = publication.Together.Concat(publication.Apart).FirstOrDefault(check => check.Figure == figure)
               ?? Measures[figure.Measure].Check(figure, inspections, figure.LastDay) with { Day = figure.LastDay }
           select check with { Witness = OfficialWitness.Of(figure, check.Day, releases) },
    ];

    /// <summary>The days on which the figures of each publication hold, and hold together.</summary>
    /// <inheritdoc cref="Check(IReadOnlyList{PublishedFigure}, InspectionSet, IReadOnlyList{OfficialCount})"
    /// path="/param[@name='figures']|/param[@name='inspections']|/exception"/>
    public static IReadOnlyList<PublicationDays> Days(IReadOnlyList<PublishedFigure> figures, InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(inspections);
        var problems = figures.SelectMany(Problems).ToList();
        if (problems.Count > 0)
        {
            throw new LoadException(problems);
        }

        var changes = Standing.Changes(inspections);
        var standings = changes.Select(day => new Standing(inspections, day)).ToList();
        return [.. figures.GroupBy(figure => figure.Publication).Select(own => Of(own.Key, [.. own]))];

        PublicationDays Of(string publication, IReadOnlyList<PublishedFigure> own)
        {
            var window = new DayInterval(own.Min(figure => figure.FirstDay), own.Max(figure => figure.LastDay));
            var daily = own.Where(figure => Measures[figure.Measure] is DailyMeasure)
                .Select(figure => (Figure: figure, Days: DaysOf(figure))).ToList();
            var (together, common) = HoldTogether(daily, window);
            var checks = daily.Select(each => (each.Figure, Check: Answer(each.Figure, each.Days, common))).ToList();
            var apart = checks.Where(each => !together.Contains(each.Figure)).Select(each => each.Check).ToList();
            return new PublicationDays(
                publication,
                window,
                common,
                [.. checks.Where(each => together.Contains(each.Figure)).Select(each => each.Check)],
                apart,
                apart.Select(check => Arithmetic(check.Figure, own, common)).FirstOrDefault(text => text is not null));
        }

        FigureDays DaysOf(PublishedFigure figure)
        {
            var measure = (DailyMeasure)Measures[figure.Measure];
            var verdicts = standings.Select(standing => measure.At(figure, standing)).ToList();
            return new FigureDays(
                FigureDays.Where(changes, at => verdicts[at] == Verdict.Reproduced),
                FigureDays.Where(changes, at => verdicts[at] is Verdict.Reproduced or Verdict.Consistent));
        }

        FigureCheck Answer(PublishedFigure figure, FigureDays days, IReadOnlyList<DayInterval> common)
        {
            var own = new DayInterval(figure.FirstDay, figure.LastDay);
            var (certain, possible) = (FigureDays.Common([own], days.Certain), FigureDays.Common([own], days.Possible));
            var together = FigureDays.Common(common, possible);
            var day = (together.Count > 0 ? together : certain.Count > 0 ? certain : possible) is [.., var last]
                ? last.Last!.Value : figure.LastDay;
            var check = Measures[figure.Measure].Check(figure, inspections, day);
            return check with
            {
                Verdict = check.Verdict == Verdict.NotAnswerable ? check.Verdict
                    : certain.Count > 0 ? Verdict.Reproduced : possible.Count > 0 ? Verdict.Consistent : Verdict.Contradicted,
                Days = days,
                Day = day,
            };
        }

        // 31 authorities still to be assessed are 152 less 121 inspections, where some of the 121 are second inspections.
        string? Arithmetic(PublishedFigure figure, IReadOnlyList<PublishedFigure> own, IReadOnlyList<DayInterval> common)
        {
            var all = inspections.Authorities.Count;
            if (figure.Measure != "authorities still to be assessed" || common is not [.., { Last: { } day }]
                || own.FirstOrDefault(other => other.Measure == "inspections carried out"
                    && int.Parse(other.Value, Invariant) == all - int.Parse(figure.Value, Invariant)) is not { } carriedOut)
            {
                return null;
            }

            var standing = new Standing(inspections, day);
            var again = standing.CarriedOut.GroupBy(inspection => inspection.Authority)
                .Where(each => each.Count() > 1).Select(each => each.Key.Name).ToList();
            var waiting = all - standing.CarriedOut.Select(inspection => inspection.Authority).Distinct().Count();
            return $"{all} \u2212 {carriedOut.Value} = {figure.Value}, but {again.Count} of the {carriedOut.Value} inspections are second "
                + $"ones ({Words.Listed(again)}): {Words.Counted(waiting, "authority", "authorities")} had not been inspected on "
                + $"{Words.Day(day)}.";
        }
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    // The largest set of figures that some day of the window satisfies, and those days. On a tie the one whose figures come first.
    private static (HashSet<PublishedFigure> Together, IReadOnlyList<DayInterval> Common) HoldTogether(
        IReadOnlyList<(PublishedFigure Figure, FigureDays Days)> daily, DayInterval window)
    {
        var days = daily.SelectMany(each => each.Days.Possible).Select(interval => interval.First).Append(window.First)
            .Where(window.Contains).Distinct().Order().ToList();
        HashSet<PublishedFigure> On(DateOnly day) =>
            [.. daily.Where(each => each.Days.Possible.Any(interval => interval.Contains(day))).Select(each => each.Figure)];
        var together = days.Select(On).DefaultIfEmpty([]).MaxBy(figures => figures.Count)!;
        IReadOnlyList<DayInterval> common = together.Count == 0
            ? []
            : daily.Where(each => together.Contains(each.Figure))
                .Aggregate<(PublishedFigure Figure, FigureDays Days),
                    IReadOnlyList<DayInterval>>([window], (left, each) => FigureDays.Common(left, each.Days.Possible));
        return (together, common);
    }

    private static IEnumerable<LoadProblem> Problems(PublishedFigure figure)
    {
        if (!Measures.TryGetValue(figure.Measure, out var measure))
        {
            yield return new LoadProblem(
                "published-figures.csv", 0, "measure", figure.Measure, $"{figure.Id}: expected one of {string.Join(", ", Measures.Keys)}.");
        }
        else if (measure.Needs(figure) is { } need)
        {
            yield return new LoadProblem("published-figures.csv", 0, null, null, $"{figure.Id}: the measure \"{figure.Measure}\" {need}");
        }
    }
}
