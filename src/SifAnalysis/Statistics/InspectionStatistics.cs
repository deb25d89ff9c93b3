using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>
/// What is most often asked of inspections, so that a line of a notebook reads like the question: tables, shares, regression data and
/// times. Each call excludes what is unknown and counts it.
/// </summary>
public static class InspectionStatistics
{
    /// <summary>
    /// One area by another, both from outstanding to inadequate; inspections with either unknown are excluded and counted.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="rows">The area of the rows.</param>
    /// <param name="columns">The area of the columns.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static ContingencyTable CrossTabulate(this InspectionSet inspections, JudgementArea rows, JudgementArea columns) =>
        ContingencyTable.OfAreas(inspections, rows, columns);

    /// <summary>Regions by judgement, from outstanding to inadequate; unknown judgements are excluded and counted.</summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static ContingencyTable ByRegion(this InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness) =>
        ContingencyTable.By(inspections, area, inspection => inspection.Authority.Region.Name());

    /// <summary>Ofsted's regions by judgement, from outstanding to inadequate; unknown judgements are excluded and counted.</summary>
    /// <inheritdoc cref="ByRegion" path="/param"/>
    /// <inheritdoc cref="ByRegion" path="/exception"/>
    public static ContingencyTable ByOfstedRegion(
        this InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness) =>
        ContingencyTable.By(inspections, area, inspection => inspection.Authority.OfstedRegion.Name());

    /// <summary>
    /// Kinds of authority by judgement, from outstanding to inadequate; those unknown in either are excluded and counted.
    /// </summary>
    /// <inheritdoc cref="ByRegion" path="/param"/>
    /// <inheritdoc cref="ByRegion" path="/exception"/>
    public static ContingencyTable ByAuthorityType(
        this InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness) =>
        ContingencyTable.By(inspections, area, inspection => inspection.Authority.Type?.Name());

    /// <summary>
    /// Quarters of publication, in the order of time, by judgement; those unknown in either are excluded and counted. A quarter without a
    /// known judgement has no row.
    /// </summary>
    /// <inheritdoc cref="ByRegion" path="/param"/>
    /// <inheritdoc cref="ByRegion" path="/exception"/>
    public static ContingencyTable ByQuarter(this InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness) =>
        ContingencyTable.By(inspections, area, inspection => inspection.Published is { } day ? Quarter.Of(day).ToString() : null);

    /// <summary>The share of one judgement among the known ones, with Wilson's interval (1927).</summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="judgement">The judgement.</param>
    /// <param name="area">The area.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="population">The number of authorities in all, or <see langword="null"/> for an infinite population.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The population is smaller than what is known, or the level is not between 0 and 1.
    /// </exception>
    public static ProportionResult ShareOf(
        this InspectionSet inspections,
        Judgement judgement,
        JudgementArea area = JudgementArea.OverallEffectiveness,
        double level = 0.95,
        int? population = null)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        return Proportions.Of(inspections.Counts(area), judgement, level, population);
    }

    /// <summary>The shares of the four judgements among the known ones, with Goodman's intervals (1965), which hold together.</summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <param name="level">The confidence level of all together, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static MultinomialResult Shares(
        this InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        return MultinomialProportions.OfJudgements(inspections.Counts(area), level);
    }

    /// <summary>
    /// For each inspection its judgements in the areas, 1 (outstanding) to 4 (inadequate), blank where unknown: what Fleiss' kappa and
    /// Krippendorff's alpha are calculated from.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="areas">The areas.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IReadOnlyList<IReadOnlyList<int?>> JudgementsIn(this InspectionSet inspections, params JudgementArea[] areas)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        ArgumentNullException.ThrowIfNull(areas);
        return [.. inspections.Select(inspection => (IReadOnlyList<int?>)[.. areas.Select(area => (int?)inspection[area])])];
    }

    /// <summary>
    /// The judgements of an area as an ordered response, from outstanding to inadequate, with what they may depend on: what an ordinal
    /// regression is fitted to. Inspections with an unknown judgement or term are excluded and counted.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <param name="terms">What the judgement may depend on: <see cref="OrdinalTerm.Region"/>, <see cref="OrdinalTerm.Quarter"/>, …</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static OrdinalData OrdinalData(this InspectionSet inspections, JudgementArea area, params OrdinalTerm[] terms) =>
        Statistics.OrdinalData.Of(inspections, area, terms);

    /// <summary>
    /// The days from the start of the framework to each authority's first report; authorities without one are censored on the last day.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="start">The day from which all authorities could have been inspected.</param>
    /// <param name="last">The last day of follow-up.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The last day is before the start.</exception>
    public static InspectionTimes TimesToFirstReport(this InspectionSet inspections, DateOnly start, DateOnly last) =>
        InspectionTimes.ToFirstReport(inspections, start, last);

    /// <summary>
    /// The days from an authority's first report with a judgement to its re-inspection's, which found it "improved" or "not improved";
    /// authorities without one are censored on the last day.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="last">The last day of follow-up.</param>
    /// <param name="judgement">The first judgement of those who are followed.</param>
    /// <param name="area">The area of the judgement.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static InspectionTimes TimesToReinspection(
        this InspectionSet inspections,
        DateOnly last,
        Judgement judgement = Judgement.Inadequate,
        JudgementArea area = JudgementArea.OverallEffectiveness) =>
        InspectionTimes.ToReinspection(inspections, last, judgement, area);

    /// <summary>
    /// The days from an authority's first judgement under the SIF that was as bad as <paramref name="from"/> to the first report, under
    /// either framework, that was <paramref name="to"/> or better: the outcome "better". Authorities without one are censored on the last
    /// day, or on that of their abolition.
    /// </summary>
    /// <param name="histories">The histories of authorities.</param>
    /// <param name="last">The last day of follow-up.</param>
    /// <param name="from">The first judgement of those who are followed.</param>
    /// <param name="to">The judgement that is waited for.</param>
    /// <exception cref="ArgumentNullException">The histories are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The judgement that is waited for is not better than the first.</exception>
    public static InspectionTimes TimesToBetter(
        this IReadOnlyList<AuthorityHistory> histories,
        DateOnly last,
        Judgement from = Judgement.Inadequate,
        Judgement to = Judgement.RequiresImprovement) =>
        InspectionTimes.ToBetter(histories, last, from, to);

    /// <summary>
    /// The judgements before by the judgements after, both from outstanding to inadequate; pairs with either unknown are excluded and
    /// counted.
    /// </summary>
    /// <param name="pairs">Inspections beside those before them.</param>
    /// <exception cref="ArgumentNullException">The pairs are <see langword="null"/>.</exception>
    public static ContingencyTable CrossTabulate(this IReadOnlyList<Reinspection> pairs) => ContingencyTable.OfPairs(pairs);

    /// <summary>
    /// The judgements of an area, from outstanding to inadequate, by a number, from the smallest: what rank tests are calculated from.
    /// Inspections with either unknown are excluded and counted.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <param name="number">The number of an inspection, or <see langword="null"/> where it is unknown.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ContingencyTable ByNumber(this InspectionSet inspections, JudgementArea area, Func<Inspection, double?> number)
    {
        var (judgements, values) = Known(inspections, area, number);
        return ContingencyTable.Of(judgements, values).LeavingOut(inspections.Count - values.Count);
    }

    /// <summary>
    /// The quartiles of a number for each judgement of an area, from outstanding to inadequate; unknown ones are excluded.
    /// </summary>
    /// <inheritdoc cref="ByNumber" path="/param"/>
    /// <inheritdoc cref="ByNumber" path="/exception"/>
    public static QuartilesResult QuartilesBy(this InspectionSet inspections, JudgementArea area, Func<Inspection, double?> number)
    {
        var (judgements, values) = Known(inspections, area, number);
        return Quartiles.Of(judgements, values);
    }

    /// <summary>
    /// For each group of inspections the share with a judgement among those with a known one, with Wilson's interval. Groups stand in the
    /// order of their names.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <param name="judgement">The judgement.</param>
    /// <param name="group">The group of an inspection, or <see langword="null"/> to exclude it.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static IReadOnlyList<(string Label, ProportionResult Result)> SharesBy(
        this InspectionSet inspections, JudgementArea area, Judgement judgement, Func<Inspection, string?> group, double level = 0.95)
    {
        var table = ContingencyTable.By(inspections, area, group);
        var column = (int)judgement - 1;
        return [.. table.Rows.Select((name, row) => (name, Proportions.Wilson(table[row, column], table.RowTotals[row], level)))];
    }

    /// <summary>
    /// The final numbers of the four judgements among all the set's authorities, predicted from the known ones: the set has one
    /// inspection an authority, such as the first of each.
    /// </summary>
    /// <param name="inspections">The inspections.</param>
    /// <param name="area">The area.</param>
    /// <param name="level">The probability of each interval, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An authority has more than one inspection.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static PredictionResult PredictFinal(
        this InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        if (inspections.GroupBy(inspection => inspection.Authority).FirstOrDefault(own => own.Count() > 1) is { } several)
        {
            throw new ArgumentException($"{several.Key} has {several.Count()} inspections; "
                + $"take FirstOfEachAuthority or LatestOfEachAuthority.", nameof(inspections));
        }

        return Prediction.FinalCounts(inspections.Counts(area), inspections.Authorities.Count, level);
    }

    private static (IReadOnlyList<string> Judgements, IReadOnlyList<double> Values) Known(
        InspectionSet inspections, JudgementArea area, Func<Inspection, double?> number)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        ArgumentNullException.ThrowIfNull(number);
        var known = inspections.WhereKnown(area).Where(inspection => number(inspection) is not null)
            .OrderBy(inspection => inspection[area]).ToList();
        return (
            [.. known.Select(inspection => inspection[area]!.Value.Name())], [.. known.Select(inspection => number(inspection)!.Value)]);
    }
}
