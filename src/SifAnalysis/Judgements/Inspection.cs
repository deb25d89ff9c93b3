using System.Collections.ObjectModel;

namespace SifAnalysis.Judgements;

/// <summary>One inspection of an authority under the framework: a row of the data, with its sources.</summary>
/// <param name="Authority">The authority inspected.</param>
/// <param name="Number">
/// 1 for the authority's first inspection under the framework, 2 for its next; 0 for a document that is no inspection.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
public sealed record Inspection(LocalAuthority Authority, int Number)
{
    /// <summary>
    /// 1 for the authority's first inspection under the framework, 2 for its next; 0 for a document that is no inspection.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Number { get; init => field = Numbered(value, nameof(Number)); } = Numbered(Number, nameof(Number));

    private readonly IReadOnlyDictionary<JudgementArea, Judgement> judgements = ReadOnlyDictionary<JudgementArea, Judgement>.Empty;
    private readonly IReadOnlyDictionary<JudgementArea, Unjudged> unjudged = ReadOnlyDictionary<JudgementArea, Unjudged>.Empty;

    /// <summary>The framework of the inspection.</summary>
    public Framework Framework { get; init; }

    /// <summary>What the document is: an inspection, a re-inspection, or a review of the safeguarding board alone.</summary>
    public InspectionKind Kind { get; init; }

    /// <summary>How long an inspection under ILACS was; <see langword="null"/> under the SIF, and where no source states it.</summary>
    public InspectionForm? Form { get; init; }

    /// <summary>
    /// The reference (URN, LAESTAB, registration number) of the school, home or setting inspected, in files of those;
    /// <see langword="null"/> where the authority itself was inspected.
    /// </summary>
    public string? Provider { get; init; }

    /// <summary>The first day of the inspection, or <see langword="null"/> where no source states it.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>The last day of the inspection, or <see langword="null"/> where no source states it.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>The day on which the report was published, or <see langword="null"/> where no source states it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// Where days are unknown: a day before which a source shows that the inspection had not begun, or <see langword="null"/> where nothing
    /// is known of that either.
    /// </summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>
    /// The judgements that a source states. An area that is absent is unknown, unless <see cref="UnjudgedAreas"/> says why there is none.
    /// </summary>
    public IReadOnlyDictionary<JudgementArea, Judgement> Judgements
    {
        get => judgements;
        init => judgements = value;
    }

    /// <summary>The areas in which the report gives no judgement, and why.</summary>
    public IReadOnlyDictionary<JudgementArea, Unjudged> UnjudgedAreas
    {
        get => unjudged;
        init => unjudged = value;
    }

    /// <summary>Overall effectiveness, or <see langword="null"/> where no source states it.</summary>
    public Judgement? Overall => this[JudgementArea.OverallEffectiveness];

    /// <summary>Leadership, management and governance, or <see langword="null"/> where no source states it.</summary>
    public Judgement? Leadership => this[JudgementArea.Leadership];

    /// <summary>The address of the report, or <see langword="null"/> where no source states it.</summary>
    public Uri? Report { get; init; }

    /// <summary>The source of the dates and the address.</summary>
    public string? DatesSource { get; init; }

    /// <summary>The source of the judgements.</summary>
    public string? JudgementsSource { get; init; }

    /// <summary>The best rank among the sources of the judgements, or <see langword="null"/> where the row does not say.</summary>
    public SourceRank? JudgementsRank { get; init; }

    /// <summary>What else is to be known of the row: an inferred date, a second document, a later merger.</summary>
    public string? Notes { get; init; }

    /// <summary>The judgement in an area, or <see langword="null"/> where no source states it.</summary>
    public Judgement? this[JudgementArea area] => judgements.TryGetValue(area, out var judgement) ? judgement : null;

    /// <summary>Why the report gives no judgement in an area, or <see langword="null"/> where it gives one or nothing is known.</summary>
    public Unjudged? Unjudged(JudgementArea area) => unjudged.TryGetValue(area, out var why) ? why : null;

    /// <summary>Whether nothing is known of an area: neither a judgement nor why there is none.</summary>
    public bool IsUnknown(JudgementArea area) => this[area] is null && Unjudged(area) is null;

    /// <summary>What stands in a table for an area: the judgement, why there is none, or blank where nothing is known.</summary>
    public string Stated(JudgementArea area) => this[area]?.Name() ?? Unjudged(area)?.Name() ?? "";

    /// <summary>"Slough, inspection 2".</summary>
    public override string ToString() => Kind == InspectionKind.BoardReviewOnly
        ? $"{Authority.Name}, review of the safeguarding board"
        : $"{Authority.Name}, inspection {Number}";

    private static int Numbered(int number, string name) => number >= 0
        ? number
        : throw new ArgumentOutOfRangeException(name, number,
            "The number of an inspection is 1 or more, and 0 for a document that is none.");
}
