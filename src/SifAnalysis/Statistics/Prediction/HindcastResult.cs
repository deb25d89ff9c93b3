using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>A prediction beside what happened.</summary>
public sealed record HindcastResult : StatisticResult
{
    /// <summary>Each judgement with its prediction and what happened, from the best.</summary>
    public IReadOnlyList<HindcastCount> Judgements { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => !IsDefined
        ? $"The hindcast is undefined, because {UndefinedBecause}."
        : $"Inside its interval: {Listed(true)}; outside: {Listed(false)}{Open} ({Method}).";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Judgement", "Expected", "Lower", "Upper", "Observed", "Inside"],
        Judgements,
        own =>
            [
                own.Judgement.Name(),
                own.Predicted.Expected,
                own.Predicted.Interval.Lower,
                own.Predicted.Interval.Upper,
                own.Came.ToString(),
                own.WasInside switch { true => "yes", false => "no", null => "open" },
            ]);

    private string Open => Judgements.Any(own => own.WasInside is null) ? $"; unknown judgements leave open: {Listed(null)}" : "";

    private string Listed(bool? inside) =>
        Words.Listed(Judgements.Where(own => own.WasInside == inside).Select(own => own.Judgement.Name().ToLowerInvariant()));
}

/// <summary>One judgement's prediction beside what happened.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Predicted">The prediction.</param>
/// <param name="Came">The final number, or its bounds.</param>
public sealed record HindcastCount(Judgement Judgement, PredictedCount Predicted, CountBounds Came)
{
    /// <summary>Whether what happened lies inside the interval; <see langword="null"/> where the bounds lie partly inside.</summary>
    public bool? WasInside =>
        Came.Least >= Predicted.Interval.Lower && Came.Most <= Predicted.Interval.Upper ? true
        : Came.Most < Predicted.Interval.Lower || Came.Least > Predicted.Interval.Upper ? false
        : null;
}
