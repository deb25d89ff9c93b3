using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SifAnalysis.Charts;
using SifAnalysis.Figures;
using SifAnalysis.Findings;
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

            Show<SifChart>(chart => chartHtml.Of(chart.Json, chart.AltText, TableHtml.Of(chart.Table)),
                chart => chart.AltText, (Plotly, chart => chart.Json));
            Show<GenericChart>(chart => chartHtml.Of(Json(chart), AltText(chart), TraceTable.Of(Json(chart)) is { } table
                ? TableHtml.Of(table) : null), AltText, (Plotly, Json));
            Show<DataFrame>(TableHtml.Of, frame =>
                $"Table of {Words.Counted((int)frame.Rows.Count, "row")} and {Words.Counted(frame.Columns.Count, "column")}");
            Show<ResultTable>(table => TableHtml.Of(table), TableHtml.Plain);
            Show<StatisticResult>(ResultHtml, ResultPlain);
            ShowTable<IReadOnlyList<FigureCheck>>(RecordTables.Of);
            ShowTable<IReadOnlyList<ReleaseCheck>>(RecordTables.Of);
            ShowTable<IReadOnlyList<ReleaseComparison>>(RecordTables.Of);
            ShowTable<IReadOnlyList<ReleaseShareComparison>>(RecordTables.Of);
            ShowTable<IReadOnlyList<Reinspection>>(RecordTables.Of);
            ShowTable<IReadOnlyList<JudgementDifference>>(RecordTables.Of);
            ShowTable<IReadOnlyList<SourceTally>>(RecordTables.Of);
            ShowTable<ContingencyTable>(table => table.ToTable());
            ShowTable<IReadOnlyList<LocalAuthority>>(RecordTables.Of);
            ShowTable<AuthorityHistory>(RecordTables.Of);
            ShowTable<IReadOnlyList<AuthorityHistory>>(RecordTables.Of);
            ShowTable<IReadOnlyList<FactBeside>>(RecordTables.Of);
            ShowTable<IReadOnlyList<AreaCorrespondence>>(RecordTables.Of);
            Show<Finding>(finding => $"<p>{TableHtml.Encode(finding.Text)}</p>", finding => finding.Text);
            Show<Judgement>(judgement => TableHtml.Encode(judgement.Name()), judgement => judgement.Name());
            ShowTable<JudgementCounts>(RecordTables.Of);
            Show<LocalAuthority>(authority => TableHtml.Of(RecordTables.Of([authority])), authority => authority.Name);
            Show<Inspection>(inspection => TableHtml.Of(RecordTables.Of([inspection])), inspection => inspection.ToString());
            ShowTable<IReadOnlyList<Inspection>>(RecordTables.Of);
            last = Show<InspectionSet>(
                set => TableHtml.Of(RecordTables.Of(set), InspectionsOf(set)),
                set => InspectionsOf(set));
        }
    }

    private static void ShowTable<T>(Func<T, ResultTable> table) =>
        Show<T>(value => TableHtml.Of(table(value)), value => TableHtml.Plain(table(value)));

    private static HtmlFormatter<T> Show<T>(
        Func<T, string> html, Func<T, string> plain, params (string MimeType, Func<T, string> Write)[] others)
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
        $"{Words.Counted(set.Count, "inspection")} of {set.LatestOfEachAuthority().Count} of {set.Authorities.Count} authorities";

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
        string.Concat(result.Warnings.Select(warning => $"<p><strong>Note:</strong> {TableHtml.Encode(warning)}</p>")) +
        $"<p><small>{TableHtml.Encode(result.Method)}; n = {TableHtml.Text(result.Observations)}</small></p>";

    private static string ResultPlain(StatisticResult result) =>
        string.Join('\n', [result.Sentence, .. result.Warnings.Select(warning => $"Note: {warning}")]);
}
