using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using SifAnalysis.Findings;

namespace SifAnalysis.Statistics;

/// <summary>A fitted ordinal regression.</summary>
public sealed record OrdinalRegressionResult : StatisticResult
{
    /// <summary>The link.</summary>
    public required OrdinalLink Link { get; init; }

    /// <summary>The coefficients: positive ones go with later categories, for judgements with worse ones.</summary>
    public IReadOnlyList<OrdinalCoefficient> Coefficients { get; init; } = [];

    /// <summary>The thresholds between the categories, in order.</summary>
    public IReadOnlyList<OrdinalCoefficient> Thresholds { get; init; } = [];

    /// <summary>
    /// The log-likelihood at the maximum, with the penalty where there is one; <see langword="null"/> where there is no fit.
    /// </summary>
    public double? LogLikelihood { get; init; }

    /// <summary>The categories that the model knows, in order: those that somebody is in.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The number of parameters.</summary>
    public int Parameters => Coefficients.Count + Thresholds.Count;

    internal OrdinalLikelihood? Likelihood { get; init; }

    internal Vector<double>? At { get; init; }

    internal Matrix<double>? Covariance { get; init; }

    internal OrdinalData? Data { get; init; }

    /// <summary>The coefficient of a covariate; where it is not proportional, that of its first threshold.</summary>
    /// <exception cref="ArgumentException">There is no such covariate.</exception>
    public OrdinalCoefficient this[string covariate] =>
        Coefficients.FirstOrDefault(own => own.Name == covariate || own.Name.StartsWith(covariate + " (", StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no \"{covariate}\"; "
            + $"the model has {Words.Listed(Coefficients.Select(own => own.Name))}.", nameof(covariate));

    /// <inheritdoc/>
    public override string Sentence => !IsDefined
        ? $"The ordinal regression is undefined, because {UndefinedBecause}."
        : Coefficients.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"The model has no covariates (log-likelihood {LogLikelihood:0.##}; {Method}, "
                + $"n = {Observations}).")
            : $"{string.Join("; ", Coefficients.Select(Said))} ({Method}, n = {Observations}).";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Term", "Estimate", "Standard error", "Lower", "Upper", "z", "p", Link == OrdinalLink.Logit ? "Odds ratio" : "exp(estimate)"],
        [.. Coefficients.Concat(Thresholds).Select((own, at) => (IReadOnlyList<object?>)
            [
                own.Name,
                own.Estimate,
                own.StandardError,
                own.Interval.Lower,
                own.Interval.Upper,
                own.Z,
                own.PValue,
                at < Coefficients.Count ? own.Ratio : null,
            ])]);

    private string Said(OrdinalCoefficient own) => Link == OrdinalLink.Logit
        ? string.Create(CultureInfo.InvariantCulture, $"{own.Name}: odds ratio {own.Ratio:0.##} ({Wording.Level(own.Interval)} confidence "
            + $"interval {own.RatioInterval.Lower:0.##} to {own.RatioInterval.Upper:0.##}, {Wording.PValue(own.PValue)})")
        : $"{own.Name}: {Wording.Number(own.Estimate)} ({Wording.Number(own.Interval)}, {Wording.PValue(own.PValue)})";
}

/// <summary>A coefficient or threshold.</summary>
/// <param name="Name">The covariate, or the two categories that the threshold parts.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error, from the observed information.</param>
/// <param name="Interval">Wald's interval.</param>
public sealed record OrdinalCoefficient(string Name, double Estimate, double StandardError, Interval Interval)
{
    /// <summary>The estimate in standard errors.</summary>
    public double Z => Estimate / StandardError;

    /// <summary>The two-sided p-value of Wald's test that it is 0.</summary>
    public double PValue => Association.TwoSided(Z);

    /// <summary>e to the estimate: with the logit link the odds ratio.</summary>
    public double Ratio => Math.Exp(Estimate);

    /// <summary>e to the limits of the interval.</summary>
    public Interval RatioInterval => new(Math.Exp(Interval.Lower), Math.Exp(Interval.Upper), Interval.Level);
}
