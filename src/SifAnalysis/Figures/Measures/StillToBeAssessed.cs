using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>How many authorities had not been inspected.</summary>
internal sealed class StillToBeAssessed() : DailyMeasure("authorities still to be assessed")
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
        return new FigureCheck(
            figure,
            Of(bounds, figure),
            bounds.ToString(),
            1 - ((double)(bounds.Most - bounds.Least) / Math.Max(1, inspections.Authorities.Count)),
            $"Of {Counted(inspections.Authorities.Count, "authority", "authorities")}, {inspections.Authorities.Count - bounds.Most} had "
                + $"been inspected by {Day(day)}"
            + (bounds.IsExact ? "." : $"; for {bounds.Most - bounds.Least} more no source gives the days of the inspection."));
    }

    private static CountBounds Bounds(Standing standing)
    {
        var inspected = standing.CarriedOut.Select(inspection => inspection.Authority).ToHashSet();
        var perhaps = standing.PossiblyCarriedOut.Select(inspection => inspection.Authority)
            .Where(authority => !inspected.Contains(authority)).Distinct().Count();
        var waiting = standing.All.Authorities.Count - inspected.Count;
        return new CountBounds(waiting - perhaps, waiting);
    }
}
