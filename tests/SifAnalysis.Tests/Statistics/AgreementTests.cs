using FsCheck.Xunit;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The expected numbers come from R with vcd and coin (tests/references/agreement.R).</summary>
public class AgreementTests
{
    private static readonly ReferenceValues R = new("agreement.csv");

    private static readonly Dictionary<string, int[,]> Tables = new()
    {
        ["areas"] = new[,] { { 3, 1, 0, 0 }, { 2, 14, 5, 0 }, { 0, 6, 30, 4 }, { 0, 0, 7, 21 } },
        ["raters"] = new[,] { { 22, 2, 2, 0 }, { 5, 7, 14, 0 }, { 0, 2, 36, 0 }, { 0, 1, 17, 10 } },
        ["three"] = new[,] { { 88, 10, 2 }, { 14, 40, 6 }, { 18, 10, 12 } },
    };

    private static readonly Dictionary<string, int?[][]> Units = new()
    {
        ["krippendorff"] =
        [
            [1, 1, null, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2],
            [null, 5, 5, 5], [null, null, 1, 1], [null, null, 3, null],
        ],
        ["areas"] = [[1, 2, 2], [3, 3, 4], [2, 2, 2], [4, 4, 4], [3, 3, 3], [3, 2, 3], [4, 3, 4], [2, 3, 2]],
        ["two"] = [[1, 1], [2, 3], [4, 4], [3, 3], [2, 2], [1, 2], [3, 4], [null, 2]],
    };

    private static readonly ResamplingPlan Few = new() { Replicates = 500 };

    [Theory]
    [InlineData("areas")]
    [InlineData("raters")]
    [InlineData("three")]
    public void KappaAndSquareTests_KnownTable_AreThoseOfR(string name)
    {
        var table = Named(Tables[name]);
        foreach (var (weights, prefix) in new[]
            {
                (KappaWeights.None, ""),
                (KappaWeights.Linear, "Equal-Spacing."),
                (KappaWeights.Quadratic, "Fleiss-Cohen."),
            })
        {
            var kappa = Agreement.Kappa(table, weights);
            R.Agrees(name, prefix + "kappa", kappa.Estimate);
            R.Agrees(name, prefix + "error", kappa.StandardError);
        }

        foreach (var level in new[] { 0.95, 0.8 })
        {
            R.Agrees(
                name, FormattableString.Invariant($"interval.{level}"), Agreement.Kappa(table, KappaWeights.Quadratic, level).Interval);
        }

        var bowker = Agreement.Bowker(table);
        R.Agrees(name, "bowker", bowker.Statistic);
        R.Agrees(name, "bowker.p", bowker.PValue);
        R.Agrees(name, "bowker.freedom", bowker.DegreesOfFreedom);
        var stuart = Agreement.StuartMaxwell(table);
        R.Agrees(name, "stuart", stuart.Statistic);
        R.Agrees(name, "stuart.p", stuart.PValue);
    }

    [Theory]
    [InlineData("krippendorff")]
    [InlineData("areas")]
    [InlineData("two")]
    public void SeveralJudgements_KnownUnits_AgreeAsTheirDefinitionsSay(string name)
    {
        R.Agrees(name, "alpha", Agreement.KrippendorffAlpha(Units[name], Few).Estimate);
        R.Agrees(name, "fleiss", Agreement.FleissKappa(Units[name], Few).Estimate);
    }

    [Fact]
    public void KrippendorffAlpha_KrippendorffsOwnExample_IsHisOrdinalValue() =>
        Assert.Equal(0.815, Agreement.KrippendorffAlpha(Units["krippendorff"], Few).Estimate!.Value, 0.0005);

    [Fact]
    public void EveryMeasure_NothingOrOneCategory_IsUndefinedAndSaysWhy()
    {
        StatisticResult[] results =
        [
            Agreement.Kappa(Named(new int[4, 4])), Agreement.Kappa(
                Named(new[,] { { 7, 0 }, { 0, 0 } })), Agreement.Kappa(Named(new[,] { { 7 } })),
            Agreement.Kappa(Named(new[,] { { 7, 0 }, { 0, 0 } }), KappaWeights.Linear),
            Agreement.Bowker(Named(new[,] { { 7, 0 }, { 0, 3 } })), Agreement.StuartMaxwell(Named(new[,] { { 7, 0 }, { 0, 3 } })),
            Agreement.FleissKappa([]), Agreement.FleissKappa([[1, 1], [1, 1]]), Agreement.FleissKappa([[1], [2]]),
            Agreement.KrippendorffAlpha([]), Agreement.KrippendorffAlpha(
                [[1, null], [null, 2]]), Agreement.KrippendorffAlpha([[2, 2], [2, 2]]),
        ];
        Assert.All(results, result =>
        {
            Assert.Contains("undefined, because ", result.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", result.Sentence, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        Assert.Equal("table", Assert.Throws<ArgumentException>(() => Agreement.Kappa(Named(new int[2, 3]))).ParamName);
        Assert.Equal("units", Assert.Throws<ArgumentException>(() => Agreement.FleissKappa([[1, 2], [1, 2, 3]])).ParamName);
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => Agreement.Kappa(Named(new int[2, 2]), level: 1)).ParamName);
    }

    [Fact]
    public void LimitingRule_RealRows_HoldsAndAChangedRowIsNamed()
    {
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var held = LimitingRule.Test(inspections);
        Assert.True(held.Holds, held.Sentence);
        var changed = new InspectionSet(inspections.Authorities, inspections.Select(inspection =>
            inspection.Authority.Name == "Cumbria" && inspection.Number == 1
                ? inspection with
                {
                    Judgements = new Dictionary<JudgementArea, Judgement>
                    {
                        [JudgementArea.Leadership] = Judgement.Inadequate,
                        [JudgementArea.OverallEffectiveness] = Judgement.Good,
                    },
                }
                : inspection));
        var broken = LimitingRule.Test(changed);
        Assert.False(broken.Holds);
        Assert.Equal("Cumbria", Assert.Single(broken.Exceptions).Authority.Name);
        Assert.Contains("exceptions: Cumbria", broken.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void LimitingRule_NoCase_IsUndefined() =>
        Assert.Contains("undefined, because", LimitingRule.Test(new InspectionSet([], [])).Sentence, StringComparison.Ordinal);

    [Property(MaxTest = 50)]
    public bool Kappa_JudgesExchangedOrScaleReversed_IsTheSame(byte a, byte b, byte c, byte d, byte e, byte f, byte g, byte h, byte i)
    {
        var table = Named(new int[,] { { a + 1, b, c }, { d, e + 1, f }, { g, h, i + 1 } });
        var reversed = Named(new int[,] { { i + 1, h, g }, { f, e + 1, d }, { c, b, a + 1 } });
        return new[] { KappaWeights.None, KappaWeights.Linear, KappaWeights.Quadratic }.All(weights =>
            Agreement.Kappa(table, weights) is var own
            && Math.Abs(own.Estimate!.Value - Agreement.Kappa(table.Transposed(), weights).Estimate!.Value) < 1e-12
            && Math.Abs(own.Estimate.Value - Agreement.Kappa(reversed, weights).Estimate!.Value) < 1e-12
            && own.Estimate is <= 1 and >= -1);
    }

    private static ContingencyTable Named(int[,] counts) => new(
        [.. Enumerable.Range(1, counts.GetLength(0)).Select(row => $"row {row}")],
        [.. Enumerable.Range(1, counts.GetLength(1)).Select(column => $"column {column}")],
        counts);
}
