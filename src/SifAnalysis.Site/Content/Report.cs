namespace SifAnalysis.Site.Content;

/// <summary>One report on an authority, as a page shows it.</summary>
/// <param name="Framework">The framework's short name: "SIF", "ILACS".</param>
/// <param name="Kind">What it was: "Inspection", "Re-inspection", "Short inspection".</param>
/// <param name="Grades">Its judgements, in the order of the report; overall effectiveness comes first where there is one.</param>
internal sealed record Report(string Framework, string Kind, IReadOnlyList<Grade> Grades)
{
    /// <summary>The name of the area that judges the whole.</summary>
    public const string Overall = "Overall effectiveness";

    /// <summary>The day on which it was published, or <see langword="null"/> where no source states it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The first day of the inspection, or <see langword="null"/> where no source states it.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>The last day of the inspection, or <see langword="null"/> where no source states it.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>Where Ofsted keeps the report.</summary>
    public Uri? Address { get; init; }

    /// <summary>The sources of the row: of what, and in words.</summary>
    public IReadOnlyList<(string Name, string Words)> Sources { get; init; } = [];

    /// <summary>What else is to be known of the row.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether it counts as an inspection; a document that may be a reissue does not.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>The judgement of the whole, or <see langword="null"/> where the report gives none.</summary>
    public Grade? Whole => Grades.FirstOrDefault(grade => grade.Area == Overall);
}
