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
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. inner.GetFilters(dictionary).Select(filter => new Bounded(filter, this))];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. inner.GetNamedFilters(names).Select(filter => new Bounded(filter, this))];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => inner.GetAllFilters();

    // A font's program states the lengths of its parts, or which kind of compact font it is; no other stream does.
    private static bool IsFont(DictionaryToken dictionary) =>
        dictionary.ContainsKey(NameToken.Length1)
        || (dictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data is "Type1C" or "CIDFontType0C" or "OpenType");

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
            if (all.fonts == EmbeddedFonts.Ignored && IsFont(streamDictionary))
            {
                return Memory<byte>.Empty;
            }

            if (Interlocked.Read(ref all.decoded) > MostBytes || (input.Length > LeastChecked && !IsWithin(input.Span)))
            {
                throw new InvalidOperationException($"it unpacks to more than {MostBytes / 1_000_000} MB");
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            Interlocked.Add(ref all.decoded, output.Length);
            return output;
        }
    }
}
