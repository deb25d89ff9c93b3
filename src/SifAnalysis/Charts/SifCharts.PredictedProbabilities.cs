using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>What an ordinal model says.</content>
public static partial class SifCharts
{
    /// <summary>
    /// Stacked bars to 100%, one a case: the chance of each judgement that an ordinal regression predicts for given values of its
    /// covariates, with intervals in the hover labels and the table.
    /// </summary>
    /// <param name="fit">The fitted model of a judgement.</param>
    /// <param name="cases">Each case with its label and the value of each covariate of the model's data, in their order.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no cases, there is no fit, a case has not as many values as covariates, or the
    /// categories of the model are not judgements.</exception>
    public static SifChart PredictedProbabilities(
        OrdinalRegressionResult fit, params (string Label, IReadOnlyList<double> Covariates)[] cases)
    {
        RequireDefined(fit);
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Length == 0)
        {
            throw new ArgumentException("There are no cases to draw.", nameof(cases));
        }

        var judgements = fit.Categories.Select(
            category => Names.AllJudgements.Where(judgement => judgement.Name() == category).Select(judgement => (Judgement?)judgement)
                .FirstOrDefault()
            ?? throw new ArgumentException($"The model's category \"{category}\" is no judgement.", nameof(fit))).ToList();
        var bars = cases.Select(own => (own.Label, Probabilities: OrdinalRegression.Predict(fit, own.Covariates).Categories)).ToList();
        string Words(CategoryProbability chance) =>
            string.Create(CultureInfo.InvariantCulture, $"{ChartParts.Percent(chance.Probability, 1)} ({100 * chance.Interval.Lower:0} to "
                + $"{100 * chance.Interval.Upper:0})");
        var rows = bars.Select(bar => new Row(bar.Label, "")).ToList();
        var traces = judgements.Select((judgement, at) => StackedTrace(
            judgement.Name(),
            ((Mark)judgement).Marker,
            ((Mark)judgement).Ink,
            rows,
            bars.Select(bar => 100 * bar.Probabilities[at].Probability),
            bars.Select(bar => ChartParts.Percent(bar.Probabilities[at].Probability, 1)),
            bars.Select(bar => Words(bar.Probabilities[at]))));
        var worst = bars.Select(bar => (bar.Label, bar.Probabilities[^1].Probability)).OrderBy(bar => bar.Probability).ToList();
        var name = judgements[^1].Name();
        string Said((string Label, double Probability) bar) => $"{ChartParts.Percent(bar.Probability, 1)} ({bar.Label})";
        var title = worst.Count == 1
            ? $"{name}: a predicted chance of {Said(worst[0])}"
            : $"{name}: a predicted chance from {Said(worst[0])} to {Said(worst[^1])}";
        var subtitle = $"n = {fit.Observations}. {char.ToUpperInvariant(fit.Method[0])}{fit.Method[1..]}. Source: "
            + $"computed from the inspections given.";
        return Stacked(
            new(
                title,
                subtitle,
                $"Stacked bars to 100%: predicted chances of the judgements for {bars.Count} cases. {title}.",
                LegendRows: 2),
            new ResultTable(
                ["Case", "Judgement", "Probability", "Lower", "Upper"],
                [.. bars.SelectMany(
                    bar => bar.Probabilities.Select(chance => (IReadOnlyList<object?>)[bar.Label,
                    chance.Category, chance.Probability, chance.Interval.Lower, chance.Interval.Upper]))]),
            rows,
            traces);
    }
}
