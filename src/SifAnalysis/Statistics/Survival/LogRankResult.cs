namespace SifAnalysis.Statistics;

/// <summary>A log-rank test of whether groups have the same survival curve.</summary>
public sealed record LogRankResult : StatisticResult
{
    /// <summary>The groups' names, with the events observed and those expected were all curves the same.</summary>
    public IReadOnlyList<(string Name, int Size, int Observed, double Expected)> Groups { get; init; } = [];

    /// <summary>The chi-squared statistic, or <see langword="null"/> where it does not exist.</summary>
    public double? ChiSquared { get; init; }

    /// <summary>The degrees of freedom: the number of groups less 1.</summary>
    public int DegreesOfFreedom => Math.Max(0, Groups.Count - 1);

    /// <summary>The p-value, or <see langword="null"/> where it does not exist.</summary>
    public double? PValue { get; init; }

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"The survival curves: chi-squared = {Wording.Number(ChiSquared!.Value)} {Wording.Freedom(DegreesOfFreedom)}, "
            + $"{Wording.PValue(PValue!.Value)} ({Method}, n = {Observations})."
        : $"The log-rank test is undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Group", "n", "Observed", "Expected"],
        Groups,
        group => [group.Name, group.Size, group.Observed, group.Expected]);
}
