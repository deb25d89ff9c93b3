using Microsoft.Playwright;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>
/// Drives Debian's classic Notebook in a real Chromium: opens the kit's notebooks, runs them, saves and opens them again.
/// </summary>
public sealed class ClassicNotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>, IAsyncLifetime
{
    private const string Drawn = ".sif-chart [data-drawn] .main-svg";
    private readonly List<string> requests = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        DebianTools.RequireChromium();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = DebianTools.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }

    [Fact]
    public async Task Notebook01_RunAll_DrawsItsChartsOfflineAndStillWhenOpenedElsewhere()
    {
        var folder = kernel.CopyOfNotebooks();
        var port = JupyterServer.FreePort();
        using var server = kernel.Start(
            folder,
            "-m",
            "notebook",
            "--no-browser",
            "--allow-root",
            "--ip=127.0.0.1",
            $"--port={port}",
            "--NotebookApp.token=",
            "--NotebookApp.port_retries=0",
            $"--notebook-dir={folder}");
        try
        {
            await using var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 2000 } });
            var page = await context.NewPageAsync();
            page.Request += (_, request) => requests.Add(request.Url);
            var address = $"http://127.0.0.1:{port}/notebooks/01-reproduce-the-article.ipynb";
            await JupyterServer.OpenAsync(page, address, server);
            await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && "
                + "Jupyter.notebook.kernel.is_connected()", null, new() { Timeout = 60_000 });
            await page.ClickAsync("#celllink");
            await page.ClickAsync("#run_all_cells");

            // Each cell has its number once it has run.
            await page.WaitForFunctionAsync(
                "Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').every(cell => typeof cell.input_prompt_number === "
                + "'number')", null, new() { Timeout = 120_000 });
            await page.WaitForSelectorAsync(Drawn, new() { Timeout = 30_000 });
            Assert.Equal(0, await page.Locator(".output_error").CountAsync());
            Assert.True(await page.Locator(".sif-chart .bars path").CountAsync() > 4);
            Assert.DoesNotContain(
                requests, url => !url.StartsWith($"http://127.0.0.1:{port}/", StringComparison.Ordinal) && !url.StartsWith(
                    "data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));
            await page.Locator(Drawn).First.ScrollIntoViewIfNeededAsync();
            await PictureAsync(page, "classic-notebook");

            // Saved, and opened again by who trusts it, and as a page that nbconvert makes, without a kernel and without a network.
            await page.EvaluateAsync("Jupyter.notebook.save_notebook()");
            await page.WaitForFunctionAsync("!Jupyter.notebook.dirty");
            var again = await context.NewPageAsync();
            await again.GotoAsync(address);
            await again.WaitForSelectorAsync(Drawn, new() { Timeout = 60_000 });
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }

        var (code, _, errors) = kernel.Python(folder, "-m", "nbconvert", "--to", "html", "01-reproduce-the-article.ipynb");
        Assert.True(code == 0, errors);
        await using var offline = await browser!.NewContextAsync(
            new() { Offline = true, ViewportSize = new() { Width = 1280, Height = 1400 } });
        var saved = await offline.NewPageAsync();
        await saved.GotoAsync(
            new Uri(Path.Combine(folder, "01-reproduce-the-article.html")).AbsoluteUri,
            new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await saved.WaitForSelectorAsync(Drawn, new() { Timeout = 30_000 });
        await saved.Locator(Drawn).First.ScrollIntoViewIfNeededAsync();
        await PictureAsync(saved, "nbconvert");
    }

    // For who wants to look: SIF_TEST_PICTURES names a folder.
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SIF_TEST_PICTURES") is { Length: > 0 } pictures)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}.png") });
        }
    }
}
