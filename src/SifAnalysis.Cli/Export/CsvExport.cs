using System.Globalization;
using CsvHelper;

namespace SifAnalysis.Cli.Export;

/// <summary>
/// Tables as CSV: UTF-8 without a byte order mark, commas, line feeds, ISO dates, blanks for what is unknown. Text that a
/// spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front.
/// </summary>
internal static class CsvExport
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Writes a table.</summary>
    public static void Write(TypedTable table, Stream stream)
    {
        using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        writer.WriteRecord([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows)
        {
            foreach (var value in row)
            {
                switch (value)
                {
                    case null:
                        writer.WriteField("");
                        break;
                    case string text:
                        writer.WriteField(text);
                        break;
                    case DateOnly day:
                        writer.WriteField(day, "yyyy-MM-dd");
                        break;
                    case long whole:
                        writer.WriteField(whole, default, CultureInfo.InvariantCulture);
                        break;
                    default:
                        writer.WriteField((double)value, "R", CultureInfo.InvariantCulture);
                        break;
                }
            }

            writer.EndRecord();
        }
    }
}
