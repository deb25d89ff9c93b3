using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>How a kind of published figure is answered from the rows.</summary>
/// <param name="name">The name that <c>published-figures.csv</c> uses.</param>
internal abstract class Measure(string name)
{
    /// <summary>The name that <c>published-figures.csv</c> uses.</summary>
    public string Name { get; } = name;

    /// <summary>What a figure lacks that the measure needs, or null.</summary>
    public virtual string? Needs(PublishedFigure figure) => null;

    /// <summary>The answer from the rows as they stood on a day.</summary>
    public abstract FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day);

    /// <summary>The answer where the rows do not hold what the figure is about.</summary>
    protected static FigureCheck NotAnswerable(PublishedFigure figure, string because) =>
        new(figure, Verdict.NotAnswerable, "", 0, because);
}
