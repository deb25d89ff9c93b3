using System.Globalization;
using SifAnalysis.Display;

namespace SifAnalysis.Tests.Display;

public class FindingTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Constructor_ValuesInAnyCulture_ReadTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("25.5% on 3 January 2017", new Finding($"{0.255:0.0%} on {new DateOnly(2017, 1, 3):d MMMM yyyy}").Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Constructor_PlainText_IsKept() => Assert.Equal("As it is.", new Finding("As it is.").ToString());
}
