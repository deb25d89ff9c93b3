namespace SifAnalysis.Loading;

/// <summary>The kinds of file that hold tables, told by what a file has within; its name decides only where that says nothing.</summary>
internal enum TableFormat
{
    /// <summary>Text whose lines are rows.</summary>
    Text,

    /// <summary>A workbook of Excel since 2007.</summary>
    Excel,

    /// <summary>A spreadsheet of the OpenDocument kind, as LibreOffice writes it.</summary>
    OpenDocument,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>JSON records.</summary>
    Json,
}

/// <summary>Finds out what kind of file a file is.</summary>
internal static class TableFormats
{
    private const int StartLength = 4096;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>What a place in a file is called: a line, a row or a record.</summary>
    public static string LineName(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".PARQUET" or ".XLSX" or ".XLSM" or ".ODS" => "row",
        ".JSON" or ".JSONL" or ".NDJSON" => "record",
        _ => "line",
    };

    /// <summary>The kind of a file.</summary>
    /// <exception cref="UnreadableFileException">It is a kind that the kit does not read; the message says what to do.</exception>
    public static TableFormat Of(string path, Stream file)
    {
        var start = new byte[StartLength];
        var length = file.ReadAtLeast(start, StartLength, throwOnEndOfStream: false);
        file.Position = 0;
        var bytes = start.AsSpan(0, length);
        if (bytes.StartsWith(Zip))
        {
            return OfZip(file);
        }

        if (bytes.StartsWith(Compound))
        {
            throw new UnreadableFileException(IsProtected(file)
                ? "the workbook is protected by a password; open it in Excel, take the password away (File, Info, Protect Workbook) and "
                    + "save it again."
                : "this is a workbook of Excel before 2007 (.xls), or another old Office file; open it in Excel and save it as .xlsx.");
        }

        return bytes.StartsWith("PAR1"u8) ? TableFormat.Parquet
            : Path.GetExtension(path).ToUpperInvariant() is ".JSON" or ".JSONL" or ".NDJSON" ? TableFormat.Json
            : TableFormat.Text;
    }

    private static TableFormat OfZip(Stream file)
    {
        var parts = BoundedZip.Parts(file);
        return parts.Contains("xl/workbook.xml") ? TableFormat.Excel
            : parts.Contains("content.xml") ? TableFormat.OpenDocument
            : throw new UnreadableFileException(
                parts.Contains("xl/workbook.bin")
                    ? "this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx."
                    : "this is a zip file, but neither an Excel workbook nor an OpenDocument spreadsheet; take the table out of it first.");
    }

    // The directory of a compound file names its streams in UTF-16; a protected workbook is one named EncryptedPackage.
    private static bool IsProtected(Stream file)
    {
        const int Most = 1 << 22;
        var all = new byte[(int)Math.Min(file.Length, Most)];
        file.ReadExactly(all);
        file.Position = 0;
        return all.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }
}
