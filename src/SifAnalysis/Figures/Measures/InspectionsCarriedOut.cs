using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>How many inspections had ended, whether or not their report was out.</summary>
internal sealed class InspectionsCarriedOut() : DailyMeasure("inspections carried out")
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
        var waiting = standing.CarriedOut.Count - standing.Published.Count;
        return new FigureCheck(
            figure,
            Of(bounds, figure),
            bounds.ToString(),
            (double)bounds.Least / Math.Max(1, bounds.Most),
            $"By {Day(day)} {Counted(standing.CarriedOut.Count, "inspection")} had ended: {standing.Published.Count} with a published "
                + $"report, {waiting} without."
            + (bounds.IsExact ? "" : $" For {standing.PossiblyCarriedOut.Count} more no source gives the days of the inspection."));
    }

    private static CountBounds Bounds(Standing standing) =>
        new(standing.CarriedOut.Count, standing.CarriedOut.Count + standing.PossiblyCarriedOut.Count);
}
