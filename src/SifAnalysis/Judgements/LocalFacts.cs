namespace SifAnalysis.Judgements;

/// <summary>
/// What the report of an inspection says of its area at the time, often in the authority's own unvalidated figures. Shares are per cent,
/// 0 to 100; <see langword="null"/> is not stated, or stated in a form that was not read.
/// </summary>
/// <remarks>
/// Definitions of child poverty changed during the cycle, so compare within a year. Check before use that
/// <see cref="LookedAfterRate"/>, <see cref="LookedAfterChildren"/> and <see cref="PopulationUnder18"/> agree.
/// </remarks>
/// <param name="Authority">The name of the authority inspected.</param>
/// <param name="Number">The number of the inspection: 1 for the authority's first.</param>
/// <exception cref="ArgumentOutOfRangeException">The number is not 1 or more.</exception>
public sealed record LocalFacts(string Authority, int Number)
{
    /// <summary>The number of the inspection, as in inspections.csv, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 or more.</exception>
    public int Number { get; init => field = Numbered(value, nameof(Number)); } = Numbered(Number, nameof(Number));

    /// <summary>Children and young people under 18, a count.</summary>
    public int? PopulationUnder18 { get; init; }

    /// <summary>The share of the population that is under 18, per cent.</summary>
    public double? ShareUnder18 { get; init; }

    /// <summary>The share of children living in poverty, per cent, by the definition that the report uses.</summary>
    public double? ChildPoverty { get; init; }

    /// <summary>The share of pupils entitled to free school meals in primary schools, per cent.</summary>
    public double? FreeSchoolMealsPrimary { get; init; }

    /// <summary>The share of pupils entitled to free school meals in secondary schools, per cent.</summary>
    public double? FreeSchoolMealsSecondary { get; init; }

    /// <summary>The share of children from minority ethnic groups, per cent.</summary>
    public double? MinorityEthnic { get; init; }

    /// <summary>The share of pupils in primary schools with English as an additional language, per cent.</summary>
    public double? EnglishAdditionalPrimary { get; init; }

    /// <summary>The share of pupils in secondary schools with English as an additional language, per cent.</summary>
    public double? EnglishAdditionalSecondary { get; init; }

    /// <summary>Children in need, a count.</summary>
    public int? ChildrenInNeed { get; init; }

    /// <summary>Children who are the subject of a child protection plan, a count.</summary>
    public int? ChildProtectionPlans { get; init; }

    /// <summary>Children looked after by the authority, a count.</summary>
    public int? LookedAfterChildren { get; init; }

    /// <summary>Children looked after per 10,000 children under 18.</summary>
    public double? LookedAfterRate { get; init; }

    /// <summary>The first day of the month since when the director of children's services had been in post.</summary>
    public DateOnly? DirectorSince { get; init; }

    /// <summary>The first day of the month since when the chair of the safeguarding board had been in post.</summary>
    public DateOnly? BoardChairSince { get; init; }

    /// <summary>The judgement of the inspection of safeguarding before this framework.</summary>
    public EarlierJudgement? PreviousSafeguarding { get; init; }

    /// <summary>The judgement of the inspection of services for looked-after children before this framework.</summary>
    public EarlierJudgement? PreviousLookedAfter { get; init; }

    private static int Numbered(int number, string name) => number >= 1
        ? number
        : throw new ArgumentOutOfRangeException(name, number, "The number of an inspection is 1 or more.");
}
