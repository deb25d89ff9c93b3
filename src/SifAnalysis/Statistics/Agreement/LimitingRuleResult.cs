using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>What the inspections say of a limiting rule.</summary>
public sealed record LimitingRuleResult : StatisticResult
{
    /// <summary>The rule in words.</summary>
    public required string Rule { get; init; }

    /// <summary>The inspections that do not keep to the rule.</summary>
    public required InspectionSet Exceptions { get; init; }

    /// <summary>How many inspections could be exceptions, but for an unknown judgement.</summary>
    public required int Untested { get; init; }

    /// <summary>The share of exceptions with its interval.</summary>
    public required ProportionResult ExceptionShare { get; init; }

    /// <summary>Whether every case that could be tested keeps to the rule.</summary>
    public bool Holds => IsDefined && Exceptions.Count == 0;

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? string.Create(CultureInfo.InvariantCulture, $"{Rule}: {Observations - Exceptions.Count} of {Observations} keep to it; "
            + $"exceptions: {Words.Listed(Exceptions.Select(inspection => inspection.Authority.Name))} (share of exceptions "
            + $"{Wording.Percent(ExceptionShare.Interval!.Value)}; {Untested} more inspections could not be tested).")
        : $"{Rule}: undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Rule", "Cases", "Exceptions", "Share of exceptions, lower", "Share of exceptions, upper", "Untested"],
        [[Rule, Observations, Exceptions.Count, ExceptionShare.Interval?.Lower, ExceptionShare.Interval?.Upper, Untested]]);
}
