namespace SifAnalysis.Judgements;

/// <summary>One inspection of an authority under the framework: a row of the data, with its sources.</summary>
/// <param name="Authority">The authority inspected.</param>
/// <param name="Number">1 for the authority's first inspection under the framework, 2 for its re-inspection.</param>
public sealed record Inspection(LocalAuthority Authority, int Number)
{
    private readonly IReadOnlyDictionary<JudgementArea, Judgement> judgements = new Dictionary<JudgementArea, Judgement>();

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
    /// Where <see cref="Published"/> is unknown: a day before which a source shows that the report was not published, or
    /// <see langword="null"/> where nothing is known of that either.
    /// </summary>
    public DateOnly? PublishedNotBefore { get; init; }

    /// <summary>
    /// Whether the document may be a reissue of the one before it rather than a report of its own; then it is not counted as
    /// another inspection.
    /// </summary>
    public bool PossibleReissue { get; init; }

    /// <summary>The judgements that a source states. An area that is absent is unknown.</summary>
    public IReadOnlyDictionary<JudgementArea, Judgement> Judgements
    {
        get => judgements;
        init => judgements = value;
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

    /// <summary>What else is to be known of the row: an inferred date, a second document, a later merger.</summary>
    public string? Notes { get; init; }

    /// <summary>The judgement in an area, or <see langword="null"/> where no source states it.</summary>
    public Judgement? this[JudgementArea area] => judgements.TryGetValue(area, out var judgement) ? judgement : null;

    /// <summary>"Slough, inspection 2".</summary>
    public override string ToString() => $"{Authority.Name}, inspection {Number}";
}
