using System.Globalization;
using System.Text;
using SifAnalysis.Figures;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Drawing;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The counts of judgements that one publication states, beside those of the rows.</summary>
/// <param name="Days">The publication, and the days on which its figures hold.</param>
/// <param name="Day">A day on which they hold.</param>
/// <param name="Areas">For each area: the counts stated by judgement, and the counts of the rows.</param>
/// <param name="Checks">The figures behind the counts.</param>
internal sealed record Graphic(
    PublicationDays Days,
    DateOnly Day,
    IReadOnlyList<(JudgementArea Area, IReadOnlyDictionary<Judgement, int> Stated, JudgementCounts Rows)> Areas,
    IReadOnlyList<FigureCheck> Checks)
{
    /// <summary>The graphic of the first publication that states counts of judgements, or <see langword="null"/> where none does.</summary>
    public static Graphic? Of(SiteContent content)
    {
        var counts = content.Checks
            .Where(check => check.Figure is { Measure: "count", Area: not null, Judgement: not null, Authority: null }).ToList();
        if (counts.Count == 0)
        {
            return null;
        }

        var first = counts[0];
        var own = counts.Where(check => check.Figure.Publication == first.Figure.Publication).ToList();
        var published = content.Data.Inspections.PublishedBy(first.Day);
        var areas = own.GroupBy(check => check.Figure.Area!.Value).Select(group => (
            group.Key,
            (IReadOnlyDictionary<Judgement, int>)group.ToDictionary(
                check => check.Figure.Judgement!.Value, check => int.Parse(check.Figure.Value, CultureInfo.InvariantCulture)),
            published.Counts(group.Key)));
        return new Graphic(content.Days.Single(days => days.Publication == first.Figure.Publication), first.Day, [.. areas], own);
    }

    /// <summary>The finding in one sentence, from the rows.</summary>
    public string Headline
    {
        get
        {
            var rows = Areas[0].Rows;
            var held = Checks.Count(check => check.Verdict is Verdict.Reproduced or Verdict.Consistent);
            var verdict = held == Checks.Count ? "The published counts hold" : $"Of {Checks.Count} published counts, {held} hold";
            return rows.Unknown == 0
                ? $"Of {rows.Total} reports on children’s services by {Markup.Day(Day)}, {rows.Outstanding + rows.Good} said good or "
                    + $"better and {rows.Inadequate} inadequate. {verdict}"
                : $"Of {rows.Known} reports on children’s services whose judgement is known by {Markup.Day(Day)}, "
                    + $"{rows.Outstanding + rows.Good} said good or better. {verdict}";
        }
    }

    /// <summary>The bars as a drawing.</summary>
    public string Drawing() => Bars.Svg(
        [
            .. Areas.SelectMany(area => (Bars.Row[])
            [
                new($"{area.Area.ShortName()}: the article", Stated(area.Stated, area.Rows.Total)) { Order = Order(area.Stated) },
                new($"{area.Area.ShortName()}: the rows", Levels(area.Rows)),
            ]),
        ],
        Alt,
        "Judgements of children’s services: the article and the rows");

    /// <summary>The graphic and its table as HTML.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(Days.Publication)} gave these counts of judgements. "
            + $"{Text(Days.Sentence)}</p>\n{Bars.Key("Unknown, or not stated")}");
        html.Append(Figure
            .Html(Drawing(), "article-and-rows", Text(Alt)));
        html.Append("<table class=\"cards\"><thead><tr><th scope=\"col\">Count</th><th scope=\"col\" class=\"number\">The article</th>"
            + "<th scope=\"col\" class=\"number\">The rows</th>");
        html.Append("<th scope=\"col\">Verdict</th><th scope=\"col\">The rows give it on</th></tr></thead><tbody>\n");
        html.Append(Each(Checks, check =>
            $"<tr><th scope=\"row\"><a href=\"#figure-{Text(check.Figure.Id)}\">{Text(check.Figure.Area!.Value.ShortName())}: "
                + $"{Text(check.Figure.Judgement!.Value.Name().ToLowerInvariant())}</a></th>"
            + $"<td class=\"number\" data-label=\"The article\">{Text(check.Figure.Stated)}</td><td class=\"number\" data-label=\"The "
                + $"rows\">{Text(check.Computed)}</td>"
            + $"<td data-label=\"Verdict\">{Tick.Html(check.Verdict)}</td><td data-label=\"The rows give it on\">"
                + $"{Text(check.Days?.ToString() ?? "any day")}</td></tr>\n"));
        return html.Append("</tbody></table>\n").ToString();
    }

    private string Alt => string.Join(
        " ", Areas.Select(area => $"{area.Area.ShortName()}: the article says {Said(area.Stated)}; the rows give {Rows(area.Rows)}."));

    // What is left of the reports stands where the judgement stands that the article gives no count of.
    private static IReadOnlyList<int> Order(IReadOnlyDictionary<Judgement, int> stated) =>
        [.. Names.AllJudgements.Select(judgement => stated.ContainsKey(judgement) ? (int)judgement : 0).Append(0).Distinct()];

    private static Dictionary<int, int> Stated(IReadOnlyDictionary<Judgement, int> stated, int total)
    {
        var levels = stated.ToDictionary(pair => (int)pair.Key, pair => pair.Value);
        levels[0] = Math.Max(0, total - levels.Values.Sum());
        return levels;
    }

    private static Dictionary<int, int> Levels(JudgementCounts counts)
    {
        var levels = Names.AllJudgements.ToDictionary(judgement => (int)judgement, judgement => counts[judgement]);
        levels[0] = counts.Total - levels.Values.Sum();
        return levels;
    }

    private static string Said(IReadOnlyDictionary<Judgement, int> stated) =>
        Words.Listed(stated.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key.Name().ToLowerInvariant()}"));

    private static string Rows(JudgementCounts counts) => Words.Listed(
        Names.AllJudgements.Select(judgement => $"{counts[judgement]} {judgement.Name().ToLowerInvariant()}")
            .Concat(counts.Unknown > 0 ? [$"{counts.Unknown} unknown"] : []));
}
