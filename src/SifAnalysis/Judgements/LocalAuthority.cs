namespace SifAnalysis.Judgements;

/// <summary>A local authority with children's services at the time of the single inspection framework.</summary>
/// <param name="Name">The name, as in the kit's data: "Cheshire West and Chester".</param>
/// <param name="Region">The region of government.</param>
public sealed record LocalAuthority(string Name, Region Region)
{
    /// <summary>The kind of authority, or <see langword="null"/> where no source states it.</summary>
    public AuthorityType? Type { get; init; }

    /// <summary>The ONS code, E and eight digits, or <see langword="null"/> where no source states it.</summary>
    public string? OnsCode { get; init; }

    /// <summary>The Department for Education's three-digit number, or <see langword="null"/> where no source states it.</summary>
    public string? Number { get; init; }

    /// <summary>The region in which Ofsted reports the authority.</summary>
    public OfstedRegion OfstedRegion => Region.ToOfstedRegion();

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
