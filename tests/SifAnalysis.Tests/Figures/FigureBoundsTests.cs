using FsCheck.Xunit;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Figures;

public class FigureBoundsTests
{
    private static readonly SifData Data = SifData.Load(Checkout.Data);

    /// <summary>What the blanks hide can turn a verdict, but a contradiction holds whatever they hide.</summary>
    [Property(MaxTest = 40)]
    public void Check_BlanksFilledAtRandom_KeepsEveryContradictionAndStaysInsideTheBounds(int seed)
    {
        var random = new Random(seed);
        var blank = Blanked(Filled(Data, random), random, share: 0.3);
        var before = Checks(blank);
        var after = Checks(Filled(blank, random));
        Assert.All(
            before.Values.Where(check => check.Verdict == Verdict.Contradicted), check =>
                Assert.NotEqual(Verdict.Reproduced, after[check.Figure.Id].Verdict));
        Assert.All(before.Values.Where(check => check.Figure.Measure == "count"), check =>
        {
            var bounds = Bounds(check.Computed);
            var truth = Bounds(after[check.Figure.Id].Computed);
            Assert.InRange(truth.Least, bounds.Least, bounds.Most);
            Assert.Equal(truth.Least, truth.Most);
        });
    }

    /// <summary>Forgetting what is known can make a figure less certain, never wrong.</summary>
    [Property(MaxTest = 40)]
    public void Check_JudgementsAndDaysForgotten_NeverContradictsWhatTheFullRowsReproduce(int seed)
    {
        var random = new Random(seed);
        var full = Filled(Data, random);
        var figures = full.PublishedFigures.Select(figure => Restated(figure, full)).ToList();
        var reproduced = Checks(full with { PublishedFigures = figures }).Values.Where(check => check.Verdict == Verdict.Reproduced)
            .Select(check => check.Figure.Id).ToList();
        var forgotten = Checks(Blanked(full, random, share: 0.2, days: true) with { PublishedFigures = figures });
        Assert.NotEmpty(reproduced);
        Assert.All(reproduced, id => Assert.True(forgotten[id].Verdict != Verdict.Contradicted, $"{id}: {forgotten[id].Computed}. "
            + $"{forgotten[id].Because}"));
    }

    [Fact]
    public void Check_NamedAuthorityWhoseReportIsUndated_IsNotContradicted()
    {
        var undated = Changed(Data, inspection => inspection.Authority.Name == "Westminster"
            ? inspection with { Published = null, NotBefore = null } : inspection);
        Assert.Equal(Verdict.Consistent, Checks(undated)["overall-outstanding-names"].Verdict);
    }

    [Fact]
    public void Check_OneReportMovedIntoTheYear_TurnsNoFigureOfAnAuthority()
    {
        var moved = Changed(
            Data, inspection =>
                inspection.Published is { Year: 2017, Month: 1 } ? inspection with { Published = new DateOnly(2016, 12, 30) } : inspection);
        var (before, after) = (Checks(Data), Checks(moved));
        Assert.Equal(Verdict.Contradicted, after["results-published"].Verdict);
        Assert.All(
            before.Values.Where(check => check.Figure.Authority is not null), check =>
                Assert.Equal(check.Verdict, after[check.Figure.Id].Verdict));
    }

    // The counts of the full rows, put in the place of the article's: synthetic figures that must be reproduced.
    private static PublishedFigure Restated(PublishedFigure figure, SifData full) => figure.Measure switch
    {
        "count" or "names" => figure with { Value = Checks(full with { PublishedFigures = [figure] })[figure.Id].Computed },
        "share" => figure with { Least = ShareOf(figure, full) - 0.001, Most = ShareOf(figure, full) + 0.001 },
        _ => figure,
    };

    private static double ShareOf(PublishedFigure figure, SifData full)
    {
        var counts = full.Inspections.PublishedBy(figure.LastDay).Counts(figure.Area!.Value);
        return (double)counts[figure.Judgement!.Value] / counts.Total;
    }

    // Each figure is asked of one day, so that what is counted before and after a change is counted for the same.
    private static Dictionary<string, FigureCheck> Checks(SifData data) => (data with
    {
        PublishedFigures = [.. data.PublishedFigures.Select(figure => figure with { FirstDay = figure.LastDay })],
    }).CheckFigures().ToDictionary(check => check.Figure.Id);

    private static CountBounds Bounds(string computed)
    {
        var ends = computed.Split(" to ").Select(int.Parse).ToList();
        return new CountBounds(ends[0], ends[^1]);
    }

    // Synthetic: every blank judgement drawn at random.
    private static SifData Filled(SifData data, Random random) => Changed(data, inspection => inspection with
    {
        Judgements = Enum.GetValues<JudgementArea>().ToDictionary(area => area, area => inspection[area] ?? (Judgement)random.Next(1, 5)),
    });

    private static SifData Blanked(SifData data, Random random, double share, bool days = false) => Changed(data, inspection =>
    {
        var left = inspection with
        {
            Judgements = inspection.Judgements.Where(_ => random.NextDouble() >= share).ToDictionary(pair => pair.Key, pair => pair.Value),
        };
        return days && random.NextDouble() < share / 4 ? left with { Published = null, NotBefore = null } : left;
    });

    private static SifData Changed(SifData data, Func<Inspection, Inspection> change) => data with
    {
        Inspections = new InspectionSet(data.Authorities, data.Inspections.Select(change)),
    };
}
