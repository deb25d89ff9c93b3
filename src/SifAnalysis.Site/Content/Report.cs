using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>One report on an authority, as a page shows it.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Kind">What it was: "inspection", "re-inspection", "short inspection".</param>
/// <param name="Grades">Its judgements, in the order of the framework.</param>
internal sealed record Report(Framework Framework, string Kind, IReadOnlyList<Grade> Grades)
{
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

    /// <summary>Whether it counts as an inspection; a review of the safeguarding board alone does not.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>The judgement of the whole, or <see langword="null"/> where the report has none.</summary>
    public Grade? Whole => Grades.FirstOrDefault(grade => grade.Area == JudgementArea.OverallEffectiveness);

    /// <summary>The report of an inspection.</summary>
    public static Report Of(Inspection inspection) => new(
        inspection.Framework,
        inspection.Form is { } form ? $"{form.Name()} inspection" : inspection.Kind.Name(),
        [.. inspection.Framework.Areas().Select(area => Grade.Of(inspection, area))])
    {
        Published = inspection.Published,
        Started = inspection.Started,
        Ended = inspection.Ended,
        Address = inspection.Report,
        Sources =
        [
            .. new[] { ("Source of the days", inspection.DatesSource ?? ""),
                ("Source of the judgements", inspection.JudgementsSource ?? "") }
                .Where(source => source.Item2.Length > 0),
        ],
        Notes = inspection.Notes,
        Counts = inspection.Kind != InspectionKind.BoardReviewOnly,
    };
}
