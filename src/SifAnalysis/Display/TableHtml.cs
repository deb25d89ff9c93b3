using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Analysis;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Display;

/// <summary>Tables as HTML that needs no script and no network: the rows beyond the first page unfold.</summary>
public static class TableHtml
{
    /// <summary>Rows on a page.</summary>
    internal const int PageLength = 20;

    /// <summary>Rows of a data frame that are shown; a notebook is no place for a million.</summary>
    internal const int LongestFrame = 500;

    private const string Cell = "padding:.25em .7em;border-bottom:1px solid rgba(128,128,128,.35);vertical-align:top;";
    private const string Left = $"{Cell}text-align:left";
    private const string Right = $"{Cell}text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap";
    private const string Whole = $"{Left};white-space:nowrap";
    private const string Long = $"{Left};min-width:20em";

    /// <summary>A result's table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="caption">What stands above it, if anything does.</param>
    public static string Of(ResultTable table, string? caption = null)
    {
        var numeric = table.Columns
            .Select((_, column) => table.Rows.Select(row => row[column]).OfType<object>().ToList())
            .Select(values => values.Count > 0 && values.TrueForAll(IsNumber))
            .ToList();
        var decimals = table.Columns.Select(
            (_, column) => table.Rows.Select(row => row[column]).OfType<double>().Select(Decimals).DefaultIfEmpty(0).Max())
            .ToList();
        return Of(
            table.Columns.Select((name, column) => new Column(name, null, numeric[column])).ToList(), table.Rows.Count, Aligned, caption);

        // The decimals of a column stand in line.
        object? Aligned(int row, int column) =>
            table.Rows[row][column] is double number && decimals[column] > 0 && (number == 0 || Math.Abs(number) >= 0.0001)
            ? number.ToString($"F{decimals[column]}", CultureInfo.InvariantCulture)
            : table.Rows[row][column];
    }

    /// <summary>A data frame, with the type of each column under its name; [x] stands where there is no value.</summary>
    public static string Of(DataFrame frame)
    {
        var columns = frame.Columns.Select(column => new Column(column.Name, TypeName(column.DataType), IsNumeric(column.DataType)))
            .ToList();
        var shown = (int)Math.Min(frame.Rows.Count, LongestFrame);
        var size = string.Create(CultureInfo.InvariantCulture, $"{frame.Rows.Count:#,0} {(frame.Rows.Count == 1 ? "row" : "rows")}, "
            + $"{columns.Count} {(columns.Count == 1 ? "column" : "columns")}");
        return Of(columns, shown, (row, column) => frame.Columns[column][row] ?? "[x]", size)
            + (shown < frame.Rows.Count ? string.Create(CultureInfo.InvariantCulture, $"<p>The first {shown} rows. "
                + $"Filter or sort the frame to see others.</p>") : "");
    }

    /// <summary>A value as text: invariant numbers, ISO dates, a dash for what is missing.</summary>
    public static string Text(object? value) => value switch
    {
        null => "–",
        double number => Number(number),
        float number => Number(number),
        DateOnly day => day.Iso(),
        DateTime { TimeOfDay.Ticks: 0 } day => DateOnly.FromDateTime(day).Iso(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "–",
    };

    /// <summary>A table as text, columns in line.</summary>
    public static string Plain(ResultTable table)
    {
        var cells = table.Rows.Select(row => row.Select(value => Text(value).ReplaceLineEndings(": ")).ToList()).Prepend([.. table.Columns])
            .ToList();
        var widths = table.Columns.Select((_, column) => cells.Max(row => row[column].Length)).ToList();
        return string.Join(
            '\n', cells.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string Of(IReadOnlyList<Column> columns, int rows, Func<int, int, object?> value, string? caption)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"sif-table\" style=\"overflow-x:auto\" tabindex=\"0\" role=\"group\" aria-label=\"")
            .Append(Encode(caption ?? $"Table of {Words.Counted(rows, "row")}")).Append("\">");
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
                // The corner above the names of the rows heads nothing.
                if (column is { Name: "", Type: null })
                {
                    html.Append("<td></td>");
                    continue;
                }

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

    private static int Decimals(double number)
    {
        var text = Number(number);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 || text.Contains('e', StringComparison.Ordinal) ? 0 : text.Length - point - 1;
    }

    private static string Number(double number) => Math.Abs(number) is > 0 and < 0.0001
        ? number.ToString("0.##e+0", CultureInfo.InvariantCulture)
        : number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Text with nothing in it that a browser would take for markup.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static bool IsNumber(object value) => IsNumeric(value.GetType());

    private static bool IsNumeric(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    private static string TypeName(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => "text",
        TypeCode.Boolean => "yes or no",
        TypeCode.DateTime => "date",
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "number",
        >= TypeCode.SByte and <= TypeCode.UInt64 => "whole number",
        _ => type.Name,
    };

    private sealed record Column(string Name, string? Type, bool IsNumeric);
}
