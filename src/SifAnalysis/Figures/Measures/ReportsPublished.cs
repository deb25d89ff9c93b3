using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>How many reports had been published.</summary>
internal sealed class ReportsPublished() : DailyMeasure("reports published")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) => NeedsCount(figure);

    /// <inheritdoc/>
    public override Verdict At(PublishedFigure figure, Standing standing) => Of(Bounds(standing), figure);

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var standing = new Standing(inspections, day);
        var bounds = Bounds(standing);
        var published = standing.Published;
        var authorities = published.Select(inspection => inspection.Authority).Distinct().Count();
        var again = published.Where(inspection => inspection.Number > 1).ToList();
        return new FigureCheck(
            figure,
            Of(bounds, figure),
            bounds.ToString(),
            bounds.Most == 0 ? null : (double)bounds.Least / bounds.Most,
            $"The rows hold {Counted(published.Count, "report")} published by {Day(day)}, of "
                + $"{Counted(authorities, "authority", "authorities")}"
            + (again.Count > 0 ? $"; {Listed(again.Select(inspection => inspection.Authority.Name))} had been inspected twice" : "")
            + (authorities == published.Count ? "." : ". So the figure counts inspections, not authorities."));
    }

    private static CountBounds Bounds(Standing standing) =>
        new(standing.Published.Count, standing.Published.Count + standing.PossiblyPublished.Count);
}
