using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>A measure whose answer hangs on the day: a count at a day, a share, the names that belong to a count.</summary>
/// <param name="name">The name that <c>published-figures.csv</c> uses.</param>
internal abstract class DailyMeasure(string name) : Measure(name)
{
    /// <summary>What the rows of a day say of the figure.</summary>
    public abstract Verdict At(PublishedFigure figure, Standing standing);

    /// <summary>The figure's count, a whole number.</summary>
    protected static int Stated(PublishedFigure figure) => int.Parse(figure.Value, CultureInfo.InvariantCulture);

    /// <summary>What a figure lacks that should be a count.</summary>
    protected static string? NeedsCount(PublishedFigure figure) =>
        int.TryParse(figure.Value, CultureInfo.InvariantCulture, out _) ? null : $"needs a whole number, not \"{figure.Value}\".";

    /// <summary>What a figure lacks that should be about a judgement in an area.</summary>
    protected static string? NeedsJudgement(PublishedFigure figure) =>
        figure.Area is null || figure.Judgement is null ? "needs an area and a judgement." : null;

    /// <summary>What bounds say of a count.</summary>
    protected static Verdict Of(CountBounds bounds, PublishedFigure figure) =>
        !bounds.Contains(Stated(figure)) ? Verdict.Contradicted : bounds.IsExact ? Verdict.Reproduced : Verdict.Consistent;
}
