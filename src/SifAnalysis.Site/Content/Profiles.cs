using SifAnalysis.Charts;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Site.Content;

/// <summary>Gathers what the tables know of each authority.</summary>
internal static class Profiles
{
    /// <summary>The authorities, by name.</summary>
    public static IReadOnlyList<Profile> Of(SifData data)
    {
        var slugs = Slug.OfEach(data.Authorities.Select(authority => authority.Name));
        var sif = data.Inspections.ToLookup(inspection => inspection.Authority.Name);
        return
        [
            .. data.Authorities.OrderBy(authority => authority.Name, StringComparer.Ordinal).Select(authority => new Profile(
                authority.Name, slugs[authority.Name], authority.Region.Name())
            {
                Type = authority.Type?.Name() ?? "",
                OnsCode = authority.OnsCode ?? "",
                Number = authority.Number ?? "",
                Tile = TileGrid.Places.TryGetValue(authority.Name, out var place) ? place : null,
                Reports = [.. sif[authority.Name].Select(inspection => Sif(inspection)).OrderBy(report => report.Published)],
            }),
        ];
    }

    private static Report Sif(Inspection inspection) => new(
        "SIF",
        inspection.Number > 1 ? "Re-inspection" : "Inspection",
        [.. Names.AllAreas.Select(area => new Grade(area.Name(), area.ShortName(), inspection[area]?.Name() ?? "Unknown"))])
    {
        Published = inspection.Published,
        Started = inspection.Started,
        Ended = inspection.Ended,
        Address = inspection.Report,
        Sources = [.. Sources(inspection)],
        Notes = inspection.Notes,
        Counts = !inspection.PossibleReissue,
    };

    private static IEnumerable<(string Name, string Words)> Sources(Inspection inspection)
    {
        if (inspection.DatesSource is { Length: > 0 } dates)
        {
            yield return ("Source of the days", dates);
        }

        if (inspection.JudgementsSource is { Length: > 0 } judgements)
        {
            yield return ("Source of the judgements", judgements);
        }
    }
}
