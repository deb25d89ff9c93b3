namespace SifAnalysis.Judgements;

/// <summary>A region as Ofsted reports it: those of government, with the North East joined to Yorkshire and the Humber.</summary>
public enum OfstedRegion
{
    /// <summary>North East, Yorkshire and the Humber.</summary>
    NorthEastYorkshireAndTheHumber,

    /// <summary>North West.</summary>
    NorthWest,

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
