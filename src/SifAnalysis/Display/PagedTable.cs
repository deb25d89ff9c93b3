using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Analysis;

namespace SifAnalysis.Display;

/// <summary>
/// Tables as HTML that needs no script and no network, the rows beyond the first page unfolding, and as text. The engine of the notebooks
/// has this file too, so that a frame looks the same in a session without the library.
/// </summary>
internal static class PagedTable
{
    /// <summary>Rows on a page.</summary>
    public const int PageLength = 20;

    /// <summary>Rows of a data frame that are shown; a notebook is no place for a million.</summary>
    public const int LongestFrame = 500;

    private const string Cell = "padding:.25em .7em;border-bottom:1px solid rgba(128,128,128,.35);vertical-align:top;";
    private const string Left = $"{Cell}text-align:left";
    private const string Right = $"{Cell}text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap";
    private const string Whole = $"{Left};white-space:nowrap";
    private const string Blank = "[x]";
    private const string Long = $"{Left};min-width:20em";

    /// <summary>A data frame, with each column's type and the number of its blanks under its name; [x] stands where there is no value.</summary>
    /// <param name="frame">The columns of the frame.</param>
    /// <param name="rows">The number of its rows.</param>
    public static string Of(IReadOnlyList<DataFrameColumn> frame, long rows)
    {
        var columns = frame.Select(column => new Column(column.Name, Described(column), IsNumeric(column.DataType))).ToList();
        var shown = (int)Math.Min(rows, LongestFrame);
        return Of(columns, shown, (row, column) => frame[column][row] ?? Blank, Size(frame.Count, rows))
            + (shown < rows ? string.Create(CultureInfo.InvariantCulture, $"<p>The first {shown} rows. "
                + $"Filter or sort the frame to see others.</p>") : "");
    }

    /// <summary>A data frame as text: its size, its columns in line with their types, and the rows of the first page.</summary>
    /// <param name="frame">The columns of the frame.</param>
    /// <param name="rows">The number of its rows.</param>
    public static string Plain(IReadOnlyList<DataFrameColumn> frame, long rows)
    {
        if (frame.Count == 0)
        {
            return Size(0, rows);
        }

        var shown = (int)Math.Min(rows, PageLength);
        var page = Enumerable.Range(0, shown).Select(row => frame.Select(column => Text(column[row] ?? Blank).ReplaceLineEndings(" ")).ToList());
        List<List<string>> cells = [[.. frame.Select(column => column.Name)], [.. frame.Select(Described)], .. page];
        var table = $"{Size(frame.Count, rows)}\n{InLine(cells, frame.Select(column => IsNumeric(column.DataType)).ToList())}";
        return shown < rows ? string.Create(CultureInfo.InvariantCulture, $"{table}\n… and {rows - shown:#,0} more rows") : table;
    }

    /// <summary>Rows of cells as text, columns in line, numbers to the right.</summary>
    public static string InLine(IReadOnlyList<IReadOnlyList<string>> cells, IReadOnlyList<bool>? right = null)
    {
        var widths = Enumerable.Range(0, cells[0].Count).Select(column => cells.Max(row => row[column].Length)).ToList();
        return string.Join('\n', cells.Select(row => string.Join("  ", row.Select((cell, column) =>
            right?[column] == true ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()));
    }

    /// <summary>A value as text: invariant numbers, ISO dates, a dash for what is missing.</summary>
    public static string Text(object? value) => value switch
    {
        null => "–",
        double number => Number(number),
        float number => Number(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "–",
    };

    /// <summary>A table of rows.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">The number of its rows.</param>
    /// <param name="value">The value of a row and a column.</param>
    /// <param name="caption">What stands over it, or <see langword="null"/>.</param>
    public static string Of(IReadOnlyList<Column> columns, int rows, Func<int, int, object?> value, string? caption)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"sif-table\" style=\"overflow-x:auto\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Append(Encode(caption ?? $"Table of {rows} rows")).Append("\">");
        Page(0, Math.Min(rows, PageLength), caption);
        for (var start = PageLength; start < rows; start += PageLength)
        {
            var end = Math.Min(rows, start + PageLength);
            html.Append(CultureInfo.InvariantCulture, $"<details><summary style=\"display:list-item;cursor:pointer\">Rows {start + 1} to "
                + $"{end} of {rows}</summary>");
            Page(start, end, null);
            html.Append("</details>");
        }

        return html.Append("</div>").ToString();

        void Page(int start, int end, string? title)
        {
            html.Append("<table style=\"border-collapse:collapse;font-size:.95em;margin:.3em 0\">");
            if (title is not null)
            {
                html.Append("<caption style=\"text-align:left;font-weight:bold\">").Append(Encode(title)).Append("</caption>");
            }

            html.Append("<thead><tr>");
            foreach (var column in columns)
            {
                html.Append("<th scope=\"col\" style=\"").Append(column.IsNumeric ? Right : Left).Append("\">").Append(Encode(column.Name));
                if (column.Type is { } type)
                {
                    html.Append("<br><small style=\"font-weight:normal\">").Append(Encode(type)).Append("</small>");
                }

                html.Append("</th>");
            }

            html.Append("</tr></thead><tbody>");
            for (var row = start; row < end; row++)
            {
                html.Append("<tr>");
                for (var column = 0; column < columns.Count; column++)
                {
                    var text = Text(value(row, column));
                    var style = columns[column].IsNumeric ? Right : text.Length > 80 ? Long : text.Length <= 12 ? Whole : Left;
                    html.Append("<td style=\"").Append(style).Append("\">").Append(Lines(text)).Append("</td>");
                }

                html.Append("</tr>");
            }

            html.Append("</tbody></table>");
        }
    }

    // The first line is what the cell says; what follows explains it.
    private static string Lines(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end and > 0
        ? $"{Encode(text[..end])}<br><small>{Encode(text[(end + 1)..])}</small>"
        : Encode(text);

    /// <summary>A number in as many digits as a reader needs.</summary>
    public static string Number(double number) => Math.Abs(number) is > 0 and < 0.0001
        ? number.ToString("0.##e+0", CultureInfo.InvariantCulture)
        : number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Text with nothing in it that a browser would take for markup.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Size(int columns, long rows) => string.Create(
        CultureInfo.InvariantCulture, $"{rows:#,0} {(rows == 1 ? "row" : "rows")}, {columns} {(columns == 1 ? "column" : "columns")}");

    private static string Described(DataFrameColumn column) => TypeName(column.DataType)
        + (column.NullCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {column.NullCount:#,0} blank"));

    /// <summary>Whether values of a type are numbers.</summary>
    public static bool IsNumeric(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    private static string TypeName(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => "text",
        TypeCode.Boolean => "yes or no",
        TypeCode.DateTime => "date",
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "number",
        >= TypeCode.SByte and <= TypeCode.UInt64 => "whole number",
        _ => type.Name,
    };

    /// <summary>A column.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">What stands under the name, or <see langword="null"/>.</param>
    /// <param name="IsNumeric">Whether it holds numbers, which stand to the right.</param>
    public sealed record Column(string Name, string? Type, bool IsNumeric);
}
