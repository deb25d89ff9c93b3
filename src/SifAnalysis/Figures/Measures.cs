using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Figures;

/// <summary>
/// The measures that answer published figures, by name. Each counts inspections whose report was published by the figure's
/// day, without documents that may only reissue an earlier report; where a judgement is unknown it allows for every value.
/// </summary>
public static class Measures
{
    /// <summary>Every measure, by the name that <c>published-figures.csv</c> uses.</summary>
    public static IReadOnlyDictionary<string, Func<PublishedFigure, SifData, FigureCheck>> ByName { get; } =
        new Dictionary<string, Func<PublishedFigure, SifData, FigureCheck>>(StringComparer.Ordinal)
        {
            ["reports published"] = ReportsPublished,
            ["inspections carried out"] = InspectionsCarriedOut,
            ["authorities still to be assessed"] = AuthoritiesStillToBeAssessed,
            ["count"] = Count,
            ["share"] = Share,
            ["names"] = AuthoritiesNamed,
            ["judgement of an authority"] = JudgementOfAuthority,
            ["implication"] = Implication,
            ["month of publication"] = MonthOfPublication,
            ["months of inspection"] = MonthsOfInspection,
            ["end of the cycle"] = EndOfCycle,
            ["first report"] = FirstReport,
            ["source not held"] = SourceNotHeld,
        };

    /// <summary>What a figure lacks that its measure needs, or null.</summary>
    internal static string? Needs(PublishedFigure figure) => figure.Measure switch
    {
        "reports published" or "inspections carried out" or "authorities still to be assessed" or "first report" when !int.TryParse(figure.Value, CultureInfo.InvariantCulture, out _)
            => $"needs a whole number, not \"{figure.Value}\".",
        "count" when !int.TryParse(figure.Value, CultureInfo.InvariantCulture, out _) => $"needs a whole number, not \"{figure.Value}\".",
        "count" or "share" or "names" or "implication" when figure.Area is null || figure.Judgement is null => "needs an area and a judgement.",
        "share" when figure.Least is null || figure.Most is null => "needs least and most, the shares that the words allow.",
        "judgement of an authority" when figure.Authority is null || figure.Area is null || !JudgementParsing.TryParse(figure.Value, out var value) || value is null
            => "needs an authority, an area, and a judgement as its value.",
        "month of publication" or "months of inspection" when figure.Authority is null => "needs an authority.",
        "end of the cycle" when Dates.Parse(figure.Value) is null => $"needs a day, not \"{figure.Value}\".",
        _ => null,
    };

    private static InspectionSet Published(PublishedFigure figure, SifData data) =>
        data.Inspections.PublishedBy(figure.AsAt).WithoutPossibleReissues();

    private static InspectionSet PossiblyPublished(PublishedFigure figure, SifData data) =>
        data.Inspections.PossiblyPublishedBy(figure.AsAt).WithoutPossibleReissues();

    private static FigureCheck ReportsPublished(PublishedFigure figure, SifData data)
    {
        var published = Published(figure, data);
        var bounds = new CountBounds(published.Count, published.Count + PossiblyPublished(figure, data).Count);
        var authorities = published.LatestOfEachAuthority().Count;
        var again = published.Where(inspection => inspection.Number > 1);
        var reissues = data.Inspections.PublishedBy(figure.AsAt).Count - published.Count;
        return Counted(
            figure,
            bounds,
            bounds.Most == 0 ? null : (double)bounds.Least / bounds.Most,
            $"The rows hold {Number(published.Count, "report")} published by {Day(figure.AsAt)}"
            + (reissues > 0 ? $", not counting {Number(reissues, "document")} that may be a reissue" : "")
            + $": of {Number(authorities, "authority", "authorities")}"
            + (again.Count > 0 ? $", with {Listed(again)} inspected again" : "")
            + (authorities == published.Count ? "." : ". So the figure counts inspections, not authorities."));
    }

    private static FigureCheck InspectionsCarriedOut(PublishedFigure figure, SifData data)
    {
        var published = Published(figure, data).Count;
        var (done, perhaps) = Unpublished(figure, data);
        var bounds = new CountBounds(published + done.Count, published + done.Count + perhaps.Count);
        return Counted(
            figure,
            bounds,
            (double)bounds.Least / Math.Max(1, bounds.Most),
            $"By {Day(figure.AsAt)} {published} were published and {done.Count} more had started (published later); for {perhaps.Count} published later, or on an unknown day, no source gives the days of the inspection.");
    }

    private static FigureCheck AuthoritiesStillToBeAssessed(PublishedFigure figure, SifData data)
    {
        var published = Published(figure, data);
        var waiting = published.NotYetInspected().ToHashSet();
        var (done, perhaps) = Unpublished(figure, data);
        int Of(InspectionSet inspections) => inspections.Select(inspection => inspection.Authority).Where(waiting.Contains).Distinct().Count();
        var started = Of(done);
        var unknown = Of(perhaps.Where(inspection => !done.Any(other => other.Authority == inspection.Authority)));
        var bounds = new CountBounds(waiting.Count - started - unknown, waiting.Count - started);
        return Counted(
            figure,
            bounds,
            1 - ((double)unknown / data.Authorities.Count),
            $"{Number(waiting.Count, "authority", "authorities")} of {data.Authorities.Count} had no report by {Day(figure.AsAt)}; of these {started} had been inspected and {unknown} may have been, since no source gives the days.");
    }

    // Inspections without a report by the day of the figure: those that had started by then, and those that may have.
    private static (InspectionSet Started, InspectionSet Perhaps) Unpublished(PublishedFigure figure, SifData data)
    {
        var open = data.Inspections.WithoutPossibleReissues().Where(inspection => !(inspection.Published <= figure.AsAt));
        return (
            open.Where(inspection => inspection.Started <= figure.AsAt || inspection.Ended <= figure.AsAt),
            open.Where(inspection => inspection.Started is null && inspection.Ended is null && !(inspection.Published is null && inspection.PublishedNotBefore > figure.AsAt.AddMonths(6))));
    }

    private static FigureCheck Count(PublishedFigure figure, SifData data)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        var published = Published(figure, data);
        var undated = PossiblyPublished(figure, data);
        var possible = undated.Count;
        var counts = published.Counts(area);
        var bounds = new CountBounds(counts[judgement], counts[judgement] + counts.Unknown + undated.Where(inspection => (inspection[area] ?? judgement) == judgement).Count);
        return Counted(
            figure,
            bounds,
            (double)counts.Known / Math.Max(1, counts.Total + possible),
            $"{Number(counts[judgement], "inspection")} of {counts.Known} with a known judgement {(counts[judgement] == 1 ? "is" : "are")} {judgement.Name().ToLowerInvariant()}; {counts.Unknown + possible} of {counts.Total + possible} are unknown.{Readings(published, area, judgement)}");
    }

    // The other reading of "authorities": one inspection of each, the latest or the first.
    private static string Readings(InspectionSet published, JudgementArea area, Judgement judgement)
    {
        var latest = published.LatestOfEachAuthority().Counts(area);
        var first = published.FirstOfEachAuthority().Counts(area);
        return latest.Total == published.Count
            ? ""
            : $" Counting each authority once gives {latest.Bounds(judgement)} by its latest inspection and {first.Bounds(judgement)} by its first.";
    }

    private static FigureCheck Share(PublishedFigure figure, SifData data)
    {
        var judgement = figure.Judgement!.Value;
        var counts = Published(figure, data).Counts(figure.Area!.Value);
        var undated = PossiblyPublished(figure, data).Counts(figure.Area!.Value);
        var unknown = counts.Unknown + undated.Total;
        var total = counts.Known + unknown;
        if (total == 0)
        {
            return NotAnswerable(figure, $"No report was published by {Day(figure.AsAt)}.");
        }

        // A report whose day is unknown may not have been published by then: it belongs to the total or it does not.
        var shares = (
            from own in Enumerable.Range(0, undated[judgement] + 1)
            from other in Enumerable.Range(0, undated.Known - undated[judgement] + 1)
            from blank in Enumerable.Range(0, undated.Unknown + 1)
            let all = counts.Total + own + other + blank
            where all > 0
            from count in Enumerable.Range(counts[judgement] + own, counts.Unknown + blank + 1)
            select (double)count / all).ToList();
        var (least, most) = (figure.Least!.Value, figure.Most!.Value);
        var strict = figure.Qualifier == "just under";
        var reached = shares.Any(share => share >= least && (strict ? share < most : share <= most));
        var computed = unknown == 0 ? Percent(shares[0]) : $"{Percent(shares.Min())} to {Percent(shares.Max())}";
        var verdict = !reached ? Verdict.Contradicted : unknown == 0 ? Verdict.Reproduced : Verdict.Consistent;
        return new FigureCheck(
            figure,
            verdict,
            computed,
            (double)counts.Known / total,
            $"{counts[judgement]} of {total} reports, and {unknown} more whose judgement or day is unknown; the words allow {Percent(least)} to {(strict ? "under " : "")}{Percent(most)}.");
    }

    private static FigureCheck AuthoritiesNamed(PublishedFigure figure, SifData data)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        var published = Published(figure, data);
        var stated = figure.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = published.Where(inspection => inspection[area] == judgement).Select(inspection => inspection.Authority.Name).Distinct().ToList();
        var unknown = published.Where(inspection => inspection[area] is null)
            .Concat(PossiblyPublished(figure, data).Where(inspection => inspection[area] is null || inspection[area] == judgement))
            .Select(inspection => inspection.Authority.Name)
            .ToHashSet();
        var refused = stated.Where(name => !found.Contains(name) && !unknown.Contains(name)).ToList();
        var unnamed = found.Except(stated).ToList();
        var counts = published.Counts(area);
        var because = (refused.Count, unnamed.Count, unknown.Count) switch
        {
            ( > 0, _, _) => $"By the rows not {judgement.Name().ToLowerInvariant()}: {Names.Listed(refused)}.",
            (_, > 0, _) => $"Not named, but {judgement.Name().ToLowerInvariant()} by the rows: {Names.Listed(unnamed)}.",
            (_, _, > 0) => $"The names are those of the rows; {Number(unknown.Count, "authority", "authorities")} whose judgement or day of publication is unknown could add others.",
            _ => "The names are those of the rows, and no judgement is unknown.",
        };
        var verdict = refused.Count + unnamed.Count > 0 ? Verdict.Contradicted
            : unknown.Count > 0 ? Verdict.Consistent : Verdict.Reproduced;
        return new FigureCheck(figure, verdict, found.Count == 0 ? "none" : string.Join("; ", found), counts.Coverage, because);
    }

    private static FigureCheck JudgementOfAuthority(PublishedFigure figure, SifData data)
    {
        var own = OwnInspection(figure, data);
        if (own is null)
        {
            return NotAnswerable(figure, NoReport(figure));
        }

        if (own[figure.Area!.Value] is not { } judgement)
        {
            return NotAnswerable(figure, $"No source at hand states the judgement of {own}; its row is blank.");
        }

        var others = Sources(own.JudgementsSource).Count(source => !IsPublicationItself(source, figure));
        if (others == 0)
        {
            return NotAnswerable(figure, $"The row of {own} has no source but the publication itself, which cannot bear itself out.");
        }

        var agrees = JudgementParsing.Parse(figure.Value) == judgement;
        return new FigureCheck(
            figure,
            agrees ? Verdict.Reproduced : Verdict.Contradicted,
            judgement.Name(),
            1,
            $"The row of {own}, published {(own.Published is { } day ? Day(day) : "on an unknown day")}, says {judgement.Name().ToLowerInvariant()}. Source: {own.JudgementsSource}.");
    }

    private static FigureCheck Implication(PublishedFigure figure, SifData data)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        var published = Published(figure, data);
        var cases = published.Where(inspection => inspection[area] == judgement);
        var tested = cases.Knowing(JudgementArea.OverallEffectiveness);
        var exceptions = tested.Where(inspection => inspection.Overall != judgement);
        var untested = published.Where(inspection => inspection[area] is null && inspection.Overall != judgement).Count + cases.Count - tested.Count
            + PossiblyPublished(figure, data).Where(inspection => (inspection[area] ?? judgement) == judgement && inspection.Overall != judgement).Count;
        var verdict = exceptions.Count > 0 ? Verdict.Contradicted
            : tested.Count == 0 ? Verdict.NotAnswerable
            : untested > 0 ? Verdict.Consistent : Verdict.Reproduced;
        return new FigureCheck(
            figure,
            verdict,
            $"{Number(exceptions.Count, "exception")} in {tested.Count}",
            published.Count == 0 ? null : 1 - ((double)untested / published.Count),
            $"Of {Number(tested.Count, "report")} with {area.ShortName().ToLowerInvariant()} {judgement.Name().ToLowerInvariant()} and overall known, {tested.Count - exceptions.Count} are {judgement.Name().ToLowerInvariant()} overall"
            + (exceptions.Count > 0 ? $"; the exceptions are {Listed(exceptions)}" : "")
            + $". {Number(untested, "report")} with a judgement or a day of publication unknown could still be an exception.");
    }

    private static FigureCheck MonthOfPublication(PublishedFigure figure, SifData data)
    {
        var own = OwnInspection(figure, data);
        return own?.Published is { } day
            ? new FigureCheck(
                figure,
                Month(day) == figure.Value ? Verdict.Reproduced : Verdict.Contradicted,
                Month(day),
                1,
                $"The report on {own.Authority} was published on {Day(day)}. Source: {own.DatesSource}.")
            : NotAnswerable(figure, NoReport(figure));
    }

    private static FigureCheck MonthsOfInspection(PublishedFigure figure, SifData data)
    {
        var own = OwnInspection(figure, data);
        return own is { Started: { } started, Ended: { } ended }
            ? new FigureCheck(
                figure,
                $"{Month(started)}/{Month(ended)}" == figure.Value ? Verdict.Reproduced : Verdict.Contradicted,
                $"{Month(started)}/{Month(ended)}",
                1,
                $"The inspection of {own.Authority} ran from {Day(started)} to {Day(ended)}. Source: {own.DatesSource}.")
            : NotAnswerable(figure, own is null
                ? NoReport(figure)
                : $"No source at hand states the days of the inspection of {own.Authority}{(own.Published is { } day ? $"; its report is of {Day(day)}" : "")}.");
    }

    private static FigureCheck EndOfCycle(PublishedFigure figure, SifData data)
    {
        var end = Dates.Parse(figure.Value)!.Value;
        var first = data.Inspections.FirstOfEachAuthority();
        var late = first.Where(inspection => inspection.Published > end || inspection.PublishedNotBefore > end);
        var undated = first.Where(inspection => inspection.Published is null);
        var missing = first.NotYetInspected().Count;
        if (first.Count == 0)
        {
            return NotAnswerable(figure, "The rows hold no inspection.");
        }

        var last = first.Max(inspection => inspection.Published);
        var verdict = late.Count > 0 ? Verdict.Contradicted : undated.Count + missing > 0 ? Verdict.Consistent : Verdict.Reproduced;
        return new FigureCheck(
            figure,
            verdict,
            last is { } day ? day.Iso() : "unknown",
            (double)(first.Count - undated.Count) / data.Authorities.Count,
            $"The last dated first report is of {(last is { } known ? Day(known) : "an unknown day")}"
            + (late.Count > 0 ? $"; later than stated: {Listed(late)}" : "")
            + (undated.Count > 0 ? $"; the day is unknown for {Listed(undated)}" : "")
            + (missing > 0 ? $"; {Number(missing, "authority", "authorities")} without a report" : "") + ".");
    }

    private static FigureCheck FirstReport(PublishedFigure figure, SifData data)
    {
        var year = int.Parse(figure.Value, CultureInfo.InvariantCulture);
        var days = data.Inspections.SelectMany(inspection => new[] { inspection.Started, inspection.Published }).Where(day => day is not null).ToList();
        if (days.Count == 0)
        {
            return NotAnswerable(figure, "No row is dated.");
        }

        var first = days.Min()!.Value;
        var verdict = first.Year < year ? Verdict.Contradicted
            : first.Year == year ? Verdict.Reproduced
            : first.Year == year + 1 ? Verdict.Consistent : Verdict.NotAnswerable;
        return new FigureCheck(
            figure,
            verdict,
            first.Iso(),
            (double)days.Count / (2 * data.Inspections.Count),
            $"The earliest day in the rows is {Day(first)}, the start of an inspection or the day of a report; a framework comes before its first report.");
    }

    private static FigureCheck SourceNotHeld(PublishedFigure figure, SifData data) => NotAnswerable(
        figure, figure.Tolerance ?? "The source that would answer it is not among the kit's.");

    // The authority's latest inspection, unless a later one of an unknown day may have been published by then.
    private static Inspection? OwnInspection(PublishedFigure figure, SifData data) =>
        Published(figure, data).LatestOfEachAuthority().Of(figure.Authority!) is [var own, ..]
        && !PossiblyPublished(figure, data).Of(figure.Authority!).Any(other => other.Number > own.Number)
            ? own
            : null;

    private static FigureCheck Counted(PublishedFigure figure, CountBounds bounds, double? coverage, string because)
    {
        var stated = int.Parse(figure.Value, CultureInfo.InvariantCulture);
        var verdict = !bounds.Contains(stated) ? Verdict.Contradicted : bounds.IsExact ? Verdict.Reproduced : Verdict.Consistent;
        return new FigureCheck(figure, verdict, bounds.ToString(), coverage, because);
    }

    private static string NoReport(PublishedFigure figure) =>
        $"The rows hold no report on {figure.Authority} that is known to be its latest by {Day(figure.AsAt)}.";

    private static FigureCheck NotAnswerable(PublishedFigure figure, string because) => new(figure, Verdict.NotAnswerable, "", 0, because);

    private static string[] Sources(string? sources) =>
        (sources ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // A row and a figure name the same article in different ways; its title is what they share.
    private static bool IsPublicationItself(string source, PublishedFigure figure) =>
        source.Split(',')[^1].Trim() is { Length: > 8 } title && figure.Publication.Contains(title, StringComparison.OrdinalIgnoreCase);

    private static string Listed(IEnumerable<Inspection> inspections) => Names.Listed(inspections.Select(inspection => inspection.Authority.Name));

    private static string Number(int count, string one, string? many = null) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
