using SifAnalysis.Figures;
using SifAnalysis.Loading;

namespace SifAnalysis.Tests.Figures;

public sealed class FigureTablesTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void LoadOfficialCounts_CountsThatSumToMoreThanAWholeNumberHolds_AreAProblemOfTheirLine()
    {
        File.WriteAllText(path, "as_at,published,area,what,outstanding,good,requires_improvement,inadequate,total,source\n"
            + "2015-01-20,2015-01-23,overall,inspections,2147483647,2147483647,1,,41,A release\n");
        var problem = Assert.Single(FigureTables.LoadOfficialCounts(path).Problems);
        Assert.Equal((2, "total"), (problem.Line, problem.Column));
        Assert.Contains("4294967295", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"ofsted, press\"")]
    [InlineData("gossip")]
    public void LoadSources_RankByAnotherName_IsAProblem(string rank)
    {
        File.WriteAllText(path, $"id,rank,title\nS0a1b2c3d,{rank},A list\n");
        Assert.Equal("rank", Assert.Single(SourceTable.Load(path).Problems).Column);
    }

    [Fact]
    public void LoadFigures_LeastAndMostAlike_IsNoProblem()
    {
        File.WriteAllText(path,
            "id,publication,statement,value,unit,measure,first_day,last_day,qualifier,area,judgement,authority,least,most,tolerance\nf,A "
            + "paper,Stated,half,inspections,share,2016-12-31,2016-12-31,,overall,Good,,0.5,0.5,\n");
        Assert.Empty(FigureTables.LoadFigures(path).Problems);
    }
}
