using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>A report of an inspection: a row, with the page and the words that state each of its values.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Kind"><see cref="DocumentKind.Sif"/>, <see cref="DocumentKind.Ilacs"/> or <see cref="DocumentKind.LscbReview"/>.</param>
/// <param name="Problems">What could not be read, and what is read in two ways.</param>
public abstract record InspectionReport(string File, DocumentKind Kind, IReadOnlyList<ReportProblem> Problems)
    : OfstedDocument(File, Kind, Problems)
{
    /// <summary>
    /// The authority, by the name that the kit's tables use; <see langword="null"/> where the title names none that is known.
    /// </summary>
    public Stated<string>? Authority { get; init; }

    /// <summary>
    /// The first day of the inspection; <see langword="null"/> where it is not stated, as where a report gives one day alone.
    /// </summary>
    public Stated<DateOnly>? Started { get; init; }

    /// <summary>The last day of the inspection.</summary>
    public Stated<DateOnly>? Ended { get; init; }

    /// <summary>
    /// The day on which Ofsted lists the report as published: that of the file's name where the name begins with a day, else the one that
    /// the title page states.
    /// </summary>
    public Stated<DateOnly>? Published { get; init; }

    /// <summary>The day of publication that the report itself states, or <see langword="null"/>: ILACS reports state none.</summary>
    public Stated<DateOnly>? PublishedAsStated { get; init; }

    /// <summary>What the report says of each area. An area that is absent was not found.</summary>
    public IReadOnlyDictionary<ReportArea, Stated<Grade>> Grades { get; init; } = new Dictionary<ReportArea, Stated<Grade>>();

    /// <summary>What the report says of an area, or <see langword="null"/> where it was not found.</summary>
    public Stated<Grade>? this[ReportArea area] => Grades.GetValueOrDefault(area);

    /// <summary>Every value of the row, by the columns of the kit's tables, with what was not found.</summary>
    public IReadOnlyList<ReportValue> Values => ReportValues.Of(this);

    /// <summary>"Slough, 2016-02-17".</summary>
    public sealed override string ToString() =>
        $"{Authority?.Value ?? File}, {((Published ?? Ended) is { } day ? ReportValues.Day(day.Value) : "no day")}";
}
