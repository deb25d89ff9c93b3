namespace SifAnalysis.Figures;

/// <summary>A published figure beside what the rows give.</summary>
/// <param name="Figure">The figure, as published.</param>
/// <param name="Verdict">What the rows say of it.</param>
/// <param name="Computed">What the rows give, in the unit of the figure: a value, bounds or names.</param>
/// <param name="Coverage">
/// The share of the rows concerned that are known, 0 to 1, or <see langword="null"/> where none is concerned.
/// </param>
/// <param name="Because">Why the verdict is what it is, in a sentence or two for a researcher.</param>
public sealed record FigureCheck(PublishedFigure Figure, Verdict Verdict, string Computed, double? Coverage, string Because)
{
    /// <summary>What official releases before and after the figure say, or <see langword="null"/> where none counts the same.</summary>
    public string? Witness { get; init; }

    /// <summary>Every day on which the rows give the figure, or <see langword="null"/> where the answer does not hang on the day.</summary>
    public FigureDays? Days { get; init; }

    /// <summary>The day for which <see cref="Computed"/> and <see cref="Because"/> speak.</summary>
    public DateOnly Day { get; init; }
}
