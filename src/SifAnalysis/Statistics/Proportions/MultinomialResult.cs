namespace SifAnalysis.Statistics;

/// <summary>The shares of several categories with intervals that hold together.</summary>
public sealed record MultinomialResult : StatisticResult
{
    /// <summary>Each category with its count, share (0 to 1) and interval, in the order given.</summary>
    public IReadOnlyList<CategoryShare> Categories { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"{string.Join("; ", Categories.Select(Said))} "
            + $"({Wording.Level(Categories[0].Interval)} simultaneous confidence intervals; {Method}, n = {Observations})."
        : $"The shares are undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Category", "Count", "Share", "Lower", "Upper"],
        Categories,
        own => [own.Category, own.Count, own.Share, own.Interval.Lower, own.Interval.Upper]);

    private static string Said(CategoryShare own) =>
        $"{own.Category} {Wording.Percent(own.Share)} ({Wording.Percent(own.Interval.Lower)} to {Wording.Percent(own.Interval.Upper)})";
}

/// <summary>One category's share.</summary>
/// <param name="Category">The category.</param>
/// <param name="Count">How many are in it.</param>
/// <param name="Share">The share of all, 0 to 1.</param>
/// <param name="Interval">The interval of the share, 0 to 1.</param>
public sealed record CategoryShare(string Category, int Count, double Share, Interval Interval);
