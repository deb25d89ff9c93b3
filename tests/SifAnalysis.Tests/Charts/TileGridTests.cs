using SifAnalysis.Charts;
using SifAnalysis.Judgements;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Charts;

public sealed class TileGridTests
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = SifData.Load(Checkout.Data).Authorities;

    public static TheoryData<Region> Regions() => [.. Enum.GetValues<Region>()];

    [Fact]
    public void Places_AuthoritiesOfTheFramework_EachOnce() =>
        Assert.Equal(
            Authorities.Select(authority => authority.Name).Order(
                StringComparer.Ordinal), TileGrid.Places.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Places_NoTwoAuthorities_ShareATile() => Assert.Equal(TileGrid.Places.Count, TileGrid.Places.Values.Distinct().Count());

    [Theory]
    [MemberData(nameof(Regions))]
    public void Places_TilesOfARegion_HangTogether(Region region)
    {
        var left = Authorities.Where(authority => authority.Region == region).Select(authority => TileGrid.Places[authority.Name])
            .ToHashSet();
        var reached = new Queue<(int Column, int Row)>([left.First()]);
        while (reached.TryDequeue(out var tile))
        {
            if (left.Remove(tile))
            {
                (int, int)[] beside =
                    [(tile.Column - 1, tile.Row), (tile.Column + 1, tile.Row), (tile.Column, tile.Row - 1), (tile.Column, tile.Row + 1)];
                Array.ForEach(beside, reached.Enqueue);
            }
        }

        Assert.Empty(left);
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Labels_Region_StandsBesideItsTilesAndOnNone(Region region)
    {
        var label = Assert.Single(TileGrid.Labels, label => label.Region == region);
        Assert.DoesNotContain(
            TileGrid.Places.Values, tile => Math.Abs(tile.Column - label.Column) < 0.5 && Math.Abs(tile.Row - label.Row) < 0.5);
        Assert.Contains(Authorities.Where(authority => authority.Region == region), authority =>
            TileGrid.Places[authority.Name] is var tile && Math.Abs(tile.Column - label.Column) <= 3.6
                && Math.Abs(tile.Row - label.Row) <= 1.1);
    }

    [Fact]
    public void Place_AuthorityOffTheMap_StandsBeneathIt()
    {
        var places = TileGrid.Place([new("Nowhere", Region.London), new("Nowhere else", Region.London), Authorities[0]]);
        Assert.Equal(TileGrid.Places[Authorities[0].Name], (places[2].Column, places[2].Row));
        Assert.All(places.Take(2), place => Assert.True(place.Row > TileGrid.Places.Values.Max(tile => tile.Row)));
        Assert.NotEqual((places[0].Column, places[0].Row), (places[1].Column, places[1].Row));
    }
}
