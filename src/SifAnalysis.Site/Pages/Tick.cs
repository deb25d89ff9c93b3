using SifAnalysis.Figures;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>A verdict as a sign with its word.</summary>
internal static class Tick
{
    /// <summary>The sign and the word as HTML.</summary>
    public static string Html(Verdict verdict) =>
        $"<span class=\"tick {verdict.Name().Replace(' ', '-')}\"><span aria-hidden=\"true\">{Sign(verdict)}</span> "
            + $"{Text(verdict.Name())}</span>";

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "✓",
        Verdict.Consistent => "≈",
        Verdict.Contradicted => "✗",
        _ => "?",
    };
}
