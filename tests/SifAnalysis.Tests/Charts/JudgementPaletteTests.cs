using SifAnalysis.Charts;
using SifAnalysis.Judgements;

namespace SifAnalysis.Tests.Charts;

public sealed class JudgementPaletteTests
{
    public static TheoryData<bool, string> PagesAndVisions()
    {
        var cases = new TheoryData<bool, string>();
        foreach (var vision in ColourDistance.Visions.Keys)
        {
            cases.Add(false, vision);
            cases.Add(true, vision);
        }

        return cases;
    }

    // Pairs 1, 7 and 17 of the test data in table 1 of Sharma, Wu and Dalal (2005).
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    public void Ciede2000_PublishedPairs_AreReproduced(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, ColourDistance.Ciede2000([l1, a1, b1], [l2, a2, b2]), 4);

    [Theory]
    [MemberData(nameof(PagesAndVisions))]
    public void Fill_EveryPairInEveryVision_IsFarApart(bool dark, string vision)
    {
        var fills = Fills(dark).Select(fill => ColourDistance.Lab(fill, vision)).ToList();
        for (var one = 0; one < fills.Count; one++)
        {
            for (var other = one + 1; other < fills.Count; other++)
            {
                Assert.True(ColourDistance.Ciede2000(fills[one], fills[other]) >= 12, $"{Names.AllJudgements[one]} and "
                    + $"{Names.AllJudgements[other]} in {vision}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fill_InGreyPrint_DarkensFromBestToWorst(bool dark)
    {
        var lightness = Fills(dark).Select(fill => ColourDistance.Lab(fill, "normal")[0]).ToList();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.First - pair.Second >= 8, $"{pair.First} to {pair.Second}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fill_AgainstPageAndLabel_MeetsWcagAa(bool dark)
    {
        Assert.All(Names.AllJudgements, judgement =>
        {
            var fill = On(dark, JudgementPalette.Fill(judgement));
            Assert.True(ColourDistance.Contrast(fill, On(dark, JudgementPalette.Paper)) >= 3, $"{judgement} on the page");
            Assert.True(ColourDistance.Contrast(fill, On(dark, JudgementPalette.InkOn(judgement))) >= 4.5, $"label on {judgement}");
        });
        Assert.True(ColourDistance.Contrast(On(dark, JudgementPalette.Ink), On(dark, JudgementPalette.Unknown)) >= 4.5, "label on unknown");
        Assert.True(
            ColourDistance.Contrast(On(dark, JudgementPalette.Hatch), On(dark, JudgementPalette.Paper)) >= 3, "hatching on the page");
    }

    private static IReadOnlyList<string> Fills(bool dark) =>
        [.. Names.AllJudgements.Select(judgement => On(dark, JudgementPalette.Fill(judgement)))];

    private static string On(bool dark, string colour) => dark ? JudgementPalette.OnDark[colour] : colour;
}
