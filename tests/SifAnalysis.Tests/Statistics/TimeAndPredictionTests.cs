using System.Globalization;
using FsCheck.Xunit;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// The expected numbers come from R's survival package, cmprsk and counting (tests/references/time.R), and from SciPy's beta-binomial
/// distribution (tests/references/prediction.py).
/// </summary>
public class TimeAndPredictionTests
{
    private static readonly ReferenceValues R = new("time.csv");
    private static readonly ReferenceValues SciPy = new("prediction.csv");
    private static readonly Lazy<SifData> Sif = new(() => SifData.Load(Checkout.Data));

    private static readonly ILookup<string, CompetingFollowUp> Data = File
        .ReadLines(Path.Combine(Checkout.Root, "tests", "references", "time-data.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .ToLookup(
            parts => parts[0], parts => new CompetingFollowUp(
                double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2] == "0" ? null : parts[2]));

    [Theory]
    [InlineData("mgus")]
    [InlineData("veteran")]
    [InlineData("small")]
    public void CumulativeIncidence_KnownData_IsThatOfR(string name)
    {
        var result = CumulativeIncidence.Of([.. Data[name]]);
        foreach (var outcome in result.Outcomes)
        {
            for (var at = 1; at <= 3; at++)
            {
                var key = $"{outcome.Outcome}.{at}";
                var step = outcome.At(R[name, key + ".time"]!.Value)!;
                R.Agrees(name, key + ".incidence", step.Incidence);
                R.Agrees(name, key + ".error", step.StandardError);
                if (step.Incidence > 0)
                {
                    R.Agrees(name, key, step.Interval);
                }
            }
        }
    }

    [Fact]
    public void UpTo_WhatCameLater_IsCensoredThere()
    {
        var times = new InspectionTimes([], [new(2, "improved"), new(5, "improved"), new(7, null)], []).UpTo(5);
        Assert.Equal([new CompetingFollowUp(2, "improved"), new(5, "improved"), new(5, null)], times.FollowUps);
        Assert.Throws<ArgumentOutOfRangeException>(() => times.UpTo(-1));
    }

    [Fact]
    public void At_BeforeTheFirstStepAndAfterTheLast_IsNothing()
    {
        var outcome = CumulativeIncidence.Of([new(2, "improved"), new(5, null)]).Outcomes.Single();
        Assert.Equal(
            (null, 0.5, 0.5, null),
            (outcome.At(1.9)?.Incidence, outcome.At(2)?.Incidence, outcome.At(5)?.Incidence, outcome.At(5.1)?.Incidence));
    }

    [Fact]
    public void CumulativeIncidence_OneOutcome_IsOneLessKaplanMeierWithItsIntervals()
    {
        var times = Data["small"].Select(own => own with { Outcome = own.Outcome is null ? null : "any" }).ToList();
        var curve = Survival.KaplanMeier([.. times.Select(own => new FollowUp(own.Time, own.Outcome is not null))]);
        var incidence = CumulativeIncidence.Of(times).Outcomes.Single();
        Assert.Equal(
            curve.Steps.Select(step => 1 - step.Survival), incidence.Steps.Select(step => step.Incidence), (one, other) =>
                Math.Abs(one - other) < 1e-12);

        // But for the last step: where nobody is left, Greenwood's variance is nothing and this one is not.
        Assert.Equal(
            curve.Steps.SkipLast(1).Select(step => step.StandardError), incidence.Steps.SkipLast(1).Select(
                step => step.StandardError), (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Property(MaxTest = 50)]
    public bool CumulativeIncidence_AnyData_OutcomesAndSurvivalMakeOne(byte[] times)
    {
        var data = times.Select(
            (time, index) => new CompetingFollowUp(time, (index % 3) switch { 0 => null, 1 => "improved", _ => "not improved" }))
            .ToList();
        var result = CumulativeIncidence.Of(data);
        if (!result.IsDefined)
        {
            return data.All(own => own.Outcome is null);
        }

        var curve = Survival.KaplanMeier([.. data.Select(own => new FollowUp(own.Time, own.Outcome is not null))]);
        return curve.Steps.Select((step, index) => step.Survival + result.Outcomes.Sum(own => own.Steps[index].Incidence))
            .All(sum => Math.Abs(sum - 1) < 1e-9)
            && result.Outcomes.All(own => own.Steps.Zip(own.Steps.Skip(1)).All(pair => pair.First.Incidence <= pair.Second.Incidence));
    }

    [Fact]
    public void InspectionTimes_RealRows_CountEveryAuthorityOnceOrSayWhyNot()
    {
        var inspections = Sif.Value.Inspections;
        var first = InspectionTimes.ToFirstReport(inspections, new(2013, 11, 1), new(2016, 12, 31));
        Assert.Equal(inspections.Authorities.Count, first.FollowUps.Count + first.LeftOut.Count);
        Assert.Equal(
            inspections.FirstOfEachAuthority().PublishedBy(new(2016, 12, 31)).Count, first.FollowUps.Count(own => own.Outcome is not null));
        var again = InspectionTimes.ToReinspection(inspections, new(2018, 1, 31));
        Assert.Contains(again.FollowUps, own => own.Outcome == "improved");
        Assert.Empty(again.LeftOut);
        Assert.Throws<ArgumentException>(() => InspectionTimes.ToFirstReport(inspections, new(2017, 1, 1), new(2016, 1, 1)));
    }

    [Fact]
    public void Cusum_KnownQuarters_AreTheirDefinition()
    {
        int[] with = [1, 2, 0, 4, 5, 6, 2, 1, 0, 0];
        int[] judged = [6, 8, 5, 9, 8, 9, 7, 8, 9, 6];
        var result = Cusum.Of([.. with.Select((count, index) => new CusumPeriod($"quarter {index + 1}", judged[index], count))], 0.25);
        for (var index = 0; index < with.Length; index++)
        {
            R.Agrees("quarters", $"up.{index + 1}", result.Steps[index].Up);
            R.Agrees("quarters", $"down.{index + 1}", result.Steps[index].Down);
        }

        Assert.Contains(
            "rose above 25.0%", Cusum.Of([.. result.Steps.Select(step => step.Period)], 0.25, limit: 2).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first", "1110000011", 0.5)]
    [InlineData("second", "10101010", 0.5)]
    [InlineData("third", "111000m1110001100m10", 0.5)]
    public void Runs_KnownOrders_AreWhatEveryOrderGives(string name, string order, double median)
    {
        var result = Cusum.Runs([.. order.Select(side => side == '1' ? 1.0 : side == '0' ? 0.0 : median)]);
        R.Agrees(name, "runs", result.Statistic);
        R.Agrees(name, "p", result.PValue);
    }

    [Fact]
    public void CusumAndRuns_NothingToFollow_AreUndefinedAndSayWhy()
    {
        Assert.Contains("nothing was judged", Cusum.Of([]).Sentence, StringComparison.Ordinal);
        Assert.Contains("all or none", Cusum.Of([new("2015 Q1", 3, 0)]).Sentence, StringComparison.Ordinal);
        Assert.Contains("median", Cusum.Runs([0.2, 0.2]).Sentence, StringComparison.Ordinal);
        Assert.Contains("nothing was followed", CumulativeIncidence.Of([]).Sentence, StringComparison.Ordinal);
        Assert.Contains("no outcome occurred", CumulativeIncidence.Of([new(3, null)]).Sentence, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Cusum.Of([], 1.5));
        Assert.Throws<ArgumentException>(() => Cusum.Of([new("2015 Q1", 3, 4)]));
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Of([new(double.NaN, null)]));
    }

    [Fact]
    public void Cusum_RealRows_CountEveryKnownJudgementOfAKnownDay()
    {
        var inspections = Sif.Value.Inspections;
        var result = Cusum.ByQuarter(inspections);
        Assert.Equal(
            inspections.Count(inspection => inspection.Overall is not null && inspection.Published is not null), result.Steps.Sum(
                step => step.Period.Judged));
    }

    [Theory]
    [InlineData("2/28/47/29/152/0.95/0.5")]
    [InlineData("0/3/1/0/20/0.8/1.0")]
    [InlineData("10/200/300/90/1000/0.99/0.5")]
    public void Prediction_KnownCounts_IsThatOfSciPy(string name)
    {
        var parts = name.Split('/');
        int Number(int at) => int.Parse(parts[at], CultureInfo.InvariantCulture);
        var counts = new JudgementCounts(Number(0), Number(1), Number(2), Number(3), 0);
        var result = Prediction.FinalCounts(
            counts, Number(4), double.Parse(parts[5], CultureInfo.InvariantCulture), double.Parse(parts[6], CultureInfo.InvariantCulture));
        for (var index = 0; index < 4; index++)
        {
            var own = result.Judgements[index];
            SciPy.Agrees(name, $"{index}.mean", own.Expected);
            SciPy.Agrees(name, $"{index}.lower", own.Interval.Lower);
            SciPy.Agrees(name, $"{index}.upper", own.Interval.Upper);
            SciPy.Agrees(name, $"{index}.chance", own.ProbabilityOf(own.Seen + 3));
        }
    }

    [Property]
    public bool Prediction_AnyCounts_AddsUpToThePopulationAndHoldsWhatWasSeen(byte a, byte b, byte c, byte d, byte unseen)
    {
        var counts = new JudgementCounts(a, b, c, d, 0);
        var result = Prediction.FinalCounts(counts, counts.Known + unseen);
        return counts.Known == 0
            ? !result.IsDefined
            : Math.Abs(result.Judgements.Sum(own => own.Expected) - (counts.Known + unseen)) < 1e-9
                && result.Judgements.All(
                    own => Math.Abs(own.Probabilities.Sum() - 1) < 1e-9 && own.Interval.Lower >= own.Seen
                        && own.Interval.Upper <= own.Seen + unseen);
    }

    [Fact]
    public void Prediction_RandomPartsOfAKnownWhole_HoldsTheWholeAboutAsOftenAsItSays()
    {
        // 60 of 152 authorities drawn by a fixed seed; under random sampling the intervals should hold about as often as their level.
        int[] final = [3, 50, 70, 29];
        var covered = 0;
        for (var replicate = 0; replicate < 400; replicate++)
        {
            var random = new RandomSequence(7, replicate);
            var all = final.SelectMany((count, judgement) => Enumerable.Repeat(judgement, count)).ToArray();
            random.Shuffle(all.AsSpan());
            var seen = all[..60].GroupBy(judgement => judgement).ToDictionary(own => own.Key, own => own.Count());
            var counts = new JudgementCounts(
                seen.GetValueOrDefault(0), seen.GetValueOrDefault(1), seen.GetValueOrDefault(2), seen.GetValueOrDefault(3), 0);
            var hindcast = Prediction.Hindcast(Prediction.FinalCounts(counts, 152), new JudgementCounts(3, 50, 70, 29, 0));
            covered += hindcast.Judgements.Count(own => own.Judgement != Judgement.Outstanding && own.WasInside == true);
        }

        // 1,200 intervals of 95%: 4 Monte Carlo standard errors are 2.5 points; discrete intervals cover a little more.
        Assert.InRange(covered / 1200.0, 0.92, 0.995);
    }

    [Fact]
    public void Hindcast_UnknownFinalJudgements_LeaveItOpen()
    {
        var prediction = Prediction.FinalCounts(new(2, 28, 47, 29, 10), 152);
        var hindcast = Prediction.Hindcast(prediction, new(3, 50, 70, 19, 10));
        Assert.Contains(hindcast.Judgements, own => own.WasInside is null || own.WasInside == false);
        Assert.Contains("unknown", Assert.Single(hindcast.Warnings), StringComparison.Ordinal);
        Assert.False(Prediction.Hindcast(Prediction.FinalCounts(default, 152), default).IsDefined);
    }

    [Theory]
    [InlineData(10, 0.95, 0.5, "population")]
    [InlineData(152, 0, 0.5, "level")]
    [InlineData(152, 0.95, 0, "prior")]
    public void Prediction_WrongArgument_IsNamed(int population, double level, double prior, string name) =>
        Assert.Equal(
            name,
            Assert.Throws<ArgumentOutOfRangeException>(
                () => Prediction.FinalCounts(new(2, 28, 47, 29, 0), population, level, prior)).ParamName);
}
