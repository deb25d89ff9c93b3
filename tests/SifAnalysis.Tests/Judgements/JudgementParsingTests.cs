using System.Text;
using FsCheck.Xunit;
using SifAnalysis.Judgements;

namespace SifAnalysis.Tests.Judgements;

public class JudgementParsingTests
{
    [Theory]
    [InlineData("Outstanding", Judgement.Outstanding)]
    [InlineData("1", Judgement.Outstanding)]
    [InlineData(" good ", Judgement.Good)]
    [InlineData("GOOD", Judgement.Good)]
    [InlineData("Grade 2", Judgement.Good)]
    [InlineData("RI", Judgement.RequiresImprovement)]
    [InlineData("R.I.", Judgement.RequiresImprovement)]
    [InlineData("Requires Improvement", Judgement.RequiresImprovement)]
    [InlineData("requires improvement to be good", Judgement.RequiresImprovement)]
    [InlineData("Requires\u00a0improvement", Judgement.RequiresImprovement)]
    [InlineData("3", Judgement.RequiresImprovement)]
    [InlineData("Inadequate", Judgement.Inadequate)]
    [InlineData("4", Judgement.Inadequate)]
    public void Parse_SpellingInUse_GivesTheJudgement(string text, Judgement expected) =>
        Assert.Equal(expected, JudgementParsing.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("[x]")]
    [InlineData("Not judged")]
    [InlineData("n/a")]
    public void Parse_WayOfWritingNone_GivesUnknown(string? text) => Assert.Null(JudgementParsing.Parse(text));

    [Theory]
    [InlineData("Fine")]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("?")]
    [InlineData("Good or outstanding")]
    [InlineData("Grade")]
    public void Parse_AnythingElse_SaysWhatIsExpected(string text)
    {
        var thrown = Assert.Throws<FormatException>(() => JudgementParsing.Parse(text));
        Assert.Contains(text, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Requires improvement", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NameOfEachJudgement_GivesItBack() =>
        Assert.All(Names.AllJudgements, judgement => Assert.Equal(judgement, JudgementParsing.Parse(judgement.Name())));

    [Property]
    public bool TryParse_AnyText_NeverThrows(string? text) => JudgementParsing.TryParse(text, out var judgement) || judgement is null;

    [Fact]
    public void TryName_BytesOfAFile_AreTheNamesAndNothingElse()
    {
        string[] texts =
        [
            .. Names.AllJudgements.SelectMany(
                judgement =>
                    new[] { judgement.Name(), judgement.Name().ToUpperInvariant(), judgement.Name()[1..], judgement.Name() + " " }),
        ];
        foreach (var text in texts)
        {
            var isName = Names.AllJudgements.Any(judgement => judgement.Name() == text);
            Assert.Equal(isName, JudgementParsing.TryName(Encoding.UTF8.GetBytes(text), out var read));
            Assert.Equal(isName ? JudgementParsing.Parse(text) : null, read.Judgement);
        }
    }
}
