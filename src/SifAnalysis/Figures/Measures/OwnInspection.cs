using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>A measure that looks at the inspection of the authority that the figure names.</summary>
/// <param name="name">The name that <c>published-figures.csv</c> uses.</param>
internal abstract class OwnInspection(string name) : Measure(name)
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) => figure.Authority is null ? "needs an authority." : null;

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        // The authority's latest inspection, unless a later one of an unknown day may have been published by then.
        var published = inspections.PublishedBy(day).LatestOfEachAuthority().Of(figure.Authority!);
        return published is [var own, ..] && !inspections.PossiblyPublishedBy(day)
            .Of(figure.Authority!).Any(other => other.Number > own.Number)
            ? Check(figure, own)
            : NotAnswerable(figure, $"The rows hold no report on {figure.Authority} that is known to be its latest by {Day(day)}.");
    }

    /// <summary>The answer from the authority's inspection.</summary>
    protected abstract FigureCheck Check(PublishedFigure figure, Inspection own);
}
