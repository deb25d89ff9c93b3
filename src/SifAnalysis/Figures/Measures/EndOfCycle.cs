using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>Whether every authority had its first report by a day.</summary>
internal sealed class EndOfCycle() : Measure("end of the cycle")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) => Dates.Parse(figure.Value) is null
        ? $"needs a day, not \"{figure.Value}\"." : null;

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var end = Dates.Parse(figure.Value)!.Value;
        var first = inspections.FirstOfEachAuthority();
        if (first.Count == 0)
        {
            return NotAnswerable(figure, "The rows hold no inspection.");
        }

        var late = first.Where(inspection => inspection.Published > end || inspection.NotBefore > end);
        var undated = first.Where(inspection => inspection.Published is null);
        var missing = first.NotYetInspected().Count;
        var last = first.Max(inspection => inspection.Published);
        return new FigureCheck(
            figure,
            late.Count > 0 ? Verdict.Contradicted : undated.Count + missing > 0 ? Verdict.Consistent : Verdict.Reproduced,
            last?.Iso() ?? "unknown",
            (double)(first.Count - undated.Count) / inspections.Authorities.Count,
            $"The last dated first report is of {(last is { } known ? Day(known) : "an unknown day")}"
            + (late.Count > 0 ? $"; later than stated: {Names(late)}" : "")
            + (undated.Count > 0 ? $"; the day is unknown for {Names(undated)}" : "")
            + (missing > 0 ? $"; {Counted(missing, "authority", "authorities")} without a report" : "") + ".");
    }

    private static string Names(InspectionSet inspections) => Listed(inspections.Select(inspection => inspection.Authority.Name));
}
