using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace SifAnalysis.Benchmarks.Tables;

/// <summary>A workbook of 100,000 synthetic rows, read by the kit and by ExcelDataReader alone, turn by turn.</summary>
internal static class TableTimes
{
    private const int Rows = 100_000;
    private const int Turns = 5;

    /// <summary>Prints the median times and their ratio.</summary>
    public static void Print()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.Combine(Path.GetTempPath(), $"sif-benchmark-{Guid.NewGuid():N}.xlsx");
        try
        {
            Write(path);
            var (alone, kit) = (new List<double>(), new List<double>());
            for (var turn = 0; turn <= Turns; turn++)
            {
                var one = Time(() => Alone(path));
                var other = Time(() => SifAnalysis.Loading.Tables.Read(path).Count);

                // The first turn compiles.
                if (turn > 0)
                {
                    alone.Add(one);
                    kit.Add(other);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Rows:N0} rows of .xlsx: ExcelDataReader alone {Median(alone):0} ms, the kit {Median(kit):0} ms, "
                    + $"{Median(kit) / Median(alone):0.00} times"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int Alone(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        var cells = 0;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                cells += reader.GetValue(column) is null ? 0 : 1;
            }
        }

        return cells;
    }

    private static double Time(Func<int> read)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        if (read() < Rows)
        {
            throw new InvalidOperationException("Rows are missing.");
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Write(string path)
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("xl/workbook.xml", $"<workbook {Main}><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
            + "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
                    + "Target=\"styles.xml\"/></Relationships>");
        Add("xl/styles.xml", $"<styleSheet {Main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" "
            + "applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        var sheet = new StringBuilder($"<worksheet {Main}><sheetData>");
        for (var row = 1; row <= Rows + 1; row++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 0; column < 10; column++)
            {
                var place = $"{(char)('A' + column)}{row}";
                sheet.Append(row == 1 || column % 3 == 1
                    ? $"<c r=\"{place}\" t=\"inlineStr\"><is><t>text {row % 7} {column}</t></is></c>"
                    : string.Create(CultureInfo.InvariantCulture, $"<c "
                        + $"r=\"{place}\"{(column % 3 == 2 ? " s=\"1\"" : "")}><v>{42_000 + (row % 900)}</v></c>"));
            }

            sheet.Append("</row>");
        }

        Add("xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString());

        void Add(string name, string content)
        {
            using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
    }
}
