using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>Each authority's latest report of a framework up to a day, by one area: what the map and the page to explore show.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Area">The area.</param>
/// <param name="Day">The day up to which reports count; authorities that were no more on it do not.</param>
internal sealed record View(Framework Framework, JudgementArea Area, DateOnly Day)
{
    /// <summary>The overall judgements of a framework up to its last report, or <see langword="null"/> where it has none.</summary>
    public static View? Last(Framework framework, IEnumerable<Profile> profiles) =>
        profiles.SelectMany(profile => profile.Reports).Where(report => report.Framework == framework)
            .Max(report => report.Published) is { } day
            ? new(framework, JudgementArea.OverallEffectiveness, day)
            : null;

    /// <summary>The report that counts for an authority, or <see langword="null"/>.</summary>
    public Report? ReportOf(Profile profile) => profile.Authority.ExistedOn(Day)
        ? profile.Reports.LastOrDefault(report => report.Counts && report.Framework == Framework && report.Published <= Day)
        : null;

    /// <summary>The judgement that counts for an authority, or <see langword="null"/> where it has no report.</summary>
    public Grade? GradeOf(Profile profile) => ReportOf(profile)?.Grades.FirstOrDefault(grade => grade.Area == Area);

    /// <summary>How many of the authorities with a report have each judgement, by level; 0 is none.</summary>
    public IReadOnlyDictionary<int, int> Counts(IEnumerable<Profile> profiles) =>
        profiles.Select(GradeOf).OfType<Grade>().GroupBy(grade => grade.Level ?? 0).ToDictionary(own => own.Key, own => own.Count());

    /// <summary>The line of C# that counts the same in a notebook; the page to explore writes it too.</summary>
    /// <param name="profiles">The authorities.</param>
    public string Code(IEnumerable<Profile> profiles)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"new DateOnly({Day.Year}, {Day.Month}, {Day.Day})");
        var existing = profiles.Any(profile => profile.Authority.Until <= Day) ? $".Where(each => each.Authority.ExistedOn({day}))" : "";
        return $"{Inspections(Framework)}.PublishedBy({day}){existing}.LatestOfEachAuthority().Counts(JudgementArea.{Area})";
    }

    /// <summary>The expression for the inspections of a framework.</summary>
    public static string Inspections(Framework framework) => framework == Framework.Sif ? "sif.Inspections" : $"sif.{framework}";
}
