using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SifAnalysis.Cli.Export;

/// <summary>
/// Tables as one Excel workbook, after the Government Analysis Function's guidance on statistics in spreadsheets: a cover, a
/// codebook, one marked-up table a sheet, no merged cells, nothing said by colour alone. The parts are written by the Open XML SDK.
/// </summary>
internal static partial class ExcelExport
{
    /// <summary>The row of a sheet in which the table's header stands; the title and a note stand above it.</summary>
    public const int HeaderRow = 3;

    private const int LongestText = 32_767;
    private const int MostRows = 1_048_576 - HeaderRow;
    private const double CoverWidth = 110;
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    /// <summary>Writes a workbook.</summary>
    /// <param name="title">The title on the cover.</param>
    /// <param name="tables">The tables, a sheet each.</param>
    /// <param name="stream">Where it goes.</param>
    /// <exception cref="CommandException">A table or a text is too large for Excel.</exception>
    public static void Write(string title, IReadOnlyList<TypedTable> tables, Stream stream)
    {
        var codebook = TypedTable.Codebook(tables);
        IReadOnlyList<TypedTable> all = [codebook, .. tables];
        using var made = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var texts = new SharedTexts();
            Cover(book.AddNewPart<WorksheetPart>("rId1"), title, all, texts);
            foreach (var (index, table) in all.Index())
            {
                Sheet(book.AddNewPart<WorksheetPart>(Relation(index + 1)), table, index + 1, texts);
            }

            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            texts.Write(book.AddNewPart<SharedStringTablePart>("texts"));
            book.Workbook = new Workbook(new Sheets(
                all.Select(SheetName).Prepend("Cover")
                    .Select((name, index) => new Sheet { Name = name, SheetId = (uint)index + 1, Id = Relation(index) })));
            Properties(document, title);
        }

        // The same tables give the same bytes: the parts in a fixed order, at a fixed time.
        using var parts = new ZipArchive(made, ZipArchiveMode.Read);
        var drawn = Drawn(parts);
        FixedZip.Write(stream, parts.Entries.Select(entry => (Named(entry.FullName, drawn), (Func<Stream>)(() => Renamed(entry, drawn)))));
    }

    // Names that the library draws anew for each file: of the part of the properties, and of the relationships of the whole.
    private static List<string> Drawn(ZipArchive parts)
    {
        using var relations = new StreamReader(parts.GetEntry("_rels/.rels")!.Open());
        var text = relations.ReadToEnd();
        return [.. Regex.Matches(text, "Id=\"(\\w+)\"|([0-9a-f]{32})\\.psmdcp")
            .Select(match => match.Groups[1].Value + match.Groups[2].Value)];
    }

    private static string Named(string text, List<string> drawn) =>
        drawn.Index().Aggregate(text, (own, each) => own.Replace(each.Item, $"part{each.Index}", StringComparison.Ordinal));

    private static Stream Renamed(ZipArchiveEntry entry, List<string> drawn)
    {
        if (entry.FullName is not ("_rels/.rels" or "[Content_Types].xml"))
        {
            return entry.Open();
        }

        using var part = new StreamReader(entry.Open());
        return new MemoryStream(Encoding.UTF8.GetBytes(Named(part.ReadToEnd(), drawn)));
    }

    private static string Relation(int sheet) => string.Create(CultureInfo.InvariantCulture, $"rId{sheet + 1}");

    private static void Cover(WorksheetPart part, string title, IReadOnlyList<TypedTable> tables, SharedTexts texts)
    {
        string[] lines =
        [
            title,
            "Contains public sector information licensed under the Open Government Licence v3.0.",
            "A blank cell is unknown: no source at hand states the value. Nothing is guessed. The number 0 is a true zero.",
            "A judgement stands twice: as its label, and as its code in the column after it (1 is the best).",
            "Text that begins with = + - or @ is text, marked as such, and no formula. A character that Excel cannot hold stands as "
                + "\uFFFD.",
            "Each sheet holds one table, whose header is in row 3. Sheets:",
            .. tables.Select(table => $"{SheetName(table)}: {table.Title}"),
        ];
        var firstLink = lines.Length - tables.Count + 1;
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new Columns(new Column { Min = 1, Max = 1, Width = CoverWidth, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        foreach (var (index, line) in lines.Index())
        {
            writer.WriteElement(Row(index + 1, TextCell(1, index + 1, line, index == 0 ? Look.Heading : Look.Wrapped, texts)));
        }

        writer.WriteEndElement();
        writer.WriteElement(new Hyperlinks(tables.Select((table, index) => new Hyperlink
        {
            Reference = Place(1, firstLink + index),
            Location = $"'{SheetName(table).Replace("'", "''", StringComparison.Ordinal)}'!A1",
        })));
        writer.WriteEndElement();
    }

    private static void Sheet(WorksheetPart part, TypedTable table, int number, SharedTexts texts)
    {
        var rows = table.Rows.Take(MostRows + 1).ToList();
        if (rows.Count > MostRows)
        {
            throw new CommandException($"{table.Name} has more rows than the {MostRows} that a sheet of Excel holds. Export it as "
                + "parquet or csv.");
        }

        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(
                new Pane
                {
                    VerticalSplit = HeaderRow,
                    TopLeftCell = Place(1, HeaderRow + 1),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen
                })
            {
                WorkbookViewId = 0,
            }));
            writer.WriteElement(new Columns(table.Columns.Select((column, index) => new Column
            {
                Min = (uint)index + 1,
                Max = (uint)index + 1,
                Width = Width(column, rows.Select(row => row[index])),
                CustomWidth = true,
            })));
            writer.WriteStartElement(new SheetData());
            writer.WriteElement(Row(1, TextCell(1, 1, table.Title, Look.Heading, texts)));
            writer.WriteElement(Row(
                2, TextCell(1, 2, "One table, header in row 3. A blank cell is unknown. The sheet codebook says what each column "
                    + "means.", Look.Plain, texts)));
            writer.WriteElement(Row(HeaderRow,
                [.. table.Columns.Select((column, index) => TextCell(index + 1, HeaderRow, column.Name, Look.Plain, texts))]));
            foreach (var (index, row) in rows.Index())
            {
                writer.WriteElement(Row(HeaderRow + 1 + index, [.. Cells(table, row, index, texts)]));
            }

            writer.WriteEndElement();
            writer.WriteElement(new TableParts(new TablePart { Id = "table" }) { Count = 1 });
            writer.WriteEndElement();
        }

        part.AddNewPart<TableDefinitionPart>("table").Table = MarkedTable(table, number, rows.Count);
    }

    private static IEnumerable<Cell> Cells(TypedTable table, IReadOnlyList<object?> values, int index, SharedTexts texts)
    {
        var row = HeaderRow + 1 + index;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            switch (values[column])
            {
                case null:
                    break;
                case string { Length: > LongestText } text:
                    throw new CommandException(
                        $"{table.Name}, row {index + 1}, {table.Columns[column].Name}: the text has {text.Length} characters; a cell of "
                            + $"Excel holds {LongestText}. Export it as parquet or csv.");
                case string text:
                    yield return TextCell(column + 1, row, text, Look.Plain, texts);
                    break;
                case DateOnly day:
                    yield return NumberCell(column + 1, row, day.ToDateTime(TimeOnly.MinValue).ToOADate(), Look.Day);
                    break;
                case long whole:
                    yield return NumberCell(column + 1, row, whole, Look.Plain);
                    break;
                case var number:
                    yield return NumberCell(column + 1, row, (double)number, Look.Plain);
                    break;
            }
        }
    }

    private static Table MarkedTable(TypedTable table, int number, int rows)
    {
        var range = $"{Place(1, HeaderRow)}:{Place(table.Columns.Count, HeaderRow + Math.Max(1, rows))}";
        return new Table(
            new AutoFilter { Reference = range },
            new TableColumns(table.Columns
                .Select((column, index) =>
                    new TableColumn { Id = (uint)index + 1, Name = Escaped(column.Name) }))
            { Count = (uint)table.Columns.Count },
            new TableStyleInfo { Name = "TableStyleLight1", ShowRowStripes = true })
        {
            Id = (uint)number,
            Name = TableName(table),
            DisplayName = TableName(table),
            Reference = range,
        };
    }

    private static Row Row(int number, params Cell[] cells) => new(cells) { RowIndex = (uint)number };

    // The mark that Excel itself sets for text typed with an apostrophe: it stays text when somebody edits the cell.
    private static Cell TextCell(int column, int row, string text, Look style, SharedTexts texts) => new()
    {
        CellReference = Place(column, row),
        DataType = CellValues.SharedString,
        StyleIndex = (uint)(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? Look.Quoted : style),
        CellValue = new CellValue(texts.PlaceOf(text)),
    };

    private static Cell NumberCell(int column, int row, double value, Look style) => new()
    {
        CellReference = Place(column, row),
        StyleIndex = (uint)style,
        CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)),
    };

    private static string Place(int column, int row)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    private static Stylesheet Styles()
    {
        const uint IsoDay = 164;
        return new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = IsoDay, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
                new Font(new Bold(), new FontSize { Val = 14 }, new FontName { Val = "Calibri" }))
            { Count = 2 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }))
            { Count = 2 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(),
                new DiagonalBorder()))
            { Count = 1 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = IsoDay, ApplyNumberFormat = true },
                new CellFormat { QuotePrefix = true },
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat(new Alignment { WrapText = true }) { ApplyAlignment = true })
            { Count = 5 },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
    }

    private static void Properties(SpreadsheetDocument document, string title)
    {
        using var stream = document.AddCoreFilePropertiesPart().GetStream(FileMode.Create);
        using var xml = System.Xml.XmlWriter.Create(stream);
        xml.WriteStartElement("cp", "coreProperties", CoreProperties);
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", XmlText.Writable(title));
        xml.WriteEndElement();
    }

    // Excel allows 31 characters, and some not at all.
    private static string SheetName(TypedTable table)
    {
        var name = string.Concat(table.Name
            .Select(letter => "[]:*?/\\'".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? '-' : letter));
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

    // Excel takes _x0041_ in a text for the letter A, unless the first underscore is written so too.
    private static string Escaped(string text) => Escape().Replace(XmlText.Writable(text), "_x005F_$1");

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    // Their places in the style sheet.
    private enum Look
    {
        Plain,
        Day,
        Quoted,
        Heading,
        Wrapped,
    }

    // Excel keeps each text once; cells name its place.
    private sealed class SharedTexts
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly List<string> texts = [];
        private uint uses;

        public int PlaceOf(string text)
        {
            uses++;
            if (!places.TryGetValue(text, out var place))
            {
                places[text] = place = texts.Count;
                texts.Add(text);
            }

            return place;
        }

        public void Write(SharedStringTablePart part)
        {
            using var writer = OpenXmlWriter.Create(part);
            writer.WriteStartElement(new SharedStringTable { Count = uses, UniqueCount = (uint)texts.Count });
            foreach (var text in texts)
            {
                writer.WriteElement(new SharedStringItem(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }));
            }

            writer.WriteEndElement();
        }
    }
}
