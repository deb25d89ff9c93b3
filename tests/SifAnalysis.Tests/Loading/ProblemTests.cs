using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

/// <summary>
/// All that loaders read and tell, word by word: problems.txt beside this file holds the rows and the problems of small synthetic tables,
/// most of them broken. Nothing of a message may change unseen.
/// </summary>
public sealed class ProblemTests : IDisposable
{
    private static readonly string[] Authorities =
    [
        "authority,region\nLeeds,London\n",
        "authority,region,ofsted_region,type,source,ons_code,dfe_number,from,until,predecessors,successors\nLeeds,Yorkshire and The "
            + "Humber,\"North East, Yorkshire and the Humber\",Metropolitan district,a list,E08000035,383,1974-04-01,,Old Leeds; Morley,\n",
        "authority,region,ofsted_region,type,ons_code\nLeeds,london,North "
            + "West,Castle,E0800003\n,,,,\nBarnet,,,,\n,London,,,\nHull,Narnia,,unitary authority,e06000010\n",
        "authority,region\nLeeds,London\nBarnet,London\nLeeds,East Midlands\n",
        "authority,region,weather\nLeeds,London,sunny\n",
        "region\nLondon\n",
    ];

    private static readonly string[] Inspections =
    [
        "authority,number,started,ended,published,kind,not_before,overall,help_protection,looked_after,adoption,care_leavers,leadership,"
            + "safeguarding_board,report,dates_source,judgements_source,judgements_rank,notes\n"
            + "Leeds,2,2015-01-05,2015-01-29,2015-03-27,inspection,2015-01-01,Good,Outstanding,Requires improvement,Inadequate,1,RI,grade "
                + "4,https://reports.ofsted.gov.uk/1,a list,a paper,press,noted\n",
        "authority,overall\nHull,Good\nBRISTOL CITY COUNCIL,[x]\n\"Bristol, City of\",Good\nSt Helens,inadequate\nSt. Helens "
            + "Council,2\nKingston upon Hull,z\nLondon Borough of Barnet,Good\nBarnet,Good\n",
        "authority,overall\n,Good\n  ,\nLeeds,?\nLeads,Good\nThe council of a city that nobody has ever heard of,Good\nX,Good\n"
            + new string('y', 300) + ",Good\nBarnet," + new string('z', 300) + "\n",
        "authority,number,overall\nLeeds,0,Good\nLeeds,-1,Good\nLeeds,1.5,Good\nLeeds,two,Good\nLeeds, 2 "
            + ",Good\nLeeds,+3,Good\nLeeds,99999999999,Good\nLeeds,2,RI\nLeeds,,Good\n",
        "authority,started,ended,published,not_before,overall\nLeeds,2016-02-30,31.1.2016,1/13/2016,tomorrow,Good\nBarnet,2016-03-02,"
            + "2016-03-01,2016-02-01,,Good\nCamden,,2016-03-01,2016-02-29,2016-03-01,\n"
            + "Hackney,2016-03-01,2016-03-01,2016-03-01,2016-03-01,\nHull,1 March 2016,2 Mar "
                + "2016,3-Mar-2016,2016-03-03T00:00:00,\nBexley,2016-03-01 00:00:00,1/3/2016 09:30,Tuesday 1 March 2016,5-3-2016,Good\n",
        "authority,report,overall\nLeeds,reports.ofsted.gov.uk,Good\nBarnet,https://reports.ofsted.gov.uk/a b,Good\n",
        "URN,Local authority,Inspection start date,Inspection end date,Publication date,Overall effectiveness\n1,Leeds,2016-01-01,,,Good\n"
        + "1,Leeds,2016-01-01,,,Good\n1,Leeds,,2016-01-01,,Good\n1,Leeds,,,2016-01-02,Good\n1,Leeds,,,,Good\n1,Leeds,,,,RI\n"
        + "2,Leeds,,,,RI\n1,Barnet,,,,RI\n,Barnet,,,,RI\n,Barnet,,,,RI\n",
        "authority,overall,notes,,\nLeeds,Good,,,\nBarnet,Good,a,b\nCamden,Good,a,,b\nHull,Good,a,, "
        + ",,\nBexley\n\n,,\n\t,\nHackney,Good,\"a\"\"b\nc\"\nEaling,Good,a \"b\nBrent,Good,\"a\" b\nBromley,Good,\"never "
        + "closed\nLewisham,Good\n",
        "authority,overall,Council,Overall judgement\nLeeds,Good,Leeds,Good\n",
        "authority,weather\nLeeds,sunny\n",
        "weather\nsunny\n",
        "authority,overall\n",
        "\n\n",
        " \n",
        "authority,overall",
        "\uFEFFauthority;overall\nLeeds;Good\n",
        "\"authority;x\"|overall\nLeeds|Good\n",
        "authority\toverall\tnotes\nLeeds\tGood\ta, b; c\n",
        "authority\u0000,overall\nLeeds,Good\n",
    ];

    private static readonly string[] Figures =
    [
        "id,publication,statement,value,unit,measure,first_day,last_day,qualifier,area,judgement,authority,least,most,tolerance\nf,A "
            + "paper,Stated,12,inspections,count,2016-12-01,2016-12-31,about,overall,Good,Leeds,0.1,0.25,vague\n",
        "id,publication,statement,value,unit,measure,first_day,last_day,area,judgement,least,most\nf,A "
            + "paper,Stated,12,inspections,count,soon,2016-12-31,everything,fine,0.5,0.4\nf,,,,,,,,,,much,1e400\n,A "
            + "paper,Stated,12,inspections,count,2016-12-31,2016-12-01,leadership,RI,,\n",
        "id,publication,statement,value,unit,measure,first_day,last_day\nf,A paper,Stated,12,inspections,count,2016-12-31,2016-12-31\nf,A "
            + "paper,Stated,12,inspections,count,2016-12-31,2016-12-31\n", "id\nf\n",
    ];

    private static readonly string[] Counts =
    [
        "as_at,published,area,what,source,outstanding,good,requires_improvement,inadequate,total,notes\n"
        + "2016-12,2017-01-03,overall,published,A release,1,2,3,4,10,noted\n2016-12-31,2017-01-03,safeguarding_board,published,A "
        + "release,,,,,,\n",
        "as_at,published,area,what,source,outstanding,good,requires_improvement,inadequate,total\n2016,2017-01-03,overall,a,b,1,2,3,4,9\n"
        + "2016-13,soon,nothing,,,-1,many,1.5,0,-2\n,,,,,,,,,\n2016-02-30,,,a,,0,0,0,0,0\nDec 2016,2017-01-03,overall,a,b,5,,,,5\n"
        + "2016-12-1,2017-01-03,overall,a,b,5,,,,5\n",
    ];

    private static readonly string[] Sources =
    [
        "id,rank,title,rows_dated,rows_judged\nS1,ofsted,A list,3,4\nS2,Press,A paper,,\n",
        "id,rank,title,rows_dated\nS1,gossip,A list,few\n,,,\nS2,,A paper,1\nS3,council,,1\n",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("sif-problems-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void EveryTable_RowsAndProblems_AreAsWritten() => AsWritten.Check("Loading/problems.txt", string.Concat(Told()));

    [Fact]
    public void EveryLoader_NullForWhatItNeeds_RefusesByName()
    {
        Assert.Equal("folder", Assert.Throws<ArgumentNullException>(() => SifData.Load(null!)).ParamName);
        Assert.Equal("inspections", Assert.Throws<ArgumentNullException>(() => ((InspectionSet)null!).ToDataFrame()).ParamName);
        Assert.Equal("frame", Assert.Throws<ArgumentNullException>(() => ((DataFrame)null!).ToInspections([])).ParamName);
        Assert.Equal("authorities", Assert.Throws<ArgumentNullException>(() => new DataFrame().ToInspections(null!)).ParamName);
    }

    [Fact]
    public void ToInspections_FramesThatAreWrong_NameTheRow()
    {
        IReadOnlyList<LocalAuthority> one = [new("Leeds", Region.London)];
        string Refusal(params DataFrameColumn[] columns) =>
            Assert.Throws<ArgumentException>("frame", () => new DataFrame(columns).ToInspections(one)).Message.Split(" (Parameter")[0];
        Assert.Equal(
            "The data frame has no column authority; it has overall, notes.", Refusal(Texts("overall", "Good"), Texts("notes", "a")));
        Assert.Equal(
            "Row 2, authority: \"Leds\"; no such local authority; did you mean Leeds?", Refusal(Texts("authority", "Leeds", "Leds")));
        Assert.Equal(
            $"Row 1, overall: \"Fine\"; expected {JudgementParsing.Expected}.", Refusal(
                Texts("authority", "Leeds"), Texts("overall", "Fine")));
        Assert.Equal(
            $"Row 1, started: \"soon\"; expected {Dates.Expected}.", Refusal(Texts("authority", "Leeds"), Texts("started", "soon")));
    }

    [Fact]
    public void Load_AFolderThatIsNotThere_OrLacksTables_SaysSo()
    {
        var none = Path.Combine(folder, "none");
        Assert.Equal(
            $"{none}: there is no such folder; give the folder that holds inspections.csv.",
            Assert.Throws<LoadException>(() => SifData.Load(none)).Message);
        var problems = Assert.Throws<LoadException>(() => SifData.Load(folder)).Problems;
        Assert.Equal(
            [.. DataTables.All.Select(table => $"{table.Name}.csv")],
            problems.Select(problem => Path.GetFileName(problem.File)));
        Assert.Equal(SifData.Load(Checkout.Data).Inspections.Count, SifData.Load().Inspections.Count);
    }

    private static StringDataFrameColumn Texts(string name, params string[] values) => new(name, values);

    private IEnumerable<string> Told()
    {
        IReadOnlyList<LocalAuthority> known =
            [
                .. new[]
                {
                    "Barnet",
                    "Bexley",
                    "Brent",
                    "Bristol",
                    "Bromley",
                    "Camden",
                    "Ealing",
                    "Hackney",
                    "Kingston upon Hull",
                    "Leeds",
                    "Lewisham",
                    "St Helens",
                }.Select(name => new LocalAuthority(name, Region.London)),
            ];
        return
        [
            .. Authorities.Select(text => Told("authorities", text, AuthorityTable.Load)),
            .. Inspections.Select(text => Told("inspections", text, path => InspectionTable.Load(path, known))),
            Told("inspections of no authority", Inspections[1], path => InspectionTable.Load(path, [])),
            .. Figures.Select(text => Told("figures", text, FigureTables.LoadFigures)),
            .. Counts.Select(text => Told("counts", text, FigureTables.LoadOfficialCounts)),
            .. Sources.Select(text => Told("sources", text, SourceTable.Load)),
        ];
    }

    private string Told<T>(string kind, string text, Func<string, Loaded<T>> load)
    {
        var path = Path.Combine(folder, "table.csv");
        File.WriteAllText(path, text);
        var loaded = load(path);
        var told = new StringBuilder($"# {kind}: {text.Split('\n')[0].Trim('\uFEFF').Replace('\0', '0')}\n");
        foreach (var row in loaded.Rows)
        {
            told.Append("  ").AppendJoin(
                " | ", row!.GetType().GetProperties().Where(
                    property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract").Select(
                    property => $"{property.Name} {Said(property.GetValue(row))}"))
                .Append('\n');
        }

        foreach (var problem in loaded.Problems)
        {
            told.Append("  ! ")
                .Append(problem.ToString().Replace(path, "FILE", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))
                .Append('\n');
        }

        return told.ToString();
    }

    private static string Said(object? value) => value switch
    {
        null => "-",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IDictionary judgements =>
            $"[{string.Join(", ", judgements.Keys.Cast<object>().Order().Select(key => $"{key}: {judgements[key]}"))}]",
        string text => text.Replace("\n", "\\n", StringComparison.Ordinal),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
