using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Large.Tests;

/// <summary>
/// A Parquet file against the same rows as CSV, which the kit reads itself. All rows here but the kit's own are synthetic.
/// </summary>
[Collection(OneByOne)]
public sealed partial class ParquetTableTests : IDisposable
{
    /// <summary>The tests of large tables, of which one measures memory and wants nobody beside it.</summary>
    public const string OneByOne = "large tables";

    private static readonly IReadOnlyList<LocalAuthority> Authorities = SifData.Load(Checkout.Data).Authorities;

    private readonly string folder = Directory.CreateTempSubdirectory("sif-parquet-").FullName;

    public static TheoryData<JudgementArea> Areas => [.. Names.AllAreas];

    private string Csv => Path.Combine(folder, "table.csv");

    private string Parquet => Path.Combine(folder, "table.parquet");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Areas))]
    public void CountByRegion_TheKitsOwnRows_AreThoseOfTheCsv(JudgementArea area)
    {
        var kit = Path.Combine(Checkout.Data, "inspections.csv");
        Write($"FROM read_csv({Literal(kit)})");
        Assert.Equal(
            LargeInspectionTable.CountByRegion(kit, Authorities, area).OrThrow(),
            LargeInspectionTable.CountByRegion(Parquet, Authorities, area).OrThrow());
        Assert.Equal(
            InspectionTable.Load(kit, Authorities).OrThrow()
                .Select(row => (row.Authority, row.Number, row.Published, row[area], row.Report)),
            Streamed().OrThrow()
                .Select(row => (row.Authority, row.Number, row.Published, row[area], row.Report)));
    }

    [Fact]
    public void Load_TheKitsOwnRows_NeedsNoDuckDb()
    {
        var kit = Path.Combine(Checkout.Data, "inspections.csv");
        Write($"FROM read_csv({Literal(kit)})");
        Assert.Equal(
            InspectionTable.Load(kit, Authorities).OrThrow()
                .Select(row => (row.Authority, row.Number, row.Published, row.Overall, row.Report)),
            InspectionTable.Load(Parquet, Authorities).OrThrow()
                .Select(row => (row.Authority, row.Number, row.Published, row.Overall, row.Report)));
        Write("SELECT 'Leds' AS authority, 'Good' AS overall");
        Assert.Contains(
            "table.parquet, row 1, authority: \"Leds\"",
            Assert.Single(InspectionTable.Load(Parquet, Authorities).Problems).ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authority,overall\nLeeds,Good\nHull,RI\nKingston upon Hull,Good\nLeds,Good\nBarnet,Super\n\" "
        + "\",Good\n,Good\nCamden,[x]\nBexley,\" grade 3 \"\n")]
    [InlineData("authority,number,overall\nLeeds,1,Super\nLeeds,1,Good\nLeeds,+1,Good\nLeeds, 1 "
        + ",Good\nLeeds,1.5,Good\nLeeds,0,Good\nLeeds,-3,Good\nLeeds,99999999999,Good\nLeeds,,Good\nLeeds,2000000,Good\nLeeds,2000000,"
        + "Good\nLeeds City Council,2,Good\nLeeds,2,Good\n")]
    [InlineData("LA name,Overall effectiveness,Inspection start date,Publication date\nLeeds,Good,01/02/2016,31/01/2016\nBarnet,Good,1 "
        + "March 2016,2016-03-02\nCamden,Good,2016-02-30,\nHull,Good,2016-05-01,30/04/2016\nBexley,Good,9/1/2016,10/1/2016\n")]
    [InlineData("authority,overall,leadership,report,notes\nLeeds,Good,Awful,https://reports.ofsted.gov.uk/1,a\nBarnet,Good,Good,not an "
        + "address,\nHull,5,6,nowhere,\n")]
    [InlineData("URN,LAESTAB,Local authority,Overall effectiveness,Inspection start date,Publication "
        + "date\n100001,2013601,Camden,Good,2016-03-01,\n100002,2013602,Camden,RI,2016-03-01,\n100001,2013601,Camden,Good,2017-03-01,\n "
        + "100001 ,2013601,Camden,Good,1 March "
        + "2016,2016-04-01\n100002,2013602,Camden,Good,,2016-03-01\n,,Camden,Good,2016-03-01,\n[x],,Camden,Good,2017-03-01,\n100001,,"
        + "Barnet,Good,2016-03-01,\n100009,,Barnet,Good,never,2016-05-01\n100009,,Barnet,Good,,2016-05-01\n")]
    [InlineData("Registration number,LA "
        + "name,overall,number\nSC012345,Leeds,Good,1\nSC012345,Leeds,Good,2\nSC012345,Leeds,Good,2\nSC12345,Leeds,Good,1\n")]
    [InlineData("authority,started,ended,published,not_before,overall\nLeeds,2016-03-01,2016-02-01,2016-01-01,2016-04-01,Good\n")]
    [InlineData("authority,overall,Overall effectiveness\nLeeds,Good,Good\n")]
    [InlineData("name,grade\nLeeds,Good\n")]
    [InlineData("authority,notes\nLeeds,\n")]
    [InlineData("authority,overall\n")]
    public void CountByRegion_BrokenTexts_TellWhatTheCsvTells(string text)
    {
        WriteBoth(text);
        AssertIsWhatTheCsvGives();
    }

    [Fact]
    public void CountByRegion_ManyRowsWithProblemsHereAndThere_TellsWhatTheCsvTells()
    {
        WriteBoth("authority,number,overall,published\n" + string.Concat(Enumerable.Range(0, 30_000).Select(at => at switch
        {
            7_000 => "Leeds,5001,Fine,\n",
            20_001 => "Nowhere,5001,Good,\n",
            29_998 => "Camden,1,Good,\n",
            29_999 => "Camden,2,Good,yesterday\n",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{Authorities[at % Authorities.Count].Name},{(at / Authorities.Count) + 1},{(Judgement)((at * 7 % 4) + 1)},2016-"
                    + $"{(at % 12) + 1:00}-01\n"),
        })));
        AssertIsWhatTheCsvGives();
        Assert.Equal(
            [7_001, 20_002, 29_999, 30_000, 30_000], LargeInspectionTable.CountByRegion(Parquet, Authorities).Problems.Select(
                problem => problem.Line));
    }

    [Fact]
    public void CountByRegion_MoreProblemsThanAreKept_KeepsTheFirstAndCountsTheRest()
    {
        WriteBoth("authority,overall\n" + string.Concat(Enumerable.Repeat("Atlantis,Super\n", 3_000)));
        AssertIsWhatTheCsvGives();
        Assert.Equal(6_000, LargeInspectionTable.CountByRegion(Parquet, Authorities).Problems.Total);
    }

    [Theory]
    [InlineData("DATE '2016-05-01'", "DATE '2016-06-01'", "3", "1")]
    [InlineData("TIMESTAMP '2016-05-01 10:30:00'", "TIMESTAMP '2016-06-01 00:00:00'", "3.0::DOUBLE", "1.0::DOUBLE")]
    [InlineData("TIMESTAMPTZ '2016-05-01 10:30:00+00'", "TIMESTAMPTZ '2016-06-01 23:30:00+00'", "3::TINYINT", "1::DECIMAL(9, 2)")]
    [InlineData("'2016-05-01 00:00:00'", "'1 June 2016'", "'Requires Improvement'::ENUM ('Requires Improvement')", "'1'")]
    [InlineData("'2016-05-01'::BLOB", "'2016-06-01'::BLOB", "'RI'::BLOB", "1::BIGINT")]
    [InlineData("'2016-05-01T00:00:00'", "TIMESTAMP_S '2016-06-01 00:00:00'", "3::FLOAT", "1::FLOAT")]
    public void Load_TypedColumns_AreWhatTheyMean(string started, string published, string overall, string number)
    {
        Write($"SELECT 'Leeds' AS authority, {started} AS started, {published} AS published, {overall} AS overall, {number} AS number, "
            + $"'re-inspection' AS kind");
        var row = Streamed().OrThrow().Single();
        Assert.Equal(
            ("Leeds", new DateOnly(2016, 5, 1), new DateOnly(2016, 6, 1), Judgement.RequiresImprovement, 1, InspectionKind.Reinspection),
            (row.Authority.Name, row.Started, row.Published, row.Overall, row.Number, row.Kind));
        Assert.Equal(1, LargeInspectionTable.CountByRegion(Parquet, Authorities).OrThrow()[row.Authority.Region].RequiresImprovement);
    }

    [Fact]
    public void CountByRegion_ADateBeforeAnotherInTypedColumns_IsAProblem()
    {
        Write("SELECT 'Leeds' AS authority, DATE '2016-05-01' AS started, TIMESTAMP '2016-04-01 00:00:00' AS published, 'Good' AS overall");
        var problem = Assert.Single(LargeInspectionTable.CountByRegion(Parquet, Authorities).Problems);
        Assert.Equal((1, "published", "2016-04-01"), (problem.Line, problem.Column, problem.Value));
        Assert.Contains("table.parquet, row 1, published:", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o'clock [1] *?.parquet")]
    [InlineData("authority=Leeds/é.PARQUET")]
    public void CountByRegion_NamesThatArePatternsElsewhere_AreThoseOfOneFile(string name)
    {
        Write("SELECT 'Barnet' AS authority, 'Good' AS overall");
        var moved = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
        File.Copy(Parquet, moved);
        Assert.Equal(1, LargeInspectionTable.CountByRegion(moved, Authorities).OrThrow()[Region.London].Good);
    }

    [Theory]
    [InlineData("")]
    [InlineData("authority,overall\nLeeds,Good\n")]
    [InlineData("PAR1 and nothing else PAR1")]
    public void CountByRegion_NoParquetFile_SaysSo(string text)
    {
        File.WriteAllText(Parquet, text);
        var problem = Assert.Single(LargeInspectionTable.CountByRegion(Parquet, Authorities).Problems);
        Assert.Contains("cannot be read as Parquet", problem.Expected, StringComparison.Ordinal);
        Assert.Equal([problem], Streamed().Problems);
    }

    [Fact]
    public void CountByRegion_MissingFileOrFolder_SaysSo()
    {
        Assert.Contains(
            "no such file",
                Assert.Single(LargeInspectionTable.CountByRegion(Parquet, Authorities).Problems).Expected, StringComparison.Ordinal);
        Directory.CreateDirectory(Parquet);
        Assert.Contains(
            "this is a folder",
            Assert.Single(LargeInspectionTable.CountByRegion(Parquet, Authorities).Problems).Expected,
            StringComparison.Ordinal);
    }

    [Fact]
    public void CountByRegion_ATruncatedFile_SaysSoAndCountsNothing()
    {
        WriteBoth("authority,overall\nLeeds,Good\n");
        File.WriteAllBytes(Parquet, File.ReadAllBytes(Parquet)[..^20]);
        var counted = LargeInspectionTable.CountByRegion(Parquet, Authorities);
        Assert.Equal((0, 1), (counted.Rows, counted.Problems.Total));
    }

    [Fact]
    public void CountByRegion_PagesThatAreNoLongerThere_SaysSoAndCountsNothing()
    {
        WriteBoth(
            "authority,number,overall\n"
                + string.Concat(
                    Enumerable.Range(1, 20_000).Select(at => string.Create(CultureInfo.InvariantCulture, $"Leeds,{at},Good\n"))));
        var bytes = File.ReadAllBytes(Parquet);
        bytes.AsSpan(4, bytes.Length / 2).Fill(0xAB);
        File.WriteAllBytes(Parquet, bytes);
        var counted = LargeInspectionTable.CountByRegion(Parquet, Authorities);
        Assert.Equal((0, 1), (counted.Rows, counted.Problems.Total));
        Assert.Contains("cannot be read as Parquet", counted.Problems[0].Expected, StringComparison.Ordinal);
        Assert.Contains(
            "cannot be read as Parquet", Streamed().Problems[^1].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void CountByRegion_NumbersTooLargeForOne_AreTold()
    {
        Write("SELECT 'Leeds' AS authority, n AS number, 'Good' AS overall FROM (VALUES (1::BIGINT), (99999999999), (2000000), (2000000), "
            + "(NULL)) AS numbers (n)");
        var counted = LargeInspectionTable.CountByRegion(Parquet, Authorities);
        Assert.Equal([2, 4, 5], counted.Problems.Select(problem => problem.Line));
        Assert.Equal(Streamed().Problems, counted.Problems);
        Assert.Equal(2, counted.Rows);
    }

    [Fact]
    public void CountByRegion_Progress_EndsWithTheWholeFile()
    {
        WriteBoth("authority,overall\nLeeds,Good\nBarnet,Good\n");
        var told = new List<ReadProgress>();
        LargeInspectionTable.CountByRegion(Parquet, Authorities, progress: new Told(told.Add));
        Assert.Equal((2, 1.0), (told[^1].Rows, told[^1].Share));
    }

    [Fact]
    public void CountByRegion_Cancelled_StopsAndSaysSo()
    {
        WriteBoth("authority,overall\nLeeds,Good\nBarnet,Good\n");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            LargeInspectionTable.CountByRegion(Parquet, Authorities, cancellation: stopped.Token));
        Assert.Throws<OperationCanceledException>(() =>
            LargeInspectionTable.Stream(Parquet, Authorities, [], cancellation: stopped.Token).Count());
    }

    [Fact]
    public void ColumnsOf_AFileOrNone_AreItsColumnsInTheKitsWords()
    {
        Write("SELECT 'Leeds' AS \"LA name\", 'Good' AS \"Overall effectiveness\", 1 AS \"a \"\"quoted\"\" name\"");
        Assert.Equal(["authority", "overall", "a \"quoted\" name"], LargeInspectionTable.ColumnsOf(Parquet));
        File.WriteAllText(Parquet, "no Parquet");
        Assert.Empty(LargeInspectionTable.ColumnsOf(Parquet));
    }

    [Fact]
    public void CountByRegion_WithoutTheNativeLibrary_SaysWhichPackageToAdd()
    {
        WriteBoth("authority,overall\nLeeds,Good\n");
        var context = new WithoutNativeLibraries();
        var table = context.LoadFromAssemblyPath(typeof(LargeInspectionTable).Assembly.Location)
            .GetType(typeof(LargeInspectionTable).FullName!)!;
        var library = context.LoadFromAssemblyPath(typeof(InspectionTable).Assembly.Location);
        var authorities = library.GetType(typeof(LocalAuthority).FullName!)!;
        var counts = table.GetMethod(nameof(LargeInspectionTable.CountByRegion))!.Invoke(
            null, [Parquet, Array.CreateInstance(authorities, 0),
                Enum.ToObject(library.GetType(typeof(JudgementArea).FullName!)!, 0), null, default(CancellationToken)])!;
        var thrown =
            Assert.Throws<TargetInvocationException>(() => counts.GetType().GetMethod("OrThrow")!.Invoke(counts, [])).InnerException!;
        Assert.Equal(typeof(LoadException).FullName, thrown.GetType().FullName);
        Assert.Contains(
            $"#r \"nuget: DuckDB.NET.Data.Full, {typeof(DuckDBConnection).Assembly.GetName().Version}\"",
            thrown.Message,
            StringComparison.Ordinal);
        context.Unload();
    }

    private Loaded<Inspection> Streamed()
    {
        var problems = new ProblemLog();
        List<Inspection> rows = [.. LargeInspectionTable.Stream(Parquet, Authorities, problems)];
        return new Loaded<Inspection>(rows, problems.Reported());
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\bline (\d+)")]
    private static partial Regex Line();

    // The row of a line: the header is line 1 of the CSV and no row of the Parquet file.
    private static (int Row, string? Column, string? Value, string Expected) InRows(LoadProblem problem) => (
        Math.Max(0, problem.Line - 1),
        problem.Column,
        problem.Value,
        Line().Replace(problem.Expected, match => string.Create(CultureInfo.InvariantCulture, $"row "
            + $"{int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1}")));

    private void Write(string query)
    {
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"COPY ({query}) TO {Literal(Parquet)} (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private void WriteBoth(string text)
    {
        File.WriteAllText(Csv, text);
        Write($"FROM read_csv({Literal(Csv)}, header = true, all_varchar = true, delim = ',')");
    }

    private void AssertIsWhatTheCsvGives()
    {
        var expected = LargeInspectionTable.CountByRegion(Csv, Authorities);
        var counted = LargeInspectionTable.CountByRegion(Parquet, Authorities);
        Assert.Equal(
            expected.Problems.Select(InRows), counted.Problems.Select(
                problem => (problem.Line, problem.Column, problem.Value, problem.Expected)));
        Assert.Equal(expected.Problems.Total, counted.Problems.Total);
        Assert.Equal(expected.ByRegion, counted.ByRegion);
        var loaded = Streamed();
        Assert.Equal(expected.Rows, loaded.Rows.Count);
        Assert.Equal(counted.Problems, loaded.Problems.Take(ProblemLog.Most));
    }

    // The library as in a program that brings no native part of DuckDB.
    private sealed class WithoutNativeLibraries() : AssemblyLoadContext("without native libraries", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name) => name.Name!.StartsWith("DuckDB", StringComparison.Ordinal)
            || name.Name == "SifAnalysis"
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll"))
            : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) => throw new DllNotFoundException(unmanagedDllName);
    }

    private sealed class Told(Action<ReadProgress> tell) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => tell(value);
    }
}
