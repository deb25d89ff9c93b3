using SifAnalysis.Judgements;
using static SifAnalysis.Findings.Words;

namespace SifAnalysis.Figures;

/// <summary>The judgement of one authority in an area.</summary>
internal sealed class JudgementOfAuthority() : OwnInspection("judgement of an authority")
{
    /// <inheritdoc/>
    public override string? Needs(PublishedFigure figure) =>
        figure.Authority is null || figure.Area is null || !JudgementParsing.TryParse(figure.Value, out var value) || value is null
            ? "needs an authority, an area, and a judgement as its value."
            : null;

    /// <inheritdoc/>
    protected override FigureCheck Check(PublishedFigure figure, Inspection own)
    {
        if (own[figure.Area!.Value] is not { } judgement)
        {
            return NotAnswerable(figure, own.Unjudged(figure.Area!.Value) is { } why
                ? $"The report of {own} gives no judgement: {why.Name().ToLowerInvariant()}."
                : $"No source at hand states the judgement of {own}; its row is blank.");
        }

        if (Sources(own.JudgementsSource).All(source => IsPublicationItself(source, figure)))
        {
            return NotAnswerable(figure, $"The row of {own} has no source but the publication itself, which cannot bear itself out.");
        }

        return new FigureCheck(
            figure,
            JudgementParsing.Parse(figure.Value) == judgement ? Verdict.Reproduced : Verdict.Contradicted,
            judgement.Name(),
            1,
            $"The row of {own}, published {(own.Published is { } day ? Day(day) : "on an unknown day")}, says "
                + $"{judgement.Name().ToLowerInvariant()}. Source: {own.JudgementsSource}.");
    }

    private static string[] Sources(string? sources) =>
        (sources ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // A row and a figure name the same article in different ways; its title is what they share.
    private static bool IsPublicationItself(string source, PublishedFigure figure) =>
        source.Split(',')[^1].Trim() is { Length: > 8 } title && figure.Publication.Contains(title, StringComparison.OrdinalIgnoreCase);
}
