namespace SifAnalysis.Reports.Tests.Titles;

public sealed class AuthorityFinderTests
{
    public static TheoryData<string> Names => [.. SifData.Load() is var data
        ? data.Authorities.Concat(data.Ilacs.Authorities).Select(authority => authority.Name).Distinct() : []];

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_EveryAuthority_InTitlesOfEveryYear_IsItself(string name) => Assert.All(
        [
            $"{name} Council Inspection of services for children in need of help and protection, children looked after and care leavers",
            $"{name.ToUpperInvariant()} Inspection of children's social care services",
            $"Inspection of {name.Replace(" and ", " & ", StringComparison.Ordinal)} local authority children's services",
            $"Inspection of {name.Replace('-', ' ')} local authority children's services",
        ],
        title => Assert.Equal(name, Kit.Authorities.Find(title)));

    [Theory]
    [InlineData("City of Bradford Metropolitan District Council", "Bradford")]
    [InlineData("Metropolitan Borough of Barnsley Council", "Barnsley")]
    [InlineData("St. Helens Metropolitan Borough Council", "St Helens")]
    [InlineData("London Borough of Redbridge Council", "Redbridge")]
    [InlineData("Royal Borough of Kensington and Chelsea", "Kensington and Chelsea")]
    [InlineData("Royal Borough of Kingston upon Thames", "Kingston upon Thames")]
    [InlineData("Hull City Council", "Kingston upon Hull")]
    [InlineData("Newcastle City Council", "Newcastle upon Tyne")]
    [InlineData("Durham County Council", "Durham")]
    [InlineData("Southend-on-Sea Borough Council", "Southend-on-Sea")]
    [InlineData("Derby City Council", "Derby")]
    [InlineData("Derbyshire County Council", "Derbyshire")]
    [InlineData("Bath & North East Somerset Council", "Bath and North East Somerset")]
    [InlineData("Council of the Isles of Scilly", "Isles of Scilly")]
    [InlineData("City of London Corporation", "City of London")]
    [InlineData("City of York Council", "York")]
    [InlineData("North Yorkshire County Council", "North Yorkshire")]
    [InlineData("Inspection of North Northamptonshire local authority children's services", "North Northamptonshire")]
    [InlineData("Bournemouth Borough Council", "Bournemouth")]
    [InlineData("Cumberland Council", "Cumberland")]
    [InlineData("Royal Borough of Greenwich", "Greenwich")]
    public void Find_NamesOfCouncils_AreThoseOfTheTables(string title, string name) => Assert.Equal(name, Kit.Authorities.Find(title));

    [Theory]
    [InlineData("Derby and Nottingham")]
    [InlineData("Atlantis City Council")]
    [InlineData("")]
    public void Find_TwoOrNone_IsNothing(string title) => Assert.Null(Kit.Authorities.Find(title));
}
