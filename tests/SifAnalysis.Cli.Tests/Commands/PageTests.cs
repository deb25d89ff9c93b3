using Microsoft.Playwright;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Commands;

/// <summary>Opens what <c>reproduce</c> makes in a real Chromium, from its file and without a network.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif pages é ").FullName;
    private readonly List<string> troubles = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        DebianTools.RequireChromium();
        var (code, output) = await Sif.RunAsync("reproduce", "--output", folder);
        Assert.True(code == 0, output);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = DebianTools.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Pages_OfflineAtAnyWidth_OpenWithoutErrorRequestOrOverflowAndDrawTheirCharts(int width, ColorScheme scheme)
    {
        await using var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Offline = true });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Trouble(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Trouble(true, error);
        page.Request += (_, request) => Trouble(!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal), $"request: {request.Url}");
        foreach (var path in Directory.GetFiles(folder, "*.html"))
        {
            await page.GotoAsync(new Uri(path).AbsoluteUri);
            await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
            var charts = await page.Locator("figure.chart").CountAsync();
            Assert.Equal(charts, await page.Locator("figure.chart:has(.bars path)").CountAsync());
            Assert.Equal(charts, await page.Locator("figure.chart .plot[role=img][aria-label]").CountAsync());
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), $"{path} is wider than {width} pixels");
        }

        Assert.Empty(troubles);
        void Trouble(bool isOne, string text)
        {
            if (isOne)
            {
                troubles.Add(text);
            }
        }
    }

    [Fact]
    public async Task Page_KeyboardAlone_ReachesTheSkipLinkTheThemeAndTheCode()
    {
        var page = await browser!.NewPageAsync();
        await page.GotoAsync(new Uri(Directory.GetFiles(folder, "01-*.html").Single()).AbsoluteUri);
        var reached = new List<string>();
        for (var press = 0; press < 25; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"));
        }

        Assert.Equal("skip", reached[0]);
        Assert.Contains("theme", reached);
        Assert.Contains("SUMMARY", reached);
    }

    [Fact]
    public async Task ExecutedNotebook_ChartsHtml_DrawsByItselfOffline()
    {
        var notebook = NotebookFile.Read(Directory.GetFiles(folder, "02-*.ipynb").Single());
        var html = string.Concat(notebook.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().Select(output => output.Data["text/html"]?.ToString()));
        var path = Path.Combine(folder, "outputs.html");
        await File.WriteAllTextAsync(path, $"<!DOCTYPE html><meta charset=\"utf-8\"><body>{html}");
        await using var context = await browser!.NewContextAsync(new() { Offline = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.WaitForSelectorAsync(".bars path");
        await page.WaitForFunctionAsync("document.querySelectorAll('[data-drawn]').length === document.querySelectorAll('.sif-chart').length");
    }
}
