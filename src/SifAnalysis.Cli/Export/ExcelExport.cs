using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;
using LoadOptions = System.Xml.Linq.LoadOptions;

namespace SifAnalysis.Cli.Export;

/// <summary>
/// Tables as one Excel workbook, after the Government Analysis Function's guidance on statistics in spreadsheets: a cover, a
/// codebook, one marked-up table a sheet, no merged cells, nothing said by colour alone.
/// </summary>
internal static partial class ExcelExport
{
    /// <summary>The row of a sheet in which the table's header stands; the title and a note stand above it.</summary>
    public const int HeaderRow = 3;

    private const string Properties = "package/services/metadata/core-properties/properties.psmdcp";
    private const int LongestText = 32_767;
    private const int MostRows = 1_048_576 - HeaderRow;

    /// <summary>Writes a workbook.</summary>
    /// <param name="title">The title on the cover.</param>
    /// <param name="tables">The tables, a sheet each.</param>
    /// <param name="stream">Where it goes.</param>
    /// <exception cref="CommandException">A table or a text is too large for Excel.</exception>
    public static void Write(string title, IReadOnlyList<TypedTable> tables, Stream stream)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = title;
        var codebook = TypedTable.Codebook(tables);
        Cover(workbook.AddWorksheet("Cover"), title, [codebook, .. tables]);
        foreach (var table in (IEnumerable<TypedTable>)[codebook, .. tables])
        {
            Sheet(workbook.AddWorksheet(SheetName(table)), table);
        }

        using var made = new MemoryStream();
        workbook.SaveAs(made);
        Repack(made, stream);
    }

    private static void Cover(IXLWorksheet sheet, string title, IReadOnlyList<TypedTable> tables)
    {
        var lines = new List<string>
        {
            title,
            "Contains public sector information licensed under the Open Government Licence v3.0.",
            "A blank cell is unknown: no source at hand states the value. Nothing is guessed. The number 0 is a true zero.",
            "A judgement stands twice: as its label, and as its code in the column after it (1 is the best).",
            "Text that begins with = + - or @ is text, marked as such, and no formula. A character that Excel cannot hold stands as "
            + "\uFFFD.",
            "Each sheet holds one table, whose header is in row 3. Sheets:",
        };
        for (var line = 0; line < lines.Count; line++)
        {
            Put(sheet.Cell(line + 1, 1), lines[line]);
        }

        for (var index = 0; index < tables.Count; index++)
        {
            var cell = sheet.Cell(lines.Count + 1 + index, 1);
            Put(cell, $"{SheetName(tables[index])}: {tables[index].Title}");
            cell.Hyperlink = new XLHyperlink($"'{SheetName(tables[index]).Replace("'", "''", StringComparison.Ordinal)}'!A1");
        }

        sheet.Column(1).Width = 110;
        sheet.Column(1).Style.Alignment.WrapText = true;
        Heading(sheet.Cell(1, 1));
    }

    private static void Sheet(IXLWorksheet sheet, TypedTable table)
    {
        var rows = table.Rows.Take(MostRows + 1).ToList();
        if (rows.Count > MostRows)
        {
            throw new CommandException($"{table.Name} has more rows than the {MostRows} that a sheet of Excel holds. "
                + $"Export it as parquet or csv.");
        }

        Put(sheet.Cell(1, 1), table.Title);
        Heading(sheet.Cell(1, 1));
        Put(sheet.Cell(2, 1), "One table, header in row 3. A blank cell is unknown. The sheet codebook says what each column means.");
        for (var column = 0; column < table.Columns.Count; column++)
        {
            Put(sheet.Cell(HeaderRow, column + 1), table.Columns[column].Name);
            for (var row = 0; row < rows.Count; row++)
            {
                Put(sheet.Cell(HeaderRow + 1 + row, column + 1), rows[row][column], () => $"{table.Name}, row {row + 1}, "
                    + $"{table.Columns[column].Name}");
            }

            sheet.Column(column + 1).Width = Width(table.Columns[column], rows.Select(row => row[column]));
        }

        var marked = sheet.Range(HeaderRow, 1, HeaderRow + Math.Max(1, rows.Count), table.Columns.Count).CreateTable(TableName(table));
        marked.Theme = XLTableTheme.TableStyleLight1;
        sheet.SheetView.FreezeRows(HeaderRow);
    }

    private static void Put(IXLCell cell, object? value, Func<string>? where = null)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                if (text.Length > LongestText)
                {
                    throw new CommandException($"{where?.Invoke()}: the text has {text.Length} characters; "
                        + $"a cell of Excel holds {LongestText}. Export it as parquet or csv.");
                }

                cell.DataType = XLDataType.Text;
                cell.SetValue(XmlText.Writable(text));

                // The mark that Excel itself sets for text typed with an apostrophe: it stays text when somebody edits the cell.
                cell.Style.IncludeQuotePrefix = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                cell.Style.DateFormat.Format = "yyyy-mm-dd";
                break;
            case long whole:
                cell.SetValue(whole);
                break;
            default:
                cell.SetValue((double)value);
                break;
        }
    }

    private static void Heading(IXLCell cell) => cell.Style.Font.SetBold().Font.SetFontSize(14);

    // Excel allows 31 characters, and some not at all.
    private static string SheetName(TypedTable table)
    {
        var name = string.Concat(
            table.Name.Select(letter => "[]:*?/\\'".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? '-' : letter));
        name = name.ToUpperInvariant() is "COVER" or "HISTORY" ? $"{name} table" : name;
        return name.Length <= 31 ? name : name[..31];
    }

    private static string TableName(TypedTable table) =>
        $"table_{string.Concat(table.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))}";

    private static double Width(TypedColumn column, IEnumerable<object?> values)
    {
        var longest = values.Take(500).Select(value => value is string text ? text.Length : 10).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(longest, column.Name.Length + 4), 8, 48);
    }

    // The same tables give the same bytes: the parts in a fixed order, at a fixed time, under names that are not drawn by lot.
    private static void Repack(MemoryStream made, Stream stream)
    {
        using var parts = new ZipArchive(made, ZipArchiveMode.Read);
        FixedZip.Write(
            stream, parts.Entries.Select(
                entry => (entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) ? Properties : entry.FullName, Content(entry))));
    }

    private static Func<Stream> Content(ZipArchiveEntry entry) => entry.FullName switch
    {
        "_rels/.rels" => () => Changed(entry, relations =>
        {
            foreach (var (index, relation) in relations.Elements().Index())
            {
                relation.SetAttributeValue("Id", $"rId{index + 1}");
                relation.SetAttributeValue(
                    "Target", relation.Attribute("Target")!.Value.EndsWith(
                        ".psmdcp", StringComparison.Ordinal) ? $"/{Properties}" : relation.Attribute("Target")!.Value);
            }
        }),
        _ when entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) => () => Changed(entry, properties =>
            properties.Elements().Where(element => element.Name.LocalName is "created" or "modified").Remove()),
        "xl/sharedStrings.xml" => () => Changed(entry, strings =>
        {
            // Characters beyond the first 65,536 come as two escaped halves, which Excel alone would put together again.
            foreach (var text in strings.Descendants().Where(element => !element.HasElements && EscapedPair().IsMatch(element.Value)))
            {
                text.Value = EscapedPair().Replace(text.Value, pair => $"{Half(pair.Groups[1])}{Half(pair.Groups[2])}");
            }
        }),
        _ => entry.Open,
    };

    private static char Half(Group digits) => (char)int.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_")]
    private static partial Regex EscapedPair();

    private static MemoryStream Changed(ZipArchiveEntry entry, Action<XElement> change)
    {
        using var content = entry.Open();
        var part = XDocument.Load(content, LoadOptions.PreserveWhitespace);
        change(part.Root!);
        var changed = new MemoryStream();
        part.Save(changed, System.Xml.Linq.SaveOptions.DisableFormatting);
        changed.Position = 0;
        return changed;
    }
}
