using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>How many published reports gave a judgement in an area.</summary>
internal sealed class Count() : DailyMeasure("count")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) => NeedsCount(figure) ?? NeedsJudgement(figure);

    /// <inheritdoc/>
    public override Verdict At(PublishedFigure figure, Standing standing) => Of(Bounds(figure, standing), figure);

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        var standing = new Standing(inspections, day);
        var counts = standing.PublishedSet.Counts(area);
        var undated = standing.PossiblyPublished.Count;
        var unknown = counts.Unknown + undated;
        var bounds = Bounds(figure, standing);
        return new FigureCheck(
            figure,
            Of(bounds, figure),
            bounds.ToString(),
            (double)counts.Known / Math.Max(1, counts.Total + undated),
            $"{Counted(counts[judgement], "report")} of {counts.Known} published by {Day(day)} "
                + $"{(counts[judgement] == 1 ? "says" : "say")} {judgement.Name().ToLowerInvariant()}"
            + (unknown > 0 ? $"; {unknown} of {counts.Total + undated} are unknown" : "") + "."
            + Readings(standing.PublishedSet, area, judgement));
    }

    private static CountBounds Bounds(PublishedFigure figure, Standing standing)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        var least = standing.Published.Count(inspection => inspection[area] == judgement);
        var unknown = standing.Published.Count(inspection => inspection.IsUnknown(area));
        var undated = standing.PossiblyPublished.Count(inspection => inspection[area] == judgement || inspection.IsUnknown(area));
        return new CountBounds(least, least + unknown + undated);
    }

    // The other reading of "authorities": one inspection of each, the latest or the first.
    private static string Readings(InspectionSet published, JudgementArea area, Judgement judgement)
    {
        var latest = published.LatestOfEachAuthority();
        return latest.Count == published.Count
            ? ""
            : $" Counting each authority once gives {latest.Counts(area).Bounds(judgement)} by its latest inspection and "
                + $"{published.FirstOfEachAuthority().Counts(area).Bounds(judgement)} by its first.";
    }
}
