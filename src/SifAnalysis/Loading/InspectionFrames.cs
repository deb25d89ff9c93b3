using Microsoft.Data.Analysis;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>Inspections as a <see cref="DataFrame"/>, one row an inspection, and back.</summary>
public static class InspectionFrames
{
    /// <summary>The inspections as a data frame with the columns of <c>inspections.csv</c> and the authority's region; unknown is null.</summary>
    public static DataFrame ToDataFrame(this InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        StringDataFrameColumn Texts(string name, Func<Inspection, string?> text) => new(name, inspections.Select(text)!);
        PrimitiveDataFrameColumn<DateTime> Days(string name, Func<Inspection, DateOnly?> day) =>
            new(name, inspections.Select(inspection => day(inspection)?.ToDateTime(TimeOnly.MinValue)));
        return new DataFrame(
        [
            Texts("authority", inspection => inspection.Authority.Name),
            Texts("region", inspection => inspection.Authority.Region.Name()),
            new Int32DataFrameColumn("number", inspections.Select(inspection => inspection.Number)),
            Days("started", inspection => inspection.Started),
            Days("ended", inspection => inspection.Ended),
            Days("published", inspection => inspection.Published),
            Days("published_not_before", inspection => inspection.PublishedNotBefore),
            new BooleanDataFrameColumn("possible_reissue", inspections.Select(inspection => inspection.PossibleReissue)),
            .. InspectionTable.AreaColumns.Select(area => Texts(area.Value, inspection => inspection[area.Key]?.Name())),
            Texts("report", inspection => inspection.Report?.ToString()),
            Texts("dates_source", inspection => inspection.DatesSource),
            Texts("judgements_source", inspection => inspection.JudgementsSource),
            Texts("notes", inspection => inspection.Notes),
        ]);
    }

    /// <summary>The inspections of a data frame that has the columns of <see cref="ToDataFrame"/>, or some of them.</summary>
    /// <param name="frame">The data frame; the column <c>authority</c> must be there.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <exception cref="ArgumentException">A column is missing, or a row names no authority or no judgement; the row is named.</exception>
    public static InspectionSet ToInspections(this DataFrame frame, IReadOnlyList<LocalAuthority> authorities)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(authorities);
        var columns = frame.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        if (!columns.ContainsKey("authority"))
        {
            throw new ArgumentException($"The data frame has no column authority; it has {string.Join(", ", columns.Keys)}.", nameof(frame));
        }

        var names = new AuthorityNames(authorities);
        return new InspectionSet(authorities, Enumerable.Range(0, (int)frame.Rows.Count).Select(Row).ToList());

        Inspection Row(int row)
        {
            object? Cell(string column) => columns.TryGetValue(column, out var found) ? found[row] : null;
            DateOnly? Day(string column) => Cell(column) switch
            {
                null => null,
                DateTime moment => DateOnly.FromDateTime(moment),
                var other => Dates.Parse(other.ToString()!)
                    ?? throw new ArgumentException($"Row {row + 1}, {column}: \"{other}\"; expected {Dates.Expected}.", nameof(frame)),
            };
            Judgement? Judged(string column) => JudgementParsing.TryParse(Cell(column)?.ToString(), out var judgement)
                ? judgement
                : throw new ArgumentException($"Row {row + 1}, {column}: \"{Cell(column)}\"; expected {JudgementParsing.Expected}.", nameof(frame));
            var name = Cell("authority")?.ToString() ?? "";
            var authority = names.Find(name) ?? throw new ArgumentException($"Row {row + 1}, authority: \"{name}\"; {names.Advice(name)}", nameof(frame));
            return new Inspection(authority, Cell("number") is { } number ? Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture) : 1)
            {
                Started = Day("started"),
                Ended = Day("ended"),
                Published = Day("published"),
                PublishedNotBefore = Day("published_not_before"),
                PossibleReissue = Cell("possible_reissue") is true,
                Judgements = InspectionTable.AreaColumns
                    .Select(area => (area.Key, Judgement: Judged(area.Value)))
                    .Where(pair => pair.Judgement is not null)
                    .ToDictionary(pair => pair.Key, pair => pair.Judgement!.Value),
                Report = Cell("report") is string report ? new Uri(report) : null,
                DatesSource = Cell("dates_source") as string,
                JudgementsSource = Cell("judgements_source") as string,
                Notes = Cell("notes") as string,
            };
        }
    }
}
