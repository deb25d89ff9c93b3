using System.IO.Compression;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>
/// The readers of workbooks. A good input is a text with the parts of a workbook, one after another, so that what is broken is their
/// XML, and only now and then the zip file around it, whose checks would refuse nearly everything.
/// </summary>
/// <param name="ending">"xlsx" or "ods".</param>
internal sealed class WorkbookTarget(string ending) : FuzzTarget
{
    /// <inheritdoc/>
    public override string Name => ending;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } =
    [
        "<row r=\"1048576\">", "<row r=\"0\">", "<c r=\"XFD1\">", "<c r=\"AAAA1\">", "<c t=\"e\"><v>#N/A</v></c>",
            "<c t=\"s\"><v>9</v></c>", "<c t=\"d\"><v>2016-01-01</v></c>", "<f>1+1</f>", "<v>-1</v>", "<v>1e309</v>",
        "s=\"1\"", "s=\"99\"", "hidden=\"1\"", "date1904=\"1\"", "<mergeCell ref=\"A1:B2\"/>", "<mergeCell ref=\"A1\"/>", "r:id=\"rId9\"",
            "state=\"hidden\"", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "<![CDATA[x]]>", "<?x?>",
        "table:number-rows-repeated=\"1000000\"", "table:number-columns-repeated=\"16384\"", "table:number-columns-repeated=\"-1\"",
            "office:value-type=\"date\"", "office:date-value=\"1899-12-30\"", "office:value=\"x\"",
        "<table:table-row>", "</table:table-row>", "<table:table-cell/>", "<text:p>", "</text:p>", "=== xl/worksheets/sheet1.xml\n",
            "=== xl/workbook.xml\n", "=== content.xml\n", "authority", "Good", "2016-12-31", "Source: x",
    ];

    /// <inheritdoc/>
    public override IFuzzReader Reader() => new WorkbookReader(ending);

    private sealed class WorkbookReader(string ending) : IFuzzReader
    {
        private const string Part = "=== ";

        private readonly string path = Path.Combine(Path.GetTempPath(), $"sif-fuzz-{Guid.NewGuid():N}.{ending}");

        public bool Accepts(string name, byte[] input)
        {
            File.WriteAllBytes(path, Zip(input));
            return LoadedTables.Check(SifAnalysis.Loading.Tables.Load(path), path);
        }

        public void Dispose() => File.Delete(path);

        private static byte[] Zip(byte[] input)
        {
            using var bytes = new MemoryStream();
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                // Bytes are letters here, so that what is not UTF-8 goes through unchanged.
                foreach (var part in System.Text.Encoding.Latin1.GetString(input).Split(Part).Skip(1))
                {
                    var end = part.IndexOf('\n', StringComparison.Ordinal);
                    var entry = end < 0 ? part : part[..end];
                    if (entry.Length == 0)
                    {
                        continue;
                    }

                    using var stream = zip.CreateEntry(entry, CompressionLevel.NoCompression).Open();
                    stream.Write(System.Text.Encoding.Latin1.GetBytes(end < 0 ? "" : part[(end + 1)..]));
                }
            }

            var whole = bytes.ToArray();
            if (input.Length % 16 == 0 && whole.Length > 0)
            {
                whole[(input.Length * 7919) % whole.Length] ^= (byte)(1 << (input.Length % 8));
            }

            return whole;
        }
    }
}
