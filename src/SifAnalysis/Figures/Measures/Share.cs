using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>Which share of published reports gave a judgement in an area.</summary>
internal sealed class Share() : DailyMeasure("share")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) =>
        NeedsJudgement(figure)
            ?? (figure.Least is null || figure.Most is null ? "needs least and most, the shares that the words allow." : null);

    /// <inheritdoc/>
    public override Verdict At(PublishedFigure figure, Standing standing)
    {
        var (least, most, strict) = (figure.Least!.Value, figure.Most!.Value, IsStrict(figure));
        var reached = Possible(figure, standing).Any(possible =>
        {
            var first = Math.Max(possible.Least, (int)Math.Ceiling((least * possible.Total) - 1e-9));
            return first <= possible.Most && (strict ? (double)first / possible.Total < most : first <= (most * possible.Total) + 1e-9);
        });
        return !reached ? Verdict.Contradicted : Unknown(figure, standing) == 0 ? Verdict.Reproduced : Verdict.Consistent;
    }

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var standing = new Standing(inspections, day);
        var possible = Possible(figure, standing).ToList();
        if (possible.Count == 0)
        {
            return NotAnswerable(figure, $"No report was published by {Day(day)}.");
        }

        var counts = standing.PublishedSet.Counts(figure.Area!.Value);
        var unknown = Unknown(figure, standing);
        var (low, high) = (possible.Min(each => (double)each.Least / each.Total), possible.Max(each => (double)each.Most / each.Total));
        return new FigureCheck(
            figure,
            At(figure, standing),
            unknown == 0 ? Percent(low) : $"{Percent(low)} to {Percent(high)}",
            (double)counts.Known / (counts.Known + unknown),
            $"{counts[figure.Judgement!.Value]} of {Counted(counts.Known + unknown, "report")}"
            + (unknown > 0 ? $", and {unknown} more whose judgement or day is unknown" : "")
            + $"; the words allow {Percent(figure.Least!.Value)} to {(IsStrict(figure) ? "under " : "")}{Percent(figure.Most!.Value)}.");
    }

    private static bool IsStrict(PublishedFigure figure) => figure.Qualifier == "just under";

    private static int Unknown(PublishedFigure figure, Standing standing) =>
        standing.Published.Count(inspection => inspection.IsUnknown(figure.Area!.Value)) + standing.PossiblyPublished.Count;

    // A report whose day is unknown may not have been published by then: it belongs to the total or it does not. So for each number of
    // reports the least and the most that can have the judgement.
    private static IEnumerable<(int Total, int Least, int Most)> Possible(PublishedFigure figure, Standing standing)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        bool Is(Inspection inspection) => inspection[area] == judgement;
        bool CouldBe(Inspection inspection) => Is(inspection) || inspection.IsUnknown(area);
        var judged = standing.Published.Where(inspection => inspection.Unjudged(area) is null).ToList();
        var undated = standing.PossiblyPublished.Where(inspection => inspection.Unjudged(area) is null).ToList();
        var (surely, perhaps, others) = (judged.Count(Is), judged.Count(CouldBe), undated.Count(inspection => !Is(inspection)));
        return Enumerable.Range(0, undated.Count + 1)
            .Select(more => (judged.Count + more, surely + Math.Max(0, more - others), perhaps + Math.Min(more, undated.Count(CouldBe))))
            .Where(each => each.Item1 > 0);
    }
}
