using System.Globalization;
using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>The months in which an authority was inspected.</summary>
internal sealed class MonthsOfInspection() : OwnInspection("months of inspection")
{
    /// <inheritdoc/>
    protected override FigureCheck Check(PublishedFigure figure, Inspection own)
    {
        if (own is not { Started: { } started, Ended: { } ended })
        {
            return NotAnswerable(figure,
                $"No source at hand states the days of the inspection of {own.Authority}; its report is of {Day(own.Published!.Value)}.");
        }

        var months = string.Create(CultureInfo.InvariantCulture, $"{started:yyyy-MM}/{ended:yyyy-MM}");
        return new FigureCheck(
            figure,
            months == figure.Value ? Verdict.Reproduced : Verdict.Contradicted,
            months,
            1,
            $"The inspection of {own.Authority} ran from {Day(started)} to {Day(ended)}. Source: {own.DatesSource}.");
    }
}
