using SifAnalysis.Figures;
using SifAnalysis.Findings;

namespace SifAnalysis.Tests.Judgements;

public class NamesTests
{
    [Theory]
    [InlineData("", "none")]
    [InlineData("Leeds", "Leeds")]
    [InlineData("Leeds|York", "Leeds and York")]
    [InlineData("Hull|Leeds|York", "Hull, Leeds and York")]
    public void Listed_AnyNumberOfNames_ReadsAsASentenceDoes(string names, string expected) =>
        Assert.Equal(expected, Words.Listed(names.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData(0, "0 authorities")]
    [InlineData(1, "1 authority")]
    [InlineData(2, "2 authorities")]
    public void Counted_AnyNumber_HasItsNoun(int number, string expected) =>
        Assert.Equal(expected, Words.Counted(number, "authority", "authorities"));

    [Fact]
    public void Counted_PluralUntold_TakesAnS() => Assert.Equal("3 reports", Words.Counted(3, "report"));

    [Theory]
    [InlineData("0.25", "share of published", "25%")]
    [InlineData("0.335", "share of published", "33.5%")]
    [InlineData("29", "local authorities", "29")]
    [InlineData("2016-03", "month", "2016-03")]
    public void Stated_AShare_IsAPercentageAndTheRestStandsAsItIs(string value, string unit, string expected) =>
        Assert.Equal(expected, new PublishedFigure("id", "publication", "statement",
            value, unit, "measure", new DateOnly(2016, 12, 1), new DateOnly(2016, 12, 31)).Stated);
}
