using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>What a report says of one area, as a page shows it.</summary>
/// <param name="Area">The area.</param>
/// <param name="AreaName">The area's name under the report's framework: "Leadership, management and governance".</param>
/// <param name="Name">The judgement in words: "Requires improvement", "Not judged", "Unknown".</param>
internal sealed record Grade(JudgementArea Area, string AreaName, string Name)
{
    /// <summary>What stands where no source states the judgement.</summary>
    public const string Unknown = "Unknown";

    /// <summary>The four judgements from best to worst.</summary>
    public static IReadOnlyList<string> Judgements { get; } = [.. Names.AllJudgements.Select(judgement => judgement.Name())];

    /// <summary>1 for outstanding to 4 for inadequate; <see langword="null"/> where there is no judgement.</summary>
    public int? Level => Judgements.ToList().IndexOf(Name) is var index and >= 0 ? index + 1 : null;

    /// <summary>The class of its colour in the style sheet: "g1" to "g4", "g0" where there is no judgement.</summary>
    public string Colour => $"g{Level ?? 0}";

    /// <summary>The judgement in a letter or two, so that colour is never the only sign.</summary>
    public string Letter => Level switch
    {
        1 => "O",
        2 => "G",
        3 => "RI",
        4 => "I",
        _ => "–",
    };

    /// <summary>What an inspection says of an area.</summary>
    public static Grade Of(Inspection inspection, JudgementArea area) =>
        new(area, area.Name(inspection.Framework), inspection.Stated(area) is { Length: > 0 } stated ? stated : Unknown);
}
