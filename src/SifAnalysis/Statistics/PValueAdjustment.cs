namespace SifAnalysis.Statistics;

/// <summary>How p-values are adjusted for there being several of them.</summary>
public enum PValueAdjustment
{
    /// <summary>Holm (1979): holds the chance of any false rejection, whatever the tests' dependence. The safe choice.</summary>
    Holm,

    /// <summary>
    /// Hochberg (1988): holds the same chance and rejects more, but only for tests that are independent or positively dependent.
    /// </summary>
    Hochberg,

    /// <summary>
    /// Benjamini and Hochberg (1995): holds the expected share of false rejections among the rejections, for tests that are
    /// independent or positively dependent. For screening many tests, not for defending one.
    /// </summary>
    BenjaminiHochberg,
}
