namespace SifAnalysis.Judgements;

/// <summary>What holds for each framework: its name, its days and the areas that its reports judge.</summary>
public static class Frameworks
{
    private static readonly IReadOnlyList<JudgementArea> IlacsAreas =
    [
        JudgementArea.OverallEffectiveness, JudgementArea.Leadership, JudgementArea.HelpAndProtection, JudgementArea.LookedAfter,
        JudgementArea.CareLeavers,
    ];

    /// <summary>The framework as people name it: "SIF", "ILACS".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static string Name(this Framework framework) => framework switch
    {
        Framework.Sif => "SIF",
        Framework.Ilacs => "ILACS",
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "No such framework."),
    };

    /// <summary>The areas that reports of the framework judge, in the order in which they stand in tables.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static IReadOnlyList<JudgementArea> Areas(this Framework framework) => framework switch
    {
        Framework.Sif => Names.AllAreas,
        Framework.Ilacs => IlacsAreas,
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "No such framework."),
    };

    /// <summary>The first day on which the framework was in use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static DateOnly FirstDay(this Framework framework) => framework switch
    {
        Framework.Sif => new DateOnly(2013, 11, 1),
        Framework.Ilacs => new DateOnly(2018, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "No such framework."),
    };

    /// <summary>The last day on which a report of the framework was published, or <see langword="null"/> while it is in use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static DateOnly? LastDay(this Framework framework) => framework switch
    {
        Framework.Sif => new DateOnly(2018, 8, 31),
        Framework.Ilacs => null,
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "No such framework."),
    };

    /// <summary>Whether an authority existed on some day of the framework.</summary>
    /// <exception cref="ArgumentNullException">The authority is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static bool Covers(this Framework framework, LocalAuthority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return !(authority.Until <= framework.FirstDay()) && !(authority.From > framework.LastDay());
    }

    /// <summary>The other of the two frameworks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static Framework Other(this Framework framework) => framework switch
    {
        Framework.Sif => Framework.Ilacs,
        Framework.Ilacs => Framework.Sif,
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "No such framework."),
    };

    /// <summary>Whether reports of the framework may state that there is no judgement for this reason.</summary>
    public static bool Knows(this Framework framework, Unjudged unjudged) => unjudged switch
    {
        Unjudged.NotReviewed => framework == Framework.Sif,
        Unjudged.NotJudgedSeparately or Unjudged.NoLongerJudged => framework == Framework.Ilacs,
        _ => true,
    };
}
