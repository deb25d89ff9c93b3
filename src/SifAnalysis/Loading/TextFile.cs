using System.Text;

namespace SifAnalysis.Loading;

/// <summary>Opens text files whatever program wrote them.</summary>
internal static class TextFile
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>A reader in the file's own encoding: by its byte order mark, else UTF-8 if the bytes are, else Windows-1252.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static StreamReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        try
        {
            var encoding = IsUtf8(stream) ? Encoding.UTF8 : Windows1252;
            stream.Position = 0;
            return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static bool IsUtf8(FileStream stream)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var characters = new char[bytes.Length + 1];
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes);
                decoder.Convert(bytes.AsSpan(0, read), characters, flush: read == 0, out _, out _, out _);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
