namespace SifAnalysis.Judgements;

/// <summary>
/// Why a report gives no judgement in an area. Each is a known fact, unlike a judgement that is unknown because no source at hand states
/// it.
/// </summary>
public enum Unjudged
{
    /// <summary>The inspectors judged nothing in the area: there were no such children.</summary>
    NotJudged = 1,

    /// <summary>The local safeguarding children board was not reviewed beside the inspection.</summary>
    NotReviewed = 2,

    /// <summary>The area was judged within another: care leavers under ILACS before 2023.</summary>
    NotJudgedSeparately = 3,

    /// <summary>The framework no longer has the judgement: overall effectiveness under ILACS since April 2026.</summary>
    NoLongerJudged = 4,
}
