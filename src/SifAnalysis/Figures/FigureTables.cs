using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Figures;

/// <summary>The tables of published figures and of official counts.</summary>
public static class FigureTables
{
    private static readonly string[] Counted = ["outstanding", "good", "requires_improvement", "inadequate", "total"];

    /// <summary>Figures that publications state.</summary>
    public static DataTable<PublishedFigure> Figures { get; } = new(
        "published-figures",
        "Figures that publications state, in our words, and the measure that answers each",
        ["id"],
        [
            new("id", Text, "Name of the figure.", figure => figure.Id) { IsRequired = true, IsUnique = true },
            new("publication", Text, "The publication.", figure => figure.Publication) { IsRequired = true },
            new("statement", Text, "What is stated, in our words.", figure => figure.Statement) { IsRequired = true },
            new("value", Text, "The value stated.", figure => figure.Value) { IsRequired = true },
            new("unit", Text, "What the value counts.", figure => figure.Unit) { IsRequired = true },
            new("measure", Text, "The measure of the library that answers it.", figure => figure.Measure) { IsRequired = true },
            new("first_day", Date, "The first day of which the publication may speak.", figure => figure.FirstDay) { IsRequired = true },
            new("last_day", Date, "The last day of which the publication may speak.", figure => figure.LastDay) { IsRequired = true },
            new("qualifier", Text, "What the words imply: exact, about, just under, by, expected.", figure => figure.Qualifier),
            InspectionColumns.AreaColumn<PublishedFigure>("The area that the figure is about.", figure => figure.Area),
            TableColumn.Choice<PublishedFigure>("judgement", "The judgement that the figure is about.",
                InspectionColumns.Grades, figure => figure.Judgement?.Name()) with { Ordered = InspectionColumns.Grades.Length },
            new("authority", Text, "The authority that the figure is about.", figure => figure.Authority),
            new("least", Number, "The least value that vague words allow.", figure => figure.Least),
            new("most", Number, "The greatest value that vague words allow.", figure => figure.Most),
            new("tolerance", Text, "Why the words allow these values, and how the figure is read.", figure => figure.Tolerance),
        ]);

    /// <summary>Counts that official releases and the press published.</summary>
    public static DataTable<OfficialCount> Counts { get; } = new(
        "official-counts",
        "Counts that official releases and the press published",
        [],
        [
            new("as_at", Text, "Day, or month, up to which the release counts.", count =>
                count.AsAt) { IsRequired = true, Pattern = @"^\d{4}-\d{2}(-\d{2})?$", Example = "a day, 2016-12-31, or a month, 2016-12" },
            new("published", Date, "Day of publication.", count => count.Published) { IsRequired = true },
            InspectionColumns.AreaColumn<OfficialCount>("The area counted.", count => count.Area) with { IsRequired = true },
            new("what", Text, "What is counted, in the release's words.", count => count.What) { IsRequired = true },
            new("outstanding", WholeNumber, "Count; blank where not stated.", count => count.Outstanding) { Minimum = 0 },
            new("good", WholeNumber, "Count; blank where not stated.", count => count.Good) { Minimum = 0 },
            new("requires_improvement", WholeNumber, "Count; blank where not stated.", count => count.RequiresImprovement) { Minimum = 0 },
            new("inadequate", WholeNumber, "Count; blank where not stated.", count => count.Inadequate) { Minimum = 0 },
            new("total", WholeNumber, "Count; blank where not stated.", count => count.Total) { Minimum = 0 },
            new("source", Text, "The release.", count => count.Source) { IsRequired = true },
            new("notes", Text, "What else the release says.", count => count.Notes),
        ]);

    /// <summary>Loads the published figures of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/published-figures.csv</c>.</param>
    public static Loaded<PublishedFigure> LoadFigures(string path) => CsvTable.Read(path, Figures, Figure);

    /// <summary>Loads the official counts of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/official-counts.csv</c>.</param>
    public static Loaded<OfficialCount> LoadOfficialCounts(string path) => CsvTable.Read(path, Counts, Count);

    private static PublishedFigure? Figure(CsvTable row)
    {
        var id = row.Text("id");
        var (first, last) = (row.Date("first_day"), row.Date("last_day"));
        if (last < first)
        {
            row.Problem("last_day", row.Text("last_day"), $"this is before first_day, {row.Text("first_day")}; check both.");
        }

        var texts = new[] { "publication", "statement", "value", "unit", "measure" }.Select(row.Text).ToArray();
        var judgementText = row.Text("judgement");
        if (!JudgementParsing.TryParse(judgementText, out var judgement))
        {
            row.Problem("judgement", judgementText, $"expected {JudgementParsing.Expected}.");
        }

        var area = row.Area();
        var (least, most) = (row.Number("least"), row.Number("most"));
        if (least > most)
        {
            row.Problem("least", row.Text("least"), $"this is more than most, {row.Text("most")}.");
        }

        return id is null || first is null || last is null || texts.Contains(null)
            ? null
            : new PublishedFigure(id, texts[0]!, texts[1]!, texts[2]!, texts[3]!, texts[4]!, first.Value, last.Value)
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
        var asAt = row.Text("as_at");
        if (asAt is not null && row.IsSound && Dates.Parse(asAt.Length == 7 ? asAt + "-01" : asAt) is null)
        {
            row.Problem("as_at", asAt, $"expected {Dates.Expected}.");
        }

        var published = row.Date("published");
        var area = row.Area();
        var (what, source) = (row.Text("what"), row.Text("source"));
        var counts = Counted.Select(row.Integer).ToArray();
        // Four counts may be more than a whole number holds, where a digit too many was typed.
        var sum = counts[..4].Sum(count => (long)(count ?? 0));
        if (sum > counts[4])
        {
            row.Problem("total", row.Text("total"),
                $"the four judgements sum to {sum.ToString(CultureInfo.InvariantCulture)}, which is more.");
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
}
