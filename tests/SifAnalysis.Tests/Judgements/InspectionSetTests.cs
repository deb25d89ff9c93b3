using FsCheck.Xunit;
using SifAnalysis.Judgements;

namespace SifAnalysis.Tests.Judgements;

public class InspectionSetTests
{
    private static readonly LocalAuthority Alpha = new("Synthetic Alpha", Region.London);
    private static readonly LocalAuthority Beta = new("Synthetic Beta", Region.NorthEast);
    private static readonly LocalAuthority Gamma = new("Synthetic Gamma", Region.YorkshireAndTheHumber);

    private static readonly InspectionSet Set = new(
        [Alpha, Beta, Gamma],
        [
            Inspected(Alpha, 2, new(2017, 2, 1), Judgement.Good),
            Inspected(Alpha, 1, new(2014, 2, 1), Judgement.Inadequate),
            Inspected(Beta, 1, null, null),
        ]);

    [Fact]
    public void PublishedBy_ADay_TakesThatDayIn() => Assert.Equal(2, Set.PublishedBy(new(2017, 2, 1)).Count);

    [Fact]
    public void PublishedBy_TheDayBefore_LeavesItOut() => Assert.Single(Set.PublishedBy(new(2017, 1, 31)));

    [Fact]
    public void LatestOfEachAuthority_ReinspectedAuthority_GivesItsSecond() =>
        Assert.Equal(Judgement.Good, Set.LatestOfEachAuthority().Of("Synthetic Alpha").Single().Overall);

    [Fact]
    public void FirstOfEachAuthority_ReinspectedAuthority_GivesItsFirst() =>
        Assert.Equal(Judgement.Inadequate, Set.FirstOfEachAuthority().Of("Synthetic Alpha").Single().Overall);

    [Fact]
    public void LatestAndFirst_InspectionsThatOnlyTheirDaysTellApart_AreByTheDay()
    {
        var set = new InspectionSet(
            [Alpha], [Inspected(Alpha, 1, new(2017, 1, 1), Judgement.Good), Inspected(Alpha, 1, new(2014, 1, 1), Judgement.Inadequate)]);
        Assert.Equal(Judgement.Good, set.LatestOfEachAuthority().Single().Overall);
        Assert.Equal(Judgement.Inadequate, set.FirstOfEachAuthority().Single().Overall);
    }

    [Fact]
    public void Reinspections_SecondInspection_StandsBesideTheFirst()
    {
        var again = Assert.Single(Set.Reinspections());
        Assert.Equal((Alpha, 2, 1, 1096), (again.Authority, again.Again.Number, again.Before.Number, again.Days));
        Assert.Equal((2, true), (again.StepsBetter, again.Improved));
    }

    [Fact]
    public void Reinspections_UnknownJudgementOrDay_IsNeitherBetterNorWorse()
    {
        var again = Assert.Single(
            new InspectionSet([Alpha], [Inspected(Alpha, 1, new(2014, 1, 1), Judgement.Good), Inspected(Alpha, 2, null, null)])
                .Reinspections());
        Assert.Equal((null, null, null), (again.StepsBetter, again.Improved, again.Days));
    }

    [Fact]
    public void Reinspections_ReviewOfTheBoardAlone_IsNone() =>
        Assert.Empty(new InspectionSet([Alpha], [Inspected(Alpha, 1, null, null),
            Inspected(Alpha, 0, null, null) with { Kind = InspectionKind.BoardReviewOnly }]).Reinspections());

    [Fact]
    public void DifferencesFrom_OtherJudgement_IsGivenAndBlanksAreNone()
    {
        var other = new InspectionSet(
            [Alpha, Beta],
            [
                Inspected(Alpha, 1, null, Judgement.Good),
                Inspected(Alpha, 2, null, Judgement.Good),
                Inspected(Beta, 1, null, Judgement.Good),
            ]);
        var difference = Assert.Single(Set.DifferencesFrom(other));
        Assert.Equal((1, Judgement.Inadequate, Judgement.Good), (difference.Inspection.Number, difference.Here, difference.There));
    }

    [Fact]
    public void NotYetInspected_AuthorityWithoutRow_IsNamed() => Assert.Equal([Gamma], Set.NotYetInspected());

    [Fact]
    public void PossiblyPublishedBy_UnknownDayWithoutBound_IsPossible() => Assert.Single(Set.PossiblyPublishedBy(new(2014, 1, 1)));

    [Fact]
    public void PossiblyPublishedBy_DayBeforeTheBound_IsNot()
    {
        var bounded = new InspectionSet([Beta], [new Inspection(Beta, 1) { NotBefore = new(2017, 9, 1) }]);
        Assert.Empty(bounded.PossiblyPublishedBy(new(2017, 8, 31)));
        Assert.Single(bounded.PossiblyPublishedBy(new(2017, 9, 1)));
        Assert.Empty(bounded.SurelyOrPossiblyPublishedBy(new(2017, 8, 31)));
        Assert.Equal(3, Set.SurelyOrPossiblyPublishedBy(new(2017, 2, 1)).Count);
    }

    [Fact]
    public void In_OfstedRegion_JoinsNorthEastWithYorkshire() =>
        Assert.Equal([Beta, Gamma], Set.In(OfstedRegion.NorthEastYorkshireAndTheHumber).Authorities);

    [Fact]
    public void Of_NameWithATypo_SuggestsTheNearest() =>
        Assert.Contains(
            "Synthetic Alpha", Assert.Throws<ArgumentException>(() => Set.Of("Synthetic Alfa")).Message, StringComparison.Ordinal);

    [Fact]
    public void Constructor_InspectionOfAStranger_Throws() =>
        Assert.Contains(
            "Synthetic Beta",
            Assert.Throws<ArgumentException>(() => new InspectionSet([Alpha], [Inspected(Beta, 1, null, null)])).Message,
            StringComparison.Ordinal);

    [Property]
    public bool Bounds_AnyFillingOfTheUnknown_LiesInside(byte known, byte unknown, byte filled)
    {
        var counts = new JudgementCounts(0, known, 0, 0, unknown);
        var truth = known + (unknown == 0 ? 0 : filled % (unknown + 1));
        return counts.Bounds(Judgement.Good).Contains(truth) && !counts.Bounds(Judgement.Good)
            .Contains(known - 1) && counts.Total == known + unknown;
    }

    private static Inspection Inspected(LocalAuthority authority, int number, DateOnly? published, Judgement? overall) =>
        new(authority, number)
        {
            Published = published,
            Judgements = overall is { } judgement
            ? new Dictionary<JudgementArea, Judgement> { [JudgementArea.OverallEffectiveness] = judgement }
            : [],
        };
}
