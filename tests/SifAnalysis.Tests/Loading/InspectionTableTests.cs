using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

public sealed class InspectionTableTests : IDisposable
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = SifData.Load(Checkout.Data).Authorities;

    private readonly string folder = Directory.CreateTempSubdirectory("sif-tablés ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_TheKitsOwnRows_HasNoProblemAndEveryAuthority()
    {
        var data = SifData.Load(Checkout.Data);
        Assert.Equal(152, data.Authorities.Count);
        Assert.Equal(152, data.Inspections.LatestOfEachAuthority().Count);
        Assert.All(
            data.Inspections, inspection =>
                Assert.True(inspection.Judgements.Count == 0 || inspection.JudgementsSource is not null, $"{inspection} cites no source"));
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
        var loaded = Load("Local authority,Inspection start date,Publication date,Overall effectiveness,\"Leadership, management and "
            + "governance\"\n\"Bristol, City of\",30/09/2014,5 December 2014,RI,3\n");
        Assert.Empty(loaded.Problems);
        var row = loaded.Rows.Single();
        Assert.Equal(
            ("Bristol", new DateOnly(2014, 9, 30), new DateOnly(2014, 12, 5)),
            (row.Authority.Name, row.Started!.Value, row.Published!.Value));
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
        var loaded = Load("authority,number,overall,started,published\nAtlantis,1,Good,,\nLeeds,1,Super,2016-02-30,\n"
            + "Barnet,0,Good,2016-05-01,2016-04-01\nCamden,1,Good,,\nCamden,1,Good,,\n");
        Assert.Equal(
            [(2, "authority"), (3, "started"), (3, "overall"), (4, "number"), (4, "published"), (6, "authority")], loaded.Problems.Select(
                problem => (problem.Line, problem.Column!)));
        Assert.Equal("Camden", loaded.Rows.Single().Authority.Name);
    }

    [Fact]
    public void Load_AWrongNumber_IsToldOnceAndRepeatsNoInspection()
    {
        var loaded =
            Load("authority,number,overall\nLeeds,two,Good\nLeeds,1,RI\nLeeds,0,Good\nLeeds,-1,Good\nLeeds,[x],Good\nBarnet,[x],Good\n");
        Assert.Equal(
            [(2, "number"), (4, "number"), (5, "number"), (6, "authority")], loaded.Problems.Select(
                problem => (problem.Line, problem.Column!)));
        Assert.Equal([("Leeds", 1), ("Barnet", 1)], loaded.Rows.Select(row => (row.Authority.Name, row.Number)));
    }

    [Theory]
    [InlineData("London Borough of Barnet", "Barnet")]
    [InlineData("Barnet London Borough Council", "Barnet")]
    [InlineData("Royal Borough of Kensington & Chelsea", "Kensington and Chelsea")]
    [InlineData("Metropolitan Borough of Stockport", "Stockport")]
    [InlineData("Borough of Poole", "Poole")]
    [InlineData("County of Herefordshire", "Herefordshire")]
    [InlineData("City of Bradford Metropolitan District Council", "Bradford")]
    [InlineData("City of Westminster", "Westminster")]
    [InlineData("city of york council", "York")]
    [InlineData("City of Bristol", "Bristol")]
    [InlineData("Bristol, City of", "Bristol")]
    [InlineData("City of London", "City of London")]
    [InlineData("City of London Corporation", "City of London")]
    [InlineData("Hammersmith & Fulham", "Hammersmith and Fulham")]
    [InlineData("St. Helens", "St Helens")]
    [InlineData("Southend on Sea", "Southend-on-Sea")]
    [InlineData("Telford & Wrekin", "Telford and Wrekin")]
    [InlineData("Co. Durham", "Durham")]
    [InlineData("LB Barking & Dagenham", "Barking and Dagenham")]
    [InlineData("LB of Barnet", "Barnet")]
    [InlineData("Hull City Council", "Kingston upon Hull")]
    [InlineData("Bristol UA", "Bristol")]
    [InlineData("Medway Towns", "Medway")]
    [InlineData("Kirklees MBC", "Kirklees")]
    [InlineData("bath & ne somerset", "Bath and North East Somerset")]
    [InlineData("E08000035", "Leeds")]
    [InlineData("e08000039", "Sheffield")]
    [InlineData("E08000019", "Sheffield")]
    [InlineData("E06000028", "Bournemouth")]
    [InlineData("383", "Leeds")]
    [InlineData("836", "Poole")]
    [InlineData("E06000999", null)]
    [InlineData("City of Lincoln", null)]
    public void Load_NamesAsPeopleWriteThem_MeanTheirAuthority(string written, string? meant)
    {
        var loaded = Load($"authority,overall\n\"{written}\",Good\n");
        Assert.Equal(meant, loaded.Rows.SingleOrDefault()?.Authority.Name);
        Assert.Equal(meant is null ? 1 : 0, loaded.Problems.Count);
    }

    [Theory]
    [InlineData("Barnxx", "did you mean Barnet?")]
    [InlineData("Barnetwxyz", "no such local authority among the 152")]
    [InlineData("Wolverhumtan", "did you mean Wolverhampton?")]
    [InlineData("Kngstn upn Thames", "did you mean Kingston upon Thames?")]
    public void Load_AMisspeltName_AdvisesTheNearest(string written, string advice) =>
        Assert.Contains(advice, Assert.Single(Load($"authority,overall\n{written},Good\n").Problems).Expected, StringComparison.Ordinal);

    [Fact]
    public void Load_NamesThatDifferOnlyInTheirMiddle_AreToldApart()
    {
        var path = Path.Combine(folder, "table.csv");
        File.WriteAllText(
            path, "authority,overall\nNorthern Alpha District,Good\nNorthern Gamma District,Good\nNorthern Alpha District,RI\n");
        var loaded = InspectionTable.Load(
            path, [new("Northern Alpha District", Region.London), new("Northern Gamma District", Region.NorthEast)]);
        Assert.Equal([Region.London, Region.NorthEast], loaded.Rows.Select(row => row.Authority.Region));
        Assert.Equal((4, "Northern Alpha District"), (Assert.Single(loaded.Problems).Line, loaded.Problems[0].Value));
    }

    [Fact]
    public void Load_OneProvider_IsInspectedOnceADay()
    {
        var loaded = Load(
            "URN,LA name,overall,Inspection start date,Inspection end date,Publication "
            + "date\n1,Leeds,Good,2016-01-01,2016-01-05,\n1,Leeds,Good,2016-01-01,2016-01-06,\n"
            + "1,Leeds,Good,,2016-01-05,2016-03-01\n1,Leeds,Good,,2016-01-05,2016-03-02\n1,Leeds,Good,2016-01-02,2016-01-05,\n");
        Assert.Equal([3, 5], loaded.Problems.Select(problem => problem.Line));
        Assert.Equal(3, loaded.Rows.Count);
    }

    [Fact]
    public void Key_AnythingElse_IsAnotherInspection()
    {
        var key = new InspectionKey(Authorities[0], 1, "100001", new(2016, 1, 1));
        Assert.Equal(key, new InspectionKey(Authorities[0], 1, "100001", new(2016, 1, 1)));
        Assert.All(
            new InspectionKey[]
            {
                key with { Authority = Authorities[1] },
                key with { Number = 2 },
                key with { Provider = "100002" },
                key with { Provider = null },
                key with { Day = null },
            },
            other => Assert.NotEqual(key, other));
    }

    [Theory]
    [InlineData("overall,authority\nGood,Leeds\n")]
    [InlineData("authority,overall;\nLeeds,Good\n")]
    [InlineData("authority,\"over\r\nall\"\nLeeds,Good\n")]
    [InlineData("authority,\"over\tall\"\nLeeds,Good\n")]
    [InlineData("authority,overall,adoption\nLeeds,Good,[x]\n")]
    [InlineData("authority,overall,started,number\nLeeds,Good,[z],[z]\n")]
    public void Load_HeadingsAndBlanksOfAnyKind_AreUnderstood(string text)
    {
        var loaded = Load(text);
        Assert.Empty(loaded.Problems);
        Assert.Equal(
            ("Leeds", 1, Judgement.Good, null),
            (loaded.Rows[0].Authority.Name, loaded.Rows[0].Number, loaded.Rows[0].Overall, loaded.Rows[0].Started));
    }

    [Fact]
    public void Columns_OfTheKitsOwnTableAndOfProviders_AreAllThatATableMayHave() => Assert.Equal(
        File.ReadLines(Path.Combine(Checkout.Data, "inspections.csv")).First().Split(',').Append("provider").Order(StringComparer.Ordinal),
        InspectionTable.Columns.Order(StringComparer.Ordinal));

    [Fact]
    public void ColumnsOf_AFileOrNone_AreItsColumnsInTheKitsWords()
    {
        var path = Path.Combine(folder, "table.csv");
        File.WriteAllText(path, "LA name;Overall effectiveness;weather;provider name\nLeeds;Good;sunny;A school\n");
        Assert.Equal(["authority", "overall", "weather", "provider name"], InspectionTable.ColumnsOf(path));
        Assert.Empty(InspectionTable.ColumnsOf(Path.Combine(folder, "none.csv")));
    }

    [Theory]
    [InlineData("table.csv")]
    [InlineData("table.parquet")]
    public void Load_AFileThatAnotherProgramHolds_SaysSo(string name)
    {
        var path = Path.Combine(folder, name);
        using var held = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var problem = Assert.Single(InspectionTable.Load(path, Authorities).Problems);
        Assert.Contains("the file cannot be opened", problem.Expected, StringComparison.Ordinal);
        Assert.Contains("close the program that has it", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Told_MoreProblemsThanAreKept_EndsWithTheNumberOfTheOthers()
    {
        var log = new ProblemLog();
        for (var line = 2; line < ProblemLog.Most + 4; line++)
        {
            log.Add(new LoadProblem("table.csv", line, null, null, "expected another."));
        }

        Assert.Equal((ProblemLog.Most, ProblemLog.Most + 2L, 2L), (log.Count, log.Total, log.NotKept));
        Assert.Equal(ProblemLog.Most + 1, log.Reported().Count);
        Assert.Equal("table.csv: there are 2 more problems; fix these first.", log.Reported()[^1].ToString());
    }

    [Fact]
    public void SourcesByRank_SeveralOfARank_AreAddedUpNearestFirst()
    {
        var data = new SifData(new([], []), [], [],
        [
            new("S1", SourceRank.Press, "A paper") { RowsDated = 1, RowsJudged = 2 },
            new("S2", SourceRank.Ofsted, "A list") { RowsDated = 30, RowsJudged = 4 },
            new("S3", SourceRank.Press, "Another paper") { RowsDated = 5, RowsJudged = 60 },
        ]);
        Assert.Equal([new(SourceRank.Ofsted, 1, 30, 4), new(SourceRank.Press, 2, 6, 62)], data.SourcesByRank());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("authority\nLeeds\n", "no column of judgements")]
    [InlineData("name,grade\nLeeds,Good\n", "missing")]
    [InlineData("authority,overall\nLeeds,Good,extra\n", "3 fields")]
    [InlineData("authority,overall,Overall effectiveness\nLeeds,Good,Good\n", "duplicate column")]
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
        File.WriteAllBytes(path, [0x50, 0x4b, 3, 5, 0, 0, 1, 2, 0xff, 0xfe, 0, 10, 0, 1]);
        Assert.Contains("not a text file", InspectionTable.Load(path, Authorities).Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo() =>
        Assert.Contains(
            "no such file",
            Assert.Single(InspectionTable.Load(Path.Combine(folder, "none.csv"), Authorities).Problems).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void Load_AFolder_SaysSo() =>
        Assert.Contains("a folder", Assert.Single(InspectionTable.Load(folder, Authorities).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void OrThrow_Problems_AreAllInTheMessage()
    {
        var thrown = Assert.Throws<LoadException>(() => Load("authority,overall\nAtlantis,Good\nLeeds,Fine\n").OrThrow());
        Assert.Equal(2, thrown.Problems.Count);
        Assert.Contains("Atlantis", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Fine", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToDataFrame_AndBack_KeepsEveryRow()
    {
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var back = inspections.ToDataFrame().ToInspections(inspections.Authorities);
        Assert.Equal(inspections.Count, back.Count);
        Assert.All(inspections.Zip(back), pair =>
        {
            Assert.Equal(pair.First with { Judgements = pair.Second.Judgements, UnjudgedAreas = pair.Second.UnjudgedAreas }, pair.Second);
            Assert.Equal(pair.First.UnjudgedAreas.OrderBy(each => each.Key), pair.Second.UnjudgedAreas.OrderBy(each => each.Key));
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
