using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Judgements;
using SifAnalysis.Reports.Tests.Drawn;

namespace SifAnalysis.Reports.Tests;

public sealed class ReportSetTests
{
    private static readonly ReportSet Set = new([new SifDrawing().Sif(),
        new IlacsDrawing { Dates = "Inspection dates: 6 to 17 July 2026", HasOverall = false }.Ilacs("2026-09-01_slough.pdf")]);

    [Fact]
    public void ToTables_HaveTheColumnsOfTheKitsOwn()
    {
        Assert.Equal(["sif.csv", "context.csv", "ilacs.csv"], Set.ToTables().Select(table => table.Name));
        var csv = Set.ToTables()[0].ToCsv().Split('\n');
        Assert.Equal(
            "la_name,inspection_number,kind,inspection_start,inspection_end,report_published,overall,help_protection,looked_after,"
                + "adoption,care_leavers,leadership,lscb,report_url,dates_source,judgements_source,notes", csv[0]);
        Assert.StartsWith("Slough,2,inspection,2015-11-24,2015-12-17,2016-02-17,Requires improvement,Inadequate,Requires improvement,Good,",
            csv[1], StringComparison.Ordinal);
        Assert.StartsWith("Slough,2026-09-01,2026-07-06,2026-07-17,standard,Good,Requires improvement,Good,Outstanding,No longer judged,",
            Set.ToTables()[2].ToCsv().Split('\n')[1], StringComparison.Ordinal);
        Assert.StartsWith(
            "Slough,2016-02-17,39867,27.6,21.6,12.2,11.6,65.5,58.7,44.9,1172,150,183,45.9,2015-01,2014-11,Inadequate,Adequate",
            Set.ToTables()[1].ToCsv().Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void AddTo_ReportThatTheKitDoesNotHave_IsTheAuthoritysNextInspection()
    {
        var kit = SifData.Load();
        var mine = Set.AddTo(kit.Ilacs, Framework.Ilacs);
        Assert.Equal(kit.Ilacs.Count + 1, mine.Count);
        var added = mine.Except(kit.Ilacs).Single();
        Assert.Equal(("Slough", new DateOnly(2026, 7, 17)), (added.Authority.Name, added.Ended));
        Assert.Equal(kit.Ilacs.Where(row => row.Authority.Name == "Slough").Max(row => row.Number) + 1, added.Number);
        Assert.Equal(Judgement.Outstanding, added[JudgementArea.CareLeavers]);
        Assert.Equal(Unjudged.NoLongerJudged, added.Unjudged(JudgementArea.OverallEffectiveness));
        Assert.Equal(mine.Count, Set.AddTo(mine, Framework.Ilacs).Count);
    }

    [Fact]
    public void AddTo_ReportThatTheKitHas_AddsNothing()
    {
        var kit = SifData.Load();
        Assert.Equal(kit.Inspections.Count, Set.AddTo(kit.Inspections, Framework.Sif).Count);
    }

    [Fact]
    public void InANotebook_ShowsAsATable()
    {
        var html = Set.ToDisplayString("text/html");
        Assert.Contains("<table", html, StringComparison.Ordinal);
        Assert.Contains("Requires improvement", html, StringComparison.Ordinal);
        Assert.Contains("2 documents: 1 SIF report, 1 ILACS report", Set.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_OfWhatWasNotFound_SayNotFound() =>
        Assert.Equal("not found", new SifDrawing { Area = [] }.Sif().Values.Single(value => value.Column == "child_poverty").HowSure);

    [Fact]
    public void Read_EmptyPath_IsRefused() => Assert.Throws<ArgumentException>(() => OfstedReports.Read(" "));
}
