using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>A figure that a publication states, in our words, and the measure that answers it.</summary>
/// <param name="Id">The name of the figure: "overall-good".</param>
/// <param name="Publication">The publication that states it.</param>
/// <param name="Statement">What is stated, in our words.</param>
/// <param name="Value">The value stated, as text: a count, a share, a judgement, names, a month.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Measure">The name of the measure that answers it.</param>
/// <param name="FirstDay">The first day of which the publication may speak.</param>
/// <param name="LastDay">The last day of which it may speak: that of a publication that names no day is its last possible one.</param>
public sealed record PublishedFigure(
    string Id, string Publication, string Statement, string Value, string Unit, string Measure, DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>The value as a report writes it: a share as a percentage, anything else as it stands.</summary>
    public string Stated => Unit.StartsWith("share", StringComparison.Ordinal)
        && double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
        ? share.ToString("0.#%", CultureInfo.InvariantCulture)
        : Value;

    /// <summary>What the words imply: "exact", "about", "just under".</summary>
    public string Qualifier { get; init; } = "exact";

    /// <summary>The area that the figure is about, where it is about one.</summary>
    public JudgementArea? Area { get; init; }

    /// <summary>The judgement that the figure is about, where it is about one.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>The authority that the figure is about, where it is about one.</summary>
    public string? Authority { get; init; }

    /// <summary>The least value that the words allow, in the unit of the value, where they are vague.</summary>
    public double? Least { get; init; }

    /// <summary>The greatest value that the words allow, in the unit of the value, where they are vague.</summary>
    public double? Most { get; init; }

    /// <summary>Why the words allow these values.</summary>
    public string? Tolerance { get; init; }
}
