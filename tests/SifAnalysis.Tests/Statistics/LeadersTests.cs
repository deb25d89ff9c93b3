using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The findings of notebook 09 beside R: tests/references/leaders.R made leaders.csv from the same tables.</summary>
public class LeadersTests
{
    private static readonly ReferenceValues R = new("leaders.csv");
    private static readonly SifData Kit = SifData.Load(Checkout.Data);
    private static readonly InspectionSet First = Kit.Inspections.FirstOfEachAuthority();
    private static readonly Func<Inspection, double?> Director = Kit.MonthsInPost(Post.Director);

    private static readonly OrdinalTerm Years = OrdinalTerm.Number("Years", inspection => Director(inspection) / 12);
    private static readonly OrdinalTerm Poverty = OrdinalTerm.Number("Poverty", Kit.Fact(facts => facts.ChildPoverty / 10));
    private static readonly OrdinalTerm Size = OrdinalTerm.Number(
        "Size", Kit.Fact(facts => facts.PopulationUnder18 is { } size ? Math.Log2(size) : null));
    private static readonly OrdinalTerm Before = OrdinalTerm.Number("Before", Kit.Fact(facts => (double?)(int?)facts.PreviousSafeguarding));

    [Theory]
    [InlineData("director", Post.Director, "overall", JudgementArea.OverallEffectiveness)]
    [InlineData("director", Post.Director, "leadership", JudgementArea.Leadership)]
    [InlineData("chair", Post.BoardChair, "overall", JudgementArea.OverallEffectiveness)]
    [InlineData("chair", Post.BoardChair, "leadership", JudgementArea.Leadership)]
    public void MonthsInPost_BesideTheJudgements_IsWhatRGives(string who, Post post, string what, JudgementArea area)
    {
        var (name, months) = ($"{who}.{what}", Kit.MonthsInPost(post));
        var quartiles = First.QuartilesBy(area, months);
        Assert.Equal(R[name, "n"], quartiles.Observations);
        foreach (var judgement in Names.AllJudgements)
        {
            var (own, at) = (quartiles[judgement.Name()], (int)judgement);
            Assert.Equal(R[name, $"{at}.n"], own.Observations);
            R.Agrees(name, $"{at}.mean", own.Mean);
            R.Agrees(name, $"{at}.quartile.1", own.LowerQuartile);
            R.Agrees(name, $"{at}.quartile.2", own.Median);
            R.Agrees(name, $"{at}.quartile.3", own.UpperQuartile);
        }

        var table = First.ByNumber(area, months);
        Assert.Equal(First.Count - quartiles.Observations, table.LeftOut);
        R.Agrees(name, "kruskal", RankTests.KruskalWallis(table).Statistic);
        R.Agrees(name, "kruskal.p", RankTests.KruskalWallis(table).PValue);
        R.Agrees(name, "tau", OrdinalAssociation.TauB(table).Estimate);
    }

    [Fact]
    public void SharesBy_NewDirectorsAndOthers_IsWhatRGives()
    {
        var shares = First.SharesBy(
            JudgementArea.Leadership, Judgement.Inadequate, own => Director(own) is { } months ? months < 12 ? "new" : "older" : null);
        Assert.Equal(["new", "older"], shares.Select(share => share.Label));
        Assert.All(shares, share => Assert.Equal(
            (R[share.Label, "inadequate"], R[share.Label, "n"]), (share.Result.Successes, share.Result.Observations)));
    }

    [Theory]
    [InlineData("alone", 1)]
    [InlineData("beside", 4)]
    [InlineData("before", 5)]
    [InlineData("region", 4)]
    public void Model_OfLeadership_IsWhatRGives(string name, int compared)
    {
        OrdinalTerm[] terms =
            [Years, Poverty, Size, OrdinalTerm.Quarter, .. name == "before" ? [Before]
                : name == "region" ? new[] { OrdinalTerm.Region } : []];
        var fit = OrdinalRegression.Fit(First.OrdinalData(JudgementArea.Leadership, name == "alone" ? [Years] : terms));
        Assert.Equal(R[name, "n"], fit.Observations);
        R.Agrees(name, "loglik", fit.LogLikelihood);
        for (var at = 1; at <= compared; at++)
        {
            R.Agrees(name, $"beta.{at}", fit.Coefficients[at - 1].Estimate, 1e-4);
            R.Agrees(name, $"beta.{at}.error", fit.Coefficients[at - 1].StandardError, 1e-3);
        }

        Assert.All(Enumerable.Range(1, 3), at => R.Agrees(name, $"threshold.{at}", fit.Thresholds[at - 1].Estimate, 1e-4));
    }
}
