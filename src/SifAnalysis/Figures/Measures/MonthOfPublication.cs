using System.Globalization;
using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>The month in which the report on an authority was published.</summary>
internal sealed class MonthOfPublication() : OwnInspection("month of publication")
{
    /// <inheritdoc/>
    protected override FigureCheck Check(PublishedFigure figure, Inspection own)
    {
        var day = own.Published!.Value;
        var month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return new FigureCheck(
            figure,
            month == figure.Value ? Verdict.Reproduced : Verdict.Contradicted,
            month,
            1,
            $"The report on {own.Authority} was published on {Day(day)}. Source: {own.DatesSource}.");
    }
}
