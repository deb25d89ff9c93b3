using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>Whether a judgement in an area goes with the same judgement overall.</summary>
internal sealed class Implication() : Measure("implication")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) =>
        figure.Area is null || figure.Judgement is null ? "needs an area and a judgement." : null;

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        var published = inspections.PublishedBy(day);
        var cases = published.Where(inspection => inspection[area] == judgement);
        var tested = cases.Where(inspection => inspection.Overall is not null);
        var exceptions = tested.Where(inspection => inspection.Overall != judgement);
        var untested = published.Where(inspection => inspection.IsUnknown(area) && inspection.Overall != judgement).Count
            + cases.Count - tested.Count
            + inspections.PossiblyPublishedBy(day)
                .Where(inspection => (inspection[area] == judgement || inspection.IsUnknown(area))
                    && inspection.Overall != judgement).Count;
        var word = judgement.Name().ToLowerInvariant();
        var verdict = exceptions.Count > 0 ? Verdict.Contradicted
            : tested.Count == 0 ? Verdict.NotAnswerable
            : untested > 0 ? Verdict.Consistent : Verdict.Reproduced;
        return new FigureCheck(
            figure,
            verdict,
            $"{Counted(exceptions.Count, "exception")} in {tested.Count}",
            published.Count == 0 ? null : 1 - ((double)untested / published.Count),
            $"Of {Counted(tested.Count, "report")} with {area.ShortName().ToLowerInvariant()} {word}, {tested.Count - exceptions.Count} "
                + $"are {word} overall"
            + (exceptions.Count > 0 ? $"; the exceptions are {Listed(exceptions.Select(inspection => inspection.Authority.Name))}" : "")
                + "."
            + (untested > 0
                ? $" {Counted(untested, "report")} with a judgement or a day of publication unknown could still be an exception." : ""));
    }
}
