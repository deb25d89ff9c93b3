using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

/// <summary>Files of inspections as they lie in analysts' folders. Every judgement and day in them is synthetic.</summary>
public sealed class AnalystFilesTests : IDisposable
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = AuthorityTable
        .Load(Path.Combine(Checkout.Data, "local-authorities.csv")).OrThrow();

    private readonly string folder = Directory.CreateTempSubdirectory("sif analysts é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public void Load_BytesThatAreNoTextAboveAndBelow_AreReportedAndTheRowsBetweenAreRead(int stray)
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var none = Enumerable.Repeat((byte)0xBF, stray);
        byte[] bytes =
        [
            .. mark, .. "Outcomes "u8, .. none, .. "\n\nLocal authority,Overall effectiveness\nLeeds,Good\nBarnet,Inadequate\n"u8,
            .. "Source: synthetic rows "u8, .. none, .. "\n"u8,
        ];
        var loaded = Load("stray.csv", bytes);
        Assert.Equal(
            [("Leeds", Judgement.Good), ("Barnet", Judgement.Inadequate)], loaded.Rows.Select(row => (row.Authority.Name, row.Overall)));
        Assert.Equal(3, loaded.Understood!.HeaderLine);
        Assert.Equal([6], loaded.Understood.Below.Select(text => text.Line));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public void Load_AReleaseWithTitlesAndFootnotes_IsReadAndSaid(string kind)
    {
        object?[]?[] rows =
        [
            ["Table 1: Inspection outcomes (synthetic)"],
            null,
            ["Local authority", "Publication date", "Overall effectiveness", "Weather"],
            ["Leeds", new DateTime(2015, 3, 27), "Good", "sunny"],
            ["Co. Durham", new DateTime(2016, 5, 16), "Requires improvement to be good", null],
            ["Barnet", null, "c", null],
            null,
            ["Source: synthetic rows, for tests."],
            ["1. Rounded."],
        ];
        var bytes = kind switch
        {
            "xlsx" => SyntheticWorkbook.Excel(("Cover", [["A cover"]]), ("Other", [["region", "count"], ["London", 1]]), ("Data", rows)),
            "ods" => SyntheticWorkbook
                .OpenDocument(("Cover", [["A cover"]]), ("Other", [["region", "count"], ["London", 1]]), ("Data", rows)),
            _ => Encoding.UTF8.GetBytes(string
                .Concat(rows.Select(row =>
                    string.Join(",", (row ?? [])
                        .Select(value => new Cell(value, default).Text is var text && text.Contains(',', StringComparison.Ordinal)
                            ? $"\"{text}\"" : text)) + "\n"))),
        };
        var loaded = Load($"release.{kind}", bytes);
        Assert.Empty(loaded.Problems);
        Assert.Equal(
            [("Leeds", Judgement.Good), ("Durham", Judgement.RequiresImprovement), ("Barnet", (Judgement?)null)],
            loaded.Rows.Select(row => (row.Authority.Name, row.Overall)));
        Assert.Equal(new DateOnly(2016, 5, 16), loaded.Rows[1].Published);
        var understood = loaded.Understood!;
        Assert.Equal((3, kind == "csv" ? null : "Data"), (understood.HeaderLine, understood.Sheet));
        Assert.Equal([8, 9], understood.Below.Select(text => text.Line));
        Assert.Equal(["authority (Local authority)", "published (Publication date)", "overall (Overall "
            + "effectiveness)"], understood.Columns.Select(column => column.ToString()));
        Assert.Equal(["Weather"], understood.PassedOver);
        Assert.Equal(
            [
                "authority: 1 row like \"Co. Durham\", another spelling or name, taken for an authority of the kit",
                "overall: 1 row like \"Requires improvement to be good\", read as Requires improvement",
                "overall: 1 row like \"c\", a mark, taken as not stated (suppressed to protect people)",
            ],
            understood.Values.Select(value => value.ToString()));
    }

    [Fact]
    public void Load_AHistoryOfIlacs_IsReadInItsOwnForms()
    {
        var loaded = Load(
            "history.csv",
            "la_name,inspection_start,inspection_end,report_published,overall_effectiveness_grade,impact_of_leaders,help_protection,"
                + "in_care,care_leavers\n"
            + "\"bournemouth, christchurch & poole\",03/03/25,14/03/25,09/05/25,good,good,requires improvement to be "
                + "good,data_unreadable,good\n"
            + "north northamptonshire,02/09/24,13/09/24,28/10/24,not_reported_post_reform,inadequate,inadequate,good,\n"
            + "north northamptonshire,02/09/22,13/09/22,28/10/22,inadequate,inadequate,inadequate,inadequate,\n",
            Framework.Ilacs);
        Assert.Empty(loaded.Problems);
        Assert.Equal(
            [
                ("Bournemouth, Christchurch and Poole", 1, new DateOnly(2025, 5, 9), Judgement.Good),
                ("North Northamptonshire", 2, new DateOnly(2024, 10, 28), null),
                ("North Northamptonshire", 1, new DateOnly(2022, 10, 28), Judgement.Inadequate),
            ],
            loaded.Rows.Select(row => (row.Authority.Name, row.Number, row.Published!.Value, row.Overall)));
        Assert.Contains(loaded.Understood!.Values, note => note is
        {
            Column: "published", How: "read as day/month/year of this "
            + "century", Count: 3, Example: "09/05/25"
        });
        Assert.Contains(loaded.Understood.Values, note => note is { Column: "overall", Example: "not_reported_post_reform" });
    }

    [Fact]
    public void Load_SemicolonsBelowABlankLine_AreUnderstood()
    {
        var loaded = Load("mine.csv", "\n;;\nauthority;overall\nLeeds;Good\n");
        Assert.Equal(Judgement.Good, Assert.Single(loaded.OrThrow()).Overall);
        Assert.Equal((3, ';'), (loaded.Understood!.HeaderLine, loaded.Understood.Separator));
    }

    [Theory]
    [InlineData("ONS code")]
    [InlineData("new_la_code")]
    [InlineData("DfE number")]
    [InlineData("LA")]
    public void Load_CodesAlone_NameTheirAuthorities(string heading)
    {
        var loaded = Load("codes.csv", $"{heading},overall\nE08000035,Good\n370,RI\nE08000019,Inadequate\nE06000028,Good\n");
        Assert.Equal(["Leeds", "Barnsley", "Sheffield", "Bournemouth"], loaded.OrThrow().Select(row => row.Authority.Name));
        Assert.Contains(loaded.Understood!.Values, note => note is
        {
            Column: "authority", How: "a code, taken for its "
            + "authority", Count: 4
        });
        Assert.Equal($"authority ({heading})", loaded.Understood.Columns[0].ToString());
    }

    [Theory]
    [InlineData("16-May-16", "read as a year of this century")]
    [InlineData("16 May 2016", null)]
    [InlineData("42506", "read as Excel's count of days; a guess")]
    [InlineData("2016-05-16 00:00:00", null)]
    [InlineData("16/05/16", "read as day/month/year of this century")]
    [InlineData("5/16/2016", "read as month/day/year")]
    public void Load_ADayInAnyForm_IsThatDayAndSaidHow(string written, string? how)
    {
        var loaded = Load("days.csv", $"authority,published,overall\nLeeds,{written},Good\n");
        Assert.Equal(new DateOnly(2016, 5, 16), Assert.Single(loaded.OrThrow()).Published);
        Assert.Equal(how, loaded.Understood!.Values.SingleOrDefault()?.How);
    }

    [Fact]
    public void Load_DaysWhoseOrderNoRowShows_AreAGuessAndSaidSo()
    {
        var loaded = Load("days.csv", "authority,published,overall\nLeeds,09/05/16,Good\nBarnet,01/02/17,Good\n");
        Assert.Equal([new DateOnly(2016, 5, 9), new DateOnly(2017, 2, 1)], loaded.OrThrow().Select(row => row.Published!.Value));
        Assert.Equal(
            "published: 2 rows like \"09/05/16\", read as day/month/year of this century; a guess, as no row shows the order",
            Assert.Single(loaded.Understood!.Values).ToString());
    }

    [Fact]
    public void Load_DaysInTwoOrders_AreReadInTheBritishOneAndTheOthersTold()
    {
        var loaded = Load("days.csv", "authority,published,overall\nLeeds,31/05/2016,Good\nBarnet,05/31/2016,Good\n");
        Assert.Equal((3, "05/31/2016"), (Assert.Single(loaded.Problems).Line, loaded.Problems[0].Value));
    }

    [Fact]
    public void Load_AMonthWithoutADay_IsKeptAsAMonth()
    {
        var row = Assert.Single(Load("months.csv", "authority,published,overall,notes\nLeeds,March 2015,Good,from a list\n").OrThrow());
        Assert.Equal((null, new DateOnly(2015, 3, 1), "from a list; published in March 2015"), (row.Published, row.NotBefore, row.Notes));
    }

    [Theory]
    [InlineData("2 - Good", Judgement.Good)]
    [InlineData("Grade 2", Judgement.Good)]
    [InlineData("Good (2)", Judgement.Good)]
    [InlineData("GOOD ", Judgement.Good)]
    [InlineData("4: inadequate", Judgement.Inadequate)]
    [InlineData("Requires improvement to be good", Judgement.RequiresImprovement)]
    [InlineData("c", null)]
    [InlineData(":", null)]
    [InlineData("x", null)]
    [InlineData("z", null)]
    [InlineData("..", null)]
    [InlineData("REDACTED", null)]
    [InlineData("N/A", null)]
    [InlineData("-", null)]
    public void Load_AnySpellingOfAJudgementOrMark_IsUnderstood(string written, Judgement? meant)
    {
        var loaded = Load("judged.csv", $"authority,overall\nLeeds,{written}\n");
        Assert.Equal(meant, Assert.Single(loaded.OrThrow()).Overall);
        Assert.Equal(1, Assert.Single(loaded.Understood!.Values).Count);
    }

    [Theory]
    [InlineData("2 - Inadequate")]
    [InlineData("Good (3)")]
    [InlineData("5")]
    public void Load_AJudgementThatSaysTwoThings_IsAProblem(string written) =>
        Assert.Equal("overall", Assert.Single(Load("judged.csv", $"authority,overall\nLeeds,{written}\n").Problems).Column);

    [Fact]
    public void Load_HeadingsInCapitals_AreTheKitsOwnColumns()
    {
        var loaded = Load("capitals.csv", "Authority,Published,Overall\nLeeds,2015-03-27,Good\n");
        Assert.Equal(new DateOnly(2015, 3, 27), Assert.Single(loaded.OrThrow()).Published);
        Assert.Empty(loaded.Understood!.PassedOver);
        Assert.Equal(["authority (Authority)", "published (Published)", "overall "
            + "(Overall)"], loaded.Understood.Columns.Select(column => column.ToString()));
    }

    [Fact]
    public void Load_TheSameAuthorityOnTwoDaysWithoutNumbers_IsInspectedTwice()
    {
        var loaded = Load("twice.csv",
            "authority,published,overall\nSlough,2016-02-17,Inadequate\nSlough,2014-02-11,Inadequate\nSlough,2014-02-11,Good\n");
        Assert.Equal([("Slough", 2), ("Slough", 1)], loaded.Rows.Select(row => (row.Authority.Name, row.Number)));
        Assert.Equal(4, Assert.Single(loaded.Problems).Line);
    }

    [Fact]
    public void Load_JsonRecords_AreInspections()
    {
        var loaded = Load("mine.json", "[{\"Local authority\": \"Leeds\", \"Overall effectiveness\": \"2 - Good\"}, {\"Local "
            + "authority\": \"Atlantis\", \"Overall effectiveness\": \"Good\"}]");
        Assert.Equal(Judgement.Good, Assert.Single(loaded.Rows).Overall);
        Assert.Contains("mine.json, record 2, authority: "
            + "\"Atlantis\"", Assert.Single(loaded.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AWorkbookWithAProblem_NamesItsSheetAndRow()
    {
        var loaded = Load("mine.xlsx", SyntheticWorkbook.Excel(("My data", [["authority", "overall"], ["Leeds", "Fine"]])));
        Assert.Contains("mine.xlsx, sheet My data, row 2, overall: \"Fine\"; "
            + "expected", Assert.Single(loaded.Problems).ToString(), StringComparison.Ordinal);
    }

    private Loaded<Inspection> Load(string name, string text, Framework framework = Framework.Sif) =>
        Load(name, Encoding.UTF8.GetBytes(text), framework);

    private Loaded<Inspection> Load(string name, byte[] bytes, Framework framework = Framework.Sif) =>
        InspectionTable.Load(Written(name, bytes), Authorities, framework);

    private string Written(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
