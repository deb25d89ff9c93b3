using System.Globalization;
using SifAnalysis.Findings;

namespace SifAnalysis.Loading;

/// <summary>Finds the table among the cells of a sheet or file: its header under titles, its rows, and the footnotes below.</summary>
internal static class TableFinder
{
    private const int FirstRows = 100;

    /// <summary>The table of a grid, or none.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="range">The cells that hold the table, where a user names them; then nothing is sought.</param>
    public static LoadedTable Find(Grid grid, CellRange? range = null)
    {
        var problems = new List<LoadProblem>(grid.Problems);
        var rows = range is { } within ? [.. grid.Rows.Select(within.Cut).OfType<GridRow>()] : grid.Rows;
        if (rows.Count == 0)
        {
            problems.Add(grid.Problem(0, null, null, range is null
                ? "there is no table: every cell is blank."
                : $"there is no table in {range}: every cell is blank."));
            return new LoadedTable(null, problems);
        }

        var header = grid.HeadingsFirst || range is not null ? 0 : HeaderIndex(rows);
        var first = Enumerable.Range(0, rows[header].Values.Length).First(column => !rows[header].IsBlank(column));
        var end = range is null && !grid.HeadingsFirst ? EndOfRows(rows, header, first) : rows.Count;
        var below = rows.Skip(end).ToList();
        var body = rows.Take(end).Skip(header + 1).ToList();
        if (below.Count > 0 && IsTable(below))
        {
            var second = below[HeaderIndex(below)];
            problems.Add(grid.Problem(
                second.Line, null, null, $"a second table begins here, with {Listed(second)}; it is not read. Put it on a sheet or in a "
                    + "file of its own, or name the cells of a table."));
        }

        var remarks = new List<string>(grid.Reading.Remarks);
        var width = Width(rows[header], body, first);
        var headings = Enumerable.Range(first, width).Select(column => Heading(rows[header], column)).ToList();
        SayOfHeadings(headings, body, first, remarks);
        var understood = grid.Reading with
        {
            HeaderLine = grid.HeadingsFirst ? 0 : rows[header].Line,
            Above = [.. rows.Take(header).Select(Placed)],
            Below = [.. below.Select(Placed)],
            Remarks = remarks,
        };
        return new LoadedTable(new Table(grid.File, headings, first, body, understood), problems);
    }

    /// <summary>The row that has the headings: the first that is as wide as a table and has words, or headings that the kit
    /// knows.</summary>
    public static int HeaderIndex(IReadOnlyList<GridRow> rows)
    {
        var first = rows.Take(FirstRows).ToList();
        var filled = first.Select(row => row.Filled).ToList();
        var widest = filled.Max();
        var enough = Math.Max(Math.Min(widest, 2), (widest + 1) / 2);
        var wide = Enumerable.Range(0, first.Count).FirstOrDefault(at => filled[at] >= enough && HasWords(first[at]), -1);
        wide = wide >= 0 ? wide : Math.Max(0, filled.FindIndex(count => count >= enough));

        // Headings that the kit knows can stand lower only where titles above them are narrower.
        var known = first.FindIndex(row => row.Texts.Count(HeaderSynonyms.IsKnown) >= 2);
        return known >= 0 && (known < wide || filled[known] > filled[wide]) ? known : wide;
    }

    /// <summary>Whether a text that stands alone below a table is a footnote, and not a row of which the rest is blank.</summary>
    public static bool IsFootnote(string text) => FootnoteText.IsOne(text);

    private static bool HasWords(GridRow row) => row.Values.Count(value => value is string) * 2 > row.Filled;

    private static bool IsTable(List<GridRow> rows) => rows.Count >= 2 && rows.Count(row => row.Filled >= 2) >= 2;

    private static string Heading(GridRow header, int column) =>
        header.IsBlank(column) ? "" : Cell.TextOf(header.Values[column]).ReplaceLineEndings(" ").Trim();

    private static PlacedText Placed(GridRow row) => new(row.Line, string.Join(" ", row.Texts));

    private static string Listed(GridRow row) => string.Join(", ", row.Texts.Take(4).Select(text => text.Length > 40 ? text[..40] : text));

    // Columns beyond the headings count where a row has something in them.
    private static int Width(GridRow header, List<GridRow> body, int first)
    {
        var last = header.Values.Length;
        foreach (var row in body)
        {
            last = Math.Max(last, row.Values.Length);
        }

        return last - first;
    }

    // Rows go on across blank lines, up to footnotes or to another header.
    private static int EndOfRows(IReadOnlyList<GridRow> rows, int header, int first)
    {
        var end = rows.Count;
        for (var at = header + 1; at < rows.Count; at++)
        {
            if (rows[at].Line > rows[at - 1].Line + 1 && at - 1 > header && BeginsAnother(rows, header, first, at))
            {
                end = at;
                break;
            }
        }

        var wide = rows[header].Filled >= 2;
        while (wide && end > header + 1 && rows[end - 1].Filled == 1 && IsFootnote(rows[end - 1].Texts.First()))
        {
            end--;
        }

        return end;
    }

    // After a blank line: a lone text is a title or a footnote if rows of other columns, or headings again, follow it.
    private static bool BeginsAnother(IReadOnlyList<GridRow> rows, int header, int first, int at)
    {
        var next = at;
        while (next < rows.Count && rows[next].Filled == 1)
        {
            next++;
        }

        if (next == rows.Count || next + 1 == rows.Count)
        {
            return false;
        }

        var row = rows[next];
        var same = Enumerable.Range(0, Math.Min(row.Values.Length, rows[header].Values.Length))
            .Count(column => row.Values[column] is string text && rows[header].Values[column] is string heading && text == heading);
        var start = Enumerable.Range(0, row.Values.Length).First(column => !row.IsBlank(column));
        return same >= 2
            || row.Texts.Count(HeaderSynonyms.IsKnown) >= 2
            || (next > at && HasOnlyWords(row) && row.Values.Length > rows[header].Values.Length)
            || (next > at && HasOnlyWords(row) && (IsOfOtherKind(rows, header, at, row) || HasNewKind(rows, header, at, rows[next + 1])))
            || (HasOnlyWords(row) && row.Filled >= 2 && start > first && rows.Skip(next).All(each => each.IsBlank(first)))
            || (HasOnlyWords(row) && row.Filled >= 2 && IsOfOtherKind(rows, header, at, row) && !HasOnlyWords(rows[next + 1]));
    }

    private static bool HasOnlyWords(GridRow row) => row.Values.All(value => value is null || !IsAValue(value));

    private static bool LooksLikeAValue(string text) =>
        double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _) || DayColumn.British.Read(text).Form != DayForm.None;

    // A column that held numbers or days so far holds a word.
    private static bool IsOfOtherKind(IReadOnlyList<GridRow> rows, int header, int at, GridRow row) =>
        Enumerable.Range(0, row.Values.Length)
            .Any(column => !row.IsBlank(column) && Above(rows, header, at, column) is { Count: > 0 } above && above.TrueForAll(IsAValue));

    // A column that held words so far holds a number or a day.
    private static bool HasNewKind(IReadOnlyList<GridRow> rows, int header, int at, GridRow row) =>
        Enumerable.Range(0, row.Values.Length).Any(column =>
            !row.IsBlank(column) && IsAValue(row.Values[column]!) && Above(rows, header, at, column) is { Count: > 0 } above
                && !above.Exists(IsAValue));

    private static bool IsAValue(object value) => value is not string text || LooksLikeAValue(text);

    private static List<object> Above(IReadOnlyList<GridRow> rows, int header, int at, int column) =>
        [.. rows.Skip(header + 1).Take(Math.Min(at - header - 1, FirstRows)).Where(row => row.Filled > 1 && !row.IsBlank(column))
            .Select(row => row.Values[column]!)];

    private static void SayOfHeadings(List<string> headings, List<GridRow> body, int first, List<string> remarks)
    {
        foreach (var twice in headings.Where(heading => heading.Length > 0).GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1))
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{twice.Count()} columns have the heading {twice.Key}."));
        }

        var nameless = Enumerable.Range(0, headings.Count)
            .Where(column => headings[column].Length == 0 && body.Exists(row => !row.IsBlank(first + column)))
            .Select(column => CellPlace.ColumnName(first + column + 1)).ToList();
        if (nameless.Count > 0)
        {
            remarks.Add($"No heading, though the rows have something there: column {Words.Listed(nameless)}.");
        }
    }
}
