using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>A prediction beside what came.</summary>
public sealed record HindcastResult : StatisticResult
{
    /// <summary>Each judgement with its prediction and what came, from the best.</summary>
    public IReadOnlyList<HindcastCount> Judgements { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => !IsDefined
        ? $"The hindcast is undefined, because {UndefinedBecause}."
        : string.Create(CultureInfo.InvariantCulture, $"Inside its interval came {Names.Listed(Of(own => own.WasInside == true))}; outside came {Names.Listed(Of(own => own.WasInside == false))}{(Judgements.Any(own => own.WasInside is null) ? $"; unknown judgements leave it open for {Names.Listed(Of(own => own.WasInside is null))}" : "")} ({Method}).");

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Judgement", "Expected", "Lower", "Upper", "Came", "Inside"],
        [.. Judgements.Select(own => (IReadOnlyList<object?>)
            [own.Judgement.Name(), own.Predicted.Expected, own.Predicted.Interval.Lower, own.Predicted.Interval.Upper, own.Came.ToString(), own.WasInside switch { true => "yes", false => "no", null => "open" }])]);

    private IEnumerable<string> Of(Func<HindcastCount, bool> condition) => Judgements.Where(condition).Select(own => own.Judgement.Name().ToLowerInvariant());
}

/// <summary>One judgement's prediction beside what came.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Predicted">The prediction.</param>
/// <param name="Came">The final number, or its bounds.</param>
public sealed record HindcastCount(Judgement Judgement, PredictedCount Predicted, CountBounds Came)
{
    /// <summary>Whether what came lies inside the interval; <see langword="null"/> where the bounds lie partly inside.</summary>
    public bool? WasInside =>
        Came.Least >= Predicted.Interval.Lower && Came.Most <= Predicted.Interval.Upper ? true
        : Came.Most < Predicted.Interval.Lower || Came.Least > Predicted.Interval.Upper ? false
        : null;
}
