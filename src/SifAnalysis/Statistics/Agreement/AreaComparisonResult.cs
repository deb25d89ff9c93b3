using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>Areas beside one of them.</summary>
public sealed record AreaComparisonResult : StatisticResult
{
    /// <summary>The area beside which the others are set.</summary>
    public required JudgementArea Reference { get; init; }

    /// <summary>Each other area, in the order of a report.</summary>
    public IReadOnlyList<ComparedArea> Areas { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"Beside {Reference.Name().ToLowerInvariant()}: {string.Join("; ", Areas.Where(own => own.Both > 0).Select(Said))} ({Method})."
        : $"The areas cannot be compared, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Area", "Reports with both", "Better", "Same", "Worse", "p", "Adjusted p"],
        Areas,
        own => [own.Area.ShortName(), own.Both, own.Better, own.Same, own.Worse, own.PValue, own.AdjustedPValue]);

    private static string Said(ComparedArea own) =>
        $"{own.Area.Name().ToLowerInvariant()} better in {own.Better} and worse in {own.Worse} of {own.Both}"
        + (own.AdjustedPValue is { } p ? $", {Wording.PValue(p)}" : "");
}

/// <summary>One area beside another.</summary>
/// <param name="Area">The area.</param>
/// <param name="Both">In how many reports both judgements are known.</param>
/// <param name="Better">In how many of them the area is judged better.</param>
/// <param name="Same">In how many it is judged the same.</param>
/// <param name="Worse">In how many it is judged worse.</param>
/// <param name="PValue">The sign test's p-value, or <see langword="null"/> where no report judges the two differently.</param>
/// <param name="AdjustedPValue">The p-value adjusted for the number of areas, or <see langword="null"/> where there is none.</param>
public sealed record ComparedArea(JudgementArea Area, int Both, int Better, int Same, int Worse, double? PValue, double? AdjustedPValue);
