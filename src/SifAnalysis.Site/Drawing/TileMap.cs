using System.Globalization;
using System.Text;
using SifAnalysis.Site.Content;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Drawing;

/// <summary>The map of England with one tile an authority, each a link to the authority's page.</summary>
internal static class TileMap
{
    private const int Side = 26;

    /// <summary>The drawing.</summary>
    /// <param name="profiles">The authorities; those without a tile stand in rows beneath.</param>
    /// <param name="grade">The judgement of each, or <see langword="null"/> for one without a report.</param>
    /// <param name="alt">What it shows, in words.</param>
    /// <param name="title">The title that a saved picture carries.</param>
    /// <param name="folder">Where the authorities' pages lie, relative to the page: "authorities/".</param>
    public static string Svg(IReadOnlyList<Profile> profiles, Func<Profile, Grade?> grade, string alt, string title, string folder)
    {
        var tiles = profiles.Where(profile => profile.Tile is not null).OrderBy(profile => profile.Region).ThenBy(profile => profile.Name)
            .Select(profile => (Profile: profile, profile.Tile!.Value.Column, profile.Tile.Value.Row)).ToList();
        var newer = profiles.Where(profile => profile.Tile is null).ToList();
        var (columns, rows) = (tiles.Max(tile => tile.Column) + 1, tiles.Max(tile => tile.Row) + 1);
        var (width, height) = (Side * columns, Side * (rows + (newer.Count == 0 ? 0 : 2 + ((newer.Count - 1) / columns))));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"drawing map\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" "
            + $"height=\"{height}\"");
        svg.Append(CultureInfo.InvariantCulture, $" role=\"group\" aria-label=\"{Text(alt)}\" data-title=\"{Text(title)}\">");
        if (newer.Count > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"beneath\" x=\"1\" y=\"{(Side * (rows + 1)) - 7}\">Not on the map, "
                + $"or newer than it:</text>");
        }

        foreach (var (tile, column, row) in tiles
            .Concat(newer.Select((profile, index) => (profile, index % columns, rows + 1 + (index / columns)))))
        {
            var (x, y) = (column * Side, row * Side);
            var shown = grade(tile);
            var words = Text($"{tile.Name}: {shown?.Name ?? "no report"}");
            svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{folder}{tile.Slug}.html\"><title>{words}</title>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"g{shown?.Level ?? 0}\" x=\"{x + 1}\" y=\"{y + 1}\" "
                + $"width=\"{Side - 2}\" height=\"{Side - 2}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"on{shown?.Level ?? 0}\" x=\"{x + (Side / 2)}\" y=\"{y + 17}\">"
                + $"{shown?.Letter}</text></a>");
        }

        return svg.Append("</svg>").ToString();
    }
}
