using System.Globalization;
using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Large.Tests;

/// <summary>The count on every core against the rows one by one. All rows here but the kit's own are synthetic.</summary>
[Collection(ParquetTableTests.OneByOne)]
public sealed class LargeTableTests : IDisposable
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = SifData.Load(Checkout.Data).Authorities;

    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("sif-large-").FullName, "table.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    public static TheoryData<JudgementArea> Areas => [.. Names.AllAreas];

    [Theory]
    [MemberData(nameof(Areas))]
    public void CountByRegion_TheKitsOwnRows_IsWhatTheRowsGive(JudgementArea area)
    {
        var kit = Path.Combine(Checkout.Data, "inspections.csv");
        var rows = InspectionTable.Load(kit, Authorities).OrThrow();
        var counts = LargeInspectionTable.CountByRegion(kit, Authorities, area).OrThrow();
        Assert.Equal(Enum.GetValues<Region>(), counts.Keys);
        Assert.All(counts, pair => Assert.Equal(new InspectionSet(Authorities, rows).In(pair.Key).Counts(area), pair.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("authority\nLeeds\n")]
    [InlineData("name,grade\nLeeds,Good\n")]
    [InlineData("authority,overall\n")]
    [InlineData("authority,overall\nLeeds,Good,extra\nBarnet,Good\n")]
    [InlineData("authority,overall,Overall effectiveness\nLeeds,Good,Good\n")]
    [InlineData("authority;overall\n\n ; \nLeds;Good\n;Good\nHull;RI\nHull;3\nKingston upon Hull;Good\n")]
    [InlineData("authority,number,overall,started,published\nAtlantis,1,Good,,\nLeeds,1,Super,2016-02-30,\n"
        + "Barnet,0,Good,2016-05-01,2016-04-01\nCamden,1,Good,,\nCamden,1,Good,,\nCamden,1,Good,,\nCamden,-1,Good,,\nCamden,-1,Good,,\n"
        + "Camden,2000000,Good,,\nCamden,2000000,Good,,\n")]
    [InlineData("authority,overall,notes\nLeeds,Good,a \"stray\" quote\nBarnet,Good,\"two\nlines\"\nCamden,Fine,\nHackney,Good,\"never "
        + "closed\nBexley,Good,\n")]
    [InlineData("authority,overall,report\nLeeds,Good,not an address\nBarnet,Good,https://reports.ofsted.gov.uk/1\n")]
    [InlineData("\"authority\tx\"\toverall\nLeeds\tGood\n")]
    [InlineData("authority,overall,,\nLeeds,Good,,\nBarnet,Good\nCamden,Good,, ,,\nHull,Good,stray,\nBexley,Good,,stray\n")]
    [InlineData("authority\u0001,overall\nLeeds,Good\n")]
    public void CountByRegion_BrokenFiles_TellWhatLoadTells(string text)
    {
        File.WriteAllText(path, text);
        AssertCountIsWhatLoadGives();
    }

    [Fact]
    public void Load_SeveralProvidersOfAnAuthority_AreToldApartByReferenceAndDay()
    {
        File.WriteAllText(
            path,
            "URN,LAESTAB,Local authority,Inspection start date,Overall effectiveness\n100001,1,Camden,01/03/2016,Good\n"
            + "100002,1,Camden,01/03/2016,Good\n100001,1,Camden,01/03/2017,RI\n100001,1,Camden,1 March 2016,Good\n");
        var loaded = InspectionTable.Load(path, Authorities);
        Assert.Equal(3, loaded.Rows.Count);
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal((5, "authority"), (problem.Line, problem.Column));
        Assert.StartsWith(
            "inspection 1 of 100001 in Camden, 2016-03-01, stands on line 2 already", problem.Expected, StringComparison.Ordinal);
        AssertCountIsWhatLoadGives();
    }

    [Fact]
    public void CountByRegion_ManyBatchesWithProblemsHereAndThere_TellsWhatLoadTells()
    {
        WriteRows(60_000, at => at switch
        {
            7_000 => "Leeds,5001,Fine,\n",
            20_000 => "Barnet,9000,Good,\"a\nb\"\n",
            20_001 => "Nowhere,5001,Good,\n",
            31_000 => "Leeds,5002,Good,stray \" quote\n",
            45_000 => "Camden,1,Good,\n",
            59_999 => "Camden,2,Good,,\n",
            _ => null,
        });
        AssertCountIsWhatLoadGives();
        var problems = LargeInspectionTable.CountByRegion(path, Authorities).Problems;
        Assert.Equal([7_002, 20_004, 31_003, 45_003, 60_002], problems.Select(problem => problem.Line));
        Assert.Contains("stands on line", problems[3].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void CountByRegion_MoreProblemsThanAreKept_KeepsTheFirstAndCountsTheRest()
    {
        WriteRows(30_000, at => at % 2 == 0 ? "Atlantis,1,Super,\n" : null);
        var counted = LargeInspectionTable.CountByRegion(path, Authorities);
        Assert.Equal(
            (30_000, 15_000, ProblemLog.Most, 29_000),
            (counted.Problems.Total, counted.Rows, counted.Problems.Count, counted.Problems.NotKept));
        AssertCountIsWhatLoadGives();
        Assert.Contains("29000 more problems", InspectionTable.Load(path, Authorities).Problems[^1].ToString(), StringComparison.Ordinal);
        Assert.Throws<LoadException>(counted.OrThrow);
    }

    [Fact]
    public void Stream_EveryProblem_IsThatOfLoad()
    {
        WriteRows(2_000, at => at == 1_500 ? "Camden,1,Fine,\n" : null);
        var problems = new ProblemLog();
        var streamed = LargeInspectionTable.Stream(path, Authorities, problems)
            .Select(row => (row.Authority, row.Number, row.Overall)).ToList();
        var loaded = InspectionTable.Load(path, Authorities);
        Assert.Equal(loaded.Rows.Select(row => (row.Authority, row.Number, row.Overall)), streamed);
        Assert.Equal(loaded.Problems, problems);
        Assert.Equal(2, problems.Count);
    }

    [Theory]
    [InlineData("utf-8", "\r\n", ",")]
    [InlineData("utf-8", "\n", ";")]
    [InlineData("utf-16", "\r\n", "\t")]
    [InlineData("utf-16BE", "\n", "|")]
    [InlineData("windows-1252", "\r\n", ";")]
    public void CountByRegion_AnyEncodingLineEndAndSeparator_GivesTheSameCounts(string name, string lineEnd, string separator)
    {
        WriteRows(3_000, at => at == 2_000 ? "Leeds,5001,Café –,\n" : null);
        var expected = LargeInspectionTable.CountByRegion(path, Authorities);
        var text = File.ReadAllText(path).Replace(",", separator, StringComparison.Ordinal)
            .Replace("\n", lineEnd, StringComparison.Ordinal);
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        var counted = LargeInspectionTable.CountByRegion(path, Authorities);
        Assert.Equal(expected.ByRegion, counted.ByRegion);
        Assert.Equal(expected.Problems, counted.Problems);
        Assert.Equal("Café –", Assert.Single(counted.Problems).Value);
    }

    [Fact]
    public void CountByRegion_AQuoteNeverClosedAfterAMillionRows_NamesItsLine()
    {
        using (var file = new StreamWriter(path))
        {
            file.Write("authority,number,overall\n");
            for (var number = 1; number <= 1_000_000; number++)
            {
                file.Write(Authorities[number % Authorities.Count].Name);
                file.Write(string.Create(CultureInfo.InvariantCulture, $",{number},Good\n"));
            }

            file.Write("\"Leeds,1,Good\n");
            for (var at = 0; at < CsvTable.LongestRow / 10; at++)
            {
                file.Write("Camden,1,Inadequate, synthetic\n");
            }
        }

        var counted = LargeInspectionTable.CountByRegion(path, Authorities);
        Assert.Equal(1_000_000, counted.Rows);
        var problem = Assert.Single(counted.Problems);
        Assert.Equal(1_000_002, problem.Line);
        Assert.Contains("quotes", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void CountByRegion_AFieldAsLongAsABook_IsReadAndItsProblemCutShort()
    {
        var book = new string('x', 1_000_000);
        File.WriteAllText(path, $"authority,overall,notes\nLeeds,Good,{book}\nBarnet,{book},\n");
        AssertCountIsWhatLoadGives();
        Assert.Equal(201, Assert.Single(LargeInspectionTable.CountByRegion(path, Authorities).Problems).Value!.Length);
    }

    [Fact]
    public void CountByRegion_Cancelled_StopsAndSaysSo()
    {
        WriteRows(200_000, _ => null);
        using var stopped = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            LargeInspectionTable.CountByRegion(path, Authorities, progress: new Told(_ => stopped.Cancel()), cancellation: stopped.Token));
        Assert.Throws<OperationCanceledException>(() =>
            LargeInspectionTable.Stream(path, Authorities, [], cancellation: stopped.Token).Count());
        using var again = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void CountByRegion_Progress_GrowsToTheWholeFile()
    {
        WriteRows(200_000, _ => null);
        var told = new List<ReadProgress>();
        var counted = LargeInspectionTable.CountByRegion(path, Authorities, progress: new Told(told.Add));
        Assert.Equal(4, told.Count);
        Assert.Equal(told.OrderBy(each => each.Bytes), told);
        Assert.Equal((200_000, 1.0), (told[^1].Rows, told[^1].Share));
        Assert.Equal(200_000, counted.Rows);
        Assert.Equal(1, new ReadProgress(0, 0, 0).Share);
    }

    [Fact]
    public void CountByRegion_TenTimesTheRows_HoldsNoMoreMemory()
    {
        WriteRows(200_000, _ => null);
        var least = Held();
        WriteRows(2_000_000, _ => null);
        var more = Held();
        Assert.True(more < least + 4_000_000, $"{more} bytes are held after 2,000,000 rows, {least} after 200,000.");
    }

    [Fact]
    public void EveryDoor_NullForWhatItNeeds_RefusesByName()
    {
        Assert.Equal("path", Assert.Throws<ArgumentNullException>(() => LargeInspectionTable.Stream(null!, [], [])).ParamName);
        Assert.Equal("authorities", Assert.Throws<ArgumentNullException>(() => LargeInspectionTable.Stream("", null!, [])).ParamName);
        Assert.Equal("problems", Assert.Throws<ArgumentNullException>(() => LargeInspectionTable.Stream("", [], null!)).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentNullException>(() => LargeInspectionTable.CountByRegion(null!, [])).ParamName);
        Assert.Equal("authorities", Assert.Throws<ArgumentNullException>(() => LargeInspectionTable.CountByRegion("", null!)).ParamName);
    }

    [Fact]
    public void OrThrow_CountsWithProblems_Throws()
    {
        var log = new ProblemLog();
        log.Add(new LoadProblem("table.csv", 2, null, null, "expected another."));
        Assert.Throws<LoadException>(() => new RegionCounts(new Dictionary<Region, JudgementCounts>(), log).OrThrow());
    }

    [Fact]
    public void ReadProgress_Share_IsThatOfTheBytes()
    {
        Assert.Equal(0.25, new ReadProgress(3, 25, 100).Share);
        Assert.Equal(1, new ReadProgress(0, 0, 0).Share);
    }

    [Fact]
    public void Stream_TheKitsOwnRows_GivesWhatLoadGives()
    {
        var problems = new ProblemLog();
        var kit = Path.Combine(Checkout.Data, "inspections.csv");
        var streamed = LargeInspectionTable.Stream(kit, Authorities, problems)
            .Select(inspection => (inspection.Authority.Name, inspection.Number, inspection.Overall));
        Assert.Equal(
            InspectionTable.Load(kit, Authorities).OrThrow().Select(
                inspection => (inspection.Authority.Name, inspection.Number, inspection.Overall)), streamed);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void CountByRegion_AFileOfAnyKind_CountsWhatLoadGives(string kind)
    {
        var file = kind == "csv"
            ? Written("count.csv", Encoding.UTF8.GetBytes(
                "A title\n\nauthority,overall\nLeeds,2 - Good\nE08000019,RI\nBarnet,..\n\nSource: synthetic.\n"))
            : Written("count.xlsx", SyntheticWorkbook.Excel(("Data", [["A title"], null, ["authority", "overall"], ["Leeds", "2 - "
                + "Good"], ["E08000019", "RI"], ["Barnet", ".."]])));
        var counts = LargeInspectionTable.CountByRegion(file, Authorities);
        Assert.Empty(counts.Problems);
        Assert.Equal((1, 1, 1),
            (counts.ByRegion[Region.YorkshireAndTheHumber].Good, counts.ByRegion[Region.YorkshireAndTheHumber].RequiresImprovement,
                counts.ByRegion[Region.London].Unknown));
    }

    // What is alive while the last rows are read.
    private long Held()
    {
        var held = 0L;
        LargeInspectionTable.CountByRegion(
            path, Authorities, progress: new Told(
                progress => held = progress.Share > 0.9 ? GC.GetTotalMemory(forceFullCollection: true) : held));
        return held;
    }

    private string Written(string name, byte[] bytes)
    {
        var file = Path.Combine(Path.GetDirectoryName(path)!, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private void WriteRows(int rows, Func<int, string?> instead)
    {
        using var file = new StreamWriter(path);
        file.Write("authority,number,overall,notes\n");
        for (var at = 0; at < rows; at++)
        {
            file.Write(instead(at) ?? string.Create(
                CultureInfo.InvariantCulture,
                $"{Authorities[at % Authorities.Count].Name},{(at / Authorities.Count) + 1},{(Judgement)((at * 7 % 4) + 1)},synthetic\n"));
        }
    }

    private void AssertCountIsWhatLoadGives()
    {
        var loaded = InspectionTable.Load(path, Authorities);
        var counted = LargeInspectionTable.CountByRegion(path, Authorities);
        Assert.Equal(loaded.Problems.Take(ProblemLog.Most), counted.Problems);
        Assert.All(counted.ByRegion, pair =>
        {
            var own = loaded.Rows.Where(row => row.Authority.Region == pair.Key).ToLookup(row => row.Overall);
            Assert.Equal(own[Judgement.Outstanding].Count(), pair.Value.Outstanding);
            Assert.Equal(own[Judgement.Good].Count(), pair.Value.Good);
            Assert.Equal(own[Judgement.RequiresImprovement].Count(), pair.Value.RequiresImprovement);
            Assert.Equal(own[Judgement.Inadequate].Count(), pair.Value.Inadequate);
            Assert.Equal(own[null].Count(), pair.Value.Unknown);
        });
        Assert.Equal(loaded.Rows.Count, counted.Rows);
    }

    private sealed class Told(Action<ReadProgress> tell) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => tell(value);
    }
}
