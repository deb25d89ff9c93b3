using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// A rule by which the judgement of one area limits another's: where leadership is inadequate, overall effectiveness is expected to
/// be inadequate too.
/// </summary>
public static class LimitingRule
{
    /// <summary>
    /// Tests the rule on the inspections where both judgements are known: every exception by name, and the share of exceptions with
    /// its exact interval (Clopper and Pearson, 1934), which tells how many exceptions could have been missed.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="limiting">The area that limits.</param>
    /// <param name="limited">The area that is limited.</param>
    /// <param name="judgement">The judgement of the limiting area from which the limited one may be no better.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static LimitingRuleResult Test(
        InspectionSet inspections,
        JudgementArea limiting = JudgementArea.Leadership,
        JudgementArea limited = JudgementArea.OverallEffectiveness,
        Judgement judgement = Judgement.Inadequate,
        double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var orWorse = judgement.Name().ToLowerInvariant() + (judgement == Judgement.Inadequate ? "" : " or worse");
        var judged = inspections.Where(inspection => inspection[limiting] >= judgement);
        var cases = judged.WhereKnown(limited);
        var exceptions = cases.Where(inspection => inspection[limited] < judgement);
        return new LimitingRuleResult
        {
            Method = "exact binomial interval (Clopper and Pearson, 1934)",
            Observations = cases.Count,
            Rule = $"Where {limiting.Name().ToLowerInvariant()} is {orWorse}, {limited.Name().ToLowerInvariant()} is {orWorse}",
            Exceptions = exceptions,
            Untested = inspections.Count(inspection => CouldBeException(inspection[limiting], inspection[limited], judgement)),
            ExceptionShare = Proportions.ClopperPearson(exceptions.Count, cases.Count, level),
            UndefinedBecause = cases.Count == 0 ? "no inspection has both judgements and the first of them limiting" : null,
        };
    }

    private static bool CouldBeException(Judgement? limiting, Judgement? limited, Judgement judgement) =>
        (limiting is null || limited is null) && !(limiting < judgement) && !(limited >= judgement);
}
