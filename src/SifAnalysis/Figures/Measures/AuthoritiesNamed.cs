using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>Which authorities had a judgement in an area.</summary>
internal sealed class AuthoritiesNamed() : DailyMeasure("names")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) => NeedsJudgement(figure);

    /// <inheritdoc/>
    public override Verdict At(PublishedFigure figure, Standing standing)
    {
        var (stated, found, unknown) = Named(figure, standing);
        return stated.Any(name => !found.Contains(name) && !unknown.Contains(name)) || found.Except(stated).Any() ? Verdict.Contradicted
            : unknown.Count > 0 ? Verdict.Consistent : Verdict.Reproduced;
    }

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var standing = new Standing(inspections, day);
        var (stated, found, unknown) = Named(figure, standing);
        var judgement = figure.Judgement!.Value.Name().ToLowerInvariant();
        var refused = stated.Where(name => !found.Contains(name) && !unknown.Contains(name)).ToList();
        var unnamed = found.Except(stated).ToList();
        var because = (refused.Count, unnamed.Count, unknown.Count) switch
        {
            ( > 0, _, _) => $"By the rows not {judgement}: {Listed(refused)}.",
            (_, > 0, _) => $"Not named, but {judgement} by the rows: {Listed(unnamed)}.",
            (_, _, > 0) =>
                $"The names are those of the rows; {Counted(unknown.Count, "authority", "authorities")} whose judgement or day of "
                + $"publication is unknown could add others.",
            _ => "The names are those of the rows, and no judgement is unknown.",
        };
        return new FigureCheck(
            figure,
            At(figure, standing),
            found.Count == 0 ? "none" : string.Join("; ", found),
            standing.PublishedSet.Counts(figure.Area!.Value).Coverage,
            because);
    }

    private static (string[] Stated, List<string> Found, HashSet<string> Unknown) Named(PublishedFigure figure, Standing standing)
    {
        var (area, judgement) = (figure.Area!.Value, figure.Judgement!.Value);
        return (
            figure.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            [.. standing.Published.Where(inspection => inspection[area] == judgement)
                .Select(inspection => inspection.Authority.Name).Distinct()],
            [
                .. standing.Published.Where(inspection => inspection.IsUnknown(area))
                    .Concat(standing.PossiblyPublished.Where(inspection => inspection.IsUnknown(area) || inspection[area] == judgement))
                    .Select(inspection => inspection.Authority.Name),
            ]);
    }
}
