using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>Estimates with their intervals.</content>
public static partial class SifCharts
{
    /// <summary>
    /// Dots with intervals: proportions, from the largest to the smallest, each with its count, share and interval in words. A
    /// proportion that is undefined is named without a dot.
    /// </summary>
    /// <param name="what">What the share is of: "Judged inadequate overall". The title says the finding after it.</param>
    /// <param name="results">Each proportion with its label.</param>
    /// <param name="reference">A proportion to compare with, such as that of England, drawn as a line; none unless told.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no proportions.</exception>
    public static SifChart Intervals(string what, IEnumerable<(string Label, ProportionResult Result)> results,
        (string Label, ProportionResult Result)? reference = null)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(results);
        var dots =
            results.Select(own => new Dot(own.Label, 100 * own.Result.Estimate, Scaled(own.Result.Interval), Words(own.Result), own.Result))
            .OrderByDescending(dot => dot.Estimate ?? -1)
            .ToList();
        RequireDots(dots, nameof(results));
        var known = dots.Where(dot => dot.Estimate is not null).ToList();
        string Said(Dot dot) => $"{ChartParts.Percent(dot.Estimate!.Value, 100)} in {dot.Label}";
        var title = known.Count switch
        {
            0 => $"{what}: no proportion is defined",
            1 => $"{what}: {Said(known[0])}",
            _ when known[0].Estimate == known[^1].Estimate =>
                $"{what}: {ChartParts.Percent(known[0].Estimate!.Value, 100)}, its interval by {known.Count} methods",
            _ => $"{what}: from {Said(known[^1])} to {Said(known[0])}",
        };
        var most = known.Select(dot => dot.Interval?.Upper ?? dot.Estimate!.Value).Append(10).Max();
        var line = reference is { Result.Estimate: { } share } given
            ? new Line($"{given.Label} {ChartParts.Percent(share, 1)}", 100 * share) : null;
        return Dots(title, dots, line, new
        {
            range = new[] { most < 97 ? -most / 40 : -2, Math.Min(102, most * 1.04) },
            ticksuffix = "%",
            nticks = 6,
            gridcolor = JudgementPalette.Grid,
            zeroline = false,
            fixedrange = true,
        });

        static Interval? Scaled(Interval? interval) => interval is { } own ? new(100 * own.Lower, 100 * own.Upper, own.Level) : null;

        static string Words(ProportionResult result) => (result.Estimate, result.Interval) is ({ } estimate, { } interval)
            ? $"{result.Successes} of {result.Observations}: {ChartParts.Percent(estimate, 1)} ({Whole(interval.Lower)} to "
                + $"{Whole(interval.Upper)})"
            : $"undefined: {result.UndefinedBecause}";

        static string Whole(double limit) => ChartParts.Percent(limit, 1).TrimEnd('%');
    }

    /// <summary>
    /// Dots with intervals: differences or ratios in the order given, ratios on a logarithmic axis, with a line at no difference. A
    /// limit that is infinite, or 0 on a logarithmic axis, runs to the edge.
    /// </summary>
    /// <param name="what">What is compared: "Odds of an inadequate judgement, beside London". The title says the finding after it.</param>
    /// <param name="results">Each comparison with its label; all of one measure.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no comparisons, or they are of different measures.</exception>
    public static SifChart Intervals(string what, IEnumerable<(string Label, ComparisonResult Result)> results)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(results);
        var all = results.ToList();
        if (all.Select(own => own.Result.Measure).Distinct().Count() > 1)
        {
            throw new ArgumentException($"The results are of different measures "
                + $"({SifAnalysis.Findings.Words.Listed(all.Select(own => own.Result.Measure).Distinct())}); draw one chart for each.",
                nameof(results));
        }

        var isRatio = all.Count > 0 && all[0].Result.NoDifference > 0;
        return Comparisons(
            what,
            [.. all.Select(own => new Dot(own.Label, Scaled(own.Result.Estimate), own.Result.Interval is { } interval
                ? new(Scaled(interval.Lower)!.Value, Scaled(interval.Upper)!.Value, interval.Level)
                : null, Words(own.Result), own.Result))],
            isRatio,
            nameof(results));

        double? Scaled(double? value) => isRatio ? value : 100 * value;

        static string Words(ComparisonResult result) => (result.Estimate, result.Interval) is ({ } estimate, { } interval)
            ? result.NoDifference > 0 ? RatioWords(estimate, interval)
                : $"{Points(estimate)} points ({Points(interval.Lower)} to {Points(interval.Upper)})"
            : $"undefined: {result.UndefinedBecause}";

        static string Points(double share) => Math.Round(100 * share, MidpointRounding.AwayFromZero)
            .ToString("0;−0;0", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Dots with intervals: the coefficients of an ordinal regression as ratios (odds ratios with the logit link), on a logarithmic
    /// axis with a line at 1. Above 1 goes with worse judgements.
    /// </summary>
    /// <param name="what">What is modelled: "Overall effectiveness". The title says the finding after it.</param>
    /// <param name="fit">The fitted model.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The model has no coefficients.</exception>
    public static SifChart Intervals(string what, OrdinalRegressionResult fit)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(fit);
        return Comparisons(
            what,
            [.. fit.Coefficients.Select(own =>
                new Dot(own.Name, own.Ratio, own.RatioInterval, RatioWords(own.Ratio, own.RatioInterval), fit))],
            isRatio: true,
            nameof(fit));
    }

    private static SifChart Comparisons(string what, IReadOnlyList<Dot> dots, bool isRatio, string argument)
    {
        RequireDots(dots, argument);
        var none = isRatio ? 1.0 : 0;
        var clear = dots.Where(dot => dot.Interval is { } interval && !interval.Contains(none)).ToList();
        var title = clear.Count == 0
            ? $"{what}: no interval excludes {(isRatio ? "a ratio of 1" : "no difference")}"
            : $"{what}: the interval excludes {(isRatio ? "a ratio of 1" : "no difference")} for "
                + $"{(clear.Count > 3 ? $"{clear.Count} of {dots.Count}" : Words.Listed(clear.Select(dot => dot.Label)))}";
        var values = dots.SelectMany(dot => new[] { dot.Estimate, dot.Interval?.Lower, dot.Interval?.Upper }).OfType<double>()
            .Where(value => double.IsFinite(value) && (!isRatio || value > 0)).Append(none).ToList();
        if (!isRatio)
        {
            var room = Math.Max(1, (values.Max() - values.Min()) / 20);
            return Dots(title, dots, new("No difference", 0),
                new
                {
                    range = new[] { values.Min() - room, values.Max() + room },
                    nticks = 6,
                    gridcolor = JudgementPalette.Grid,
                    zeroline = false,
                    fixedrange = true
                });
        }

        // At least half and double, at most a hundredth and a hundredfold: what lies beyond runs to the edge.
        var (least, most) = (Math.Clamp(values.Min() / 1.3, 0.01, 0.5), Math.Clamp(values.Max() * 1.3, 2, 100));
        double[] ticks = most / least > 20 ? [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100] : [0.1, 0.2, 0.5, 1, 2, 5, 10];
        return Dots(title, dots, new("No difference", 1), new
        {
            type = "log",
            range = new[] { Math.Log10(least), Math.Log10(most) },
            tickvals = ticks,
            ticktext = ticks.Select(tick => tick.ToString(CultureInfo.InvariantCulture)),
            gridcolor = JudgementPalette.Grid,
            zeroline = false,
            fixedrange = true,
        }, least, most, isRatio);
    }

    private static SifChart Dots(string title, IReadOnlyList<Dot> dots, Line? line, object axis,
        double least = double.MinValue, double most = double.MaxValue, bool isLogarithmic = false)
    {
        var drawn = dots.Select((dot, at) => (Dot: dot, Row: at))
            .Where(own => own.Dot.Estimate is { } estimate && double.IsFinite(estimate) && estimate >= least && estimate <= most).ToList();
        var spans = dots.Select((dot, at) => (dot.Interval, Row: at)).Where(own => own.Interval is not null)
            .Select(own => (From: Within(own.Interval!.Value.Lower), To: Within(own.Interval.Value.Upper), own.Row)).ToList();
        var traces = new List<Trace>
        {
            ChartParts.Trace("scatter", new
            {
                mode = "lines",
                x = spans.SelectMany(span => new double?[] { span.From, span.To, null }),
                y = spans.SelectMany(span => new double?[] { span.Row, span.Row, null }),
                line = new { color = JudgementPalette.Accent, width = 3 },
                hoverinfo = "skip",
            }),
            ChartParts.Trace("scatter", new
            {
                mode = "markers",
                x = drawn.Select(own => own.Dot.Estimate),
                y = drawn.Select(own => own.Row),
                marker = new { size = 11, color = JudgementPalette.Accent, line = new { color = JudgementPalette.Paper, width = 1.5 } },
                customdata =
                    drawn.Select(own => $"{PlotlyText.Wrap(own.Dot.Label, HoverWidth)}<br>{PlotlyText.Wrap(own.Dot.Words, HoverWidth)}"),
                hovertemplate = "%{customdata}<extra></extra>",
            }),
        };
        var methods = dots.Select(dot => dot.Result.Method).Distinct().ToList();
        var levels = dots.Select(dot => dot.Interval?.Level).OfType<double>().Distinct().ToList();
        var subtitle = $"{(levels.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"{100 * levels[0]:0.##}% intervals. ") : "")}" +
            $"{string.Join("; ", methods.Select(method => char.ToUpperInvariant(method[0]) + method[1..]))}. Source: computed from the "
                + $"inspections given.";
        var alt = $"Dots with intervals for {dots.Count} "
            + $"{(dots.Count == 1 ? "estimate" : "estimates")}{(line is null ? "" : $", with a line at {line.Words}")}. {title}.";
        var rows = dots.Count;
        var labels = dots.Select(dot =>
            $"{PlotlyText.Wrap(dot.Label, 24)}<br><span style=\"font-size:11px\">{PlotlyText.Wrap(dot.Words, 26)}</span>").ToList();
        var height = Math.Max(46, labels.Max(label => 17 * label.Split("<br>").Length));
        return ChartParts.Chart(
            new(title, subtitle, alt, LegendRows: 0),
            new ResultTable(
                ["Label", isLogarithmic ? "Ratio" : "Estimate", "Lower", "Upper", "In words"],
                [.. dots.Select(dot =>
                    (IReadOnlyList<object?>)[dot.Label, dot.Estimate, dot.Interval?.Lower, dot.Interval?.Upper, dot.Words])]),
            traces,
            height * rows,
            new
            {
                xaxis = axis,
                yaxis = new
                {
                    tickvals = Enumerable.Range(0, rows),
                    ticktext = labels,
                    range = new[] { rows - 0.5, -0.5 },
                    showgrid = false,
                    zeroline = false,
                    automargin = true,
                    fixedrange = true,
                },
                shapes = line is null ? []
                    : new[] { new { type = "line", x0 = line.At, x1 = line.At, yref = "paper", y0 = 0,
                    y1 = 1, layer = "below", line = new { color = JudgementPalette.Ink, width = 2, dash = "dot" } } },
                annotations = line is null ? []
                    : new[] { ChartParts.Note(PlotlyText.Escape(line.Words), isLogarithmic
                    ? Math.Log10(line.At) : line.At, 1, "center", "bottom", yref: "paper") },
            },
            headRoom: line is null ? 0 : 14,
            sideRoom: 18);

        double Within(double value) => Math.Clamp(value, least, most);
    }

    private static string RatioWords(double estimate, Interval interval) =>
        $"{Short(estimate)} ({Short(interval.Lower)} to {Short(interval.Upper)})";

    private static string Short(double value) => double.IsInfinity(value) ? "∞"
        : value.ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static void RequireDots(IReadOnlyList<Dot> dots, string argument)
    {
        if (dots.Count == 0)
        {
            throw new ArgumentException("There are no results to draw.", argument);
        }
    }

    private sealed record Dot(string Label, double? Estimate, Interval? Interval, string Words, StatisticResult Result);

    private sealed record Line(string Words, double At);
}
