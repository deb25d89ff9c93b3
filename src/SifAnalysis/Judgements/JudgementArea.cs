namespace SifAnalysis.Judgements;

/// <summary>An area that a single inspection framework report judges.</summary>
public enum JudgementArea
{
    /// <summary>Overall effectiveness.</summary>
    OverallEffectiveness,

    /// <summary>Children who need help and protection (a key judgement).</summary>
    HelpAndProtection,

    /// <summary>Children looked after and achieving permanence (a key judgement).</summary>
    LookedAfter,

    /// <summary>Adoption performance (a graded part of looked after).</summary>
    Adoption,

    /// <summary>Experiences and progress of care leavers (a graded part of looked after).</summary>
    CareLeavers,

    /// <summary>Leadership, management and governance (a key judgement).</summary>
    Leadership,

    /// <summary>The review of the local safeguarding children board, published beside the inspection.</summary>
    SafeguardingBoard,
}
