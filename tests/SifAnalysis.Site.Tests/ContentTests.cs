using System.Globalization;
using FsCheck.Xunit;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Site.Content;

namespace SifAnalysis.Site.Tests;

public class ContentTests
{
    private const string Hostile = "<img src=x onerror=window.hacked=1>\"'&</script><script>window.hacked=1</script>";

    [Property]
    public bool Slug_OfAnyName_IsSafeInAnAddress(string? name) =>
        Slug.Of(name ?? "").All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    [Property]
    public bool Slugs_OfAnyNames_AreEachOfTheirOwn(string[] names)
    {
        var given = names.Where(name => name is not null).Distinct().ToList();
        var slugs = Slug.OfEach(given);
        return slugs.Values.Distinct().Count() == given.Count && !slugs.Values.Contains("index");
    }

    [Theory]
    [InlineData("Bristol, City of", "bristol-city-of")]
    [InlineData("King's Lynn", "kings-lynn")]
    [InlineData("Ynys Môn", "ynys-mon")]
    [InlineData("???", "page")]
    public void Slug_OfAName_IsInSmallLetters(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Fact]
    public void Make_Twice_GivesTheSameBytes()
    {
        var (first, second) = (SitePages.Make(Samples.Content).ToList(), SitePages.Make(Samples.Content).ToList());
        Assert.Equal(first.Select(file => file.Path), second.Select(file => file.Path));
        Assert.All(first.Zip(second), pair =>
            Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span), pair.First.Path));
    }

    [Fact]
    public void Make_NameWithQuotesAndBrackets_StaysText()
    {
        var stranger = new LocalAuthority(Hostile, Region.London);
        var content = Samples.Content with
        {
            Data = With([new Inspection(stranger, 1)
        {
            Published = new DateOnly(2015, 1, 1),
            Judgements = new Dictionary<JudgementArea, Judgement> { [JudgementArea.OverallEffectiveness] = Judgement.Good },
            DatesSource = Hostile,
            Notes = Hostile,
        }], stranger)
        };
        foreach (var file in SitePages.Make(content).Where(file =>
            file.Path.EndsWith(".html", StringComparison.Ordinal) || file.Path == "assets/data.js"))
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Content.Span);
            Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>window", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Make_TenThousandRowsOfAUsersOwn_GivesPagesThatStayLight()
    {
        // Synthetic rows: every authority inspected 66 times, judged in turn.
        var start = new DateOnly(2014, 1, 1);
        var rows = Samples.Data.Authorities.SelectMany((authority, place) =>
            Enumerable.Range(1, 66).Select(number => new Inspection(authority, number)
            {
                Published = start.AddDays((number * 60) + place),
                Judgements = Names.AllAreas.ToDictionary(area => area, area => (Judgement)(((number + place + (int)area) % 4) + 1)),
                JudgementsSource = "Synthetic",
            })).ToList();
        Assert.True(rows.Count >= 10_000);
        var files = SitePages.Make(Samples.Content with { Data = With(rows) }).ToList();
        Assert.All(files.Where(file => !file.Path.Contains("plotly", StringComparison.Ordinal)), file =>
            Assert.InRange(file.Content.Length, 1, 1_000_000));
        Assert.InRange(files.Count(file => file.Path.StartsWith("authorities/", StringComparison.Ordinal) && file.Path
            .EndsWith(".csv", StringComparison.Ordinal)), Samples.Data.Authorities.Count, 200);
    }

    [Fact]
    public void Make_NoRowsAtAll_GivesPagesThatSaySo()
    {
        var content = Samples.Content with
        {
            Data = Samples.Data with
            {
                Inspections = new InspectionSet(Samples.Data.Authorities, []),
                Ilacs = new InspectionSet([], [])
            },
            Checks = []
        };
        var pages = SitePages.Make(content).ToDictionary(file => file.Path, file => System.Text.Encoding.UTF8.GetString(file.Content.Span));
        Assert.Contains("The data has no report on Kent.", pages["authorities/kent.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void FrontPage_Graphic_ShowsTheCountsOfTheRows()
    {
        var front = System.Text.Encoding.UTF8
            .GetString(SitePages.Make(Samples.Content).Single(file => file.Path == "index.html").Content.Span);
        var check = Samples.Content.Checks.Single(check => check.Figure.Id == "overall-good");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"data-label=\"The article\">{check.Figure.Stated}</td><td "
            + $"class=\"number\" data-label=\"The rows\">{check.Computed}</td>"), front, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<Verdict>().Where(verdict => Samples.Content.Checks.Any(own => own.Verdict == verdict)), verdict =>
            Assert.Contains(verdict.Name(), front, StringComparison.Ordinal));
    }

    [Fact]
    public void AuthorityTable_OfAnAuthority_HoldsEveryJudgementWithItsSource()
    {
        var file = SitePages.Make(Samples.Content).Single(file => file.Path == "authorities/slough.csv");
        var lines = System.Text.Encoding.UTF8.GetString(file.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = Samples.Data.Inspections.Of("Slough");
        Assert.True(lines.Length - 1 >= rows.Count * Names.AllAreas.Count);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("Slough,", line, StringComparison.Ordinal));
    }

    private static SifData With(IEnumerable<Inspection> inspections, params LocalAuthority[] more) =>
        Samples.Data with { Inspections = new InspectionSet([.. Samples.Data.Authorities, .. more], inspections) };
}
