namespace SifAnalysis.Site.Content;

/// <summary>What the site tells of one authority.</summary>
/// <param name="Name">Its name, which is unique.</param>
/// <param name="Slug">The name of its page: "kingston-upon-hull".</param>
/// <param name="Region">Its region.</param>
internal sealed record Profile(string Name, string Slug, string Region)
{
    /// <summary>Its type: "London borough"; empty where no source states it.</summary>
    public string Type { get; init; } = "";

    /// <summary>Its code of the Office for National Statistics; empty where no source states it.</summary>
    public string OnsCode { get; init; } = "";

    /// <summary>Its number at the Department for Education; empty where no source states it.</summary>
    public string Number { get; init; } = "";

    /// <summary>The column and row of its tile on the map, or <see langword="null"/> for one that is not on it.</summary>
    public (int Column, int Row)? Tile { get; init; }

    /// <summary>Its reports under both frameworks, first to latest.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>The authorities whose place it took, with the day.</summary>
    public IReadOnlyList<(string Name, DateOnly Day)> Before { get; init; } = [];

    /// <summary>The authorities that took its place, with the day.</summary>
    public IReadOnlyList<(string Name, DateOnly Day)> After { get; init; } = [];

    /// <summary>Its statistical neighbours, nearest first.</summary>
    public IReadOnlyList<string> Neighbours { get; init; } = [];

    /// <summary>What is known of the place, beside its neighbours and England.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The latest report that judges the whole, or <see langword="null"/>.</summary>
    public Report? Latest => Reports.LastOrDefault(report => report.Counts && report.Whole?.Level is not null);
}
