using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>What the final tally may be.</content>
public static partial class SifCharts
{
    /// <summary>
    /// The predicted final number of each judgement: a bar for each possible number, as high as its chance, each judgement to its own
    /// height; a line marks how many were already seen. Where the method gives no chances, one bar spans the interval.
    /// </summary>
    /// <param name="prediction">The prediction.</param>
    /// <exception cref="ArgumentNullException">The prediction is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The prediction does not exist for its data.</exception>
    public static SifChart Prediction(PredictionResult prediction)
    {
        RequireDefined(prediction);
        const double Step = 1.55;
        var judgements = prediction.Judgements;
        // From nought, since minus nought times a step is written as -0, which not every reader keeps.
        double Base(int at) => 0 - (Step * at);
        var traces = judgements.Select((own, at) => own.Probabilities.Count > 0 ? Probabilities(own, at) : Span(own, at));
        var most = judgements.Max(own => Math.Max(own.Interval.Upper, own.Seen));
        var level = judgements[0].Interval.Level;
        var inadequate = prediction[Judgement.Inadequate];
        var title = string.Create(CultureInfo.InvariantCulture,
            $"Of {prediction.Population} authorities, {inadequate.Interval.Lower:0} to {inadequate.Interval.Upper:0} are predicted to be "
            + $"inadequate in the end");
        var subtitle = string.Create(CultureInfo.InvariantCulture,
            $"The number expected, with its {100 * level:0.##}% interval, from {prediction.Observations} seen (dotted line). "
            + $"{prediction.Method}.");
        var alt = $"Bars for the predicted final number of each judgement. {title}. {prediction.Sentence}";
        return ChartParts.Chart(new(title, subtitle, alt, LegendRows: 0), prediction.Table, traces, 92 * judgements.Count, new
        {
            barmode = "overlay",
            bargap = 0,
            xaxis = new
            {
                range = new[] { -1, (most * 1.04) + 2 },
                title = new
                {
                    text = "Authorities in the end",
                    standoff = 8,
                    font = new { size = 12 }
                },
                nticks = 8,
                gridcolor = JudgementPalette.Grid,
                zeroline = false,
                fixedrange = true
            },
            yaxis = new { visible = false, range = new[] { Base(judgements.Count - 1) - 0.06, 1.5 }, fixedrange = true },
            shapes = judgements.SelectMany((own, at) => new object[]
            {
                new { type = "line", x0 = -1, x1 = (most * 1.04) + 2, y0 = Base(
                    at), y1 = Base(at), line = new { color = JudgementPalette.Muted, width = 1 } },
                new { type = "line", x0 = own.Seen - 0.5, x1 = own.Seen - 0.5, y0 = Base(
                    at), y1 = Base(at) + 1.05, line = new { color = JudgementPalette.Ink, width = 2, dash = "dot" } },
            }),
            annotations = judgements.Select((own, at) => ChartParts.Note(
                string.Create(CultureInfo.InvariantCulture,
                    $"<b>{own.Judgement.Name()}</b>: {own.Expected:0} ({own.Interval.Lower:0} to {own.Interval.Upper:0}), {own.Seen} seen"),
                0,
                Base(at) + 1.3,
                "left",
                xref: "paper")),
        }, footRoom: 56);

        Trace Probabilities(PredictedCount own, int at)
        {
            // Probabilities under a thousandth of the highest cannot be seen.
            var peak = own.Probabilities.Max();
            var shown = own.Probabilities.Select((chance, more) => (Final: own.Seen + more, Probability: chance))
                .Where(bar => bar.Probability >= peak / 1000).ToList();
            return Bars(
                own,
                at,
                shown.Select(bar => (double)bar.Final),
                shown.Select(bar => Math.Round(bar.Probability / peak, 6)),
                1,
                shown.Select(bar => Math.Round(100 * bar.Probability, 2)),
                $"%{{x}} of {prediction.Population}<br>chance %{{customdata:.1f}}%");
        }

        Trace Span(PredictedCount own, int at) => Bars(
            own,
            at,
            [(own.Interval.Lower + own.Interval.Upper) / 2],
            [0.4],
            own.Interval.Upper - own.Interval.Lower + 1,
            [own.Expected],
            string.Create(CultureInfo.InvariantCulture, $"{own.Interval.Lower:0} to {own.Interval.Upper:0} of {prediction.Population}"));

        Trace Bars(PredictedCount own, int at, IEnumerable<double> x, IEnumerable<double> y,
            double width, IEnumerable<double> customdata, string hover) => ChartParts.Trace("bar", new
            {
                x,
                y,
                @base = Base(at),
                width,
                marker = new { color = JudgementPalette.Fill(own.Judgement), line = new { color = JudgementPalette.Paper, width = 0.5 } },
                customdata,
                hovertemplate = $"{own.Judgement.Name()}: {hover}<extra></extra>",
            });
    }

    private static void RequireDefined(StatisticResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.IsDefined)
        {
            throw new ArgumentException($"There is nothing to draw: {result.Sentence}", nameof(result));
        }
    }
}
