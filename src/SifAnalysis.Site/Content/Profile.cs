using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>What the site tells of one authority.</summary>
/// <param name="Authority">The authority.</param>
/// <param name="Slug">The name of its page: "kingston-upon-hull".</param>
internal sealed record Profile(LocalAuthority Authority, string Slug)
{
    /// <summary>Its name.</summary>
    public string Name => Authority.Name;

    /// <summary>The name of its region.</summary>
    public string Region => Authority.Region.Name();

    /// <summary>Its type: "London borough"; empty where no source states it.</summary>
    public string Type => Authority.Type?.Name() ?? "";

    /// <summary>The column and row of its tile on the map, or <see langword="null"/> for one that is not on it.</summary>
    public (int Column, int Row)? Tile { get; init; }

    /// <summary>Its reports under both frameworks, first to latest.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Its statistical neighbours, nearest first.</summary>
    public IReadOnlyList<string> Neighbours { get; init; } = [];

    /// <summary>What is known of the place, beside its neighbours and England.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The reports that judge the whole, first to latest.</summary>
    public IEnumerable<Report> Judged => Reports.Where(report => report.Counts && report.Whole?.Level is not null);

    /// <summary>The latest of them under a framework, or <see langword="null"/>.</summary>
    public Report? LatestUnder(Framework framework) => Judged.LastOrDefault(report => report.Framework == framework);
}
