using System.Globalization;
using Microsoft.Data.Analysis;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>Inspections as a <see cref="DataFrame"/>, one row an inspection, and back.</summary>
public static class InspectionFrames
{
    /// <summary>
    /// The inspections as a data frame with the columns of their framework's table and the authority's region; unknown is null, and what
    /// was not judged stands as such.
    /// </summary>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static DataFrame ToDataFrame(this InspectionSet inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var frame = InspectionTable.Of(inspections.Framework).ToDataFrame(inspections);
        frame.Columns.Insert(1, new StringDataFrameColumn("region", inspections.Select(inspection => inspection.Authority.Region.Name())));
        return frame;
    }

    /// <summary>The inspections of a data frame that has the columns of <see cref="ToDataFrame"/>, or some of them.</summary>
    /// <param name="frame">The data frame; the column <c>authority</c> must be there.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="framework">The framework of the inspections.</param>
    /// <exception cref="ArgumentException">A column is missing, or a row names no authority or no judgement; the row is named.</exception>
    public static InspectionSet ToInspections(
        this DataFrame frame, IReadOnlyList<LocalAuthority> authorities, Framework framework = Framework.Sif)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(authorities);
        var columns = frame.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        if (!columns.ContainsKey("authority"))
        {
            throw new ArgumentException($"The data frame has no column authority; it has {string.Join(", ", columns.Keys)}.",
                nameof(frame));
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
            AreaStatement Stated(JudgementArea area)
            {
                var column = InspectionTable.ColumnOf(area, framework);
                return JudgementParsing.TryStatement(Cell(column)?.ToString(), out var statement)
                    ? statement
                    : throw new ArgumentException($"Row {row + 1}, {column}: \"{Cell(column)}\"; expected {JudgementParsing.Expected}.",
                        nameof(frame));
            }

            T? Choice<T>(string column, Func<T, string> name)
                where T : struct, Enum => Cell(column)?.ToString() is { } text ? Names.Find(text, name) : null;
            var name = Cell("authority")?.ToString() ?? "";
            var authority = names.Find(name)
                ?? throw new ArgumentException($"Row {row + 1}, authority: \"{name}\"; {names.Advice(name)}", nameof(frame));
            var kind = Choice<InspectionKind>("kind", kind => kind.Name()) ?? InspectionKind.Inspection;
            var number = kind == InspectionKind.BoardReviewOnly ? 0
                : Cell("number") is { } stated ? Convert.ToInt32(stated, CultureInfo.InvariantCulture) : 1;
            var statements = framework.Areas().Select(area => (Area: area, Statement: Stated(area))).ToList();
            return new Inspection(authority, number)
            {
                Framework = framework,
                Kind = kind,
                Form = Choice<InspectionForm>("form", form => form.Name()),
                Started = Day("started"),
                Ended = Day("ended"),
                Published = Day("published"),
                NotBefore = Day("not_before"),
                Judgements = statements.Where(each => each.Statement.Judgement is not null)
                    .ToDictionary(each => each.Area, each => each.Statement.Judgement!.Value),
                UnjudgedAreas = statements.Where(each => each.Statement.Unjudged is not null)
                    .ToDictionary(each => each.Area, each => each.Statement.Unjudged!.Value),
                Report = Cell("report") is string report ? new Uri(report) : null,
                DatesSource = Cell("dates_source") as string,
                JudgementsSource = Cell("judgements_source") as string,
                JudgementsRank = Choice<SourceRank>("judgements_rank", TableColumn.AsWord),
                Notes = Cell("notes") as string,
            };
        }
    }
}
