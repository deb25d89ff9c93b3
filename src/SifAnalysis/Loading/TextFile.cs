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
    public static TextEncoding EncodingOf(Stream file)
    {
        file.Position = 0;
        var block = new byte[BlockLength];
        var encoding = Marked(block.AsSpan(0, file.ReadAtLeast(block.AsSpan(0, 4), 4, throwOnEndOfStream: false)));
        file.Position = 0;
        encoding ??= IsUtf8(file, block)
            ? new TextEncoding(Encoding.UTF8, "UTF-8")
            : new TextEncoding(Windows1252, "Windows-1252, as the file is not in UTF-8") { Mixed = MixedLines(file, block) };
        file.Position = 0;
        return encoding;
    }

    private static TextEncoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Encoding.UTF8, "UTF-8"),
        [0xFF, 0xFE, 0, 0] => new(Encoding.UTF32, "UTF-32"),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, "UTF-16"),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, "UTF-16, big end first"),
        _ => null,
    };

    // Letters of Windows-1252 hardly ever happen to make a character of UTF-8: a file that has both is made of two.
    private static (int Utf8, int Other)? MixedLines(Stream file, byte[] block)
    {
        file.Position = 0;
        var (kept, read, line, utf8, other) = (0, 0, 1, 0, 0);
        while ((utf8 == 0 || other == 0) && (read = file.Read(block.AsSpan(kept))) > 0)
        {
            var bytes = block.AsSpan(0, kept + read);
            while (bytes.Length > 0 && (utf8 == 0 || other == 0))
            {
                var plain = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                plain = plain < 0 ? bytes.Length : plain;
                line += bytes[..plain].Count((byte)'\n');
                bytes = bytes[plain..];
                var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
                if (bytes.Length == 0 || status == System.Buffers.OperationStatus.NeedMoreData)
                {
                    break;
                }

                (utf8, other) = status == System.Buffers.OperationStatus.Done ? (utf8 == 0 ? line : utf8, other)
                    : (utf8, other == 0 ? line : other);
                bytes = bytes[length..];
            }

            kept = bytes.Length < 4 ? bytes.Length : 0;
            bytes[..kept].CopyTo(block);
        }

        return utf8 > 0 && other > 0 ? (utf8, other) : null;
    }

    private static bool IsUtf8(Stream file, byte[] block)
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
