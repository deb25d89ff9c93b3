using System.Globalization;
using System.Text.RegularExpressions;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>The tables of published figures, of official counts and of sources.</summary>
public static partial class FigureTables
{
    internal static readonly string[] FigureColumns = ["id", "publication", "statement", "value", "unit", "measure", "as_at"];

    internal static readonly string[] FigureOptional =
        ["qualifier", "area", "judgement", "authority", "least", "most", "tolerance"];

    internal static readonly string[] CountColumns = ["as_at", "published", "area", "what", "source"];

    internal static readonly string[] CountOptional =
        ["outstanding", "good", "requires_improvement", "inadequate", "total", "notes"];

    internal static readonly string[] SourceColumns = ["id", "rank", "title"];

    internal static readonly string[] SourceOptional = ["rows_dated", "rows_judged"];

    /// <summary>Loads the published figures of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/published-figures.csv</c>.</param>
    public static Loaded<PublishedFigure> LoadFigures(string path)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return CsvTable.Read(path, FigureColumns, FigureOptional, row => Figure(row, seen));
    }

    /// <summary>Loads the official counts of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/official-counts.csv</c>.</param>
    public static Loaded<OfficialCount> LoadOfficialCounts(string path) => CsvTable.Read(path, CountColumns, CountOptional, Count);

    /// <summary>Loads the sources of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/sources.csv</c>.</param>
    public static Loaded<Source> LoadSources(string path) => CsvTable.Read(path, SourceColumns, SourceOptional, Source);

    private static PublishedFigure? Figure(CsvTable row, Dictionary<string, int> seen)
    {
        var id = row.RequiredText("id");
        var asAt = row.Date("as_at");
        var texts = FigureColumns[1..6].Select(row.RequiredText).ToArray();
        if (row.Text("as_at") is null)
        {
            row.RequiredText("as_at");
        }

        if (id is not null && !seen.TryAdd(id, row.Line))
        {
            row.Problem("id", id, $"the figure stands on line {seen[id]} already; give each figure its own id.");
        }

        var judgementText = row.Text("judgement");
        if (!JudgementParsing.TryParse(judgementText, out var judgement))
        {
            row.Problem("judgement", judgementText, $"expected {JudgementParsing.Expected}.");
        }

        var area = Area(row);
        var (least, most) = (row.Number("least"), row.Number("most"));
        if (least > most)
        {
            row.Problem("least", row.Text("least"), $"this is more than most, {row.Text("most")}.");
        }

        return id is null || asAt is null || texts.Contains(null)
            ? null
            : new PublishedFigure(id, texts[0]!, texts[1]!, texts[2]!, texts[3]!, texts[4]!, asAt.Value)
            {
                Qualifier = row.Text("qualifier") ?? "exact",
                Area = area,
                Judgement = judgement,
                Authority = row.Text("authority"),
                Least = least,
                Most = most,
                Tolerance = row.Text("tolerance"),
            };
    }

    private static OfficialCount? Count(CsvTable row)
    {
        var asAt = row.RequiredText("as_at");
        if (asAt is not null && !Day().IsMatch(asAt))
        {
            row.Problem("as_at", asAt, "expected a day, 2016-12-31, or a month, 2016-12.");
        }
        else if (asAt is not null && Dates.Parse(asAt.Length == 7 ? asAt + "-01" : asAt) is null)
        {
            row.Problem("as_at", asAt, $"expected {Dates.Expected}.");
        }

        var published = row.Date("published");
        var area = Area(row);
        var (what, source) = (row.RequiredText("what"), row.RequiredText("source"));
        if (row.Text("published") is null)
        {
            row.RequiredText("published");
        }

        if (row.Text("area") is null)
        {
            row.RequiredText("area");
        }

        var counts = CountOptional[..5].Select(row.Integer).ToArray();
        for (var index = 0; index < counts.Length; index++)
        {
            if (counts[index] < 0)
            {
                row.Problem(CountOptional[index], row.Text(CountOptional[index]), "a count is 0 or more.");
            }
        }

        // Four counts may be more than a whole number holds, where a digit too many was typed.
        var sum = counts[..4].Sum(count => (long)(count ?? 0));
        if (sum > counts[4])
        {
            row.Problem("total", row.Text("total"), $"the four judgements sum to {sum.ToString(CultureInfo.InvariantCulture)}, which is more.");
        }

        return asAt is null || published is null || area is null || what is null || source is null
            ? null
            : new OfficialCount(asAt, published.Value, area.Value, what, source)
            {
                Outstanding = counts[0],
                Good = counts[1],
                RequiresImprovement = counts[2],
                Inadequate = counts[3],
                Total = counts[4],
                Notes = row.Text("notes"),
            };
    }

    private static Source? Source(CsvTable row)
    {
        var (id, title) = (row.RequiredText("id"), row.RequiredText("title"));
        var rank = row.Value<SourceRank>(
            "rank",
            text => Enum.GetValues<SourceRank>().Cast<SourceRank?>().FirstOrDefault(each => each.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase)),
            "ofsted, council, press or inferred");
        if (row.Text("rank") is null)
        {
            row.RequiredText("rank");
        }

        var (dated, judged) = (row.Integer("rows_dated") ?? 0, row.Integer("rows_judged") ?? 0);
        return id is null || title is null || rank is null ? null : new Source(id, rank.Value, title) { RowsDated = dated, RowsJudged = judged };
    }

    private static JudgementArea? Area(CsvTable row) => row.Value<JudgementArea>(
        "area",
        text => InspectionTable.AreaColumns.Where(pair => pair.Value == text).Select(pair => (JudgementArea?)pair.Key).FirstOrDefault(),
        $"a judgement area: {string.Join(", ", InspectionTable.AreaColumns.Values)}");

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?$")]
    private static partial Regex Day();
}
