using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>The days on which published figures hold.</content>
public static partial class SifCharts
{
    // A figure may hold for years; what matters lies near the days of which the publication speaks.
    private const int DaysAround = 45;

    /// <summary>
    /// Bars under one another, one a figure: the days on which the rows give it. The days common to as many figures as any day satisfies
    /// are marked; figures that no common day satisfies are drawn paler.
    /// </summary>
    /// <param name="publication">The figures of one publication, as <see cref="FigureChecks.Days"/> gives them.</param>
    /// <exception cref="ArgumentNullException">The publication is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No figure of the publication hangs on the day.</exception>
    public static SifChart FigureDays(PublicationDays publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var figures = publication.Together.Select(check => (Check: check, IsTogether: true))
            .Concat(publication.Apart.Select(check => (Check: check, IsTogether: false))).ToList();
        if (figures.Count == 0)
        {
            throw new ArgumentException("No figure of the publication hangs on the day.", nameof(publication));
        }

        var (first, last) = (publication.Window.First.AddDays(-DaysAround), publication.Window.Last!.Value.AddDays(DaysAround));
        var shown = new DayInterval(first, last);
        var bars = figures.SelectMany((figure, row) => Figures.FigureDays.Common([shown], figure.Check.Days!.Possible)
            .Select(days => (Row: row, figure.IsTogether, Days: days, figure.Check))).ToList();
        var together = Findings.Words.Listed(publication.Common.Select(days => days.ToString()));
        var title = publication.Common.Count == 0
            ? "On no day do the rows give the figures together"
            : $"{publication.Together.Count} of {figures.Count} figures hold together on {together}";
        var alt = $"Bars over time, one for each of {figures.Count} figures: the days on which the rows give it. {title}. "
            + (publication.Apart.Count > 0
                ? $"Apart: {Findings.Words.Listed(publication.Apart.Select(check => check.Figure.Statement))}." : "All hold together.");
        var months = Enumerable.Range(0, 12).Select(month => new DateOnly(first.Year, first.Month, 1).AddMonths(month))
            .Where(shown.Contains).ToList();
        return ChartParts.Chart(
            new(title, "Days on which the rows give each figure. Source: Ofsted reports, each row with its own source in the kit’s data.",
                alt, LegendRows: 0),
            new ResultTable(
                ["Figure", "Stated", "Days on which the rows give it", "Together"],
                [.. figures.Select(figure => (IReadOnlyList<object?>)
                    [figure.Check.Figure.Statement, figure.Check.Figure.Stated,
                        figure.Check.Days!.ToString(), figure.IsTogether ? "yes" : "no"])]),
            [Bars(isTogether: true), Bars(isTogether: false)],
            38 * figures.Count,
            new
            {
                barmode = "overlay",
                xaxis = new
                {
                    type = "date",
                    range = new[] { first.Iso(), last.Iso() },
                    tickvals = months.Select(day => day.Iso()),
                    ticktext = months.Select(day => day.ToString("MMM<br>yyyy", System.Globalization.CultureInfo.InvariantCulture)),
                    tickfont = new { size = 11 },
                    gridcolor = JudgementPalette.Grid,
                    fixedrange = true,
                },
                yaxis = new { visible = false, range = new[] { figures.Count - 0.5, -0.8 }, fixedrange = true },
                shapes = publication.Common.Select(days => new
                {
                    type = "rect",
                    x0 = days.First.Iso(),
                    x1 = (days.Last ?? last).AddDays(1).Iso(),
                    yref = "paper",
                    y0 = 0,
                    y1 = 1,
                    fillcolor = JudgementPalette.AccentTint,
                    line = new { width = 0 },
                    layer = "below",
                }),
                annotations = figures.Select((figure, row) => ChartParts.Note(
                    PlotlyText.Escape(Label(figure.Check.Figure)), 0, row - 0.24, "left", "bottom", 11, xref: "paper")),
            },
            headRoom: 6,
            footRoom: 44,
            sideRoom: 16);

        Trace Bars(bool isTogether)
        {
            var own = bars.Where(bar => bar.IsTogether == isTogether).ToList();
            return ChartParts.Trace("bar", new
            {
                orientation = "h",
                y = own.Select(bar => bar.Row),
                x = own.Select(bar => ((bar.Days.Last ?? last).DayNumber - bar.Days.First.DayNumber + 1) * 86_400_000L),
                @base = own.Select(bar => bar.Days.First.Iso()),
                width = 0.28,
                offset = -0.2,
                marker = new { color = isTogether ? JudgementPalette.Accent : JudgementPalette.Hatch },
                customdata = own.Select(bar => $"{PlotlyText.Wrap(bar.Check.Figure.Statement, HoverWidth)}<br>{bar.Check.Days}"),
                hovertemplate = "%{customdata}<extra></extra>",
            });
        }
    }

    // What a narrow screen holds: the value goes where it would not fit, as it stands in the table.
    private static string Label(PublishedFigure figure)
    {
        const int Longest = 54;
        var words = figure.Statement.Split(':')[0].Split(", by the")[0];
        var label = $"{words}: {figure.Stated}";
        return label.Length <= Longest ? label : words.Length <= Longest ? words : $"{words[..(Longest - 1)].TrimEnd()}…";
    }
}
