using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace SifAnalysis.Reports.Pages;

/// <summary>
/// Decodes the streams of a file up to a bound, and embedded fonts only where they are asked for. What a letter is and how wide it is
/// stands outside the font in nearly every file, and a broken font can take any time and memory.
/// </summary>
internal sealed class BoundedFilters(EmbeddedFonts fonts) : IFilterProvider
{
    /// <summary>The bytes that one file may decode to; Ofsted's longest report has about three million.</summary>
    private const long MostBytes = 200_000_000;

    // Deflate packs a thousandfold at most: what is shorter cannot unpack to more than the bound.
    private const int LeastChecked = (int)(MostBytes / 1032);

    private readonly IFilterProvider inner = DefaultFilterProvider.Instance;
    private readonly EmbeddedFonts fonts = fonts;
    private long decoded;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) =>
        [.. inner.GetFilters(dictionary).Select(filter => new Bounded(filter, this))];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        [.. inner.GetNamedFilters(names).Select(filter => new Bounded(filter, this))];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => inner.GetAllFilters();

    // A compact font says what it is; the others begin as fonts do.
    private static bool IsFont(DictionaryToken dictionary, ReadOnlySpan<byte> stream) =>
        (dictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data is "Type1C" or "CIDFontType0C" or "OpenType")
        || stream is [0, 1, 0, 0, ..] or [(byte)'t', (byte)'r', (byte)'u', (byte)'e', ..]
            or [(byte)'O', (byte)'T', (byte)'T', (byte)'O', ..]
            or [(byte)'t', (byte)'t', (byte)'c', (byte)'f', ..] or [(byte)'%', (byte)'!', (byte)'P', (byte)'S', ..] or [0x80, 1, ..];

    // Unpacks a stream and forgets it, to see whether it stays within the bound; one that is not packed by deflate does.
    private static bool IsWithin(ReadOnlySpan<byte> packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var block = new byte[1 << 16];
        try
        {
            var length = 0L;
            int read;
            while ((read = stream.Read(block)) > 0 && length <= MostBytes)
            {
                length += read;
            }

            return length <= MostBytes;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private sealed class Bounded(IFilter filter, BoundedFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (Interlocked.Read(ref all.decoded) > MostBytes || (input.Length > LeastChecked && !IsWithin(input.Span)))
            {
                throw new InvalidOperationException($"it unpacks to more than {MostBytes / 1_000_000} MB");
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            Interlocked.Add(ref all.decoded, output.Length);
            return all.fonts == EmbeddedFonts.Ignored && IsFont(streamDictionary, output.Span) ? Memory<byte>.Empty : output;
        }
    }
}
