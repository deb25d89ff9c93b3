namespace SifAnalysis.Judgements;

/// <summary>A source that rows of the data name.</summary>
/// <param name="Id">The identifier by which rows name it.</param>
/// <param name="Rank">How near it stands to the inspection: Ofsted's own words, the council's, or the press.</param>
/// <param name="Title">The source, as the rows cite it.</param>
public sealed record Source(string Id, SourceRank Rank, string Title)
{
    /// <summary>The number of rows whose dates it gives.</summary>
    public int RowsDated { get; init; }

    /// <summary>The number of rows whose judgements it gives, alone or with others.</summary>
    public int RowsJudged { get; init; }
}
