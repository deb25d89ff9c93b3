using System.Numerics;
using System.Runtime.CompilerServices;

namespace SifAnalysis.Statistics;

/// <summary>
/// A stream of random numbers that belongs to one replicate of a simulation: xoshiro256** (Blackman and Vigna, "Scrambled linear
/// pseudorandom number generators", ACM Transactions on Mathematical Software 47, 2021), its state filled by SplitMix64 (Steele,
/// Lea and Flood, OOPSLA 2014) from the seed and the replicate's number. What a replicate draws depends on these two alone, so a
/// simulation gives the same numbers on any count of cores. MathNet.Numerics has the generator too, but as an object that is
/// costly to make anew for each replicate and that takes only 32 bits of seed. Not for cryptography.
/// </summary>
/// <remarks>
/// A mutable value: pass it by <see langword="ref"/>, since a copy repeats the numbers of the original. A loop that draws much draws from a
/// copy in a local variable, whose state then stays in registers: its methods are small enough to be put in place.
/// </remarks>
internal struct RandomSequence
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>The stream of one replicate.</summary>
    /// <param name="seed">The seed of the whole simulation.</param>
    /// <param name="replicate">The number of the replicate.</param>
    public RandomSequence(long seed, long replicate)
    {
        // Mixing the seed and the number before the walk keeps neighbouring replicates from sharing words of state.
        var state = Mix(Mix((ulong)seed + GoldenGamma) ^ Mix((ulong)replicate * GoldenGamma + 1));
        s0 = Mix(state += GoldenGamma);
        s1 = Mix(state += GoldenGamma);
        s2 = Mix(state += GoldenGamma);
        s3 = Mix(state + GoldenGamma);
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>The next number from 0 (included) to 1 (excluded), uniform on the multiples of 2 to the power −53.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next whole number from 0 to <paramref name="count"/> − 1, each exactly as likely (Lemire, 2019).</summary>
    /// <param name="count">How many numbers to choose from, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextIndex(int count)
    {
        var product = (NextBits() >> 32) * (uint)count;
        if ((uint)product < (uint)count)
        {
            var unfair = (uint)-count % (uint)count;
            while ((uint)product < unfair)
            {
                product = (NextBits() >> 32) * (uint)count;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Puts values into a random order, each order as likely (Fisher and Yates, 1938; Durstenfeld, 1964).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        var own = this;
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = own.NextIndex(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }

        this = own;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
