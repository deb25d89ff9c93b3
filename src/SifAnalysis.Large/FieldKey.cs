using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SifAnalysis.Large;

/// <summary>
/// The key of a text in a cache: its first and last eight bytes and its length. Of a text of sixteen bytes or fewer they are the
/// whole, so that most names, dates and judgements are told apart by two comparisons.
/// </summary>
/// <param name="First">The first bytes.</param>
/// <param name="Last">The last bytes.</param>
/// <param name="Length">The number of bytes of the text; 0 for none.</param>
internal readonly record struct FieldKey(ulong First, ulong Last, int Length)
{
    /// <summary>Whether the key is the whole text.</summary>
    public bool IsWhole => Length <= 16;

    /// <summary>The key of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldKey Of(ReadOnlySpan<byte> text) => text.Length switch
    {
        >= 8 => new(BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]), text.Length),
        >= 4 => new(BinaryPrimitives.ReadUInt32LittleEndian(text), BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]), text.Length),
        > 0 => new(text[0], (uint)((text[text.Length / 2] << 8) | text[^1]), text.Length),
        _ => default,
    };

    // The compiler's own comparison of a record costs more than all the rest of a look-up.
    /// <summary>Whether both are the same.</summary>
    public bool Equals(FieldKey other) => First == other.First && Last == other.Last && Length == other.Length;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Last, Length);

    /// <summary>A place for the text among a number of them that is a power of two.</summary>
    public int Place(int places)
    {
        // Fibonacci hashing (Knuth, 1973): the upper bits of a product with 2^64 divided by the golden ratio.
        var mixed = (First ^ ulong.RotateLeft(Last, 29) ^ (uint)Length) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32) & (places - 1);
    }
}
