using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SifAnalysis.Site.Tests;

/// <summary>Opens every kind of page and twenty authorities in a real Chromium, from files and without a network.</summary>
[Collection(nameof(OpenSite))]
public sealed class PageTests(OpenSite site)
{
    // An element is wider than its parent where its text is cut or runs out of it; what scrolls by itself may be.
    private const string Wider =
        """
        () => [...document.querySelectorAll('main *, header *, footer *')].filter(each => each.checkVisibility({ visibilityProperty: true })
          && !each.closest('svg, .plot, pre, .scroll:not(.fits), .output:not(.fits), [hidden]')
          && !['BR', 'WBR', 'OPTION'].includes(each.tagName)
          && getComputedStyle(each).position !== 'absolute'
          && each.getBoundingClientRect().right > each.parentElement.getBoundingClientRect().right + 1.5
          && each.getBoundingClientRect().width > 1)
          .map(each => each.outerHTML.slice(0, 120))
        """;

    private static readonly int[] Widths = [1280, 768, 390];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_AtThreeWidths_PassAxeFetchNothingAndCutNothing(ColorScheme scheme)
    {
        var (page, troubles) = await site.NewPageAsync();
        var found = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var path in site.Sample)
            {
                await page.GotoAsync(site.Address(path));
                await page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
                var axe = await page.RunAxe();
                Assert.NotEmpty(axe.Passes);
                found.AddRange(axe.Violations.SelectMany(violation =>
                    violation.Nodes.Select(node => $"{path} at {width}: {violation.Id}: {node.Html}")));
                found.AddRange((await page.EvaluateAsync<string[]>(Wider)).Select(wider => $"{path} at {width} is cut: {wider}"));
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
                {
                    found.Add($"{path} at {width} scrolls sideways");
                }
            }
        }

        Assert.Empty(found);

        // The page's policy lets nothing fetch its style sheets again, not even axe, which tries to and is told so.
        Assert.DoesNotContain(troubles, trouble => !trouble.StartsWith("error: Connecting to 'file:", StringComparison.Ordinal)
            && !trouble.Contains("preload assets", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Pages_KeyboardAlone_ReachesEveryControl()
    {
        var (page, _) = await site.NewPageAsync();
        foreach (var path in site.Sample.Take(5))
        {
            await page.GotoAsync(site.Address(path));
            await page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
            for (var press = 0; press < 900; press++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>(
                    "(() => { const one = document.activeElement; if (one === document.body) { return true; } one.dataset.reached = ''; "
                    + "return false; })()"))
                {
                    break;
                }
            }

            Assert.Empty(await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href], button, summary, input, select')].filter(each => each.checkVisibility({ "
                    + "contentVisibilityAuto: true, visibilityProperty: true }) && !('reached' in each.dataset)).map(each => "
                    + "each.outerHTML.slice(0, 100))"));
        }

        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Pages_WithoutScripts_KeepFindingsTablesAndLinks()
    {
        var (page, troubles) = await site.NewPageAsync(scripts: false);
        await page.GotoAsync(site.Address("index.html"));
        Assert.Equal(Samples.Content.Checks.Count, await page.Locator("table.figures tbody tr").CountAsync());
        Assert.Equal(Samples.Data.Authorities.Count, await page.Locator("svg.map a").CountAsync());
        await page.GotoAsync(site.Address("authorities/index.html"));
        Assert.True(await page.Locator("#authorities tbody tr").CountAsync() >= Samples.Data.Authorities.Count);
        Assert.False(await page.Locator("form").First.IsVisibleAsync());
        await page.GotoAsync(site.Address("explore.html"));
        Assert.True(await page.Locator("#rows tr").CountAsync() > 100);
        Assert.Contains("needs scripts", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(site.Address("01-first.html"));
        Assert.Contains("A finding.", await page.InnerTextAsync(".findings"), StringComparison.Ordinal);
        Assert.Contains("The numbers behind the chart", await page.InnerTextAsync("figure.chart"), StringComparison.Ordinal);
        Assert.Empty(troubles);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Pages_InPrint_ShowEveryRowInLightColoursAndBreakNoWord()
    {
        var (page, _) = await site.NewPageAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, Media = Media.Print });
        await page.SetViewportSizeAsync(688, 1000);
        foreach (var path in site.Sample.Take(6))
        {
            await page.GotoAsync(site.Address(path));
            await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
            Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"),
                $"{path} is wider than the paper");
            Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('td, th')].filter(each => ['anywhere', "
                + "'break-word'].includes(getComputedStyle(each).overflowWrap)).length"));
        }

        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task NotebookPage_Contents_FollowTheReading()
    {
        var (page, _) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("01-first.html"));
        await page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("document.getElementById('a-table').scrollIntoView()");
        await Assertions.Expect(page.Locator("nav.contents a[aria-current]")).ToHaveTextAsync("A table");
        await page.EvaluateAsync("scrollTo(0, document.getElementById('a-chart').getBoundingClientRect().top + scrollY)");
        await Assertions.Expect(page.Locator("nav.contents a[aria-current]")).ToHaveTextAsync("A chart");
        await page.ClickAsync("a.next");
        await Assertions.Expect(page).ToHaveTitleAsync("Notebook 02-second");
        await page.ClickAsync("a.previous");
        await Assertions.Expect(page).ToHaveTitleAsync("Notebook 01-first");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task NotebookPage_LongTable_KeepsItsHeadAtTheTopOfTheWindow()
    {
        var (page, _) = await site.NewPageAsync();
        await page.GotoAsync(site.Address("01-first.html"));
        await page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
        var table = page.Locator(".cell table").Last;
        await table.Locator("tbody tr").Last.ScrollIntoViewIfNeededAsync();
        Assert.InRange(await table.Locator("thead th").First.EvaluateAsync<double>("head => head.getBoundingClientRect().top"), -1, 60);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("index.html", "figure.drawn [data-save=svg]")]
    [InlineData("01-first.html", "figure.chart [data-picture=svg]")]
    public async Task SavedPicture_CarriesItsTitleSourceAndLicence(string path, string button)
    {
        var (page, troubles) = await site.NewPageAsync();
        await page.GotoAsync(site.Address(path));
        await page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(button).First.ClickAsync());
        var svg = System.Xml.Linq.XDocument.Load(await download.PathAsync());
        var words = string.Join(' ', svg.Descendants().Where(each => each.Name.LocalName is "text" or "tspan").Select(each => each.Value));
        Assert.Contains("Open Government Licence v3.0", words, StringComparison.Ordinal);
        Assert.Contains("Source: Ofsted", words, StringComparison.Ordinal);
        Assert.True(words.Contains("Judgements", StringComparison.Ordinal) || words.Contains("Overall", StringComparison.Ordinal));
        var png = await page.RunAndWaitForDownloadAsync(() =>
            page.Locator(button.Replace("svg", "png", StringComparison.Ordinal)).First.ClickAsync());
        Assert.Equal("89504E47", Convert.ToHexString(await File.ReadAllBytesAsync(await png.PathAsync()), 0, 4));
        Assert.Empty(troubles);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public void Pages_InWeight_AreLight()
    {
        var pages = Directory.GetFiles(site.Folder, "*.html", SearchOption.AllDirectories);
        Assert.All(pages, path => Assert.InRange(new FileInfo(path).Length, 1, 1_000_000));
        Assert.InRange(new FileInfo(Path.Combine(site.Folder, "index.html")).Length, 1, 300_000);
        Assert.DoesNotContain("plotly.js", File.ReadAllText(Path.Combine(site.Folder, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_OfEveryPage_LeadToFilesAndAnchors()
    {
        // What reproduce adds beside these files.
        string[] beside = ["data/", "figures.json", "sif-analysis.zip"];
        foreach (var path in Directory.GetFiles(site.Folder, "*.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(path);
            foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex
                .Matches(html, "(?:href|src)=\"([^\"]+)\""))
            {
                var link = System.Net.WebUtility.HtmlDecode(match.Groups[1].Value);
                if (link.Contains(':', StringComparison.Ordinal) || beside
                    .Any(each => link.Replace("../", "", StringComparison.Ordinal).StartsWith(each, StringComparison.Ordinal)) || link
                    .EndsWith(".ipynb", StringComparison.Ordinal))
                {
                    continue;
                }

                var parts = link.Split('#');
                var target = parts[0].Length == 0 ? path : Path
                    .GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Uri.UnescapeDataString(parts[0])));
                Assert.True(File.Exists(target), $"{path}: {link}");
                Assert.True(parts.Length == 1 || File.ReadAllText(target)
                    .Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal), $"{path}: {link}");
            }
        }
    }
}
