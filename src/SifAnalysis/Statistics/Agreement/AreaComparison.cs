using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>Judgement areas beside one of them, report by report.</summary>
public static class AreaComparison
{
    /// <summary>
    /// How often each area is judged better than another one, the same, and worse, in the reports that judge both; the sign test
    /// (Dixon and Mood, 1946) says whether one of the two is the stricter. Areas are known for different reports, so the rows of the
    /// result should not be compared with each other.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="reference">The area beside which the others are set.</param>
    /// <param name="adjustment">How the p-values are adjusted for the number of areas.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static AreaComparisonResult Beside(
        InspectionSet inspections,
        JudgementArea reference = JudgementArea.OverallEffectiveness,
        PValueAdjustment adjustment = PValueAdjustment.Holm)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var counted = Names.AllAreas.Where(area => area != reference).Select(area =>
        {
            var both = inspections.WhereKnown(reference).WhereKnown(area);
            var better = both.Count(inspection => inspection[area] < inspection[reference]);
            var worse = both.Count(inspection => inspection[area] > inspection[reference]);
            return (Area: area, Both: both.Count, Better: better, Worse: worse, SignTest.Of(better, worse).PValue);
        }).ToList();
        var tested = counted.Where(own => own.PValue is not null).ToList();
        var adjusted = MultipleComparison.Adjust([.. tested.Select(own => own.PValue!.Value)], adjustment);
        return new AreaComparisonResult
        {
            Method = $"sign tests (Dixon and Mood, 1946), p-values adjusted after {adjusted.Method}",
            Observations = inspections.Count,
            Reference = reference,
            Warnings = ["each area is known for other reports, so areas should not be compared with each other"],
            UndefinedBecause = counted.All(own => own.Both == 0) ? "no report judges two areas" : null,
            Areas =
            [
                .. counted.Select(own => new ComparedArea(
                    own.Area, own.Both, own.Better, own.Both - own.Better - own.Worse, own.Worse, own.PValue,
                    tested.IndexOf(own) is var at and >= 0 ? adjusted.Tests[at].Adjusted : null)),
            ],
        };
    }
}
