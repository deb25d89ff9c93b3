using System.Text.Json.Nodes;
using SifAnalysis.Charts;
using SifAnalysis.Judgements;

namespace SifAnalysis.Tests.Charts;

public class SifChartsTests
{
    private static readonly InspectionSet Inspections = WithGaps.Inspections;

    [Fact]
    public void ByArea_BarsAndTable_AreTheCountsOfTheSet()
    {
        var chart = SifCharts.ByArea(Inspections, JudgementArea.OverallEffectiveness);
        var counts = Inspections.Counts(JudgementArea.OverallEffectiveness);
        var traces = JsonNode.Parse(chart.Json)!["data"]!.AsArray();
        Assert.Equal(
            ["Outstanding", "Good", "Requires improvement", "Inadequate", "Unknown"], traces.Select(trace => trace!["name"]!.ToString()));
        Assert.Equal(100, traces.Sum(trace => trace!["x"]![0]!.GetValue<double>()), 9);
        Assert.Equal(100.0 * counts.Good / counts.Total, traces[1]!["x"]![0]!.GetValue<double>(), 9);
        Assert.Equal(
            [counts.Outstanding, counts.Good, counts.RequiresImprovement, counts.Inadequate, counts.Unknown, counts.Total],
            chart.Table.Rows[0].Skip(1).Take(6).Cast<int>());
    }

    [Fact]
    public void ByArea_AltText_TravelsInTheFigure()
    {
        var chart = SifCharts.ByArea(Inspections);
        Assert.Equal(chart.AltText, JsonNode.Parse(chart.Json)!["layout"]!["meta"]!["alt"]!.ToString());
    }

    [Fact]
    public void ByRegion_SameSet_GivesTheSameText() =>
        Assert.Equal(SifCharts.ByRegion(Inspections).Json, SifCharts.ByRegion(Inspections).Json);

    [Fact]
    public void ByRegion_HostileAuthority_DoesNotReachTheFigureAsMarkup()
    {
        var hostile = new LocalAuthority("<img src=x onerror=alert(1)>", Region.London);
        var chart = SifCharts.ByRegion(new InspectionSet([hostile], [new Inspection(hostile, 1)]));
        Assert.DoesNotContain("<img", chart.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void ByArea_EmptySet_Throws() => Assert.Throws<ArgumentException>(() => SifCharts.ByArea(Inspections.Where(_ => false)));

    [Fact]
    public void Fill_FourJudgements_GetDarkerFromBestToWorst()
    {
        // Relative luminance, WCAG 2.2: grey print keeps the order only if it falls.
        var luminances = Names.AllJudgements.Select(judgement => Luminance(JudgementPalette.Fill(judgement))).ToList();
        Assert.Equal(luminances.OrderDescending(), luminances);
        Assert.All(luminances, luminance => Assert.True((1 + 0.05) / (luminance + 0.05) >= 3, "under 3:1 against white"));
    }

    private static double Luminance(string colour)
    {
        double Linear(int start)
        {
            var part = Convert.ToInt32(colour.Substring(start, 2), 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Linear(1)) + (0.7152 * Linear(3)) + (0.0722 * Linear(5));
    }
}
