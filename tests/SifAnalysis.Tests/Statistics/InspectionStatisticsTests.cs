using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The questions most asked of inspections, on five synthetic authorities and on the real rows.</summary>
public class InspectionStatisticsTests
{
    private static readonly InspectionSet Five = Synthetic(
        ("A", Region.London, AuthorityType.LondonBorough, new(2013, 11, 20), Judgement.Good, Judgement.Good),
        ("B", Region.London, AuthorityType.LondonBorough, new(2014, 2, 1), Judgement.Inadequate, Judgement.Inadequate),
        ("C", Region.NorthEast, AuthorityType.MetropolitanDistrict, new(2014, 3, 31), Judgement.RequiresImprovement, Judgement.Inadequate),
        ("D", Region.NorthWest, null, null, Judgement.Good, Judgement.RequiresImprovement),
        ("E", Region.NorthWest, AuthorityType.County, new(2014, 4, 1), null, Judgement.Good));

    [Fact]
    public void CrossTabulate_TwoAreas_CountsPairsAndThoseLeftOut()
    {
        var table = Five.CrossTabulate(JudgementArea.Leadership, JudgementArea.OverallEffectiveness);
        Assert.Equal(
            [
                ["Outstanding", 0, 0, 0, 0, 0],
                ["Good", 0, 1, 0, 0, 1],
                ["Requires improvement", 0, 1, 0, 0, 1],
                ["Inadequate", 0, 0, 1, 1, 2],
                ["Total", 0, 2, 1, 1, 4],
            ],
            table.ToTable().Rows);
        Assert.Equal(1, table.LeftOut);
    }

    [Fact]
    public void ByGroups_EachGrouping_HasItsRowsInOrder()
    {
        static string Rows(ContingencyTable table) => string.Join("; ", table.Rows.Select((row, at) => $"{row} "
            + $"{string.Join(" ", Enumerable.Range(0, 4).Select(column => table[at, column]))}")) + $"; left out {table.LeftOut}";
        Assert.Equal("London 0 1 0 1; North East 0 0 1 0; North West 0 1 0 0; left out 1", Rows(Five.ByRegion()));
        Assert.Equal(
            "London 0 1 0 1; North East, Yorkshire and the Humber 0 0 1 0; North West 0 1 0 0; left out 1", Rows(Five.ByOfstedRegion()));
        Assert.Equal("London borough 0 1 0 1; Metropolitan district 0 0 1 0; left out 2", Rows(Five.ByAuthorityType()));
        Assert.Equal("2013 Q4 0 1 0 0; 2014 Q1 0 0 1 1; left out 2", Rows(Five.ByQuarter()));
        Assert.Equal(
            "County 0 1 0 0; London borough 0 1 0 1; Metropolitan district 0 0 0 1; left out 1", Rows(
                Five.ByAuthorityType(JudgementArea.Leadership)));
    }

    [Fact]
    public void SharesAndPrediction_KnownJudgements_SayWhatIsLeftOut()
    {
        Assert.Equal(
            "1 of 4 (25.0%, 95% confidence interval 4.6% to 69.9%; Wilson score interval (Wilson, 1927)).",
            Five.ShareOf(Judgement.Inadequate).Sentence);
        Assert.Equal(["1 of 5 judgements are unknown and excluded"], Five.ShareOf(Judgement.Inadequate).Warnings);
        Assert.Equal(5, Five.ShareOf(Judgement.Inadequate, population: 5).Population);
        Assert.Equal([0, 2, 1, 1], Five.Shares().Categories.Select(own => own.Count));
        var prediction = Five.PredictFinal(level: 0.8);
        Assert.Equal(5, prediction.Population);
        Assert.Equal(0.8, prediction[Judgement.Good].Interval.Level);
        Assert.Contains(
            "A has 2 inspections",
            Assert.Throws<ArgumentException>(() => new InspectionSet(Five.Authorities, [.. Five, .. Five]).PredictFinal()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void JudgementsIn_TwoAreas_AreNumberedFromTheBestAndBlankWhereUnknown() => Assert.Equal(
        new int?[][] { [2, 2], [4, 4], [3, 4], [2, 3], [null, 2] }, Five.JudgementsIn(
            JudgementArea.OverallEffectiveness, JudgementArea.Leadership));

    [Fact]
    public void OrdinalData_RegionTypeAndQuarter_AreCovariates()
    {
        var data = Five.OrdinalData(
            JudgementArea.OverallEffectiveness, OrdinalTerm.Region, OrdinalTerm.AuthorityType, OrdinalTerm.Quarter, OrdinalTerm.JudgementOf(
                JudgementArea.Leadership));
        Assert.Equal(["Region: North East", "Type: Metropolitan district", "Quarter", "Leadership"], data.Covariates);
        Assert.Equal((3, 2), (data.Count, data.LeftOut));
        Assert.Equal([1, 3, 2], data.Responses);
        Assert.Equal([[0, 0, 1], [0, 0, 1], [0, 1, 1], [2, 4, 4]], data.Columns);
        Assert.Equal(
            ["Ofsted region: North East, Yorkshire and the Humber", "Ofsted region: North West"],
            Five.OrdinalData(JudgementArea.OverallEffectiveness, OrdinalTerm.OfstedRegion).Covariates);
    }

    [Fact]
    public void Times_FirstReports_AreDaysFromTheStart()
    {
        var times = Five.TimesToFirstReport(new(2013, 11, 1), new(2014, 3, 31));
        Assert.Equal([19, 92, 150, 150], times.FollowUps.Select(own => own.Time));
        Assert.Equal(["reported", "reported", "reported", null], times.FollowUps.Select(own => own.Outcome));
        Assert.Equal(["London", "London", "North East", "North West"], times.Groups(authority => authority.Region.Name()));
        Assert.Equal(["D: the day of its first report is unknown"], times.LeftOut);
    }

    [Fact]
    public void Times_AnyOutcome_IsTheEvent() => Assert.Equal(
        [new(19, true), new(92, true), new(150, true), new(150, false)],
        Five.TimesToFirstReport(new(2013, 11, 1), new(2014, 3, 31)).AnyOutcome);

    [Fact]
    public void Times_FirstReportOnTheFirstDayBeforeItAndAfterTheLast_AreFollowedLeftOutAndCensored()
    {
        var times = Five.TimesToFirstReport(new(2014, 2, 1), new(2014, 3, 30));
        Assert.Equal([new(0, "reported"), new(57, null), new(57, null)], times.FollowUps);
        Assert.Equal(
            ["A: its first report is of 2013-11-20, before the start", "D: the day of its first report is unknown"], times.LeftOut);
        Assert.Equal([new(0, "reported"), new(0, null), new(0, null)], times.UpTo(0).FollowUps);
    }

    [Theory]
    [InlineData("2014-01-01 Inadequate; 2015-01-01 Good", "365 improved")]
    [InlineData("2014-01-01 Inadequate; 2015-01-01 Inadequate", "365 not improved")]
    [InlineData("2014-01-01 Inadequate; 2015-01-01", "the judgement of its re-inspection is unknown")]
    [InlineData("2014-01-01 Inadequate; Good", "the day of its re-inspection's report is unknown")]
    [InlineData("2014-01-01 Inadequate; 2016-01-01 Good", "730 improved")]
    [InlineData("2014-01-01 Inadequate; 2016-01-02 Good", "730 followed")]
    [InlineData("2014-01-01 Inadequate; 2015-12-31 Good; 2016-01-01 Inadequate", "729 improved")]
    [InlineData("2014-01-01 Inadequate; 2014-06-01 Good review; 2015-01-01 Inadequate", "365 not improved")]
    [InlineData("2014-01-01 Inadequate", "730 followed")]
    [InlineData("Inadequate; 2015-01-01 Good", "the day of its first report is unknown")]
    [InlineData("2016-01-01 Inadequate", "0 followed")]
    [InlineData("2016-01-02 Inadequate", "its first report came after the last day")]
    [InlineData("2014-01-01 Good; 2015-01-01 Inadequate", "")]
    [InlineData("", "")]
    public void Times_Reinspection_IsToldWithItsOutcomeOrTheReasonWhyNot(string reports, string expected)
    {
        var authority = new LocalAuthority("Synthetic", Region.London);
        var times = InspectionTimes.ToReinspection(
            new(
                [authority], reports.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(
                    (report, at) => Report(authority, at + 1, report.Split(' ')))),
            new(2016, 1, 1));
        Assert.Equal(expected, string.Concat(
            [
                .. times.FollowUps.Select(own => $"{own.Time} {own.Outcome ?? "followed"}"),
                .. times.LeftOut.Select(reason => reason.Replace("Synthetic: ", "", StringComparison.Ordinal)),
            ]));
        Assert.Equal(times.FollowUps.Count, times.Authorities.Count);
    }

    [Fact]
    public void RealRows_EveryQuestion_HasAnAnswer()
    {
        var first = SifData.Load(Checkout.Data).Inspections.FirstOfEachAuthority();
        Assert.True(first.ShareOf(Judgement.Inadequate, population: first.Authorities.Count).IsDefined);
        Assert.True(first.PredictFinal().IsDefined);
        Assert.True(RankTests.KruskalWallis(first.ByRegion()).IsDefined);
        Assert.Equal(first.Count, first.ByQuarter().Total + first.ByQuarter().LeftOut);
        Assert.True(
            Agreement.Kappa(
                first.CrossTabulate(JudgementArea.Leadership, JudgementArea.OverallEffectiveness), KappaWeights.Linear).IsDefined);
        var alpha = Agreement.KrippendorffAlpha(first.JudgementsIn([.. Names.KeyAreas]), new() { Replicates = 200 });
        Assert.True(alpha.IsDefined, alpha.Sentence);
    }

    [Theory]
    [InlineData(2013, 12, 31, "2013 Q4")]
    [InlineData(2014, 1, 1, "2014 Q1")]
    [InlineData(2014, 3, 31, "2014 Q1")]
    [InlineData(2014, 4, 1, "2014 Q2")]
    public void Quarter_OfADay_IsTheOneThatItLiesIn(int year, int month, int day, string name)
    {
        var quarter = Quarter.Of(new(year, month, day));
        Assert.Equal(name, quarter.ToString());
        Assert.Equal(quarter, quarter.Plus(5).Plus(-5));
        Assert.Equal(5, quarter.Plus(5).Since(quarter));
        Assert.True(
            quarter < quarter.Plus(1) && quarter.Plus(1) > quarter && quarter <= quarter.Plus(0) && quarter >= quarter
                .Plus(0) && quarter.CompareTo(quarter.Plus(1)) < 0);
        Assert.False(quarter < quarter.Plus(0) || quarter > quarter.Plus(0) || quarter >= quarter.Plus(1) || quarter.Plus(1) <= quarter);
    }

    private static Inspection Report(LocalAuthority authority, int number, string[] words) => new(authority, number)
    {
        Published = DateOnly.TryParse(words[0], CultureInfo.InvariantCulture, out var day) ? day : null,
        Kind = words.Contains("review") ? InspectionKind.BoardReviewOnly : InspectionKind.Inspection,
        Judgements = words.Where(word => Enum.TryParse<Judgement>(word, out _))
            .ToDictionary(_ => JudgementArea.OverallEffectiveness, Enum.Parse<Judgement>),
    };

    private static InspectionSet Synthetic(
        params (string Name, Region Region, AuthorityType? Type, DateOnly? Published, Judgement? Overall, Judgement Leadership)[] rows)
    {
        var inspections = rows.Select(row =>
        {
            var judgements = new Dictionary<JudgementArea, Judgement> { [JudgementArea.Leadership] = row.Leadership };
            if (row.Overall is { } overall)
            {
                judgements[JudgementArea.OverallEffectiveness] = overall;
            }

            return new Inspection(new(row.Name, row.Region) { Type = row.Type }, 1) { Published = row.Published, Judgements = judgements };
        }).ToList();
        return new(inspections.Select(inspection => inspection.Authority), inspections);
    }
}
