using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>The predicted final numbers of the four judgements.</summary>
public sealed record PredictionResult : StatisticResult
{
    /// <summary>The number of authorities in all.</summary>
    public required int Population { get; init; }

    /// <summary>Each judgement with its prediction, from the best.</summary>
    public IReadOnlyList<PredictedCount> Judgements { get; init; } = [];

    /// <summary>The prediction of one judgement.</summary>
    /// <exception cref="InvalidOperationException">The prediction does not exist for the data.</exception>
    public PredictedCount this[Judgement judgement] => Judgements.FirstOrDefault(own => own.Judgement == judgement)
        ?? throw new InvalidOperationException($"There is no prediction, because {UndefinedBecause}.");

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"Of {Population} authorities, {string.Join("; ", Judgements.Select(Said))} "
            + $"({Wording.Level(Judgements[0].Interval)} prediction intervals; {Method}, from {Observations} seen)."
        : $"The prediction is undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Judgement", "Seen", "Expected in the end", "Lower", "Upper"],
        Judgements,
        own => [own.Judgement.Name(), own.Seen, own.Expected, own.Interval.Lower, own.Interval.Upper]);

    private static string Said(PredictedCount own) => string.Create(
        CultureInfo.InvariantCulture,
        $"{own.Expected:0} {own.Judgement.Name().ToLowerInvariant()} ({own.Interval.Lower:0} to {own.Interval.Upper:0})");
}

/// <summary>The predicted final number of one judgement.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Seen">How many were seen.</param>
/// <param name="Expected">The expected final number.</param>
/// <param name="Interval">The interval of the final number: whole numbers.</param>
/// <param name="Probabilities">The probability of each number more than those seen, from 0; empty where the method gives none.</param>
public sealed record PredictedCount(Judgement Judgement, int Seen, double Expected, Interval Interval, IReadOnlyList<double> Probabilities)
{
    /// <summary>The probability of a final number, or <see langword="null"/> where the method gives no probabilities.</summary>
    public double? ProbabilityOf(int final) => Probabilities.Count == 0 ? null
        : final >= Seen && final - Seen < Probabilities.Count ? Probabilities[final - Seen] : 0;
}
