using System.Globalization;
using DuckDB.NET.Data;
using SifAnalysis.Cli.Data;
using SifAnalysis.Cli.Export;
using SifAnalysis.Cli.Tests.Commands;
using SifAnalysis.Judgements;
using SifAnalysis.Large;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Export;

public sealed class TableExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif export é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Csv_TheKitsTables_AreReadByPandasAsTheyAre()
    {
        await ExportAsync("csv");
        var read = ReadBack.Python(
            """
            import json, sys, pandas
            frame = pandas.read_csv(sys.argv[1], parse_dates=["published"], dtype={"overall": pandas.CategoricalDtype(
                ["Outstanding", "Good", "Requires improvement", "Inadequate"], ordered=True)})
            print(json.dumps({"rows": len(frame), "dated": int(frame["published"].notna().sum()),
                "last": str(frame["published"].max().date()),
                "worst": int((frame["overall"] >= "Requires improvement").sum()), "codes": bool((
                    (frame["overall"].cat.codes + 1).where(frame["overall"].notna()) == frame["overall_code"])
                    .eq(frame["overall"].notna()).all())}))
            """,
            Path.Combine(folder, "inspections.csv"));
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var counts = inspections.Counts(JudgementArea.OverallEffectiveness);
        Assert.Equal(inspections.Count + inspections.BoardReviews.Count, read["rows"]!.GetValue<int>());
        Assert.Equal(
            inspections.Concat(inspections.BoardReviews)
                .Count(inspection => inspection.Published is not null), read["dated"]!.GetValue<int>());
        Assert.Equal(
            inspections.Max(inspection => inspection.Published)!.Value.ToString(
                "yyyy-MM-dd", CultureInfo.InvariantCulture), read["last"]!.ToString());
        Assert.Equal(counts.RequiresImprovement + counts.Inadequate, read["worst"]!.GetValue<int>());
        Assert.True(read["codes"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Csv_TextsOfTheKitsTables_AreUnchangedWhereNoneLooksLikeAFormula()
    {
        await ExportAsync("csv");
        var (before, after) = (RawTable.Read(Checkout.Data, "sources.csv"), RawTable.Read(folder, "sources.csv"));
        Assert.Equal(before.Rows.Select(row => row["title"]), after.Rows.Select(row => row["title"]));
    }

    [Fact]
    public async Task Parquet_TheKitsTables_AreReadByDuckDbWithTheirTypesAndNulls()
    {
        await ExportAsync("parquet");
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        object Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql.Replace(
                "FILE",
                $"'{Path.Combine(folder, "inspections.parquet").Replace("'", "''", StringComparison.Ordinal)}'",
                StringComparison.Ordinal);
            return command.ExecuteScalar()!;
        }

        Assert.Equal("DATE", Ask("SELECT column_type FROM (DESCRIBE SELECT * FROM FILE) WHERE column_name = 'published'"));
        Assert.Equal("BIGINT", Ask("SELECT column_type FROM (DESCRIBE SELECT * FROM FILE) WHERE column_name = 'overall_code'"));
        Assert.Equal("VARCHAR", Ask("SELECT column_type FROM (DESCRIBE SELECT * FROM FILE) WHERE column_name = 'overall'"));
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var counts = inspections.Counts(JudgementArea.OverallEffectiveness);
        Assert.Equal((long)counts.Unknown + inspections.BoardReviews.Count,
            Ask("SELECT count(*) FROM FILE WHERE overall IS NULL AND overall_code IS NULL"));
        Assert.Equal((long)counts.Inadequate, Ask("SELECT count(*) FROM FILE WHERE overall = 'Inadequate' AND overall_code = 4"));
        Assert.Equal(inspections.PublishedBy(new DateOnly(2016, 12, 31)).Count + 1L, Ask("SELECT count(*) FROM FILE WHERE published <= "
            + "DATE '2016-12-31'"));
        Assert.Equal(0L, Ask("SELECT count(*) FROM FILE WHERE notes = ''"));
        Assert.Equal(
            (long)Directory.GetFiles(folder, "*.parquet").Length - 1,
            Ask($"SELECT count(DISTINCT \"table\") FROM '{Path.Combine(folder, "codebook.parquet")}'"));
    }

    [Fact]
    public async Task Excel_TheKitsTables_AreReadByOpenpyxlTypedMarkedUpAndUnmerged()
    {
        await ExportAsync("xlsx");
        var read = ReadBack.Python(
            """
            import json, sys, datetime, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book["inspections"]
            header = [cell.value for cell in sheet[3]]
            published = [row[header.index("published")].value for row in sheet.iter_rows(min_row=4)]
            overall = [row[header.index("overall")].value for row in sheet.iter_rows(min_row=4)]
            codes = [row[header.index("overall_code")].value for row in sheet.iter_rows(min_row=4)]
            print(json.dumps({"sheets": book.sheetnames, "rows": len(published),
                "dates": sum(isinstance(day, datetime.datetime) for day in published),
                "inadequate": overall.count("Inadequate"), "blank": overall.count(None), "fours": codes.count(4),
                "merged": sum(len(each.merged_cells.ranges) for each in book), "tables": [len(each.tables) for each in book],
                "hidden": sum(each.sheet_state != "visible" for each in book),
                "formulas": sum(cell.data_type == "f" for each in book for row in each.iter_rows() for cell in row),
                "title": book.properties.title}))
            """,
            Path.Combine(folder, "sif-data.xlsx"));
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var counts = inspections.Counts(JudgementArea.OverallEffectiveness);
        Assert.Equal(
            ["Cover", "codebook", .. DataTables.All.Select(table => table.Name)],
            read["sheets"]!.AsArray().Select(name => name!.ToString()));
        Assert.Equal([0, .. Enumerable.Repeat(1, DataTables.All.Count + 1)],
            read["tables"]!.AsArray().Select(count => count!.GetValue<int>()));
        Assert.Equal(
            (
                inspections.Count + 1, inspections.Count(inspection => inspection.Published is not null) + 1,
                counts.Inadequate, counts.Unknown + 1, counts.Inadequate, 0, 0, 0),
            (
                Number("rows"),
                Number("dates"),
                Number("inadequate"),
                Number("blank"),
                Number("fours"),
                Number("merged"),
                Number("hidden"),
                Number("formulas")));

        int Number(string name) => read[name]!.GetValue<int>();
    }

    [Theory]
    [InlineData("csv", "inspections.csv")]
    [InlineData("parquet", "inspections.parquet")]
    [InlineData("xlsx", "sif-data.xlsx")]
    public async Task Export_Twice_GivesTheSameBytes(string format, string file)
    {
        await ExportAsync(format);
        var first = await File.ReadAllBytesAsync(Path.Combine(folder, file));
        await ExportAsync(format);
        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(folder, file)));
    }

    [Fact]
    public void Formats_TextThatLooksLikeAFormula_StaysTextAndNumbersStayNumbers()
    {
        var texts = new[] { "=HYPERLINK(\"https://elsewhere.example\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "plain" };
        var table = new TypedTable(
            "hostile", "Texts that look like formulas",
            [new("text", ColumnKind.Text, ""), new("number", ColumnKind.Number, "")],
            [.. texts.Select(text => (IReadOnlyList<object?>)[text, -1.5])]);
        TableExport.Write([table], "csv", folder);
        TableExport.Write([table], "xlsx", folder);
        var read = ReadBack.Python(
            """
            import json, sys, openpyxl, pandas
            cells = list(openpyxl.load_workbook(sys.argv[1])["hostile"].iter_rows(min_row=4))
            frame = pandas.read_csv(sys.argv[2])
            print(json.dumps({"types": [row[0].data_type for row in cells], "texts": [row[0].value for row in cells],
                "quoted": [bool(row[0].quotePrefix) for row in cells],
                "csv": list(frame["text"]), "numbers": float(frame["number"].sum()), "excel numbers": sum(row[1].value for row in cells)}))
            """,
            Path.Combine(folder, "hostile.xlsx"), Path.Combine(folder, "hostile.csv"));
        Assert.All(read["types"]!.AsArray(), type => Assert.Equal("s", type!.ToString()));
        Assert.Equal(texts, read["texts"]!.AsArray().Select(text => text!.ToString()));
        Assert.Equal([true, true, true, true, true, false], read["quoted"]!.AsArray().Select(quoted => quoted!.GetValue<bool>()));
        Assert.Equal([.. texts[..5].Select(text => $"'{text}"), "plain"], read["csv"]!.AsArray().Select(text => text!.ToString()));
        Assert.Equal((-9.0, -9.0), (read["numbers"]!.GetValue<double>(), read["excel numbers"]!.GetValue<double>()));
    }

    [Fact]
    public void Excel_CharactersThatXmlCannotHold_AreReplacedAndTheRestIsKept()
    {
        const string Text = "a\u0001b\u001Fc\uFFFFd\uD800e \U0001F600 <&> _x0041_ \r\n\tz";
        TableExport.Write([new TypedTable("odd", "Odd", [new("text", ColumnKind.Text, "")], [[Text]])], "xlsx", folder);
        var read = ReadBack.Python(
            "import json, sys, openpyxl; print(json.dumps(openpyxl.load_workbook(sys.argv[1])['odd']['A4'].value))", Path.Combine(
                folder, "odd.xlsx"));
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe \U0001F600 <&> _x0041_ \n\tz", read.ToString());
    }

    [Fact]
    public void Excel_TextLongerThanACellHolds_IsToldWithItsPlace()
    {
        var table = new TypedTable("long", "Long", [new("text", ColumnKind.Text, "")], [["short"], [new string('x', 32_768)]]);
        var message = Assert.Throws<CommandException>(() => TableExport.Write([table], "xlsx", folder)).Message;
        Assert.Contains("long, row 2, text", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Export_AUsersFile_IsTypedWhateverItsHeadings()
    {
        var mine = Path.Combine(folder, "mine.csv");
        await File.WriteAllTextAsync(mine, "Local authority;Overall effectiveness;Published\nLeeds;RI;31/12/2016\nBarnet;;\n");
        var (code, output) = await Sif.RunAsync("export", mine, "--format", "csv", "--output", Path.Combine(folder, "out"));
        Assert.True(code == 0, output);
        var rows = RawTable.Read(Path.Combine(folder, "out"), "mine.csv").Rows;
        Assert.Equal(
            [("Leeds", "Requires improvement", "3", "2016-12-31"), ("Barnet", "", "", "")], rows.Select(
                row => (row["authority"], row["overall"], row["overall_code"], row["published"])));
    }

    [Fact]
    public async Task Export_AUsersFileWithProblems_NamesThemAllAndWritesNothing()
    {
        var mine = Path.Combine(folder, "mine.csv");
        await File.WriteAllTextAsync(mine, "authority,overall\nAtlantis,Good\nLeeds,Super\n");
        var (code, output) = await Sif.RunAsync("export", mine, "--format", "xlsx", "--output", Path.Combine(folder, "out"));
        Assert.Equal(1, code);
        Assert.Contains("Atlantis", output, StringComparison.Ordinal);
        Assert.Contains("Super", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Except([mine]));
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("csv")]
    public async Task Export_AFileOfSchools_KeepsTheirReferencesAndReadsBackTheSame(string format)
    {
        var mine = Path.Combine(folder, "schools.csv");
        await File.WriteAllTextAsync(
            mine, "URN,Provider name,Local authority,Inspection start date,Overall effectiveness\n100001,Elm "
                + "School,Leeds,01/03/2016,RI\n100002,Oak School,Leeds,01/03/2016,Good\n,,Barnet,,\n");
        var (code, output) = await Sif.RunAsync("export", mine, "--format", format, "--output", Path.Combine(folder, "out"));
        Assert.True(code == 0, output);
        var again =
            LargeInspectionTable.Stream(Path.Combine(folder, "out", $"schools.{format}"), SifData.Load(Checkout.Data).Authorities, [])
            .ToList();
        Assert.Equal(
            [
                ("Leeds", "100001", new DateOnly(2016, 3, 1), Judgement.RequiresImprovement),
                ("Leeds", "100002", new DateOnly(2016, 3, 1), Judgement.Good),
                ("Barnet", null, (DateOnly?)null, (Judgement?)null),
            ],
            again.Select(inspection => (inspection.Authority.Name, inspection.Provider, inspection.Started, inspection.Overall)));
    }

    [Fact]
    public async Task Export_OverTheUsersOwnFile_IsRefused()
    {
        var mine = Path.Combine(folder, "mine.csv");
        await File.WriteAllTextAsync(mine, "authority,overall\nLeeds,Good\n");
        var (code, output) = await Sif.RunAsync("export", mine, "--format", "csv", "--output", folder);
        Assert.Equal(1, code);
        Assert.Contains("would be written over", output, StringComparison.Ordinal);
    }

    private async Task ExportAsync(string format)
    {
        var (code, output) = await Sif.RunAsync("export", "--format", format, "--output", folder);
        Assert.True(code == 0, output);
    }
}
