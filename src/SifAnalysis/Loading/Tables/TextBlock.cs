using System.Text;

namespace SifAnalysis.Loading;

/// <summary>A part of a text file, of which it is known where in the file each letter stands.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Bytes">The part as it stands in the file.</param>
/// <param name="Marked">The length of the mark of the encoding with which the part begins, in bytes.</param>
internal sealed record TextBlock(Encoding Encoding, byte[] Bytes, int Marked)
{
    /// <summary>The text after the mark.</summary>
    public string Text { get; } = Encoding.GetString(Bytes, Marked, Bytes.Length - Marked);

    /// <summary>Reads a part of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="from">Where the part begins, in bytes.</param>
    /// <param name="length">Its length in bytes, where the file has as many.</param>
    /// <param name="encoding">The encoding.</param>
    public static TextBlock Read(Stream file, long from, int length, Encoding encoding)
    {
        file.Position = from;
        var bytes = new byte[Math.Min(length, file.Length - from)];
        file.ReadExactly(bytes);
        var mark = encoding.Preamble;
        return new TextBlock(encoding, bytes, from == 0 && bytes.AsSpan().StartsWith(mark) ? mark.Length : 0);
    }

    /// <summary>How many bytes of the part, the mark among them, stand before a letter.</summary>
    /// <param name="letter">The letter's place in <see cref="Text"/>; its length for the end.</param>
    public int BytesBefore(int letter)
    {
        if (letter == 0 || letter == Text.Length)
        {
            return letter == 0 ? Marked : Bytes.Length;
        }

        // Written again, the text would be longer: a byte that is no letter of the encoding is read as one of three bytes.
        Encoding.GetDecoder().Convert(Bytes.AsSpan(Marked), new char[letter], flush: true, out var used, out _, out _);
        return Marked + used;
    }
}
