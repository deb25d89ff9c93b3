namespace SifAnalysis.Judgements;

/// <summary>The kind of local authority that has children's services.</summary>
public enum AuthorityType
{
    /// <summary>A London borough, the City of London among them.</summary>
    LondonBorough,

    /// <summary>A metropolitan district.</summary>
    MetropolitanDistrict,

    /// <summary>A unitary authority.</summary>
    UnitaryAuthority,

    /// <summary>A county council.</summary>
    County,
}
