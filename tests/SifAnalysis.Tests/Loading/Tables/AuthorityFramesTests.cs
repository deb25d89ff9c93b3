using Microsoft.Data.Analysis;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

/// <summary>Frames joined to the kit's authorities; every value but the kit's names and codes is synthetic.</summary>
public sealed class AuthorityFramesTests
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = SifData.Load(Checkout.Data).Authorities;

    [Theory]
    [InlineData("authority", "Leeds City Council", "Leeds")]
    [InlineData("Local authority", "LB Barking & Dagenham", "Barking and Dagenham")]
    [InlineData("ONS code", "E08000035", "Leeds")]
    [InlineData("LA code", "383", "Leeds")]
    public void WithAuthorities_ColumnFoundByItsHeading_GivesNameRegionAndCode(string heading, string text, string expected)
    {
        var frame = new DataFrame(new StringDataFrameColumn(heading, [text, "Atlantis", null!])).WithAuthorities(Authorities);
        var authority = Authorities.Single(each => each.Name == expected);
        Assert.Equal([heading, "kit_authority", "kit_region", "kit_ons_code"], frame.Columns.Select(column => column.Name));
        Assert.Equal([text, expected, authority.Region.Name(), authority.OnsCode], frame.Columns.Select(column => column[0]));
        Assert.Equal(["Atlantis", null, null, null], frame.Columns.Select(column => column[1]));
        Assert.Equal(new object?[4], frame.Columns.Select(column => column[2]));
    }

    [Fact]
    public void WithAuthorities_NumbersInANumericColumn_AreNumbersOfTheDepartment()
    {
        var frame = new DataFrame(new Int64DataFrameColumn("where", [383L])).WithAuthorities(Authorities, "where");
        Assert.Equal("Leeds", frame["kit_authority"][0]);
    }

    [Fact]
    public void WithAuthorities_NoSuchColumn_ThrowsAndNamesThoseThatThereAre()
    {
        var frame = new DataFrame(new StringDataFrameColumn("town", ["Leeds"]), new StringDataFrameColumn("n", ["1"]));
        Assert.Contains("the frame has town, n", Throws(frame, null), StringComparison.Ordinal);
        Assert.Contains("no column place", Throws(frame, "place"), StringComparison.Ordinal);
        Assert.Contains("No row of the column n names an authority", Throws(frame, "n"), StringComparison.Ordinal);
    }

    private static string Throws(DataFrame frame, string? column) =>
        Assert.Throws<ArgumentException>(() => frame.WithAuthorities(Authorities, column)).Message;
}
