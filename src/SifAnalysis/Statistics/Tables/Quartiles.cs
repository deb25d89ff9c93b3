namespace SifAnalysis.Statistics;

/// <summary>
/// The middle of numbers group by group. Quartiles are interpolated between the two nearest values (Hyndman and Fan, 1996, definition 7,
/// that of R and Excel); they say more than a mean where a few values lie far out.
/// </summary>
public static class Quartiles
{
    /// <summary>The quartiles and the mean of each group, in the order in which groups first come.</summary>
    /// <param name="groups">The group of each observation.</param>
    /// <param name="values">The value of each observation.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is not finite, or there are not as many values as groups.</exception>
    public static QuartilesResult Of(IReadOnlyList<string> groups, IReadOnlyList<double> values)
    {
        Arguments.RequireSameLength(groups, values);
        Arguments.RequireFinite(values);
        return new QuartilesResult
        {
            Method = "quartiles (Hyndman and Fan, 1996, definition 7)",
            Observations = values.Count,
            UndefinedBecause = values.Count == 0 ? "nothing was observed" : null,
            Groups =
            [
                .. groups.Zip(values).GroupBy(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                    .Select(own => Group(own.Key, [.. own.Order()])),
            ],
        };
    }

    private static GroupQuartiles Group(string name, double[] sorted) => new(
        name, sorted.Length, sorted.Average(), Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75));

    private static double Quantile(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var lower = (int)place;
        return lower + 1 < sorted.Length ? sorted[lower] + ((place - lower) * (sorted[lower + 1] - sorted[lower])) : sorted[lower];
    }
}

/// <summary>The quartiles and means of groups.</summary>
public sealed record QuartilesResult : StatisticResult
{
    /// <summary>The groups, in their order.</summary>
    public IReadOnlyList<GroupQuartiles> Groups { get; init; } = [];

    /// <summary>The quartiles of a group.</summary>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public GroupQuartiles this[string group] => Groups.FirstOrDefault(own => own.Name == group)
        ?? throw new ArgumentException(
            $"There is no \"{group}\"; the groups are {Findings.Words.Listed(Groups.Select(own => own.Name))}.", nameof(group));

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"The median is {string.Join(", ", Groups.Select(
            own => $"{Wording.Number(own.Median)} for {own.Name} (n = {own.Observations})"))}."
        : $"There are no quartiles, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Group", "n", "Mean", "Lower quartile", "Median", "Upper quartile"],
        Groups,
        own => [own.Name, own.Observations, own.Mean, own.LowerQuartile, own.Median, own.UpperQuartile]);
}

/// <summary>The middle of a group of numbers, in their own unit.</summary>
/// <param name="Name">The group.</param>
/// <param name="Observations">How many numbers it has.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="LowerQuartile">The value that a quarter of them lie under.</param>
/// <param name="Median">The value in their middle.</param>
/// <param name="UpperQuartile">The value that a quarter of them lie over.</param>
public sealed record GroupQuartiles(string Name, int Observations, double Mean, double LowerQuartile, double Median, double UpperQuartile);
