using System.Globalization;
using SifAnalysis.Reports.Facts;
using SifAnalysis.Reports.Pages;

namespace SifAnalysis.Reports.Tests.Facts;

/// <summary>Sentences as reports state local facts, with figures that are made up.</summary>
public sealed class FactReaderTests
{
    [Theory]
    [InlineData(LocalFact.PopulationUnder18,
        "Approximately 62 100 children and young people under the age of 18 years live in Hull.", "62100")]
    [InlineData(LocalFact.PopulationUnder18, "Approximately 56,2002 children and young people under the age of 18 live here.", "56200")]
    [InlineData(LocalFact.PopulationUnder18, "There are 420 children under 18 on the islands.", "420")]
    [InlineData(LocalFact.PopulationUnder18, "Approximately 57,168 (25%) children and young people aged 0-17 live here.", "57168")]
    [InlineData(LocalFact.Under18Share, "This is 12%4 of the total population in the area.", "12")]
    [InlineData(LocalFact.Under18Share, "This is 17.2% of the total population of the area.", "17.2")]
    [InlineData(LocalFact.Under18Share, "This is approximately 20 per cent of the total population.", "20")]
    [InlineData(LocalFact.ChildPoverty, "Approximately 15.70% of the local authority's children are living in poverty.", "15.70")]
    [InlineData(LocalFact.ChildPoverty,
        "Approximately 18% of the local authority's children aged under 16 years are living in low-income families.", "18")]
    [InlineData(LocalFact.MinorityEthnic,
        "Children and young people from minority ethnic groups account for approximately 39% of all children, compared with 26% in "
        + "the country.", "39")]
    [InlineData(LocalFact.ChildrenInNeed,
        "At 17 June 14, 1,251 children had been identified through assessment as being formally in need of a specialist service.", "1251")]
    [InlineData(LocalFact.ChildrenInNeed,
        "At 31 October 2013, 1165 children had been identified through assessment as being formally in need.", "1165")]
    [InlineData(LocalFact.ChildProtectionPlans,
        "At 12 April 2016, no children and young people were the subject of a child protection plan.", "0")]
    [InlineData(LocalFact.ChildProtectionPlans, "At 1 June 2016, two children were the subject of a child protection plan.", "2")]
    [InlineData(LocalFact.LookedAfterChildren,
        "As at May 2015, 392 children were being looked after by the local authority (a rate of 69 per 10,000 children).", "392")]
    [InlineData(LocalFact.LookedAfterRate,
        "At 1 May 2016, 98 children were subject to plans (a rate of 32 per 10,000 children). 700 children are being looked after by the "
        + "LA (a rate of 65.0 per 10,000 children).", "65.0")]
    public void Read_SentencesAsReportsWriteThem_GiveTheFigure(LocalFact fact, string sentence, string expected) =>
        Assert.Equal(expected, Read(sentence)[fact]?.Value.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(LocalFact.FreeSchoolMealsPrimary,
        "The proportion of children entitled to free school meals: in primary schools (the national average is 18%) and in secondary "
        + "schools 12%.")]
    [InlineData(LocalFact.MinorityEthnic, "Children from minority ethnic groups, compared with 22% in the country.")]
    [InlineData(LocalFact.PopulationUnder18, "There are 10 schools; children under the age of 18 go there.")]
    [InlineData(LocalFact.ChildProtectionPlans, "At 31 March 2014, the number of children subject to a plan was 150.")]
    public void Read_SentencesOfAnotherForm_GiveNothing(LocalFact fact, string sentence) => Assert.Null(Read(sentence)[fact]);

    [Fact]
    public void Read_SharesBySchool_AreNotTheNationalOnes()
    {
        var facts = Read(
            "The proportion of children entitled to free school meals: in primary schools is 21% of pupils (the national average is 18%) "
                + "in secondary schools is 18% (the national average is 15%). "
            + "The proportion of children and young people with English as an additional language: in primary schools is 28.7% (the "
                + "national average is 18%). in secondary schools it is 25.1%.");
        Assert.Equal(
            [21m, 18m, 28.7m, 25.1m],
            new[] { LocalFact.FreeSchoolMealsPrimary, LocalFact.FreeSchoolMealsSecondary,
                LocalFact.EnglishAdditionalPrimary, LocalFact.EnglishAdditionalSecondary }.Select(fact => facts[fact]!.Value));
    }

    [Theory]
    [InlineData("The Director of Children's Services has been in post since 21 October 2013.", 2013, 10)]
    [InlineData("The Acting Director of Children's Services (DCS) has been in post since March 2015.", 2015, 3)]
    public void Read_DirectorInPost_GivesTheMonth(string sentence, int year, int month) =>
        Assert.Equal(new DateOnly(year, month, 1), Read(sentence).DirectorSince!.Value);

    [Theory]
    [InlineData("The Director of Children's Services has been in post since 2014.")]
    [InlineData("The chief executive has been in post since April 2009.")]
    public void Read_NoMonthOrAnotherPost_GivesNothing(string sentence) => Assert.Null(Read(sentence).DirectorSince);

    [Fact]
    public void Read_ChairWhosePostIsVacant_IsNotTheOneBefore() =>
        Assert.Null(Read("The chair of the Local Safeguarding Children's Board has been vacant since October 2013 with the previous chair "
            + "having been in post since May 2011.").LscbChairSince);

    [Fact]
    public void Read_PreviousInspectionOfSeveralGrades_IsNotGuessed() =>
        Assert.Null(Read("The previous inspection of services for safeguarding and looked after children was in March 2011. The Local "
            + "Authority was judged to be good for safeguarding, adequate for looked after children's services.").PreviousLookedAfter);

    private static StatedFacts Read(string sentence)
    {
        var text = new FlowText();
        var line = new TextLine(1, 700, 12, false, [new TextPiece(71, 500, sentence)]);
        text.Add(new ReportPage(3, 842, [line], 12), line);
        return FactReader.Read(text);
    }
}
