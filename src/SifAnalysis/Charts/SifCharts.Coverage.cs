using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>How much is known.</content>
public static partial class SifCharts
{
    /// <summary>
    /// Stacked bars to 100%, one a judgement area: for how many inspections the judgement is known, unknown ones hatched.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart Coverage(InspectionSet inspections)
    {
        RequireInspections(inspections);
        var bars = inspections.Framework.Areas().Select(area => new Bar(area.ShortName(), inspections.Counts(area)))
            .OrderByDescending(bar => bar.Counts.Known).ToList();
        var rows = bars.Select(bar => new Row(bar.Label, "")).ToList();
        var traces = new[]
        {
            Layer("Known", counts => counts.Known,
                new { color = JudgementPalette.Accent, line = new { color = JudgementPalette.Paper, width = 1.5 } },
                JudgementPalette.InkOnAccent),
            Layer("Unknown", counts => counts.Unknown, Mark.Unknown.Marker, JudgementPalette.Ink),
        };
        string Known(Bar bar) => $"{ChartParts.Percent(bar.Counts.Known, bar.Counts.Total)} of inspections for {Sentence(bar.Label)}";
        var title = bars[0].Counts.Known == 0 ? "No judgement is known in any area"
            : $"The judgement is known in {Known(bars[0])}, in {Known(bars[^1])}";
        var alt = $"Stacked bars to 100%: known and unknown judgements by area. {title}. {inspections.Count} inspections.";
        return Stacked(
            new(title, ChartParts.Describe(inspections), alt, LegendRows: 1),
            new ResultTable(
                ["Area", "Known", "Unknown", "Total", "Known, %"],
                [.. bars.Select(bar => (IReadOnlyList<object?>)[bar.Label, bar.Counts.Known, bar.Counts.Unknown,
                    bar.Counts.Total, Math.Round(100 * bar.Counts.Coverage!.Value, 1, MidpointRounding.AwayFromZero)])]),
            rows,
            traces);

        Trace Layer(string name, Func<JudgementCounts, int> of, object marker, string ink) => StackedTrace(
            name,
            marker,
            ink,
            rows,
            bars.Select(bar => 100.0 * of(bar.Counts) / bar.Counts.Total),
            bars.Select(bar => CountAndShare(of(bar.Counts), bar.Counts.Total)));
    }

    /// <summary>A name inside a sentence: its first letter is small, unless it stands for words.</summary>
    private static string Sentence(string name) => name.Length > 1 && char.IsUpper(name[1])
        ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
