using System.Globalization;
using SifAnalysis.Statistics;

namespace SifAnalysis.Display;

/// <summary>Tables of results as HTML and as text.</summary>
internal static class TableHtml
{
    /// <summary>A result's table.</summary>
    public static string Of(ResultTable table, string? caption = null)
    {
        var numeric = table.Columns
            .Select((_, column) => table.Rows.Select(row => row[column]).OfType<object>().ToList())
            .Select(values => values.Count > 0 && values.TrueForAll(IsNumber))
            .ToList();
        var decimals = table.Columns.Select(
            (_, column) => table.Rows.Select(row => row[column]).OfType<double>().Select(Decimals).DefaultIfEmpty(0).Max())
            .ToList();
        return PagedTable.Of(
            table.Columns.Select((name, column) => new PagedTable.Column(name, null, numeric[column])).ToList(), table.Rows.Count, Aligned, caption);

        // The decimals of a column stand in line.
        object? Aligned(int row, int column) =>
            table.Rows[row][column] is double number && decimals[column] > 0 && (number == 0 || Math.Abs(number) >= 0.0001)
            ? number.ToString($"F{decimals[column]}", CultureInfo.InvariantCulture)
            : table.Rows[row][column];
    }

    /// <summary>A value as text; see <see cref="PagedTable"/>.</summary>
    public static string Text(object? value) => PagedTable.Text(value);

    /// <summary>Text with nothing in it that a browser would take for markup.</summary>
    public static string Encode(string text) => PagedTable.Encode(text);

    /// <summary>A table as text, columns in line.</summary>
    public static string Plain(ResultTable table) => PagedTable.InLine(
        [[.. table.Columns], .. table.Rows.Select(row => row.Select(value => Text(value).ReplaceLineEndings(": ")).ToList())]);

    private static int Decimals(double number)
    {
        var text = PagedTable.Number(number);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 || text.Contains('e', StringComparison.Ordinal) ? 0 : text.Length - point - 1;
    }

    private static bool IsNumber(object value) => PagedTable.IsNumeric(value.GetType());
}
