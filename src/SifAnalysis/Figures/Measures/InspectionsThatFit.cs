using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>The inspections of some months that a document at hand nowhere may have drawn on.</summary>
internal sealed class InspectionsThatFit() : Measure("inspections that fit")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) =>
        figure.Area is null || figure.Judgement is null ? "needs an area and a judgement."
        : Months(figure) is null ? $"needs the first and the last month, such as 2015-01/2015-05, not \"{figure.Value}\"." : null;

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var months = Months(figure)!.Value;
        var fitting = inspections.Where(inspection => inspection[figure.Area!.Value] == figure.Judgement
            && inspection.Started is { } started && inspection.Ended is { } ended && months.Contains(started) && months.Contains(ended));
        return new FigureCheck(
            figure,
            Verdict.NotAnswerable,
            Counted(fitting.Count, "inspection"),
            null,
            $"{figure.Tolerance} {Counted(fitting.Count, "inspection")} of {months} that found "
                + $"{figure.Judgement!.Value.Name().ToLowerInvariant()} would fit: "
            + $"{Listed(fitting.OrderBy(inspection => inspection.Started).Select(inspection => inspection.Authority.Name))}.");
    }

    private static DayInterval? Months(PublishedFigure figure) =>
        figure.Value.Split('/') is [var first, var last]
            && Dates.Parse($"{first}-01") is { } from && Dates.Parse($"{last}-01") is { } to && from <= to
            ? new DayInterval(from, to.AddMonths(1).AddDays(-1))
            : null;
}
