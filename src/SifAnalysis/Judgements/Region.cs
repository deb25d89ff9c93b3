namespace SifAnalysis.Judgements;

/// <summary>A region of government in England.</summary>
public enum Region
{
    /// <summary>North East.</summary>
    NorthEast,

    /// <summary>North West.</summary>
    NorthWest,

    /// <summary>Yorkshire and the Humber.</summary>
    YorkshireAndTheHumber,

    /// <summary>East Midlands.</summary>
    EastMidlands,

    /// <summary>West Midlands.</summary>
    WestMidlands,

    /// <summary>East of England.</summary>
    EastOfEngland,

    /// <summary>London.</summary>
    London,

    /// <summary>South East.</summary>
    SouthEast,

    /// <summary>South West.</summary>
    SouthWest,
}
