using SifAnalysis.Findings;

namespace SifAnalysis.Statistics;

/// <summary>Dunn's tests of all pairs of groups.</summary>
public sealed record DunnResult : StatisticResult
{
    /// <summary>The pairs, each with its test.</summary>
    public IReadOnlyList<DunnPair> Pairs { get; init; } = [];

    /// <summary>How the p-values are adjusted for the number of pairs.</summary>
    public required PValueAdjustment Adjustment { get; init; }

    /// <inheritdoc/>
    public override string Sentence => !IsDefined
        ? $"The pairs of groups are undefined, because {UndefinedBecause}."
        : $"{Differing} at 5%{Which} ({Method}, {Adjustment} adjustment, n = {Observations}).";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["First", "Second", "z", "p", "p, adjusted"],
        Pairs,
        pair => [pair.First, pair.Second, pair.Z, pair.PValue, pair.Adjusted]);

    private IReadOnlyList<DunnPair> Apart => [.. Pairs.Where(pair => pair.Adjusted < 0.05)];

    private string Differing => (Pairs.Count, Apart.Count) switch
    {
        (1, 0) => "The one pair does not differ",
        (1, _) => "The one pair differs",
        (_, 0) => $"None of the {Pairs.Count} pairs differ",
        _ => $"{Apart.Count} of {Pairs.Count} pairs differ",
    };

    private string Which => Apart.Count == 0
        ? ""
        : $": {Words.Listed(Apart.Select(pair => $"{pair.First} from {pair.Second} ({Wording.PValue(pair.Adjusted)})"))}";
}

/// <summary>One pair of groups.</summary>
/// <param name="First">The first group.</param>
/// <param name="Second">The second group.</param>
/// <param name="Z">The difference of mean ranks in standard errors: above 0 where the first group ranks higher.</param>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="Adjusted">The p-value adjusted for the number of pairs.</param>
public sealed record DunnPair(string First, string Second, double Z, double PValue, double Adjusted);
