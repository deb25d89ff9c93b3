using Microsoft.Playwright;
using SifAnalysis.Cli.Tests.Commands;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Pages;

/// <summary>What <c>reproduce</c> makes, once for all tests, and a real Chromium without a network to open it.</summary>
[CollectionDefinition(nameof(MadeSite))]
public sealed class MadeSite : IAsyncLifetime, ICollectionFixture<MadeSite>
{
    private IPlaywright? playwright;

    public string Folder { get; } = Directory.CreateTempSubdirectory("sif pages é ").FullName;

    public IBrowser Browser { get; private set; } = null!;

    public IEnumerable<string> Pages => Directory.GetFiles(Folder, "*.html").Order(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        DebianTools.RequireChromium();
        var (code, output) = await Sif.RunAsync("reproduce", "--output", Folder);
        Assert.True(code == 0, output);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = DebianTools.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Opens a page without a network, and waits until its controls work and its charts are drawn.</summary>
    /// <param name="path">The page.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="folder">The folder of the page's site; that of the page where none is given.</param>
    public async Task<OpenedPage> OpenAsync(
        string path, int width = 1280, ColorScheme scheme = ColorScheme.Light, string? folder = null)
    {
        var context = await Browser.NewContextAsync(
            new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Offline = true });
        context.SetDefaultTimeout(DebianTools.PagePatience);
        context.SetDefaultNavigationTimeout(DebianTools.PagePatience);
        var opened = new OpenedPage(
            context, await context.NewPageAsync(), new Uri((folder ?? Path.GetDirectoryName(path)) + "/").AbsoluteUri);
        await opened.Page.GotoAsync(new Uri(path).AbsoluteUri);
        await opened.Page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
        return opened;
    }
}
