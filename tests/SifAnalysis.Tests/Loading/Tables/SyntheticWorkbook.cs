using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace SifAnalysis.Tests.Loading;

/// <summary>Workbooks made for tests, part by part, so that each can be as broken as a test wants. Every value in them is
/// synthetic.</summary>
internal static class SyntheticWorkbook
{
    /// <summary>A cell that is written as it stands, as XML.</summary>
    public sealed record Raw(string Xml);

    /// <summary>An Excel workbook of sheets, whose rows stand from row 1 on; null rows are left out.</summary>
    public static byte[] Excel(params (string Name, object?[]?[] Rows)[] sheets) =>
        ExcelOf([.. sheets.Select(sheet => (sheet.Name, "", $"<sheetData>{ExcelRows(sheet.Rows)}</sheetData>"))]);

    /// <summary>The rows of a sheet of Excel as XML.</summary>
    public static string ExcelRows(object?[]?[] rows) => string.Concat(rows.Select((row, index) => row is null
        ? ""
        : $"<row r=\"{index + 1}\">"
            + $"{string.Concat(row.Select((value, column) => ExcelCell(value, $"{(char)('A' + column)}{index + 1}")))}</row>"));

    /// <summary>An Excel workbook of sheets whose data and what follows them are given as XML.</summary>
    public static byte[] ExcelOf((string Name, string Attributes, string Data)[] sheets, string properties = "",
        Action<ZipArchive>? more = null) => Zip(archive =>
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
            + "Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Add(archive, "xl/workbook.xml", $"<workbook {Main}><workbookPr {properties}/><sheets>{string.Concat(sheets.Select((sheet, index) =>
            $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" {sheet.Attributes} "
                + $"r:id=\"rId{index + 1}\"/>"))}</sheets></workbook>");
        Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships "
            + $"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, index) =>
            $"<Relationship Id=\"rId{index + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                + $"Target=\"worksheets/sheet{index + 1}.xml\"/>"))}"
            + "<Relationship Id=\"rId999\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
                + "Target=\"styles.xml\"/></Relationships>");
        Add(archive, "xl/styles.xml", $"<styleSheet {Main}><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
            + "formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"20\" "
                + "applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        foreach (var (index, sheet) in sheets.Index())
        {
            Add(archive, $"xl/worksheets/sheet{index + 1}.xml", $"<?xml version=\"1.0\"?><worksheet {Main}>{sheet.Data}</worksheet>");
        }

        more?.Invoke(archive);
    });

    /// <summary>An OpenDocument spreadsheet of sheets.</summary>
    public static byte[] OpenDocument(params (string Name, object?[]?[] Rows)[] sheets) =>
        OpenDocumentOf(string.Concat(sheets.Select(sheet =>
        $"<table:table table:name=\"{SecurityElement.Escape(sheet.Name)}\">{string.Concat(sheet.Rows.Select(row =>
            $"<table:table-row>{(row is null ? "<table:table-cell/>" : string.Concat(row.Select(OpenDocumentCell)))}"
                + "</table:table-row>"))}</table:table>")));

    /// <summary>An OpenDocument spreadsheet whose sheets are given as XML.</summary>
    public static byte[] OpenDocumentOf(string sheets, string before = "", string styles = "", Action<ZipArchive>? more = null) =>
        Zip(archive =>
    {
        Add(archive, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        Add(archive, "content.xml", $"<?xml version=\"1.0\"?>{before}<office:document-content "
            + "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                    + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">"
            + $"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            + $"{sheets}</office:spreadsheet></office:body></office:document-content>");
        more?.Invoke(archive);
    });

    /// <summary>Adds a part.</summary>
    public static void Add(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return bytes.ToArray();
    }

    private static string ExcelCell(object? value, string place) => value switch
    {
        null => "",
        Raw raw => raw.Xml,
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        bool truth => $"<c r=\"{place}\" t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        DateTime day => $"<c r=\"{place}\" s=\"1\"><v>{day.ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
        IFormattable number => $"<c r=\"{place}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new NotSupportedException(),
    };

    private static string OpenDocumentCell(object? value) => value switch
    {
        null => "<table:table-cell/>",
        Raw raw => raw.Xml,
        string text => $"<table:table-cell office:value-type=\"string\"><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>",
        bool truth => $"<table:table-cell office:value-type=\"boolean\" "
            + $"office:boolean-value=\"{(truth ? "true" : "false")}\"><text:p>{truth}</text:p></table:table-cell>",
        DateTime day => string.Create(
            CultureInfo.InvariantCulture,
            $"<table:table-cell office:value-type=\"date\" office:date-value=\"{day:yyyy-MM-dd}\">"
                + $"<text:p>{day:dd/MM/yy}</text:p></table:table-cell>"),
        IFormattable number => $"<table:table-cell office:value-type=\"float\" "
            + $"office:value=\"{number.ToString(null, CultureInfo.InvariantCulture)}\"><text:p>{number}</text:p></table:table-cell>",
        _ => throw new NotSupportedException(),
    };
}
