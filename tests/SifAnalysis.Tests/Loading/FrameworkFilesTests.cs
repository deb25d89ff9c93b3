using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

/// <summary>Files of a user's own that mix frameworks, days and keys: each is a problem with its place.</summary>
public sealed class FrameworkFilesTests : IDisposable
{
    private static readonly SifData Sif = SifData.Load(Checkout.Data);
    private static readonly IReadOnlyList<LocalAuthority> All = [.. Sif.Authorities.Union(Sif.Ilacs.Authorities)];

    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("sif-frameworks-").FullName, "table.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Theory]
    [InlineData("not judged", Unjudged.NotJudged)]
    [InlineData("NOT JUDGED", Unjudged.NotJudged)]
    [InlineData("No judgement", Unjudged.NotJudged)]
    [InlineData("not graded", Unjudged.NotJudged)]
    [InlineData("Not reviewed", Unjudged.NotReviewed)]
    public void Load_NotJudgedInAnySpelling_IsAStateOfItsOwn(string written, Unjudged meant)
    {
        var row = Load($"authority,overall,safeguarding_board\nLeeds,Good,{written}\n", Framework.Sif).OrThrow().Single();
        Assert.Equal(meant, row.Unjudged(JudgementArea.SafeguardingBoard));
        Assert.False(row.IsUnknown(JudgementArea.SafeguardingBoard));
        Assert.True(row.IsUnknown(JudgementArea.Leadership));
    }

    [Fact]
    public void Load_NotJudgedMisspelt_IsAProblemThatNamesIt()
    {
        var problem = Assert.Single(Load("authority,overall,adoption\nLeeds,Good,Not jugded\n", Framework.Sif).Problems);
        Assert.Equal((2, "adoption", "Not jugded"), (problem.Line, problem.Column, problem.Value));
        Assert.Contains("Not judged", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cumberland", "2016-05-01", Framework.Sif, "Cumberland did not exist on 2016-05-01: before 2023-04-01 there was Cumbria.")]
    [InlineData("Poole", "2021-05-01", Framework.Ilacs,
        "Poole did not exist on 2021-05-01: since 2019-04-01 there is Bournemouth, Christchurch and Poole.")]
    [InlineData("Cumberland", "", Framework.Sif, "Cumberland did not exist in the days of SIF: before 2023-04-01 there was Cumbria.")]
    public void Load_AuthorityThatDidNotExistOnItsDay_NamesTheOneThatDid(string authority, string day, Framework framework, string expected)
    {
        var loaded = Load($"authority,published,overall\n{authority},{day},Good\n", framework);
        Assert.Equal((2, "authority", expected), Assert.Single(loaded.Problems) is var problem
            ? (problem.Line, problem.Column!, problem.Expected) : default);
    }

    [Theory]
    [InlineData("2016-05-01", Framework.Sif, "Dorset (county)")]
    [InlineData("2018-05-01", Framework.Ilacs, "Dorset (county)")]
    [InlineData("2021-05-01", Framework.Ilacs, "Dorset")]
    public void Load_ANameThatTwoAuthoritiesShared_IsThatOfItsDay(string day, Framework framework, string meant) =>
        Assert.Equal(meant, Load($"authority,published,overall\nDorset,{day},Good\n", framework).OrThrow().Single().Authority.Name);

    [Fact]
    public void Load_IlacsFileAsSif_SaysSoAtItsHeadings()
    {
        const string text = "authority,published,overall,impact_of_leaders,in_care\nLeeds,2018-05-01,Good,Good,Good\n";
        Assert.Equal(["impact_of_leaders", "in_care"],
            Load(text, Framework.Sif).Problems.Where(problem => problem.Line == 1).Select(problem => problem.Column));
        Assert.Equal(Judgement.Good, Load(text, Framework.Ilacs).OrThrow().Single().Leadership);
    }

    [Fact]
    public void Load_SifFileAsIlacs_SaysSoAtItsHeadingsAndDays()
    {
        var problems =
            Load("authority,published,overall,leadership,safeguarding_board\nLeeds,2015-03-27,Good,Good,Good\n", Framework.Ilacs).Problems;
        Assert.Equal([(1, "leadership"), (1, "safeguarding_board"), (2, "published")],
            problems.Select(problem => (problem.Line, problem.Column!)));
        Assert.Contains("is this a file of SIF?", problems[^1].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReportAfterTheSif_IsAProblemOfItsDay()
    {
        var problem = Assert.Single(Load("authority,published,overall\nLeeds,2021-05-01,Good\n", Framework.Sif).Problems);
        Assert.Equal((2, "published", "2021-05-01"), (problem.Line, problem.Column, problem.Value));
        Assert.Contains("is this a file of ILACS?", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_StateOfTheOtherFramework_IsAProblem()
    {
        var problem = Assert.Single(Load("authority,published,overall\nLeeds,2016-05-01,No longer judged\n", Framework.Sif).Problems);
        Assert.Equal((2, "overall"), (problem.Line, problem.Column));
    }

    [Fact]
    public void LoadLocalFacts_AnotherKey_IsAProblemOfItsRow()
    {
        File.WriteAllText(path, "authority,number,child_poverty\nLeeds,1,20\nLeeds,7,20\nAtlantis,1,20\nLeeds,1,21\nHull,one,-3\n");
        var problems = LocalFactsTable.Load(path, Sif.Inspections).Problems;
        Assert.Equal([(3, "authority"), (4, "authority"), (5, "authority"), (6, "child_poverty"), (6, "number")],
            problems.Select(problem => (problem.Line, problem.Column!)));
        Assert.Contains("the key is authority and number", problems[0].Expected, StringComparison.Ordinal);
        Assert.Contains("stands on line 2 already", problems[2].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadNeighbours_AnAuthorityThatThereIsNot_IsAProblemOfItsRow()
    {
        File.WriteAllText(path, "authority,edition,rank,neighbour\nLeeds,current,1,Atlantis\nLeeds,next,0,Hull\n");
        Assert.Equal(
            [(2, "neighbour"), (3, "edition"), (3, "rank"), (3, "neighbour")],
            AuthorityRelations.LoadNeighbours(path, All).Problems.Select(problem => (problem.Line, problem.Column!)));
    }

    private Loaded<Inspection> Load(string text, Framework framework)
    {
        File.WriteAllText(path, text);
        return InspectionTable.Load(path, All, framework);
    }
}
