using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

public sealed class InspectionTableTests : IDisposable
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = AuthorityTable.Load(Path.Combine(Checkout.Data, "local-authorities.csv")).OrThrow();

    private readonly string folder = Directory.CreateTempSubdirectory("sif-tablés ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_TheKitsOwnRows_HasNoProblemAndEveryAuthority()
    {
        var data = SifData.Load(Checkout.Data);
        Assert.Equal(152, data.Authorities.Count);
        Assert.Equal(152, data.Inspections.LatestOfEachAuthority().Count);
        Assert.All(data.Inspections, inspection => Assert.True(inspection.Judgements.Count == 0 || inspection.JudgementsSource is not null, $"{inspection} cites no source"));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Load_AnySeparator_IsUnderstood(string separator)
    {
        var loaded = Load($"authority{separator}overall{separator}published\nLeeds{separator}Good{separator}2015-03-27\n");
        Assert.Empty(loaded.Problems);
        Assert.Equal(Judgement.Good, loaded.Rows.Single().Overall);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Load_AnyEncoding_IsUnderstood(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        var path = Path.Combine(folder, "table.csv");
        File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes("authority,overall,notes\nLeeds,Good,café – ok\n")]);
        var loaded = InspectionTable.Load(path, Authorities);
        Assert.Empty(loaded.Problems);
        Assert.Equal("café – ok", loaded.Rows.Single().Notes);
    }

    [Fact]
    public void Load_HeadingsOfOfstedsReleases_AreUnderstood()
    {
        var loaded = Load("Local authority,Inspection start date,Publication date,Overall effectiveness,Impact of leaders\n\"Bristol, City of\",30/09/2014,5 December 2014,RI,3\n");
        Assert.Empty(loaded.Problems);
        var row = loaded.Rows.Single();
        Assert.Equal(("Bristol", new DateOnly(2014, 9, 30), new DateOnly(2014, 12, 5)), (row.Authority.Name, row.Started!.Value, row.Published!.Value));
        Assert.Equal((Judgement.RequiresImprovement, Judgement.RequiresImprovement), (row.Overall, row.Leadership));
    }

    [Fact]
    public void Load_QuotedLineBreaks_KeepTheLineNumbersOfLaterProblems()
    {
        var loaded = Load("authority,notes,overall\nLeeds,\"two\nlines\",Good\nBarnet,,Fine\n");
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal((4, "overall", "Fine"), (problem.Line, problem.Column, problem.Value));
    }

    [Fact]
    public void Load_ManyProblems_TellsEveryOne()
    {
        var loaded = Load("authority,number,overall,started,published\nAtlantis,1,Good,,\nLeeds,1,Super,2016-02-30,\nBarnet,0,Good,2016-05-01,2016-04-01\nCamden,1,Good,,\nCamden,1,Good,,\n");
        Assert.Equal([(2, "authority"), (3, "started"), (3, "overall"), (4, "number"), (4, "published"), (6, "authority")], loaded.Problems.Select(problem => (problem.Line, problem.Column!)));
        Assert.Equal("Camden", loaded.Rows.Single().Authority.Name);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("authority\nLeeds\n", "no column of judgements")]
    [InlineData("name,grade\nLeeds,Good\n", "missing")]
    [InlineData("authority,overall\nLeeds,Good,extra\n", "3 fields")]
    [InlineData("authority,overall,Overall effectiveness\nLeeds,Good,Good\n", "second column")]
    [InlineData("authority,overall\nLeds,Good\n", "did you mean Leeds")]
    public void Load_BrokenFile_SaysWhatIsWrong(string text, string expected)
    {
        var problem = Assert.Single(Load(text).Problems);
        Assert.Contains(expected, problem.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(folder, problem.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_BinaryGarbage_SaysItIsNoTextFile()
    {
        var path = Path.Combine(folder, "garbage.csv");
        File.WriteAllBytes(path, [0x50, 0x4b, 3, 4, 0, 0, 1, 2, 0xff, 0xfe, 0, 10, 0, 1]);
        Assert.Contains("not a text file", InspectionTable.Load(path, Authorities).Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo() =>
        Assert.Contains("no such file", Assert.Single(InspectionTable.Load(Path.Combine(folder, "none.csv"), Authorities).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Load_AFolder_SaysSo() => Assert.Contains("a folder", Assert.Single(InspectionTable.Load(folder, Authorities).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void OrThrow_Problems_AreAllInTheMessage()
    {
        var thrown = Assert.Throws<LoadException>(() => Load("authority,overall\nAtlantis,Good\nLeeds,Fine\n").OrThrow());
        Assert.Equal(2, thrown.Problems.Count);
        Assert.Contains("Atlantis", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Fine", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_TheKitsOwnRows_GivesWhatLoadGives()
    {
        var problems = new ProblemLog();
        var path = Path.Combine(Checkout.Data, "inspections.csv");
        var streamed = InspectionTable.Stream(path, Authorities, problems).Select(inspection => (inspection.Authority.Name, inspection.Number, inspection.Overall));
        Assert.Equal(InspectionTable.Load(path, Authorities).OrThrow().Select(inspection => (inspection.Authority.Name, inspection.Number, inspection.Overall)), streamed);
        Assert.Empty(problems);
    }

    [Fact]
    public void ToDataFrame_AndBack_KeepsEveryRow()
    {
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var back = inspections.ToDataFrame().ToInspections(inspections.Authorities);
        Assert.Equal(inspections.Count, back.Count);
        Assert.All(inspections.Zip(back), pair =>
        {
            Assert.Equal(pair.First with { Judgements = pair.Second.Judgements }, pair.Second);
            Assert.Equal(pair.First.Judgements.OrderBy(each => each.Key), pair.Second.Judgements.OrderBy(each => each.Key));
        });
    }

    private Loaded<Inspection> Load(string text)
    {
        var path = Path.Combine(folder, "table.csv");
        File.WriteAllText(path, text);
        return InspectionTable.Load(path, Authorities);
    }
}
