using System.Text;
using System.Text.Unicode;

namespace SifAnalysis.Loading;

/// <summary>Finds out how a text file is written, whatever program wrote it.</summary>
internal static class TextFile
{
    private const int BlockLength = 1 << 18;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Opens a file for reading from its start to its end, beside programs that have it open.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>
    /// The encoding of a file: by its byte order mark, else UTF-8 if the bytes are, else Windows-1252. The file is read to its
    /// end for that, in blocks, and rewound.
    /// </summary>
    public static Encoding EncodingOf(FileStream file)
    {
        var block = new byte[BlockLength];
        var encoding = Marked(block.AsSpan(0, file.ReadAtLeast(block.AsSpan(0, 4), 4, throwOnEndOfStream: false)));
        file.Position = 0;
        encoding ??= IsUtf8(file, block) ? Encoding.UTF8 : Windows1252;
        file.Position = 0;
        return encoding;
    }

    /// <summary>The first line of a file, or its start where the line is longer than any header; the file is rewound.</summary>
    public static string FirstLine(FileStream file, Encoding encoding)
    {
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        var start = new char[BlockLength];
        var line = start.AsSpan(0, text.ReadBlock(start));
        file.Position = 0;
        var end = line.IndexOfAny('\r', '\n');
        return new string(end < 0 ? line : line[..end]);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsUtf8(FileStream file, byte[] block)
    {
        var kept = 0;
        int read;
        while ((read = file.Read(block.AsSpan(kept))) > 0)
        {
            var bytes = block.AsSpan(0, kept + read);
            kept = LengthOfCutCharacter(bytes);
            if (!Utf8.IsValid(bytes[..^kept]))
            {
                return false;
            }

            bytes[^kept..].CopyTo(block);
        }

        return kept == 0;
    }

    // A character of several bytes may lie across the end of a block; its lead byte says how many it has.
    private static int LengthOfCutCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var length = bytes[^back] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, >= 0x80 => 0, _ => 1 };
            if (length > 0)
            {
                return length > back ? back : 0;
            }
        }

        return 0;
    }
}
