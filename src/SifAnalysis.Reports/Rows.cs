using SifAnalysis.Judgements;
using SifAnalysis.Reports.Grades;

namespace SifAnalysis.Reports;

/// <summary>Makes the library's inspections of reports, so that every statistic, figure and chart takes them.</summary>
internal static class Rows
{
    private const int MostDaysApart = 31;

    /// <summary>The areas of the library for those of a report; the two of ILACS stand in the library under the SIF's names.</summary>
    private static readonly Dictionary<ReportArea, JudgementArea> Areas = new()
    {
        [ReportArea.Overall] = JudgementArea.OverallEffectiveness,
        [ReportArea.HelpAndProtection] = JudgementArea.HelpAndProtection,
        [ReportArea.LookedAfter] = JudgementArea.LookedAfter,
        [ReportArea.InCare] = JudgementArea.LookedAfter,
        [ReportArea.Adoption] = JudgementArea.Adoption,
        [ReportArea.CareLeavers] = JudgementArea.CareLeavers,
        [ReportArea.Leadership] = JudgementArea.Leadership,
        [ReportArea.ImpactOfLeaders] = JudgementArea.Leadership,
        [ReportArea.Lscb] = JudgementArea.SafeguardingBoard,
    };

    /// <summary>A set with the reports that it does not have yet, as its own authorities' next inspections.</summary>
    public static InspectionSet AddTo(InspectionSet set, Framework framework, IEnumerable<InspectionReport> reports)
    {
        var rows = set.ToList();
        var kind = framework == Framework.Sif ? DocumentKind.Sif : DocumentKind.Ilacs;
        foreach (var report in reports.Where(report => report.Kind == kind).OrderBy(report => report.Ended?.Value))
        {
            var authority = set.Authorities.FirstOrDefault(authority =>
                authority.Name == report.Authority?.Value && report.Ended is { } ended && authority.ExistedOn(ended.Value));
            if (authority is not null && !rows.Exists(row => row.Authority == authority && IsSame(row, report)))
            {
                rows.Add(Of(report, authority,
                    rows.Where(row => row.Authority == authority).Select(row => row.Number).DefaultIfEmpty().Max() + 1, framework));
            }
        }

        return new InspectionSet(set.Authorities, rows);
    }

    /// <summary>Whether a row is of the inspection that a report is of: both end on one day, or were published within a month.</summary>
    public static bool IsSame(Inspection row, InspectionReport report) =>
        (report.Ended is { } ended && row.Ended == ended.Value)
        || (row.Published is { } known && report.Published is { } read
            && Math.Abs(known.DayNumber - read.Value.DayNumber) <= MostDaysApart);

    private static Inspection Of(InspectionReport report, LocalAuthority authority, int number, Framework framework)
    {
        var judged = report.Grades.Where(grade => Judged(grade.Value.Value) is not null)
            .ToDictionary(grade => Areas[grade.Key], grade => Judged(grade.Value.Value)!.Value);
        var unjudged = report.Grades.Where(grade => Judged(grade.Value.Value) is null)
            .ToDictionary(grade => Areas[grade.Key], grade => Unjudged(grade.Value.Value));
        var source = $"Ofsted's report, {Path.GetFileName(report.File)}, page 1";
        return new Inspection(authority, number)
        {
            Framework = framework,
            Kind = report is SifReport { IsReinspection: true } ? InspectionKind.Reinspection : InspectionKind.Inspection,
            Form = (report as IlacsReport)?.Form?.Value switch
            {
                null => null,
                "short" => InspectionForm.ShortInspection,
                "standard" => InspectionForm.StandardInspection,
                _ => InspectionForm.ExtendedInspection,
            },
            Started = report.Started?.Value,
            Ended = report.Ended?.Value,
            Published = report.Published?.Value,
            Judgements = judged,
            UnjudgedAreas = unjudged,
            DatesSource = source,
            JudgementsSource = source,
        };
    }

    private static Judgement? Judged(Grade grade) => grade switch
    {
        Grade.Outstanding => Judgement.Outstanding,
        Grade.Good => Judgement.Good,
        Grade.RequiresImprovement => Judgement.RequiresImprovement,
        Grade.Inadequate => Judgement.Inadequate,
        _ => null,
    };

    private static Unjudged Unjudged(Grade grade) => grade switch
    {
        Grade.NotReviewed => Judgements.Unjudged.NotReviewed,
        Grade.NotJudgedSeparately => Judgements.Unjudged.NotJudgedSeparately,
        Grade.NoLongerJudged => Judgements.Unjudged.NoLongerJudged,
        _ => Judgements.Unjudged.NotJudged,
    };
}
