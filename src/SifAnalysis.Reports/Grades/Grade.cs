namespace SifAnalysis.Reports.Grades;

/// <summary>What a report says of an area: a judgement, or that there is none, and why.</summary>
public enum Grade
{
    /// <summary>Outstanding.</summary>
    Outstanding,

    /// <summary>Good.</summary>
    Good,

    /// <summary>Requires improvement, which reports from 2015 write "requires improvement to be good".</summary>
    RequiresImprovement,

    /// <summary>Inadequate.</summary>
    Inadequate,

    /// <summary>The area was not judged, as the authority had no such children.</summary>
    NotJudged,

    /// <summary>The safeguarding board was not reviewed with the inspection.</summary>
    NotReviewed,

    /// <summary>Care leavers were judged together with children in care.</summary>
    NotJudgedSeparately,

    /// <summary>The framework has no such judgement any more: overall effectiveness, for inspections from April 2026.</summary>
    NoLongerJudged,
}
