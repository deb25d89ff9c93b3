using SifAnalysis.Judgements;

namespace SifAnalysis.Charts;

/// <summary>
/// The kit's one set of colours. The four judgements run from light to dark as they run from best to worst, so that they keep
/// their order in grey print, and from blue-green to red, so that they stay apart in deuteranopia, protanopia and tritanopia.
/// Each has a contrast of 3:1 or more with the page, each label 4.5:1 or more with its fill.
/// </summary>
/// <remarks>
/// Turquoise is the second colour of the Government Analysis Function's palette; that palette is categorical, and its lightness
/// does not follow an order, hence the other three. These are not Ofsted's colours.
/// </remarks>
public static class JudgementPalette
{
    /// <summary>Text and axes.</summary>
    public const string Ink = "#1d1d1d";

    /// <summary>Quieter text: notes and the labels of a mark.</summary>
    public const string Muted = "#505a5f";

    /// <summary>Grid lines.</summary>
    public const string Grid = "#d0d4d7";

    /// <summary>The page, and the separators between marks.</summary>
    public const string Paper = "#ffffff";

    /// <summary>The lines of the hatching that marks an unknown judgement.</summary>
    public const string Hatch = "#7a8288";

    /// <summary>What lies under the hatching.</summary>
    public const string Unknown = "#f3f2f1";

    /// <summary>The one colour of a chart that shows no judgements.</summary>
    public const string Accent = "#12436d";

    /// <summary>Text on <see cref="Accent"/>.</summary>
    public const string InkOnAccent = "#fbfbfb";

    /// <summary>The one colour of a chart that shows no judgements, thinned: bands around a line.</summary>
    public const string AccentTint = "#12436d33";

    /// <summary>Each colour of a figure on a light page, with the colour that takes its place on a dark page.</summary>
    public static IReadOnlyDictionary<string, string> OnDark { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [Ink] = "#f3f2f1",
        [Muted] = "#b5bcc2",
        [Grid] = "#3d444b",
        [Paper] = "#16191d",
        [Hatch] = "#8f989f",
        [Unknown] = "#22262b",
        [Accent] = "#6bace6",
        [AccentTint] = "#6bace640",
        [InkOnAccent] = "#0c0e0e",
        ["#28a197"] = "#a5f2e3",
        ["#3f6cb4"] = "#8cb2f0",
        ["#96340c"] = "#dd6f45",
        ["#3e1030"] = "#a84d90",
        ["#28a19766"] = "#a5f2e366",
        ["#3f6cb466"] = "#8cb2f066",
        ["#96340c66"] = "#dd6f4566",
        ["#3e103066"] = "#a84d9066",
        ["#7a828866"] = "#8f989f66",
        ["#0b0c0c"] = "#0c0c0c",
        ["#fefefe"] = "#0c0d0d",
        ["#fdfdfd"] = "#0c0d0e",
        ["#fcfcfc"] = "#fafafa",
    };

    /// <summary>The fill of a judgement on a light page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the four judgements.</exception>
    public static string Fill(Judgement judgement) => judgement switch
    {
        Judgement.Outstanding => "#28a197",
        Judgement.Good => "#3f6cb4",
        Judgement.RequiresImprovement => "#96340c",
        Judgement.Inadequate => "#3e1030",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, "A judgement is one of 1 to 4."),
    };

    /// <summary>The fill of a judgement, or of an unknown one, on a light page.</summary>
    public static string Fill(Judgement? judgement) => judgement is { } known ? Fill(known) : Unknown;

    /// <summary>The fill of a judgement, or the grey of an unknown one, thinned: the bands of a flow.</summary>
    public static string Tint(Judgement? judgement) => $"{(judgement is { } known ? Fill(known) : Hatch)}66";

    /// <summary>The text on the fill of a judgement, or of an unknown one, on a light page.</summary>
    public static string InkOn(Judgement? judgement) => judgement switch
    {
        null => Ink,
        Judgement.Outstanding => "#0b0c0c",
        Judgement.Good => "#fefefe",
        Judgement.RequiresImprovement => "#fdfdfd",
        _ => "#fcfcfc",
    };
}
