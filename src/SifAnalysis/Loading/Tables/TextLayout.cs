using System.Text;

namespace SifAnalysis.Loading;

/// <summary>
/// How a text file is laid out: encoding, separator, where its header begins under titles, and where its rows end above footnotes.
/// Only the start and the end of the file are looked at, whatever its length.
/// </summary>
internal sealed record TextLayout
{
    private const int HeadLength = 1 << 18;
    private const int TailLength = 1 << 16;
    private const int HeadRecords = 200;

    /// <summary>How the file is encoded.</summary>
    public required TextEncoding Encoding { get; init; }

    /// <summary>What parts the fields.</summary>
    public required char Separator { get; init; }

    /// <summary>The line of the header, from 1.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>The first byte of the header.</summary>
    public required long Start { get; init; }

    /// <summary>The end of the rows: the first byte of the footnotes, or the length of the file.</summary>
    public required long End { get; init; }

    /// <summary>The start of the file, from its header on, by which the days of a column are read.</summary>
    public string Head { get; init; } = "";

    /// <summary>The lines above the header.</summary>
    public IReadOnlyList<PlacedText> Above { get; init; } = [];

    /// <summary>The texts below the rows, without their lines: counting those would need the whole file.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>What was understood, for what is told to a reader. The lines of footnotes are counted, and the file is left where it
    /// stood.</summary>
    public TableReading Reading(Stream file)
    {
        var (line, place) = (Below.Count == 0 ? 0 : LinesTo(file, End) + 1, 0);
        return new TableReading("CSV", HeaderLine)
        {
            Encoding = Encoding.Name,
            Separator = Separator,
            Above = Above,
            Below = [.. Below.Select(text => new PlacedText(line + place++, text))],
        };
    }

    /// <summary>The bytes of a file from the header to the last row.</summary>
    public Stream RowsOf(FileStream file)
    {
        if (Start == 0 && End == file.Length)
        {
            file.Position = 0;
            return file;
        }

        return new FilePart(file, Start, End);
    }

    /// <summary>Finds out how a file is laid out; the file is rewound.</summary>
    public static TextLayout Of(Stream file)
    {
        var encoding = TextFile.EncodingOf(file);
        var first = TextBlock.Read(file, 0, HeadLength, encoding.Encoding);
        var head = first.Text;
        var (separator, records) = Separated(head, isWhole: file.Length <= HeadLength);
        var rows = records.Select((record, index) => GridRow.Of(index, [.. record.Fields.Select(GridRow.Trimmed)])).OfType<GridRow>()
            .ToList();
        var header = rows.Count == 0 ? default : records[rows[TableFinder.HeaderIndex(rows)].Line];
        var start = first.BytesBefore(header.At);
        var (end, below) = rows.Count == 0 ? (file.Length, []) : EndOfRows(file, encoding.Encoding, start, separator);
        file.Position = 0;
        return new TextLayout
        {
            Encoding = encoding,
            Separator = separator,
            HeaderLine = header.Line == 0 ? 1 : header.Line,
            Head = head[header.At..],
            Start = header.At == 0 ? 0 : start,
            End = end,
            Above = [.. rows.Where(row => records[row.Line].Line < header.Line)
                .Select(row => new PlacedText(records[row.Line].Line, string.Join(" ", row.Texts)))],
            Below = below,
        };
    }

    /// <summary>How the days of a column are written: by all rows of a small file, by the first of a large one.</summary>
    public DayColumn Days(int index) => index < 0
        ? DayColumn.British
        : DayColumn.Of(Records(Head, Separator, isWhole: true, int.MaxValue).Skip(1).Where(record => index < record.Fields.Count)
            .Select(record => record.Fields[index]));

    private static int LinesTo(Stream file, long end)
    {
        var (before, lines, left) = (file.Position, 0, end);
        var block = new byte[HeadLength];
        file.Position = 0;
        int read;
        while (left > 0 && (read = file.Read(block.AsSpan(0, (int)Math.Min(block.Length, left)))) > 0)
        {
            lines += block.AsSpan(0, read).Count((byte)'\n');
            left -= read;
        }

        file.Position = before;
        return lines;
    }

    // The records at the start of a text by one separator.
    private static List<TextRecord> Records(string text, char separator, bool isWhole, int most = HeadRecords)
    {
        var records = new List<TextRecord>();
        var (at, line) = (0, 1);
        while (at < text.Length && records.Count < most)
        {
            var (fields, next, lines, isEnded) = TextRecord.Read(text, at, separator);
            if (!isEnded && !isWhole && records.Count > 0)
            {
                break;
            }

            records.Add(new TextRecord(at, line, fields));
            (at, line) = (next, line + lines);
        }

        return records;
    }

    // The separator by which a header is known, or most rows are as wide as the header.
    private static (char Separator, List<TextRecord> Records) Separated(string head, bool isWhole)
    {
        if (Hint(head) is { } hint)
        {
            var (separator, length) = hint;
            var line = head.AsSpan(length) is ['\r', '\n', ..] ? 2 : head.AsSpan(length) is [] ? 0 : 1;
            return (separator, [.. Records(head[(length + line)..], separator, isWhole)
                .Select(record => record with { At = record.At + length + line, Line = record.Line + 1 })]);
        }

        var best = (Score: (-1, -1, -1), Separator: ',', Records: new List<TextRecord>());
        foreach (var separator in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            var records = Records(head, separator, isWhole);
            var rows = records.Select((record, index) => GridRow.Of(index, [.. record.Fields.Select(GridRow.Trimmed)])).OfType<GridRow>()
                .ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            var header = records[rows[TableFinder.HeaderIndex(rows)].Line];
            var width = header.Fields.Count;
            var known = header.Fields.Count(HeaderSynonyms.IsKnown);
            var same = width < 2 ? 0 : records.Count(record => record.Fields.Count == width);
            var score = (known >= 2 ? known : 0, same, width);
            if (score.CompareTo(best.Score) > 0)
            {
                best = (score, separator, records);
            }
        }

        return (best.Separator, best.Records);
    }

    // Excel's own way of telling the separator: a first line "sep=;".
    private static (char Separator, int Length)? Hint(string head)
    {
        var line = head.AsSpan(0, Math.Min(head.Length, 8));
        line = line[..(line.IndexOfAny('\r', '\n') is >= 0 and var end ? end : line.Length)];
        var bare = line.Trim('"');
        return bare.Length == 5 && bare.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && char.IsAscii(bare[4])
            && bare[4] is not ('"' or '\r' or '\n')
            ? (bare[4], line.Length)
            : null;
    }

    // Goes up from the end over blank lines and footnotes to the last row.
    private static (long End, IReadOnlyList<string> Below) EndOfRows(Stream file, Encoding encoding, long start, char separator)
    {
        // A cut in the middle of a character spoils the first line of the block, which is not looked at.
        var from = Math.Max(start, (file.Length - TailLength) & ~3L);
        var last = TextBlock.Read(file, from, TailLength + 4, encoding);
        var text = last.Text;
        var lines = Lines(text, from == start);
        var (end, below) = (text.Length, new List<string>());
        for (var index = lines.Count - 1; index >= (from == start ? 1 : 0); index--)
        {
            var line = text[lines[index]];
            var filled = line.Split(separator).Select(field => field.Trim().Trim('"')).Where(field => field.Length > 0).ToList();
            if (filled.Count == 0)
            {
                continue;
            }

            var quotes = line.Count(letter => letter == '"');
            var isOne = quotes % 2 == 0
                && (filled.Count == 1 || quotes == 2 && line.Trim().TrimEnd(separator) is ['"', .., '"'] || IsSentence(line, separator))
                && FootnoteText.IsOne(line.Trim().TrimEnd(separator).Trim('"'));
            if (!isOne)
            {
                break;
            }

            end = lines[index].Start.Value;
            below.Insert(0, line.Trim().TrimEnd(separator).Trim('"'));
        }

        return below.Count == 0 ? (file.Length, below) : (from + last.BytesBefore(end), below);
    }

    // Text typed below a table, with commas that part no fields: "Source: Ofsted, 2016".
    private static bool IsSentence(string line, char separator) =>
        separator == ',' && !line.Contains(",,", StringComparison.Ordinal) && FootnoteText.HasSign(line)
            && line.Replace(", ", "", StringComparison.Ordinal).IndexOf(',', StringComparison.Ordinal) < 0;

    private static List<Range> Lines(string text, bool isFirstWhole)
    {
        var lines = new List<Range>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] == '\n')
            {
                lines.Add(start..at);
                start = at + 1;
            }
        }

        return isFirstWhole ? lines : lines[1..];
    }
}
