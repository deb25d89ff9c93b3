using Microsoft.Playwright;
using SifAnalysis.Site.Content;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Site.Tests;

/// <summary>A site in a folder, and a real Chromium without a network to open it.</summary>
[CollectionDefinition(nameof(OpenSite))]
public sealed class OpenSite : IAsyncLifetime, ICollectionFixture<OpenSite>
{
    private IPlaywright? playwright;

    public string Folder { get; } = Directory.CreateTempSubdirectory("sif site é ").FullName;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The kinds of page that the site has, one of each, and twenty authorities.</summary>
    public IReadOnlyList<string> Sample { get; private set; } = [];

    public async Task InitializeAsync()
    {
        DebianTools.RequireChromium();
        Write(Samples.Content, Folder);
        var authorities = Directory.GetFiles(Path.Combine(Folder, "authorities"), "*.html")
            .Select(path => $"authorities/{Path.GetFileName(path)}")
            .Where(path => path != "authorities/index.html").Order(StringComparer.Ordinal).ToList();
        Sample = ["index.html", "explore.html", "authorities/index.html", "01-first.html", .. authorities
            .Where((_, index) => index % (authorities.Count / 20) == 0).Take(20)];
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium
            .LaunchAsync(new() { ExecutablePath = DebianTools.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Writes a site.</summary>
    internal static void Write(SiteContent content, string folder)
    {
        foreach (var file in SitePages.Make(content).Concat(
            Enumerable.Range(0, content.Notebooks.Count).Select(index => SitePages.Notebook(content, index))))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }
    }

    /// <summary>A page that counts what goes wrong in it: errors, warnings, dialogs, and requests that leave the folder.</summary>
    public async Task<(IPage Page, List<string> Troubles)> NewPageAsync(bool scripts = true, string? folder = null)
    {
        var context = await Browser
            .NewContextAsync(new() { Offline = true, JavaScriptEnabled = scripts, ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(DebianTools.PagePatience);
        context.SetDefaultNavigationTimeout(DebianTools.PagePatience);
        var page = await context.NewPageAsync();
        var troubles = new List<string>();
        string[] own = ["data:", "blob:", new Uri((folder ?? Folder) + "/").AbsoluteUri];
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, error);
        page.Dialog += (_, dialog) =>
        {
            Note(true, $"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
            Note(!own.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)), $"request: {request.Url}");
        return (page, troubles);

        void Note(bool isTrouble, string text)
        {
            if (isTrouble)
            {
                troubles.Add(text);
            }
        }
    }

    /// <summary>The address of a page of the site.</summary>
    public string Address(string path) => new Uri(Path.Combine(Folder, path)).AbsoluteUri;
}
