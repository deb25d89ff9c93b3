using FsCheck;
using FsCheck.Xunit;

namespace SifAnalysis.Jupyter.Tests;

public sealed class CursorPositionsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("\U0001F600b", 1, 2)]
    [InlineData("\U0001F600b", 2, 3)]
    [InlineData("a", 9, 1)]
    [InlineData("a", -3, 0)]
    public void ToUtf16_OfCodePoints_CountsAstralCharactersTwice(string text, int codePoints, int expected) =>
        Assert.Equal(expected, CursorPositions.ToUtf16(text, codePoints));

    [Property]
    public bool ToCodePoints_OfToUtf16_ComesBack(NonNull<string> text, NonNegativeInt position)
    {
        var whole = text.Get + "\U0001F600" + text.Get;
        var length = CursorPositions.ToCodePoints(whole, whole.Length);
        var codePoints = position.Get % (length + 1);
        return CursorPositions.ToCodePoints(whole, CursorPositions.ToUtf16(whole, codePoints)) == codePoints;
    }
}
