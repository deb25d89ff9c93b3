namespace SifAnalysis.Statistics;

/// <summary>The chance of each category for given covariates.</summary>
public sealed record OrdinalPredictionResult : StatisticResult
{
    /// <summary>The covariates' names with the values that the chances are for.</summary>
    public required IReadOnlyList<(string Name, double Value)> Covariates { get; init; }

    /// <summary>The categories, in order, each with its chance.</summary>
    public IReadOnlyList<CategoryChance> Categories { get; init; } = [];

    /// <summary>The chance of a category.</summary>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public CategoryChance this[string category] => Categories.FirstOrDefault(own => own.Category == category)
        ?? throw new ArgumentException($"There is no \"{category}\"; the categories are {Judgements.Names.Listed(Categories.Select(own => own.Category))}.", nameof(category));

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"{For}: {string.Join("; ", Categories.Select(own => $"{own.Category} {Wording.Percent(own.Chance)} ({Wording.Percent(own.Interval)})"))} ({Method}, n = {Observations})."
        : $"{For}: the chances are undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Category", "Chance", "Standard error", "Lower", "Upper"],
        [.. Categories.Select(own => (IReadOnlyList<object?>)[own.Category, own.Chance, own.StandardError, own.Interval.Lower, own.Interval.Upper])]);

    private string For => Covariates.Count == 0 ? "For all" : $"For {string.Join(", ", Covariates.Select(own => $"{own.Name} = {Wording.Number(own.Value)}"))}";
}

/// <summary>The chance of one category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Chance">Its chance, 0 to 1.</param>
/// <param name="StandardError">The standard error of the chance.</param>
/// <param name="Interval">The interval of the chance.</param>
public sealed record CategoryChance(string Category, double Chance, double StandardError, Interval Interval);
