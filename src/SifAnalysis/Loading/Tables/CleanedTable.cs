using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>A value that was written otherwise than the kit writes it.</summary>
/// <param name="Line">Its line, or row of a sheet.</param>
/// <param name="Column">Its column, in the kit's words.</param>
/// <param name="Before">The value as it stood.</param>
/// <param name="After">The value as it is written now; empty where it states nothing.</param>
/// <param name="Why">Why it was changed.</param>
public sealed record CleanedValue(int Line, string Column, string Before, string After, string Why);

/// <summary>
/// A table of inspections in the kit's own words: names, days and judgements as the kit writes them, columns that mean nothing to it
/// as they are. What has a problem stays as it stands, so that it is told again.
/// </summary>
/// <param name="Headings">The headings: the kit's, or the file's own.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Changes">Every value that was changed, in the order of the file.</param>
public sealed record CleanedTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<CleanedValue> Changes)
{
    private const string Authority = "authority";
    private const string Published = "published";
    private const string NotBefore = "not_before";

    /// <summary>Cleans a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="framework">The framework of the inspections.</param>
    /// <returns>The cleaned table; null where the file cannot be read at all.</returns>
    public static CleanedTable? Of(string path, IReadOnlyList<LocalAuthority> authorities, Framework framework)
    {
        using var table = InspectionTable.Open(path, new ProblemLog(), framework);
        if (table is null)
        {
            return null;
        }

        var headings = table.Headings.GroupBy(table.IndexOf).Select(same => same.Last()).ToList();
        var hasNotBefore = headings.Contains(NotBefore);
        var row = new InspectionRow(table, new AuthorityNames(authorities, framework), framework);
        var days = headings.Where(InspectionRow.DateColumns.Contains)
            .ToDictionary(name => name, name => table.Days(table.IndexOf(name)), StringComparer.Ordinal);
        var areas = framework.Areas().ToDictionary(area => InspectionTable.ColumnOf(area, framework), area => area, StringComparer.Ordinal);
        var (rows, changes) = (new List<IReadOnlyList<string>>(), new List<CleanedValue>());
        while (table.Next())
        {
            row.Read();
            var cells = headings.ConvertAll(Cleaned);
            if (!hasNotBefore)
            {
                cells.Add(row.Date(NotBefore)?.Iso() ?? "");
            }
            else if (row.Date(NotBefore) is { } month && cells[headings.IndexOf(NotBefore)].Length == 0)
            {
                cells[headings.IndexOf(NotBefore)] = month.Iso();
            }

            rows.Add(cells);
        }

        if (hasNotBefore)
        {
            return new CleanedTable(headings, rows, changes);
        }

        // The column is new; where no row has anything in it, it is not wanted.
        return rows.Exists(cells => cells[^1].Length > 0)
            ? new CleanedTable([.. headings, NotBefore], rows, changes)
            : new CleanedTable(headings, [.. rows.Select(cells => cells.Take(headings.Count).ToList())], changes);

        string Cleaned(string column)
        {
            var text = table.Text(column) ?? "";
            var (after, why) = text.Length == 0 ? (text, "")
                : column == Authority ? (row.Authority?.Authority.Name ?? text, "another way of naming the authority")
                : days.TryGetValue(column, out var order) ? Day(column, text, order)
                : areas.TryGetValue(column, out var area) ? Judged(text, row.Statement(area))
                : (text, "");
            if (after != text)
            {
                changes.Add(new CleanedValue(table.Line, column, text, after, why));
            }

            return after;
        }
    }

    private static (string After, string Why) Day(string column, string text, DayColumn days)
    {
        var read = days.Read(text);
        var how = days.How(text, read) ?? "a day, written as in ISO 8601";
        return read.Form switch
        {
            DayForm.None => MissingMark.Of(text) is null ? (text, "") : ("", how),
            DayForm.Month => column == Published ? ("", $"{how}: {NotBefore} is {read.Day.Iso()}") : (text, ""),
            _ => (read.Day.Iso(), how),
        };
    }

    private static (string After, string Why) Judged(string text, AreaStatement statement)
    {
        var meant = statement.Judgement?.Name() ?? statement.Unjudged?.Name();
        return meant is not null ? (meant, "another spelling of the judgement")
            : MissingMark.Of(text) is { } mark ? ("", $"a mark, taken as not stated ({mark.Meaning})")
            : (text, "");
    }

    /// <summary>"12 values changed: 8 in published, 4 in authority".</summary>
    public override string ToString() => Changes.Count == 0
        ? "nothing to change"
        : $"{Words.Counted(Changes.Count, "value")} changed: "
            + $"{string.Join(", ", Changes.GroupBy(change => change.Column).Select(own => $"{own.Count()} in {own.Key}"))}";
}
