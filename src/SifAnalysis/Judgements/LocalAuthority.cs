namespace SifAnalysis.Judgements;

/// <summary>A local authority with children's services, known by its name and the day from which it exists.</summary>
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

    /// <summary>
    /// The first day of an authority that took the place of others, or <see langword="null"/> for one that is older than the frameworks.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>
    /// The day on which the authority was abolished, the first on which it was no more, or <see langword="null"/> while it lasts.
    /// </summary>
    public DateOnly? Until { get; init; }

    /// <summary>The names of the authorities whose place it took, whole or in part.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>The names of the authorities that took its place, whole or in part.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>Where its kind, codes and days stand, or <see langword="null"/>.</summary>
    public string? Source { get; init; }

    /// <summary>The region in which Ofsted reports the authority.</summary>
    public OfstedRegion OfstedRegion => Region.ToOfstedRegion();

    /// <summary>Whether the authority existed on a day.</summary>
    public bool ExistedOn(DateOnly day) => !(From > day) && !(Until <= day);

    /// <summary>Whether two are the same authority: of one name, from the same day on.</summary>
    public bool Equals(LocalAuthority? other) => other is not null && Name == other.Name && From == other.From;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, From);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
