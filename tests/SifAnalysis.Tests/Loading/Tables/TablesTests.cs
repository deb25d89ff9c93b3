using System.Text;
using SifAnalysis.Loading;

namespace SifAnalysis.Tests.Loading;

/// <summary>Files as analysts have them, made here; every value in them is synthetic.</summary>
public sealed class TablesTests : IDisposable
{
    private static readonly DateTime Day = new(2015, 3, 27);

    private static readonly object?[]?[] Release =
    [
        ["Table 1: Inspection outcomes (synthetic)"],
        ["Published 3 May 2016"],
        null,
        ["Local authority", "Publication date", "Overall effectiveness", "Children"],
        ["Leeds", Day, "Good", 12.5],
        ["Barnet", Day.AddDays(1), "..", 3],
        null,
        ["Source: synthetic rows, for tests."],
        ["1. Rounded to the nearest half."],
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("sif tables é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    [InlineData("csv")]
    [InlineData("tsv")]
    public void Read_AReleaseWithTitlesAndFootnotes_FindsTheTableAndSaysWhatStandsAround(string kind)
    {
        var table = Tables.Read(Release1(kind));
        Assert.Equal(["Local authority", "Publication date", "Overall effectiveness", "Children"], table.Headings);
        Assert.Equal(["Leeds", "Barnet"], table.Column("Local authority").Select(cell => cell.Text));
        Assert.Equal(["2015-03-27", "2015-03-28"], table.Column("publication date").Select(cell => cell.Text));
        Assert.Equal(["12.5", "3"], table.Select(row => row["Children"].Text));
        Assert.Equal(4, table.Understood.HeaderLine);
        Assert.Equal([1, 2], table.Understood.Above.Select(text => text.Line));
        Assert.Equal([8, 9], table.Understood.Below.Select(text => text.Line));
        Assert.Equal("Source: synthetic rows, for tests.", table.Understood.Below[0].Text);
        Assert.Equal((5, 6), (table[0].Line, table[1][0].Place.Line));
    }

    [Theory]
    [InlineData("xlsx", "sheet Data, cell D5", "Taken as Excel workbook, sheet Data.")]
    [InlineData("ods", "sheet Data, cell D5", "Taken as OpenDocument spreadsheet, sheet Data.")]
    [InlineData("csv", "line 5, column 4", "Taken as CSV with commas, in UTF-8.")]
    public void Read_AnyFile_GivesEachCellItsPlaceAndSaysHowItWasTaken(string kind, string place, string taken)
    {
        var path = Release1(kind);
        var table = Tables.Read(path);
        Assert.Equal($"{path}, {place}", table[0]["Children"].Place.ToString());
        Assert.Equal(taken, table.Understood.Sentences[0]);
        Assert.Contains($"{(kind == "csv" ? "line" : "row")} 4", table.Understood.ToString(), StringComparison.Ordinal);
        Assert.Equal("2 rows, 4 columns: Local authority, Publication date, Overall effectiveness, Children", table.ToString());
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public void Read_CoverAndHiddenSheets_AreNotTheTableUnlessNamed(string kind)
    {
        (string, object?[]?[])[] sheets = [("Cover", [["A cover"], ["of two "
            + "lines"]]), ("Notes", [["Note", "Text"]]), ("Data", [["a", "b"], ["x", 1]]), ("More", [["c", "d"], ["y", 2]])];
        var path = Written($"book.{kind}", kind == "xlsx" ? SyntheticWorkbook.Excel(sheets) : SyntheticWorkbook.OpenDocument(sheets));
        Assert.Equal(["Cover", "Notes", "Data", "More"], Tables.Sheets(path));
        var table = Tables.Read(path);
        Assert.Equal(("Data", "x"), (table.Understood.Sheet, table[0][0].Text));
        Assert.Equal(["Cover", "Notes", "More"], table.Understood.OtherSheets);
        Assert.Equal("y", Tables.Read(path, "more")[0]["c"].Text);
        Assert.Equal("A cover", Tables.Read(path, "Cover").Headings[0]);
        Assert.Contains("there is no sheet Elsewhere", Problem(path, "Elsewhere").Expected, StringComparison.Ordinal);
        Assert.Contains("Cover, Notes, Data and More", Problem(path, "Elsewhere").Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HiddenAndMergedInExcel_AreReadAndSaid()
    {
        var path = Written("hidden.xlsx", SyntheticWorkbook.ExcelOf(
        [
            ("Secret", "state=\"hidden\"", $"<sheetData>{SyntheticWorkbook.ExcelRows([["p", "q"], ["r", 1]])}</sheetData>"),
            ("Data", "", "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/></cols><sheetData>"
                + SyntheticWorkbook.ExcelRows([["a", "b"], ["x", 1], [null, 2]])
                    .Replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"", StringComparison.Ordinal)
                + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"),
        ]));
        var table = Tables.Read(path);
        Assert.Equal([("x", "1"), ("", "2")], table.Select(row => (row[0].Text, row[1].Text)));
        Assert.Equal(
            [
                "Merged cells, whose value stands in the first alone: A2:A3.",
                "Hidden rows, which were read like the others: 3.",
                "Hidden columns, which were read like the others: B.",
            ],
            table.Understood.Remarks);
        Assert.Contains("The sheet is hidden.", Tables.Read(path, "Secret").Understood.Remarks);
    }

    [Fact]
    public void Read_HiddenAndMergedInOpenDocument_AreReadAndSaid()
    {
        var path = Written("hidden.ods", SyntheticWorkbook.OpenDocumentOf(
            "<table:table table:name=\"Secret\" table:style-name=\"ta2\"><table:table-row><table:table-cell "
                + "office:value-type=\"string\"><text:p>p</text:p></table:table-cell></table:table-row></table:table>"
            + "<table:table table:name=\"Data\"><table:table-row><table:table-cell "
                + "office:value-type=\"string\"><text:p>a</text:p></table:table-cell><table:table-cell "
                    + "office:value-type=\"string\"><text:p>b</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:visibility=\"collapse\"><table:table-cell table:number-rows-spanned=\"2\" "
                + "office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation><text:p>x<text:s "
                    + "text:c=\"2\"/>y</text:p><text:p>z</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"percentage\" "
                + "office:value=\"0.5\"><text:p>50%</text:p></table:table-cell></table:table-row>"
            + "<table:table-row><table:covered-table-cell/><table:table-cell office:value-type=\"time\" "
                + "office:time-value=\"PT13H30M00S\"><text:p>13:30</text:p></table:table-cell></table:table-row></table:table>",
            styles: "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"));
        var table = Tables.Read(path);
        Assert.Equal([("x  y\nz", "0.5"), ("", "13:30")], table.Select(row => (row[0].Text, row[1].Text)));
        Assert.Equal(["Merged cells, whose value stands in the first alone: A2:A3.", "Hidden rows, which were read like the others: "
            + "2."], table.Understood.Remarks);
    }

    [Theory]
    [InlineData(false, 42137)]
    [InlineData(true, 40675)]
    public void Read_DaysOfBothOfExcelsCalendars_AreTheSameDay(bool from1904, int serial)
    {
        var path = Written("days.xlsx", SyntheticWorkbook.ExcelOf(
            [("Data", "",
                $"<sheetData>{SyntheticWorkbook.ExcelRows([["day", "serial"], [DayCell("A2", serial), serial]])}</sheetData>")],
            from1904 ? "date1904=\"1\"" : ""));
        var table = Tables.Read(path);
        Assert.Equal(new DateTime(2015, 5, 13), table[0]["day"].Value);
        Assert.Equal((double)serial, table[0]["serial"].Value);
        Assert.Equal(from1904, table.Understood.ToString().Contains("1904", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("59")]
    [InlineData("60")]
    [InlineData("-5")]
    public void Read_ADayBeforeMarch1900InExcel_IsAProblemAndNoDay(string serial)
    {
        var path = Written("old.xlsx", SyntheticWorkbook.ExcelOf(
            [("Data", "",
                $"<sheetData>{SyntheticWorkbook.ExcelRows([["who", "day"], ["Leeds", DayCell("B2", serial)]])}</sheetData>")]));
        var loaded = Tables.Load(path);
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal((2, "cell B2", "Data"), (problem.Line, problem.Column, problem.Sheet));
        Assert.Contains("before March 1900", problem.Expected, StringComparison.Ordinal);
        Assert.True(loaded.Table![0]["day"].IsBlank);
    }

    [Fact]
    public void Read_TimesErrorsAndTruthInExcel_AreKeptAsTheyStand()
    {
        var path = Written("odd.xlsx", SyntheticWorkbook.Excel(("Data",
        [
            ["time", "error", "truth", "end"],
            [new SyntheticWorkbook.Raw("<c r=\"A2\" s=\"2\"><v>0.5625</v></c>"), new SyntheticWorkbook.Raw("<c r=\"B2\" "
                + "t=\"e\"><v>#N/A</v></c>"), true, "x"],
            [null, new SyntheticWorkbook.Raw("<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")],
        ])));
        var table = Tables.Read(path);
        Assert.Equal(["13:30:00", "#N/A", "true", "x"], table[0].Select(cell => cell.Text));
        Assert.Equal("#DIV/0!", table[1]["error"].Value);
    }

    [Fact]
    public void Read_FormulasWithoutStoredResults_AreProblemsOfTheirCells()
    {
        object?[]?[] rows = [["a", "b"], ["x", new SyntheticWorkbook.Raw("<c "
            + "r=\"B2\"><f>1+1</f></c>")], ["y", new SyntheticWorkbook.Raw("<c r=\"B3\"><f>1+1</f><v>2</v></c>")],
                ["z", new SyntheticWorkbook.Raw("<c r=\"B4\" t=\"str\"><f>\"\"</f><v></v></c>")]];
        var problem = Assert.Single(Tables.Load(Written("formula.xlsx", SyntheticWorkbook.Excel(("Data", rows)))).Problems);
        Assert.Equal((2, "cell B2"), (problem.Line, problem.Column));
        Assert.Contains("formula without a stored result", problem.Expected, StringComparison.Ordinal);
        Assert.Contains("sheet Data, row 2, cell B2: a formula", problem.ToString(), StringComparison.Ordinal);
        var open = Tables.Load(
            Written("formula.ods", SyntheticWorkbook
                .OpenDocument(("Data", [["a", "b"], ["x", new SyntheticWorkbook.Raw("<table:table-cell table:formula=\"of:=1+1\"/>")]]))));
        Assert.Equal("cell B2", Assert.Single(open.Problems).Column);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    [InlineData("csv")]
    public void Load_TwoTablesOnASheet_ReadsTheFirstAndSaysWhereTheSecondBegins(string kind)
    {
        object?[]?[] rows = [["authority", "overall"], ["Leeds", "Good"], ["Barnet", "Good"], null, ["Table 2: by "
            + "region"], ["region", "count", "share"], ["London", 12, 0.5], ["North East", 3, 0.25]];
        var path = Written($"two.{kind}", Bytes(kind, rows));
        var loaded = Tables.Load(path);
        Assert.Equal(["Leeds", "Barnet"], loaded.Table!.Column("authority").Select(cell => cell.Text));
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal(6, problem.Line);
        Assert.Contains("a second table begins here, with region, count, share", problem.Expected, StringComparison.Ordinal);
        Assert.Throws<LoadException>(() => Tables.Read(path));
        var second = Tables.Read(path, range: "A6:C8");
        Assert.Equal(["London", "North East"], second.Column("region").Select(cell => cell.Text));
        Assert.Equal(2, Tables.Read(path, range: "a1:b3").Count);
    }

    [Fact]
    public void Read_BlankLinesBetweenRows_EndNoTable()
    {
        var table = Tables.Read(Written("gaps.csv", "authority,overall,children\nLeeds,Good,12\n\nBarnet,RI,\n\n,,\nCamden,,\n"));
        Assert.Equal(["Leeds", "Barnet", "Camden"], table.Column("authority").Select(cell => cell.Text));
        Assert.Empty(table.Understood.Below);
        Assert.Equal(7, table[2].Line);
    }

    [Theory]
    [InlineData("\r\n;;\r\nauthority;overall\r\nLeeds;Good\r\n", ';')]
    [InlineData("sep=;\nauthority;overall\nLeeds;Good\n", ';')]
    [InlineData("A title, with commas, of a release\n\nauthority\toverall\nLeeds\tGood\n", '\t')]
    [InlineData("\"authority\"|\"overall\"\n\"Leeds\"|\"Good, at last\"\n", '|')]
    public void Read_AnySeparator_IsFoundOverTheFirstRows(string text, char separator)
    {
        var table = Tables.Read(Written("any.csv", text));
        Assert.Equal(separator, table.Understood.Separator);
        Assert.StartsWith("Good", table[0]["overall"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfText_WhatASpreadsheetCopies_IsATable()
    {
        var table = Tables.OfText("authority\toverall\r\nLeeds\tGood\r\n");
        Assert.Equal("Good", table[0]["overall"].Text);
        Assert.Equal("pasted text, line 2, column 2", table[0][1].Place.ToString());
        Assert.Throws<LoadException>(() => Tables.OfText(" \n "));
    }

    [Theory]
    [InlineData("records.json", "[{\"authority\": \"Leeds\", \"n\": 1}, {\"n\": 2.5, \"more\": null, \"ok\": true}]")]
    [InlineData("records.json", "{\"title\": \"synthetic\", \"data\": [{\"authority\": \"Leeds\", \"n\": 1}, {\"n\": 2.5, \"ok\": true, "
        + "\"more\": null}]}")]
    [InlineData("records.jsonl", "{\"authority\": \"Leeds\", \"n\": 1}\n\n{\"n\": 2.5, \"ok\": true, \"more\": null}\n")]
    public void Read_JsonRecords_AreRows(string name, string text)
    {
        var table = Tables.Read(Written(name, text));
        Assert.Equal(("Leeds", 1L, 2.5, true),
            (table[0]["authority"].Value, table[0]["n"].Value, table[1]["n"].Value, table[1]["ok"].Value));
        Assert.True(table[1]["authority"].IsBlank && table[1]["more"].IsBlank);
        Assert.Contains("record 2, column 2", table[1]["n"].Place.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, {\"a\": 2}]", "expected an object")]
    [InlineData("[{\"a\": 2}", "not whole JSON")]
    [InlineData("[]", "no records")]
    [InlineData("3", "no records")]
    public void Load_JsonWithoutRecords_SaysWhatIsWrong(string text, string expected) =>
        Assert.Contains(expected, Tables.Load(Written("bad.json", text)).Problems[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void Load_TheKitsOwnTables_HaveNoProblem()
    {
        foreach (var path in Directory.EnumerateFiles(Shared.Checkout.Data, "*.csv"))
        {
            var loaded = Tables.Load(path);
            Assert.Empty(loaded.Problems);
            Assert.Equal(1, loaded.Table!.Understood.HeaderLine);
            Assert.Empty(loaded.Table.Understood.Below);
        }
    }

    [Fact]
    public void Load_QuotesThatBreakAtRow40000_AreToldWithTheirLineAndTheRestIsRead()
    {
        var text = new StringBuilder("authority,overall,notes\n");
        for (var line = 2; line <= 50_000; line++)
        {
            text.Append(line == 40_000 ? "Leeds,Good,\"broken\" here\n" : "Leeds,Good,\"a, b\"\n");
        }

        var loaded = Tables.Load(Written("quotes.csv", text.ToString()));
        Assert.Equal(40_000, Assert.Single(loaded.Problems).Line);
        Assert.Equal(49_998, loaded.Table!.Count);
    }

    [Fact]
    public void Load_MixedEncodings_AreAProblemOfTheFirstLineThatIsNotUtf8()
    {
        var path = Written("mixed.csv", [.. "authority,notes\nLeeds,café\nBarnet,caf"u8, 0xE9, .. "\n"u8]);
        var problem = Assert.Single(Tables.Load(path).Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("not in UTF-8, as line 2 is", problem.Expected, StringComparison.Ordinal);
        Assert.Equal("café", Tables.Read(Written("old.csv", [.. "authority,notes\nBarnet,caf"u8, 0xE9, .. "\n"u8]))[0]["notes"].Text);
    }

    [Theory]
    [InlineData("EncryptedPackage", "protected by a password")]
    [InlineData("Workbook", "Excel before 2007")]
    public void Load_AnOldOrProtectedWorkbook_SaysWhatToDo(string stream, string expected)
    {
        byte[] start = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes(stream),
            .. new byte[1000]];
        Assert.Contains(expected, Problem(Written("old.xlsx", start)).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AProtectedOpenDocument_SaysWhatToDo()
    {
        var path = Written("protected.ods", SyntheticWorkbook.OpenDocumentOf("", more: archive =>
            SyntheticWorkbook.Add(archive, "META-INF/manifest.xml", "<m:manifest "
                + "xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>")));
        Assert.Contains("protected by a password", Problem(path).Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public void Load_XmlEntities_AreNeverFollowed(string kind)
    {
        const string Bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        var bytes = kind == "ods"
            ? SyntheticWorkbook.OpenDocumentOf("<table:table table:name=\"&b;\"/>", before: Bomb)
            : Replaced(
                SyntheticWorkbook.Excel(("Data", [["a", "b"]])),
                "xl/worksheets/sheet1.xml",
                $"{Bomb}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c "
                    + "t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>");
        Assert.Contains("XML entities of its own", Problem(Written($"entities.{kind}", bytes)).Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public void Load_AZipBomb_IsRefusedBeforeItFillsTheMemory(string kind)
    {
        var bytes = kind == "xlsx" ? SyntheticWorkbook.Excel(("Data", [["a", "b"]]))
            : SyntheticWorkbook.OpenDocument(("Data", [["a", "b"]]));
        using var memory = new MemoryStream();
        memory.Write(bytes);
        using (var archive = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = archive.CreateEntry("xl/sharedStrings.xml", System.IO.Compression.CompressionLevel.Fastest).Open();
            var block = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 600; megabyte++)
            {
                stream.Write(block);
            }
        }

        var path = Written($"bomb.{kind}", memory.ToArray());
        Assert.InRange(new FileInfo(path).Length, 1, 10_000_000);

        // Other tests allocate beside this one, on threads of their own.
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("larger than 512 MB", Problem(path).Expected, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Fact]
    public void Read_AMillionBlankRows_AreReadInLittleMemory()
    {
        var excel = Written("far.xlsx", SyntheticWorkbook.ExcelOf([("Data", "",
            $"<sheetData>{SyntheticWorkbook.ExcelRows([["a", "b"], ["x", 1]])}"
                + $"{string.Concat(Enumerable.Range(3, 100_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>"))}"
            + "<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>last</v></c><c r=\"B1048576\"><v>2</v></c></row></sheetData>")]));
        var open = Written("far.ods", SyntheticWorkbook.OpenDocumentOf(
            "<table:table table:name=\"Data\"><table:table-row><table:table-cell "
                + "office:value-type=\"string\"><text:p>a</text:p></table:table-cell><table:table-cell "
                    + "office:value-type=\"string\"><text:p>b</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell "
                + "table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>last</text:p></table:table-cell><table:table-cell "
                + "office:value-type=\"float\" office:value=\"2\"/></table:table-row></table:table>"));
        Assert.Equal([2, 1_048_576], Tables.Read(excel).Select(row => row.Line));
        Assert.Equal([1_048_576], Tables.Read(open).Select(row => row.Line));
    }

    [Fact]
    public void Load_ASheetThatReachesToTheLastCell_IsRefusedWithWhatToDo()
    {
        var path = Written("wide.xlsx", SyntheticWorkbook.ExcelOf([("Data", "",
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c "
                + "r=\"A1048576\"><v>2</v></c></row></sheetData>")]));
        Assert.Contains("reaches to cell XFD1048576", Problem(path).Expected, StringComparison.Ordinal);
        var repeated = Written("repeated.ods", SyntheticWorkbook.OpenDocumentOf(
            "<table:table table:name=\"Data\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
                + "table:number-columns-repeated=\"10000\" office:value-type=\"float\" "
                    + "office:value=\"2\"/></table:table-row></table:table>"));
        Assert.Contains("million cells", Problem(repeated).Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XFE1")]
    [InlineData("AAAA1")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZ1")]
    public void Load_ACellThatNoSheetHas_IsRefusedBeforeRoomIsMadeForIt(string reference)
    {
        var path = Written("far.xlsx", SyntheticWorkbook.ExcelOf(
            [("Data", "", $"<sheetData><row r=\"1\"><c r=\"{reference}\" t=\"str\"><v>a</v></c></row></sheetData>")]));
        Assert.Contains("a cell beyond XFD1048576", Problem(path).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_BrokenWorkbooks_AreToldAsDamaged()
    {
        var whole = SyntheticWorkbook.Excel(("Data", [["a", "b"], ["x", 1]]));
        Assert.Contains("damaged or cut short", Problem(Written("cut.xlsx", whole[..^40])).Expected, StringComparison.Ordinal);

        // The end of a zip file says how many parts its list has.
        var counted = whole.ToArray();
        counted[^12]++;
        Assert.Contains("damaged or cut short", Problem(Written("counted.xlsx", counted)).Expected, StringComparison.Ordinal);
        Assert.Contains("lacks its part", Problem(Written("none.xlsx", Replaced(whole, "xl/_rels/workbook.xml.rels", null))).Expected,
            StringComparison.Ordinal);
        Assert.Contains("damaged", Problem(Written("empty.xlsx", Replaced(whole, "xl/worksheets/sheet1.xml", ""))).Expected,
            StringComparison.Ordinal);
        Assert.Contains("neither an Excel workbook "
            + "nor", Problem(Written("other.xlsx", Replaced(whole, "xl/workbook.xml", null))).Expected, StringComparison.Ordinal);
        Assert.Contains("no sheets", Problem(Written("text.ods", SyntheticWorkbook.OpenDocumentOf("<text:p>a "
            + "letter</text:p>"))).Expected, StringComparison.Ordinal);
        Assert.Contains("not a text file", Problem(Written("garbage.csv", [1, 2, 3, 0xFF, 0, 10])).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFileAFolderOrNothing_SaysSo()
    {
        Assert.Contains("no such file", Problem(Path.Combine(folder, "none.csv")).Expected, StringComparison.Ordinal);
        Assert.Contains("a folder", Problem(folder).Expected, StringComparison.Ordinal);
        Assert.Contains("the file is empty", Problem(Written("empty.csv", "\n\n")).Expected, StringComparison.Ordinal);
        Assert.Contains("has no sheets", Problem(Written("a.csv", "a,b\n"), "Data").Expected, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("text", () => Tables.Load("a.csv", range: "everything"));
    }

    [Fact]
    public void Column_ThatIsNotThereOrTwice_TellsTheHeadings()
    {
        var table = Tables.Read(Written("twice.csv", "authority,overall,overall,\nLeeds,Good,RI,more\n"));
        Assert.Contains("authority, overall, "
            + "overall", Assert.Throws<ArgumentException>(() => table.Column("weather")).Message, StringComparison.Ordinal);
        Assert.Contains("2 columns have the "
            + "heading", Assert.Throws<ArgumentException>(() => table[0]["overall"]).Message, StringComparison.Ordinal);
        Assert.Equal(["2 columns have the heading overall.", "No heading, though the rows have something there: column "
            + "D."], table.Understood.Remarks);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[0][4]);
    }

    private static byte[] Replaced(byte[] zip, string part, string? content)
    {
        using var memory = new MemoryStream();
        memory.Write(zip);
        using (var archive = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            if (content is not null)
            {
                SyntheticWorkbook.Add(archive, part, content);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Bytes(string kind, object?[]?[] rows) => kind switch
    {
        "xlsx" => SyntheticWorkbook.Excel(("Data", rows)),
        "ods" => SyntheticWorkbook.OpenDocument(("Data", rows)),
        _ => Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(
            kind == "tsv" ? "\t" : ",", (row ?? [])
                .Select(value => value is string text && text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\""
                    : new Cell(value, default).Text)) + "\n"))),
    };

    private string Release1(string kind) => Written($"release.{kind}", Bytes(kind, Release));

    private string Written(string name, string text) => Written(name, Encoding.UTF8.GetBytes(text));

    private string Written(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static LoadProblem Problem(string path, string? sheet = null)
    {
        var loaded = Tables.Load(path, sheet);
        Assert.Null(loaded.Table);
        return Assert.Single(loaded.Problems);
    }

    private static SyntheticWorkbook.Raw DayCell<T>(string cell, T serial) => new($"<c r=\"{cell}\" s=\"1\"><v>{serial}</v></c>");
}
