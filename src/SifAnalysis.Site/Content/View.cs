namespace SifAnalysis.Site.Content;

/// <summary>Each authority's latest report of a framework up to a day, by one area: what the map and the page to explore show.</summary>
/// <param name="Framework">The framework's short name.</param>
/// <param name="Area">The area's name.</param>
/// <param name="Day">The day up to which reports count.</param>
internal sealed record View(string Framework, string Area, DateOnly Day)
{
    /// <summary>The report that counts for an authority, or <see langword="null"/>.</summary>
    public Report? ReportOf(Profile profile) =>
        profile.Reports.LastOrDefault(report => report.Counts && report.Framework == Framework && report.Published <= Day);

    /// <summary>The judgement that counts for an authority, or <see langword="null"/> where it has no report.</summary>
    public Grade? GradeOf(Profile profile) => ReportOf(profile)?.Grades.FirstOrDefault(grade => grade.Area == Area);

    /// <summary>How many of the authorities with a report have each judgement, by level; 0 is none.</summary>
    public IReadOnlyDictionary<int, int> Counts(IEnumerable<Profile> profiles) =>
        profiles.Select(GradeOf).OfType<Grade>().GroupBy(grade => grade.Level ?? 0).ToDictionary(own => own.Key, own => own.Count());
}
