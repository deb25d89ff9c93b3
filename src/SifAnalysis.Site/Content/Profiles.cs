using SifAnalysis.Charts;
using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>Gathers what the tables know of each authority.</summary>
internal static class Profiles
{
    /// <summary>The authorities of both frameworks, by name.</summary>
    public static IReadOnlyList<Profile> Of(SifData data)
    {
        var authorities = data.Inspections.Authorities.Concat(data.Ilacs.Authorities).DistinctBy(authority => authority.Name)
            .OrderBy(authority => authority.Name, StringComparer.Ordinal).ToList();
        var slugs = Slug.OfEach(authorities.Select(authority => authority.Name));
        var reports = data.Inspections.Concat(data.Inspections.BoardReviews).Concat(data.Ilacs)
            .ToLookup(inspection => inspection.Authority.Name, Report.Of);
        var neighbours = data.Neighbours.ToLookup(neighbour => neighbour.Authority);
        var facts = new PlaceFacts(data.LocalFacts);
        return
        [
            .. authorities.Select(authority => new Profile(authority, slugs[authority.Name])
            {
                Tile = TileGrid.Places.TryGetValue(authority.Name, out var place) ? place : null,
                Reports = [.. reports[authority.Name].OrderBy(report => report.Published ?? report.Ended ?? DateOnly.MinValue)],
                Neighbours = NeighboursOf(neighbours[authority.Name]),
                Facts = facts.Of(authority.Name, NeighboursOf(neighbours[authority.Name])),
            }),
        ];
    }

    // The earlier edition is nearer to the days of the SIF; authorities that are newer stand in the current one alone.
    private static IReadOnlyList<string> NeighboursOf(IEnumerable<StatisticalNeighbour> all)
    {
        var editions = all.ToLookup(neighbour => neighbour.Edition);
        var edition = editions.Contains("previous") ? editions["previous"] : editions["current"];
        return [.. edition.OrderBy(neighbour => neighbour.Rank).Select(neighbour => neighbour.Neighbour)];
    }
}
