namespace SifAnalysis.Reports.Facts;

/// <summary>What a SIF report says of its area, at the time of the inspection.</summary>
public enum LocalFact
{
    /// <summary>Children and young people under 18.</summary>
    PopulationUnder18,

    /// <summary>Their share of the population, per cent.</summary>
    Under18Share,

    /// <summary>Children in poverty or in families of low income, per cent.</summary>
    ChildPoverty,

    /// <summary>Children entitled to free school meals in primary schools, per cent.</summary>
    FreeSchoolMealsPrimary,

    /// <summary>Children entitled to free school meals in secondary schools, per cent.</summary>
    FreeSchoolMealsSecondary,

    /// <summary>Children from minority ethnic groups, per cent.</summary>
    MinorityEthnic,

    /// <summary>Children with English as an additional language in primary schools, per cent.</summary>
    EnglishAdditionalPrimary,

    /// <summary>Children with English as an additional language in secondary schools, per cent.</summary>
    EnglishAdditionalSecondary,

    /// <summary>Children identified through assessment as in need.</summary>
    ChildrenInNeed,

    /// <summary>Children who are the subject of a child protection plan.</summary>
    ChildProtectionPlans,

    /// <summary>Children looked after by the authority.</summary>
    LookedAfterChildren,

    /// <summary>Children looked after, per 10,000 children under 18.</summary>
    LookedAfterRate,
}
