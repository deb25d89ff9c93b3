using SifAnalysis.Findings;
namespace SifAnalysis.Statistics;

/// <summary>The probability of each category for given covariates.</summary>
public sealed record OrdinalPredictionResult : StatisticResult
{
    /// <summary>The covariates' names with the values that the probabilities are for.</summary>
    public required IReadOnlyList<(string Name, double Value)> Covariates { get; init; }

    /// <summary>The categories, in order, each with its probability.</summary>
    public IReadOnlyList<CategoryProbability> Categories { get; init; } = [];

    /// <summary>The probability of a category.</summary>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public CategoryProbability this[string category] => Categories.FirstOrDefault(own => own.Category == category)
        ?? throw new ArgumentException($"There is no \"{category}\"; "
            + $"the categories are {Words.Listed(Categories.Select(own => own.Category))}.", nameof(category));

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"{For}: {string.Join("; ", Categories.Select(Said))} ({Method}, n = {Observations})."
        : $"{For}: the probabilities are undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Category", "Probability", "Standard error", "Lower", "Upper"],
        Categories,
        own => [own.Category, own.Probability, own.StandardError, own.Interval.Lower, own.Interval.Upper]);

    private static string Said(CategoryProbability own) =>
        $"{own.Category} {Wording.Percent(own.Probability)} ({Wording.Percent(own.Interval)})";

    private string For => Covariates.Count == 0
        ? "For all"
        : $"For {string.Join(", ", Covariates.Select(own => $"{own.Name} = {Wording.Number(own.Value)}"))}";
}

/// <summary>The probability of one category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
/// <param name="StandardError">The standard error of the probability.</param>
/// <param name="Interval">The interval of the probability.</param>
public sealed record CategoryProbability(string Category, double Probability, double StandardError, Interval Interval);
