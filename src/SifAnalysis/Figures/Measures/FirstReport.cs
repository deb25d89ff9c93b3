using System.Globalization;
using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>The year in which the first inspection began.</summary>
internal sealed class FirstReport() : Measure("first report")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) =>
        int.TryParse(figure.Value, CultureInfo.InvariantCulture, out _) ? null : $"needs a whole number, not \"{figure.Value}\".";

    /// <inheritdoc/>
    public override FigureCheck Check(PublishedFigure figure, InspectionSet inspections, DateOnly day)
    {
        var year = int.Parse(figure.Value, CultureInfo.InvariantCulture);
        var days = inspections.SelectMany(inspection => new[] { inspection.Started, inspection.Published }).OfType<DateOnly>().ToList();
        if (days.Count == 0)
        {
            return NotAnswerable(figure, "No row is dated.");
        }

        var first = days.Min();
        return new FigureCheck(
            figure,
            (first.Year - year) switch
            {
                < 0 => Verdict.Contradicted,
                0 =>
                Verdict.Reproduced,
                1 => Verdict.Consistent,
                _ => Verdict.NotAnswerable
            },
            first.Iso(),
            (double)days.Count / (2 * inspections.Count),
            $"The earliest day in the rows is {Day(first)}, the start of an inspection or the day of a report; a framework comes before "
                + $"its first report.");
    }
}
