using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Tests.Drawn;

namespace SifAnalysis.Reports.Tests;

/// <summary>Layouts drawn by lot: whatever the layout, no value that is read is another than the one drawn.</summary>
public sealed class LayoutProperties
{
    private static readonly string[] Words =
        ["Outstanding", "Good", "Requires improvement", "Requires improvement to be good", "Inadequate"];

    private static readonly ReportArea[] SifAreas =
        [ReportArea.HelpAndProtection, ReportArea.LookedAfter, ReportArea.Adoption, ReportArea.CareLeavers, ReportArea.Leadership];

    private static readonly ReportArea[] IlacsAreas =
        [ReportArea.ImpactOfLeaders, ReportArea.HelpAndProtection, ReportArea.InCare, ReportArea.CareLeavers, ReportArea.Overall];

    [Property(MaxTest = 60)]
    public Property Read_AnySifLayout_GivesTheGradesDrawn() => Prop.ForAll(SifDrawings().ToArbitrary(), drawing =>
    {
        var report = drawing.Sif();
        return (report.Problems.Count == 0
            && SifAreas.Select(area => report[area]?.Value).SequenceEqual(drawing.Grades[1..6].Select(word => GradeWords.Parse(word))))
            .Label($"{drawing.Side}, {drawing.CellWidth}, {drawing.RowHeight}: {string.Join("; ", report.Problems)} "
                + $"{string.Join(", ", report.Grades.Select(grade => $"{grade.Key} {grade.Value.Value}"))}");
    });

    [Property(MaxTest = 40)]
    public Property Read_AnyIlacsLayout_GivesTheGradesDrawn() => Prop.ForAll(IlacsDrawings().ToArbitrary(), drawing =>
    {
        var report = drawing.Ilacs();
        var drawn = drawing.Grades.Select(word => GradeWords.Parse(word)).ToList();
        drawn[3] = drawing.HasCareLeavers ? drawn[3] : Grade.NotJudgedSeparately;
        return (report.Problems.Count == 0 && IlacsAreas.Select(area => report[area]?.Value).SequenceEqual(drawn))
            .Label(string.Join("; ", report.Problems));
    });

    private static Gen<SifDrawing> SifDrawings() =>
        from grades in Gen.Elements(Words).ArrayOf(7)
        from side in Gen.Elements(Enum.GetValues<Side>())
        from width in Gen.Elements(12, 17, 22, 32)
        from height in Gen.Choose(0, 12)
        from rows in Gen.Choose(2, 5)
        from columns in Gen.Elements(true, false)
        from capitals in Gen.Elements(true, false)
        select new SifDrawing
        {
            Grades = [.. grades.Select((grade, number) => number is 0 or 6 && grade.StartsWith('R')
                ? "require improvement" : capitals ? grade.ToUpperInvariant() : grade)],
            Side = side,
            CellWidth = width,
            RowHeight = (side == Side.Beside ? 44 : 78) + height,
            RowsOnFirstPage = side == Side.Beside ? rows : 5,
            HasColumns = columns,
        };

    private static Gen<IlacsDrawing> IlacsDrawings() =>
        from grades in Gen.Elements(Words).ArrayOf(5)
        from narrow in Gen.Elements(true, false)
        from leavers in Gen.Elements(true, false)
        select new IlacsDrawing { Grades = grades, IsNarrow = narrow, HasCareLeavers = leavers };
}
