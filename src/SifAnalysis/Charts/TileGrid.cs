using System.Globalization;
using SifAnalysis.Embedded;
using SifAnalysis.Judgements;

namespace SifAnalysis.Charts;

/// <summary>
/// Where each of the authorities stands on the kit's tile-grid map of England: one tile each, so that each counts once, in rough
/// geography, the authorities of a region together. <c>tile-grid.csv</c> is the kit's own design.
/// </summary>
public static class TileGrid
{
    private static readonly Lazy<IReadOnlyDictionary<string, (int Column, int Row)>> places = new(() =>
        EmbeddedTable.Rows("Charts", "tile-grid.csv", 3)
            .ToDictionary(row => row[0], row => (Number(row[1]), Number(row[2])), StringComparer.Ordinal));

    /// <summary>The column (from the west) and row (from the north) of each authority, by its name in the kit's data.</summary>
    public static IReadOnlyDictionary<string, (int Column, int Row)> Places => places.Value;

    /// <summary>Where the name of each region stands: in the sea or in the hills beyond its tiles.</summary>
    internal static IReadOnlyList<(Region Region, string Text, double Column, double Row, string Anchor)> Labels { get; } =
    [
        (Region.NorthEast, "North East", 7.7, 2, "left"),
        (Region.NorthWest, "North West", 3.3, 5, "right"),
        (Region.YorkshireAndTheHumber, "Yorkshire and<br>the Humber", 9.7, 5.85, "left"),
        (Region.EastMidlands, "East Midlands", 10.7, 10, "left"),
        (Region.WestMidlands, "West Midlands", 3.3, 11.5, "right"),
        (Region.EastOfEngland, "East of<br>England", 11.7, 11.5, "left"),
        (Region.London, "London", 14.5, 14, "right"),
        (Region.SouthEast, "South East", 14.5, 19, "right"),
        (Region.SouthWest, "South West", 3.3, 14.9, "right"),
    ];

    /// <summary>
    /// The place of each authority; those that are not on the map stand in rows beneath it.
    /// </summary>
    internal static IReadOnlyList<(LocalAuthority Authority, int Column, int Row)> Place(IReadOnlyList<LocalAuthority> authorities)
    {
        var (columns, below) = (Places.Values.Max(place => place.Column) + 1, Places.Values.Max(place => place.Row) + 3);
        var strangers = 0;
        return
        [
            .. authorities.Select(authority =>
            {
                if (Places.TryGetValue(authority.Name, out var place))
                {
                    return (authority, place.Column, place.Row);
                }

                var stranger = strangers++;
                return (authority, stranger % columns, below + (stranger / columns));
            }),
        ];
    }

    /// <summary>The lines between tiles of different regions and around the country, as a path with gaps.</summary>
    internal static (IReadOnlyList<double?> X,
        IReadOnlyList<double?> Y) Borders(IReadOnlyList<(LocalAuthority Authority, int Column, int Row)> tiles)
    {
        var regions = tiles.ToDictionary(tile => (tile.Column, tile.Row), tile => tile.Authority.Region);
        var (x, y) = (new List<double?>(), new List<double?>());
        foreach (var ((column, row), region) in regions.OrderBy(tile => tile.Key))
        {
            bool Same(int right, int down) => regions.TryGetValue((column + right, row + down), out var other) && other == region;
            void Line(double fromX, double fromY, double toX, double toY)
            {
                x.AddRange([column + fromX, column + toX, null]);
                y.AddRange([row + fromY, row + toY, null]);
            }

            if (!Same(1, 0))
            {
                Line(0.5, -0.5, 0.5, 0.5);
            }

            if (!Same(0, 1))
            {
                Line(-0.5, 0.5, 0.5, 0.5);
            }

            if (!regions.ContainsKey((column - 1, row)))
            {
                Line(-0.5, -0.5, -0.5, 0.5);
            }

            if (!regions.ContainsKey((column, row - 1)))
            {
                Line(-0.5, -0.5, 0.5, -0.5);
            }
        }

        return (x, y);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
