using SifAnalysis.Judgements;

namespace SifAnalysis.Charts;

/// <summary>What a chart shows of an area: a judgement, that it was not judged, or that nothing is known.</summary>
/// <param name="Judgement">The judgement; null where there is none, or none is known.</param>
/// <param name="IsNotJudged">Whether the report gives no judgement, and says why.</param>
internal readonly record struct Mark(Judgement? Judgement, bool IsNotJudged = false)
{
    /// <summary>Not judged or not reviewed.</summary>
    public static Mark NotJudged { get; } = new(null, IsNotJudged: true);

    /// <summary>Nothing is known.</summary>
    public static Mark Unknown { get; } = new(null);

    /// <summary>The name: "Requires improvement", "Not judged", "Unknown".</summary>
    public string Name => Judgement?.Name() ?? (IsNotJudged ? "Not judged" : "Unknown");

    /// <summary>The name in a letter or two, so that colour is never the only cue.</summary>
    public string Letter => Judgement switch
    {
        Judgements.Judgement.Outstanding => "O",
        Judgements.Judgement.Good => "G",
        Judgements.Judgement.RequiresImprovement => "RI",
        Judgements.Judgement.Inadequate => "I",
        _ => IsNotJudged ? "–" : "?",
    };

    /// <summary>The fill: hatching marks the unknown, dots what was not judged.</summary>
    public object Marker => Judgement is { } judgement
        ? new { color = JudgementPalette.Fill(judgement), line = Separator }
        : new { color = JudgementPalette.Unknown, line = Separator, pattern = Pattern };

    /// <summary>The pattern over the fill of what is no judgement, in plotly.js's own names.</summary>
    public object Pattern => new
    {
        shape = IsNotJudged ? "." : "/",
        size = 6,
        solidity = 0.2,
        fillmode = "overlay",
        fgcolor = JudgementPalette.Hatch,
        bgcolor = JudgementPalette.Unknown,
    };

    /// <summary>The text on the fill.</summary>
    public string Ink => JudgementPalette.InkOn(Judgement);

    private static object Separator => new { color = JudgementPalette.Paper, width = 1.5 };

    /// <summary>A judgement.</summary>
    public static implicit operator Mark(Judgement judgement) => new(judgement);

    /// <summary>What an inspection's report says of an area.</summary>
    public static Mark Of(Inspection inspection, JudgementArea area) => new(inspection[area], inspection.Unjudged(area) is not null);

    /// <summary>The marks of some counts, in the order of every chart: the four judgements, and the others where there are any.</summary>
    public static IReadOnlyList<Mark> In(IEnumerable<JudgementCounts> counts)
    {
        var all = counts.ToList();
        return
        [
            .. Names.AllJudgements.Select(judgement => (Mark)judgement),
            .. all.Exists(own => own.NotJudged > 0) ? [NotJudged] : (Mark[])[],
            .. all.Exists(own => own.Unknown > 0) ? [Unknown] : (Mark[])[],
        ];
    }

    /// <summary>How many of a count have the mark.</summary>
    public int Of(JudgementCounts counts) => Judgement is { } judgement
        ? counts[judgement] : IsNotJudged ? counts.NotJudged : counts.Unknown;
}
