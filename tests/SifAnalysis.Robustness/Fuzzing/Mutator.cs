using System.Text;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>Makes broken inputs from good ones; the same seed and number give the same input on every machine.</summary>
/// <param name="corpus">The good inputs, by name.</param>
/// <param name="words">What means something in the format, to be put where it does not belong.</param>
/// <param name="seed">The seed of the whole run.</param>
internal sealed class Mutator(IReadOnlyList<(string Name, byte[] Bytes)> corpus, IReadOnlyList<string> words, int seed)
{
    private const int Longest = 1 << 16;

    private static readonly string[] Anywhere =
    [
        "",
        "\0",
        "\r",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        " ",
        "\"",
        "\"\"",
        "'",
        ",",
        ";",
        "\\",
        "\\u0000",
        "\\ud800",
        "\\udc00",
        "\uFEFF",
        "\u2028",
        "\u0130",
        "\u0131",
        "é",
        "e\u0301",
        "😀",
        "\u202E",
        "-1",
        "0",
        "1e400",
        "-0.0",
        "2147483647",
        "2147483648",
        "-9223372036854775808",
        "99999999999999999999",
        "NaN",
        "0x10",
        "true",
        "null",
        "<script>",
        "</script>",
        "]]>",
        "--",
        "../",
        "[",
        "]",
        "{",
        "}",
        "{}",
        "[]",
        ":",
        "[[[[[[[[[[[[[[[[",
        "{\"a\":{\"a\":{\"a\":{\"a\":",
        "((((((((((((((((",
        "> > > > > > > > ",
        "****",
    ];

    private static readonly byte[][] NotUtf8 =
        [[0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5], [0xEF, 0xBB, 0xBF], [0xE2, 0x82]];

    private readonly byte[][] words = [.. words.Concat(Anywhere).Select(Encoding.UTF8.GetBytes), .. NotUtf8];

    /// <summary>An input, and the name of the good one that it was made from.</summary>
    /// <param name="number">The number of the input, from 0.</param>
    public (string Name, byte[] Bytes) Make(long number)
    {
        var random = new Random(unchecked((int)((number * 2_654_435_761) ^ seed)));
        var (name, good) = corpus[random.Next(corpus.Count)];
        var bytes = new List<byte>(good);
        for (var left = 1 + random.Next(1 + random.Next(8)); left > 0; left--)
        {
            Change(bytes, random);
        }

        if (bytes.Count > Longest)
        {
            bytes.RemoveRange(Longest, bytes.Count - Longest);
        }

        return (name, [.. bytes]);
    }

    private void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1 + random.Next(64)), bytes.Count - at);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : length);
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 5:
                var piece = bytes.GetRange(at, length);
                for (var times = random.Next(200); times > 0 && bytes.Count < Longest; times--)
                {
                    bytes.InsertRange(at, piece);
                }

                break;
            case 6:
                var (_, other) = corpus[random.Next(corpus.Count)];
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(200))]);
                break;
            case 7:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Word(random));
                break;
            case 8:
                Line(bytes, random);
                break;
            default:
                bytes.InsertRange(at, Word(random));
                break;
        }
    }

    // Removes, doubles or moves one whole line.
    private static void Line(List<byte> bytes, Random random)
    {
        var start = random.Next(bytes.Count + 1);
        start = bytes.LastIndexOf((byte)'\n', Math.Max(0, start - 1), start == 0 ? 0 : start) + 1;
        var end = bytes.IndexOf((byte)'\n', Math.Min(start, bytes.Count)) + 1;
        var line = bytes.GetRange(start, Math.Max(0, (end == 0 ? bytes.Count : end) - start));
        if (random.Next(3) > 0)
        {
            bytes.RemoveRange(start, line.Count);
        }

        if (random.Next(3) > 0)
        {
            bytes.InsertRange(random.Next(bytes.Count + 1), line);
        }
    }

    private byte[] Word(Random random) => words[random.Next(words.Length)];
}
