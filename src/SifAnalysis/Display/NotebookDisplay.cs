using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SifAnalysis.Charts;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Display;

/// <summary>How the kit's types show themselves in a notebook.</summary>
public static class NotebookDisplay
{
    private const string Html = HtmlFormatter.MimeType;
    private const string Plain = PlainTextFormatter.MimeType;
    private const string Plotly = "application/vnd.plotly.v1+json";

    private static readonly object gate = new();
    private static readonly ChartHtml chartHtml = new();
    private static ITypeFormatter? last;

    /// <summary>
    /// Registers the formatters of charts, data frames, inspections, results and findings with
    /// Microsoft.DotNet.Interactive.Formatting. A second call registers nothing anew;
    /// it starts a notebook, whose first chart brings plotly.js along.
    /// </summary>
    public static void Register()
    {
        lock (gate)
        {
            chartHtml.StartNotebook();
            if (last is not null && Formatter.RegisteredFormatters(false).Contains(last))
            {
                return;
            }

            Show<SifChart>(chart => chartHtml.Of(chart.Json, chart.AltText, TableHtml.Of(chart.Table)), chart => chart.AltText, (Plotly, chart => chart.Json));
            Show<GenericChart>(chart => chartHtml.Of(Json(chart), AltText(chart), TraceTable.Of(Json(chart)) is { } table ? TableHtml.Of(table) : null), AltText, (Plotly, Json));
            Show<DataFrame>(frame => PagedTable.Of(frame.Columns, frame.Rows.Count), frame => PagedTable.Plain(frame.Columns, frame.Rows.Count));
            Show<ResultTable>(table => TableHtml.Of(table), TableHtml.Plain);
            Show<StatisticResult>(ResultHtml, ResultPlain);
            Show<IReadOnlyList<FigureCheck>>(checks => TableHtml.Of(RecordTables.Of(checks)), checks => TableHtml.Plain(RecordTables.Of(checks)));
            Show<IReadOnlyList<ReleaseCheck>>(checks => TableHtml.Of(RecordTables.Of(checks)), checks => TableHtml.Plain(RecordTables.Of(checks)));
            Show<IReadOnlyList<ReleaseComparison>>(comparisons => TableHtml.Of(RecordTables.Of(comparisons)), comparisons => TableHtml.Plain(RecordTables.Of(comparisons)));
            Show<IReadOnlyList<ReleaseShareComparison>>(comparisons => TableHtml.Of(RecordTables.Of(comparisons)), comparisons => TableHtml.Plain(RecordTables.Of(comparisons)));
            Show<IReadOnlyList<Reinspection>>(reinspections => TableHtml.Of(RecordTables.Of(reinspections)), reinspections => TableHtml.Plain(RecordTables.Of(reinspections)));
            Show<IReadOnlyList<JudgementDifference>>(differences => TableHtml.Of(RecordTables.Of(differences)), differences => TableHtml.Plain(RecordTables.Of(differences)));
            Show<IReadOnlyList<SourceTally>>(tallies => TableHtml.Of(RecordTables.Of(tallies)), tallies => TableHtml.Plain(RecordTables.Of(tallies)));
            Show<ContingencyTable>(table => TableHtml.Of(table.ToTable()), table => TableHtml.Plain(table.ToTable()));
            Show<IReadOnlyList<LocalAuthority>>(authorities => TableHtml.Of(RecordTables.Of(authorities)), authorities => TableHtml.Plain(RecordTables.Of(authorities)));
            Show<AuthorityHistory>(history => TableHtml.Of(RecordTables.Of(history)), history => TableHtml.Plain(RecordTables.Of(history)));
            Show<IReadOnlyList<AuthorityHistory>>(histories => TableHtml.Of(RecordTables.Of(histories)), histories => TableHtml.Plain(RecordTables.Of(histories)));
            Show<IReadOnlyList<FactBeside>>(facts => TableHtml.Of(RecordTables.Of(facts)), facts => TableHtml.Plain(RecordTables.Of(facts)));
            Show<IReadOnlyList<AreaCorrespondence>>(areas => TableHtml.Of(RecordTables.Of(areas)), areas => TableHtml.Plain(RecordTables.Of(areas)));
            Show<Finding>(finding => $"<p>{TableHtml.Encode(finding.Text)}</p>", finding => finding.Text);
            Show<Judgement>(judgement => TableHtml.Encode(judgement.Name()), judgement => judgement.Name());
            Show<JudgementCounts>(counts => TableHtml.Of(RecordTables.Of(counts)), counts => TableHtml.Plain(RecordTables.Of(counts)));
            Show<LocalAuthority>(authority => TableHtml.Of(RecordTables.Of([authority])), authority => authority.Name);
            Show<Inspection>(inspection => TableHtml.Of(RecordTables.Of([inspection])), inspection => inspection.ToString());
            last = Show<InspectionSet>(
                set => TableHtml.Of(RecordTables.Of(set), InspectionsOf(set)),
                set => InspectionsOf(set));
        }
    }

    private static HtmlFormatter<T> Show<T>(Func<T, string> html, Func<T, string> plain, params (string MimeType, Func<T, string> Write)[] others)
    {
        var formatter = new HtmlFormatter<T>((value, context) => context.Writer.Write(html(value)));
        Formatter.Register(formatter);
        Formatter.Register(plain, Plain);
        foreach (var (mimeType, write) in others)
        {
            Formatter.Register(write, mimeType);
        }

        Formatter.SetPreferredMimeTypesFor(typeof(T), [.. others.Select(other => other.MimeType), Html, Plain]);
        return formatter;
    }

    private static string InspectionsOf(InspectionSet set) =>
        $"{set.Count} {(set.Count == 1 ? "inspection" : "inspections")} of {set.LatestOfEachAuthority().Count} of {set.Authorities.Count} authorities";

    private static string Json(GenericChart chart) => GenericChart.toFigureJson(chart);

    private static string AltText(GenericChart chart)
    {
        var layout = JsonNode.Parse(Json(chart))?["layout"];
        return layout?["meta"] is JsonObject meta && meta["alt"] is JsonValue alt ? alt.ToString()
            : layout?["title"] is JsonObject title && title["text"] is JsonValue text ? $"Chart: {text}"
            : "Chart";
    }

    private static string ResultHtml(StatisticResult result) =>
        $"<p>{TableHtml.Encode(result.Sentence)}</p>" +
        (result.IsDefined ? TableHtml.Of(RecordTables.WithoutEmptyColumns(result.Table)) : "") +
        string.Concat(result.Warnings.Select(warning => $"<p><strong>Beware:</strong> {TableHtml.Encode(warning)}</p>")) +
        $"<p><small>{TableHtml.Encode(result.Method)}; n = {TableHtml.Text(result.Observations)}</small></p>";

    private static string ResultPlain(StatisticResult result) =>
        string.Join('\n', [result.Sentence, .. result.Warnings.Select(warning => $"Beware: {warning}")]);
}
