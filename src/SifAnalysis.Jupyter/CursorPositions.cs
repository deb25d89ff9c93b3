namespace SifAnalysis.Jupyter;

/// <summary>Converts cursor positions: the protocol counts Unicode code points, .NET counts UTF-16 units.</summary>
internal static class CursorPositions
{
    /// <summary>The UTF-16 index of a position in code points; positions outside the text are moved to its ends.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var index = 0;
        for (var seen = 0; seen < codePoints && index < text.Length; seen++)
        {
            index += IsPair(text, index) ? 2 : 1;
        }

        return index;
    }

    /// <summary>The position in code points of a UTF-16 index; an index inside a pair counts the pair as before it.</summary>
    public static int ToCodePoints(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index && at < text.Length; count++)
        {
            at += IsPair(text, at) ? 2 : 1;
        }

        return count;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
