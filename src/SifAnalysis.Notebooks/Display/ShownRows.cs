using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Display;

namespace SifAnalysis.Notebooks.Display;

/// <summary>The rows of an array of two dimensions.</summary>
/// <param name="Rows">The values, row by row.</param>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [HtmlFormatter.MimeType, PlainTextFormatter.MimeType])]
internal sealed record ShownRows(IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private string Html => PagedTable.Of(
        [.. Enumerable.Range(0, Rows.Count == 0 ? 0 : Rows[0].Count).Select(column => new PagedTable.Column(
            column.ToString(CultureInfo.InvariantCulture), null, Rows.All(row => row[column] is { } value && PagedTable.IsNumeric(value.GetType()))))],
        Rows.Count,
        (row, column) => Rows[row][column],
        $"{Rows.Count} × {(Rows.Count == 0 ? 0 : Rows[0].Count)}");

    private string Plain => Rows.Count == 0 ? "no rows" : PagedTable.InLine([.. Rows.Select(row => row.Select(PagedTable.Text).ToList())], [.. Rows[0].Select(_ => true)]);

    private sealed class Formatters : ITypeFormatterSource
    {
        public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
            [new Written(HtmlFormatter.MimeType, rows => rows.Html), new Written(PlainTextFormatter.MimeType, rows => rows.Plain)];
    }

    private sealed class Written(string mime, Func<ShownRows, string> write) : TypeFormatter<ShownRows>
    {
        public override string MimeType => mime;

        public override bool Format(ShownRows value, FormatContext context)
        {
            context.Writer.Write(write(value));
            return true;
        }
    }
}
