using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Pages;

/// <summary>Opens what <c>reproduce</c> makes in a real Chromium, from its file and without a network.</summary>
[Collection(nameof(MadeSite))]
public sealed class PageTests(MadeSite site)
{
    private static readonly int[] Widths = [1280, 768, 390];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Pages_OfflineAtAnyWidth_OpenWithoutErrorRequestOrOverflowAndDrawTheirCharts(int width, ColorScheme scheme)
    {
        foreach (var path in site.Pages)
        {
            await using var opened = await site.OpenAsync(path, width, scheme);
            var charts = opened.Page.Locator("figure.chart .plot[role=img][aria-label]:not([aria-label=''])");
            Assert.Equal(await opened.Page.Locator("figure.chart").CountAsync(), await charts.CountAsync());
            foreach (var chart in await charts.AllAsync())
            {
                Assert.True(
                    await chart.EvaluateAsync<int>(Marks) > 0, $"{path}: {await chart.GetAttributeAsync("aria-label")}: nothing is drawn");
            }

            // A legend that takes several lines stands below the title, not on it.
            await opened.Page.WaitForFunctionAsync(
                "[...document.querySelectorAll('.plot')].every(plot => !plot.querySelector('.g-gtitle') || !plot.querySelector('.legend') "
                + "|| plot.querySelector('.legend').getBoundingClientRect().top >= "
                + "plot.querySelector('.g-gtitle').getBoundingClientRect().bottom)");
            Assert.False(
                await opened.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"),
                $"{path} is wider than {width} pixels");
            Assert.Empty(opened.Troubles);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_ByAxeAtThreeWidths_HaveNoViolation(ColorScheme scheme)
    {
        var found = new List<string>();
        foreach (var path in site.Pages)
        {
            await using var opened = await site.OpenAsync(path, scheme: scheme);

            // Folded parts are read too.
            await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
            foreach (var width in Widths)
            {
                await opened.Page.SetViewportSizeAsync(width, 900);
                var axe = await opened.Page.RunAxe();
                Assert.NotEmpty(axe.Passes);
                found.AddRange(axe.Violations.SelectMany(violation => violation.Nodes.Select(node =>
                    $"{Path.GetFileName(path)} at {width}: {violation.Id}, {violation.Help}: {node.Html}")));
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void Pages_InSize_AreLightAndShareOneChartLibrary()
    {
        Assert.All(Directory.GetFiles(site.Folder, "*.html", SearchOption.AllDirectories),
            path => Assert.InRange(new FileInfo(path).Length, 1, 1_000_000));
        Assert.InRange(new FileInfo(Path.Combine(site.Folder, "index.html")).Length, 1, 300_000);
        Assert.True(File.Exists(Path.Combine(site.Folder, "assets", "plotly.js")));
    }

    [Fact]
    public void Zip_UnpackedElsewhere_PassesItsChecksumsAndHoldsTheKitThatMadeIt()
    {
        var unpacked = Directory.CreateTempSubdirectory("sif zip é ").FullName;
        ZipFile.ExtractToDirectory(Path.Combine(site.Folder, "sif-analysis.zip"), unpacked);
        Dotnet.Program(unpacked, "sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"]);
        Assert.All(
            ["index.html", "assets/plotly.js", "authorities/barnet.html", "authorities/barnet.csv",
                "data/inspections.csv", "kit/SifAnalysis.sln", "kit/src/SifAnalysis.Cli/Program.cs"],
            name => Assert.True(File.Exists(Path.Combine(unpacked, name)), name));
        Assert.DoesNotContain(Directory.GetDirectories(unpacked, "*", SearchOption.AllDirectories),
            folder => Path.GetFileName(folder) is "bin" or "obj" or "artifacts");
        Assert.Contains("dotnet run --project src/SifAnalysis.Cli -- reproduce",
            File.ReadAllText(Path.Combine(unpacked, "README.txt")), StringComparison.Ordinal);
        Directory.Delete(unpacked, recursive: true);
    }

    [Fact]
    public async Task Page_KeyboardAlone_ReachesAndWorksEveryControl()
    {
        await using var opened = await site.OpenAsync(Directory.GetFiles(site.Folder, "01-*.html").Single());
        var page = opened.Page;
        var reached = new HashSet<string>();
        var skip = await PressTab();
        Assert.Equal("skip", skip);
        for (var press = 0; press < 400 && reached.Add(await PressTab() + press.ToString(CultureInfo.InvariantCulture)); press++)
        {
            if (await page.EvaluateAsync<bool>("document.activeElement === document.body"))
            {
                break;
            }

            await page.EvaluateAsync("document.activeElement.dataset.reached = ''");
        }

        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, "
            + "summary')].filter(each => each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: "
            + "true }) && !('reached' in each.dataset) && each.className !== 'skip').length"));
        await page.FocusAsync("#theme");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        await page.FocusAsync("details.code summary");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("details.code[open] code").First.IsVisibleAsync());
        await page.FocusAsync("details.code[open] button.copy");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("details.code[open] button.copy").First).Not.ToHaveTextAsync("Copy");

        async Task<string> PressTab()
        {
            await page.Keyboard.PressAsync("Tab");
            return await page.EvaluateAsync<string>("document.activeElement.className || document.activeElement.tagName");
        }
    }

    [Fact]
    public async Task Pages_Charts_DrawWhatTheirTablesSay()
    {
        foreach (var path in site.Pages)
        {
            await using var opened = await site.OpenAsync(path);
            foreach (var figure in await opened.Page.Locator("figure.chart").AllAsync())
            {
                // What plotly.js holds is what the file says, and the table on the page is the one behind the chart.
                Assert.True(await figure.EvaluateAsync<bool>(
                    "figure => { const told = JSON.parse(figure.querySelector('script').textContent); "
                    + "const drawn = figure.querySelector('.plot').data; "
                    + "return told.data.length === drawn.length && told.data.every((trace, "
                    + "index) => Object.keys(trace).filter(key => 'xyz'.includes(key) || ['values', 'text', 'name', "
                    + "'labels'].includes(key)).every(key => JSON.stringify(trace[key]) === JSON.stringify(drawn[index][key]))); }"), path);
                var told = await figure.EvaluateAsync<JsonElement>("figure => "
                    + "JSON.parse(figure.querySelector('script').textContent).layout.meta.table");
                var shown = await figure.EvaluateAsync<string[][]>("figure => [...figure.querySelectorAll('details tbody tr')].map(row => "
                    + "[...row.cells].map(cell => cell.textContent))");
                Assert.Equal(
                    told.GetProperty("rows").EnumerateArray().Select(
                        row => row.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? "–" : Plain(value.ToString()))
                            .ToArray()),
                    shown.Select(row => row.Select(Plain).ToArray()));
            }
        }
    }

    // 37.0 and 37 are one number.
    private static string Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;

    [Fact]
    public async Task Page_StackedBars_DrawTheCountsOfTheRows()
    {
        var published = SifData.Load(Checkout.Data).Inspections.PublishedBy(new DateOnly(2016, 12, 31));
        await using var opened = await site.OpenAsync(Directory.GetFiles(site.Folder, "01-*.html").Single());
        var traces = await opened.Page.EvaluateAsync<JsonElement>("[...document.querySelectorAll('figure.chart .plot[role=img]')]"
            + ".find(plot => plot.data.some(trace => trace.name === 'Outstanding'))"
            + ".data.map(trace => ({ name: trace.name, shares: Array.from(trace.x) }))");
        var areas = new[] { JudgementArea.OverallEffectiveness, JudgementArea.Leadership };

        // Every judgement of these areas is known, so that there is no part for the unknown.
        Assert.All(areas, area => Assert.Equal(0, published.Counts(area).Unknown));
        Assert.Equal(
            Names.AllJudgements.Select(judgement => (judgement.Name(), Shares(counts => counts[judgement]))),
            traces.EnumerateArray().Select(
                trace =>
                    (
                        trace.GetProperty("name").GetString()!, string.Join(
                            ' ', trace.GetProperty("shares").EnumerateArray().Select(share => Rounded(share.GetDouble()))))));

        string Shares(Func<JudgementCounts, int> count) =>
            string.Join(' ', areas.Select(area => Rounded(100.0 * count(published.Counts(area)) / published.Count)));
        static string Rounded(double share) => share.ToString("0.000000", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Page_InPrint_ShowsEveryChartAndEveryRowInLightColours()
    {
        await using var opened = await site.OpenAsync(Directory.GetFiles(site.Folder, "01-*.html").Single(), scheme: ColorScheme.Dark);
        var page = opened.Page;
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.output tr')].every(row => "
            + "row.getBoundingClientRect().height > 0)"));
        Assert.True(await page.Locator("figure.chart .plot").First.EvaluateAsync<int>(Marks) > 0);
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Contains(
            "29, 29, 29",
            await page.EvaluateAsync<string>("document.querySelector('figure.chart .gtitle').style.fill"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_LinksAndDownloads_LeadToFiles()
    {
        await using var opened = await site.OpenAsync(Path.Combine(site.Folder, "index.html"));
        var links = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => "
            + "link.getAttribute('href')).filter(href => !href.startsWith('#') && !href.includes(':'))");
        Assert.Contains("data/inspections.parquet", links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(site.Folder, link.Split('#')[0])), link));
        Assert.All(
            await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"#\"]')].map(link => "
                + "link.getAttribute('href').slice(1))"),
            anchor => Assert.Equal(1, opened.Page.Locator($"[id='{anchor}']").CountAsync().GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task ExecutedNotebook_ChartsHtml_DrawsByItselfOffline()
    {
        var notebook = NotebookFile.Read(Directory.GetFiles(site.Folder, "02-*.ipynb").Single());
        var html = string.Concat(
            notebook.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().Select(output => output.Data["text/html"]?.ToString()));
        var path = Path.Combine(Directory.CreateTempSubdirectory("sif-outputs-").FullName, "outputs.html");
        await File.WriteAllTextAsync(path, $"<!DOCTYPE html><meta charset=\"utf-8\"><body>{html}");
        await using var context = await site.Browser.NewContextAsync(new() { Offline = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.WaitForSelectorAsync(".bars path");
        await page.WaitForFunctionAsync("document.querySelectorAll('[data-drawn]').length === "
            + "document.querySelectorAll('.sif-chart').length");
    }

    /// <summary>How many marks a chart has: bars, points, lines, tiles, bands, of whatever kind of chart.</summary>
    private const string Marks =
        "plot => [...plot.querySelectorAll('.bars path, .points path, .lines path, .hm image, .sankey-node rect, .trace path, "
        + ".treemaplayer path, .shapelayer path')].filter(mark => mark.getBoundingClientRect().width + "
        + "mark.getBoundingClientRect().height > 0).length";
}
