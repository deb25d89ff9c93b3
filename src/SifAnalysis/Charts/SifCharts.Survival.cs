using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>Time to an event.</content>
public static partial class SifCharts
{
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>
    /// A Kaplan-Meier curve: the share for which the event has not come, in steps, with the interval of each step as a band and the
    /// number at risk under the axis.
    /// </summary>
    /// <param name="curve">The curve.</param>
    /// <param name="happening">What comes: "a first report".</param>
    /// <param name="unit">The unit of the times.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The curve does not exist for its data.</exception>
    public static SifChart Survival(SurvivalCurve curve, string happening = "the event", string unit = "days")
    {
        RequireDefined(curve);
        ArgumentNullException.ThrowIfNull(happening);
        ArgumentNullException.ThrowIfNull(unit);
        var steps = curve.Steps.Select(step => new CurveStep(step.Time, step.AtRisk, step.Survival, step.Interval)).ToList();
        var title = curve.Median is { } median
            ? string.Create(CultureInfo.InvariantCulture, $"Half had {happening} by {median:0.#} {unit}")
            : string.Create(CultureInfo.InvariantCulture,
                $"{ChartParts.Percent(1 - curve.Steps[^1].Survival, 1)} had {happening} by {curve.Steps[^1].Time:0.#} {unit}");
        return Curves(
            new(title, curve, $"Share without {happening}", unit),
            [new Curve($"Without {happening}", 1, steps)]);
    }

    /// <summary>
    /// Curves of cumulative incidence: the share for which each outcome has come, in steps, with the interval of each step as a band and
    /// the number at risk under the axis.
    /// </summary>
    /// <param name="incidence">The incidence of each outcome.</param>
    /// <param name="unit">The unit of the times.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The incidence does not exist for its data.</exception>
    public static SifChart Incidence(IncidenceResult incidence, string unit = "days")
    {
        RequireDefined(incidence);
        ArgumentNullException.ThrowIfNull(unit);
        var curves = incidence.Outcomes
            .Select(own => new Curve(own.Outcome, 0,
                [.. own.Steps.Select(step => new CurveStep(step.Time, step.AtRisk, step.Incidence, step.Interval))]))
            .ToList();
        var said = Words.Listed(curves.Select(curve => $"{curve.Name} {ChartParts.Percent(curve.Steps[^1].Share, 1)}"));
        return Curves(
            new(string.Create(CultureInfo.InvariantCulture, $"By {curves[0].Steps[^1].Time:0.#} {unit}: {said}"),
                incidence, "Share with the outcome", unit),
            curves);
    }

    private static SifChart Curves(CurveWords words, IReadOnlyList<Curve> curves)
    {
        var last = curves[0].Steps[^1].Time;
        var traces = curves.Select(curve => Line(Moments(curve), step => step.Upper, null))
            .Zip(curves.Select(curve => Line(Moments(curve), step => step.Lower, "tonexty")), (upper, lower) => new[] { upper, lower })
            .SelectMany(pair => pair)
            .Concat(curves.Select((curve, at) =>
            {
                var moments = Moments(curve);
                return ChartParts.Trace("scatter", new
                {
                    mode = "lines",
                    x = moments.Select(step => step.Time),
                    y = moments.Select(step => 100 * step.Share),
                    line = new { shape = "hv", color = JudgementPalette.Accent, width = 2.5, dash = Dashes[at % Dashes.Length] },
                    customdata = moments.Select(step => string.Create(CultureInfo.InvariantCulture,
                        $"{100 * step.Lower:0.0} to {100 * step.Upper:0.0}%; {step.AtRisk} at risk")),
                    hovertemplate = $"{PlotlyText.Wrap(curve.Name, HoverWidth)}<br>{PlotlyText.Escape(words.Unit)}: "
                        + $"%{{x}}<br>%{{y:.1f}}%<br>%{{customdata}}<extra></extra>",
                });
            }));
        var level = curves.SelectMany(curve => curve.Steps).Max(step => step.Interval?.Level ?? 0);
        var subtitle = string.Create(CultureInfo.InvariantCulture,
            $"n = {words.Result.Observations}; {(level > 0 ? $"{100 * level:0.##}% intervals; " : "")}{words.Result.Method}. Source: "
            + $"computed from the inspections given.");
        var alt = $"Step {(curves.Count == 1 ? "curve" : "curves")} with intervals: {Sentence(words.Axis)} over time in {words.Unit}. "
            + $"{words.Title}.";
        var tick = RoundStep(last / 4);
        var ticks = Enumerable.Range(0, (int)(last / tick) + 1).Select(at => at * tick).ToList();
        return ChartParts.Chart(
            new(words.Title, subtitle, alt, LegendRows: 0),
            words.Result.Table,
            traces,
            300,
            new
            {
                xaxis = new
                {
                    range = new[] { 0, last * 1.01 },
                    tickvals = ticks,
                    ticktext = ticks.Select(at => string.Create(CultureInfo.InvariantCulture, $"{at:0.##}<br>{AtRisk(at)}")),
                    title = new
                    {
                        text = $"{PlotlyText.Escape(char.ToUpperInvariant(words.Unit[0]) + words.Unit[1..])}; below, how many "
                        + $"are still followed",
                        standoff = 8,
                        font = new { size = 12 }
                    },
                    showgrid = false,
                    fixedrange = true,
                },
                yaxis = new
                {
                    range = new[] { 0, 101 },
                    ticksuffix = "%",
                    dtick = 25,
                    gridcolor = JudgementPalette.Grid,
                    zeroline = false,
                    fixedrange = true,
                    automargin = true
                },
                annotations = (curves.Count == 1 ? [] : EndLabels(curves.OrderBy(curve => curve.Steps[^1].Share).ToList()))
                    .Append(ChartParts.Note(PlotlyText.Escape(words.Axis), 0, 1.04, "left", "bottom", xref: "paper", yref: "paper")),
            },
            headRoom: 24,
            footRoom: 78,
            sideRoom: curves.Count == 1 ? 20 : 100);

        int AtRisk(double at) => curves[0].Steps.FirstOrDefault(step => step.Time >= at)?.AtRisk ?? 0;

        static IReadOnlyList<CurveStep> Moments(Curve curve) => [new(0, curve.Steps[0].AtRisk, curve.Start, null), .. curve.Steps];

        static Trace Line(IReadOnlyList<CurveStep> moments, Func<CurveStep, double> limit, string? fill) => ChartParts.Trace("scatter", new
        {
            mode = "lines",
            x = moments.Select(step => step.Time),
            y = moments.Select(step => Math.Round(100 * limit(step), 4)),
            line = new { shape = "hv", width = 0, color = JudgementPalette.AccentTint },
            fill = fill ?? "none",
            fillcolor = JudgementPalette.AccentTint,
            hoverinfo = "skip",
        });

        static IEnumerable<object> EndLabels(IReadOnlyList<Curve> upwards)
        {
            var free = 0.0;
            foreach (var curve in upwards)
            {
                var lines = PlotlyText.Lines($"{curve.Name} {ChartParts.Percent(curve.Steps[^1].Share, 1)}", 14);
                var half = 2.8 * lines.Count;
                var middle = Math.Max(100 * curve.Steps[^1].Share, free + half);
                free = middle + half;
                yield return ChartParts.Note(string.Join("<br>", lines.Select(PlotlyText.Escape)), 1.01, middle, "left", xref: "paper");
            }
        }
    }

    /// <summary>The nearest of 1, 2, 5 times a power of ten that is at least the given number.</summary>
    private static double RoundStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(least, 1e-9))));
        return new[] { 1, 2, 5, 10 }.Select(digit => digit * power).First(step => step >= least * 0.999999);
    }

    private sealed record CurveStep(double Time, int AtRisk, double Share, Interval? Interval)
    {
        public double Lower => Interval?.Lower ?? Share;

        public double Upper => Interval?.Upper ?? Share;
    }

    private sealed record Curve(string Name, double Start, IReadOnlyList<CurveStep> Steps);

    private sealed record CurveWords(string Title, StatisticResult Result, string Axis, string Unit);
}
