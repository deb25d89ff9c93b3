using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.Playwright;
using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Tests;

/// <summary>Looks authorities up and follows choices as a reader does, and checks what is told against the library.</summary>
[Collection(nameof(OpenSite))]
public sealed class FindAndExploreTests(OpenSite site)
{
    /// <summary>What a line of C# sees.</summary>
    public sealed record Notebook(SifData sif);

    [Theory]
    [InlineData("york", "York")]
    [InlineData("E10000016", "Kent")]
    [InlineData("886", "Kent")]
    [InlineData("st helens", "St Helens")]
    [InlineData("isles scilly", "Isles of Scilly")]
    public async Task Find_ByNameOrCode_EnterOpensItsPage(string words, string name)
    {
        var (page, troubles) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("authorities/index.html"));
        await page.FillAsync("#search", words);
        await page.PressAsync("#search", "Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        Assert.Empty(troubles);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Find_ByRegion_ListsItsAuthoritiesAndSaysHowMany()
    {
        var (page, _) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("authorities/index.html"));
        await page.FillAsync("#search", "north east");
        var of = Samples.Data.Authorities.Concat(Samples.Data.Ilacs.Authorities).Distinct()
            .Count(authority => authority.Region == Region.NorthEast || authority.Name.Contains("North East", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync($"{of} authorities");
        Assert.Equal(of, await page.Locator("#authorities tbody tr:visible").CountAsync());
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("Hartlepol", "Hartlepool")]
    [InlineData("Gateshed", "Gateshead")]
    [InlineData("<img src=x onerror=alert(1)>\"'", null)]
    [InlineData("%E0%A4%A", null)]
    public async Task Find_AddressWithAnUnknownAuthority_SaysSoAndNamesTheNearest(string words, string? nearest)
    {
        var (page, troubles) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("authorities/index.html") + "#" + (words.StartsWith('%') ? words : Uri.EscapeDataString(words)));
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("No authority is called");
        if (nearest is not null)
        {
            await Assertions.Expect(page.Locator("#found a")).ToHaveTextAsync(nearest);
        }

        Assert.Empty(troubles);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("kent")]
    [InlineData("E10000016")]
    public async Task Find_AddressWithAKnownAuthority_OpensItsPage(string words)
    {
        var (page, _) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("authorities/index.html") + "#" + words);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Kent");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("framework=XYZ", "framework “XYZ”")]
    [InlineData("area=Nothing&region=Atlantis", "area “Nothing”, region “Atlantis”")]
    [InlineData("day=2016-13-45", "day “2016-13-45”")]
    [InlineData("day=2016-02-30", "day “2016-02-30”")]
    [InlineData("type=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "type “<script>alert(1)</script>”")]
    public async Task Explore_AddressWithAnUnknownChoice_SaysSoAndShowsTheFirst(string address, string told)
    {
        var (page, troubles) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("explore.html") + "#" + address);
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("The address names what there is not: " + told);
        Assert.True(await page.Locator("#rows tr").CountAsync() > 100);
        Assert.Empty(troubles);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("SIF", "Overall", "2016-12-31", "", "")]
    [InlineData("SIF", "Leadership", "2016-12-31", "London", "")]
    [InlineData("SIF", "Adoption", "2015-06-30", "", "County")]
    [InlineData("SIF", "LSCB", "2017-12-31", "North West", "Metropolitan district")]
    [InlineData("ILACS", "Overall", "2025-03-31", "", "")]
    [InlineData("ILACS", "Care leavers", "2024-06-30", "South West", "Unitary authority")]
    public async Task Explore_Choice_TellsWhatItsLineOfCSharpGivesAndKeepsTheAddress(
        string framework, string area, string day, string region, string type)
    {
        var (page, troubles) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("explore.html"));
        await page.SelectOptionAsync("#framework", framework);
        await page.SelectOptionAsync("#area", area);
        await page.FillAsync("#day", day);
        await page.SelectOptionAsync("#region", region);
        await page.SelectOptionAsync("#type", type);
        var answer = await page.InnerTextAsync("#answer");
        var line = await page.InnerTextAsync("#line");
        var options = ScriptOptions.Default.WithReferences(typeof(SifData).Assembly).WithImports("System", "SifAnalysis.Judgements");
        var counts = await CSharpScript.EvaluateAsync<JudgementCounts>(line, options, new Notebook(Samples.Data));
        foreach (var judgement in Names.AllJudgements)
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" {counts[judgement]} {judgement.Name().ToLowerInvariant()}"),
                answer, StringComparison.Ordinal);
        }

        Assert.Equal(counts.Total + counts.NotJudged, await page.Locator("#rows tr").CountAsync());
        var (again, _) = await site.NewPageAsync();
        await again.GotoAsync(page.Url);
        await Assertions.Expect(again.Locator("#answer")).ToHaveTextAsync(answer);
        Assert.Empty(troubles);
        await page.Context.DisposeAsync();
        await again.Context.DisposeAsync();
    }
}
