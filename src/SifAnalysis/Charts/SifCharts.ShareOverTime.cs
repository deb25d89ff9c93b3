using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>Judgements as the cycle went on.</content>
public static partial class SifCharts
{
    /// <summary>
    /// The last day of which the article "Behind the Inspection Ratings: Single assessment framework" (Children &amp; Young People Now,
    /// 3 January 2017) speaks; charts over time mark it.
    /// </summary>
    public static DateOnly ArticleDay { get; } = new(2016, 12, 31);

    /// <summary>
    /// Stacked areas to 100%: the share of each judgement among the reports published so far, day by day, unknown ones hatched.
    /// Reports whose day is unknown are left out, and the subtitle says how many. Early shares stand on few reports: the axis tells
    /// how many there were.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area whose judgements are shown.</param>
    /// <param name="marked">The day that is marked; <see cref="ArticleDay"/> unless told. A day outside the period is not marked.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspection whose day of publication is known.</exception>
    public static SifChart ShareOverTime(InspectionSet inspections,
        JudgementArea area = JudgementArea.OverallEffectiveness, DateOnly? marked = null)
    {
        RequireInspections(inspections);
        var days = inspections.Select(inspection => inspection.Published).OfType<DateOnly>().Distinct().Order().ToList();
        if (days.Count == 0)
        {
            throw new ArgumentException("No inspection has a known day of publication, so there is no time to follow.",
                nameof(inspections));
        }

        var dated = inspections.PublishedBy(days[^1]);
        var counts = Cumulative(dated, area, days);
        var last = counts[^1];
        double Share(JudgementCounts of, Mark kind) => 100.0 * kind.Of(of) / of.Inspections;
        var marks = Mark.In(counts);
        IReadOnlyList<Mark> upwards = [.. marks.Take(4).Reverse(), .. marks.Skip(4)];
        // A report counts from its day on; the last day lasts for one, so that it can be seen.
        var moments = days.Append(days[^1].AddDays(1)).Select(day => day.Iso()).ToList();
        var traces = upwards.Select(kind => ChartParts.Trace("scatter", new
        {
            name = kind.Name,
            mode = "lines",
            stackgroup = "judgements",
            x = moments,
            y = counts.Append(last).Select(of => Math.Round(Share(of, kind), 6)),
            line = new { shape = "hv", width = 1, color = JudgementPalette.Paper },
            fillcolor = JudgementPalette.Fill(kind.Judgement),
            fillpattern = kind.Judgement is null ? kind.Pattern : null,
            customdata = counts.Append(last).Select(of => $"{kind.Of(of)} of {of.Inspections}"),
            hovertemplate = $"%{{x|%-d %B %Y}}<br>{kind.Name}: %{{customdata}} (%{{y:.0f}}%)<extra></extra>",
        }));

        var mark = marked ?? ArticleDay;
        var isMarked = mark >= days[0] && mark <= days[^1];
        JudgementCounts By(DateOnly day) => counts[days.FindLastIndex(own => own <= day)];
        string Inadequate(JudgementCounts of) => of.Known == 0 ? "unknown" : ChartParts.Percent(of.Inadequate, of.Known);
        var title = last.Known == 0 ? $"{area.Name()}: no judgement is known"
            : isMarked ? $"{area.Name()}: {Inadequate(By(mark))} of known judgements inadequate by {Words.Day(mark)}, "
                + $"{Inadequate(last)} by {Words.Day(days[^1])}"
            : $"{area.Name()}: {Inadequate(last)} of known judgements inadequate by {Words.Day(days[^1])}";
        var undated = inspections.Count - dated.Count;
        var subtitle = (undated > 0 ? $"{undated} without a known day of publication left out. " : "") + ChartParts.Describe(dated);
        var alt = $"Stacked areas to 100%: the share of each judgement among the reports published so far{Patterns(marks)}. {title}.";
        // A year stands at its first of January.
        var years = Enumerable.Range(days[0].Year, days[^1].Year - days[0].Year + 1)
            .Select(year => new DateOnly(year, 1, 1)).Where(day => day > days[0]).ToList();
        var ticks = years.Count > 0 ? years : [days[0]];
        var lines = isMarked ? new[] { mark } : [];
        return ChartParts.Chart(
            new(title, subtitle, alt, LegendRows: 0),
            new ResultTable(
                ["Published by", .. marks.Select(mark => mark.Name), "Total"],
                [.. days.Zip(counts, (day, of) =>
                    (IReadOnlyList<object?>)[day, .. marks.Select(mark => (object?)mark.Of(of)), of.Inspections])]),
            traces,
            320,
            new
            {
                xaxis = new
                {
                    type = "date",
                    tickvals = ticks.Select(day => day.Iso()),
                    ticktext = ticks.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy}<br>n = {By(day).Inspections}")),
                    tickangle = 0,
                    tickfont = new { size = 11 },
                    showgrid = false,
                    fixedrange = true,
                },
                yaxis = new
                {
                    range = new[] { 0, 100 },
                    ticksuffix = "%",
                    dtick = 25,
                    showgrid = false,
                    zeroline = false,
                    fixedrange = true,
                    automargin = true
                },
                shapes =
                    lines.Select(
                    day => new
                    {
                        type = "line",
                        x0 = day.Iso(),
                        x1 = day.Iso(),
                        yref = "paper",
                        y0 = 0,
                        y1 = 1.02,
                        line = new { color = JudgementPalette.Ink, width = 2, dash = "dot" }
                    }),
                annotations = EndLabels(upwards.Where(kind => kind.Of(last) > 0).Select(kind => (kind, Share(last, kind))))
                    .Concat(lines.Select(day => ChartParts.Note($"{Words.Day(day)}, n = {By(day).Inspections}", day.Iso(), 1.02,
                        days[^1].DayNumber - day.DayNumber > day.DayNumber - days[0].DayNumber
                        ? "left" : "right", "bottom", yref: "paper"))),
            },
            headRoom: 22,
            footRoom: 52,
            sideRoom: 108);
    }

    private static List<JudgementCounts> Cumulative(InspectionSet dated, JudgementArea area, IReadOnlyList<DateOnly> days)
    {
        var of = dated.ToLookup(inspection => inspection.Published!.Value, inspection => Mark.Of(inspection, area));
        var kinds = new int[AreaStatement.Codes];
        var counts = new List<JudgementCounts>();
        foreach (var day in days)
        {
            foreach (var kind in of[day])
            {
                kinds[kind.Judgement is { } judgement ? (int)judgement : kind.IsNotJudged ? 5 : 0]++;
            }

            counts.Add(new(kinds[1], kinds[2], kinds[3], kinds[4], kinds[0], kinds[5]));
        }

        return counts;
    }

    // Each name beside the end of its band, moved up where two would overlap.
    private static IEnumerable<object> EndLabels(IEnumerable<(Mark Kind, double Share)> bands)
    {
        const double LineHeight = 5.2;
        var (below, free) = (0.0, 0.0);
        var labels = new List<(string Text, double Middle, double Half)>();
        foreach (var (kind, share) in bands)
        {
            var text = PlotlyText.Lines($"{kind.Name} {ChartParts.Percent(share, 100)}", 14);
            var half = text.Count * LineHeight / 2;
            var middle = Math.Max(below + (share / 2), free + half);
            labels.Add((string.Join("<br>", text), middle, half));
            (below, free) = (below + share, middle + half);
        }

        for (var (at, ceiling) = (labels.Count - 1, 101.0); at >= 0; at--)
        {
            labels[at] = labels[at] with { Middle = Math.Min(labels[at].Middle, ceiling - labels[at].Half) };
            ceiling = labels[at].Middle - labels[at].Half;
        }

        return labels.Select(label => ChartParts.Note(label.Text, 1.01, label.Middle, "left", xref: "paper"));
    }
}
