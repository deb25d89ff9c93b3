using System.Text.Json;
using Microsoft.Playwright;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>Drives JupyterLab in a real Chromium, as an analyst would by mouse and keyboard.</summary>
public sealed class JupyterLabTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>, IAsyncLifetime
{
    private const string Idle = ".jp-Notebook-ExecutionIndicator[data-status=idle]";

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
    public async Task Notebook_RunCompletedInterruptedAndRestarted_AnswersAsAnAnalystExpects()
    {
        var folder = kernel.CopyOfNotebooks();
        File.WriteAllText(Path.Combine(folder, "lab.ipynb"), Notebook(
            "#!import kit.csx",
            "var sif = SifData.Load(\"../data\");\nSifCharts.ByArea(sif.Inspections)",
            "sif.Inspections.ToDataFrame()",
            "while (true) { }",
            "6 * 7"));
        var port = JupyterServer.FreePort();
        using var server = kernel.Start(
            folder, LabFrontEnd.Server(), "--allow-root", "--ServerApp.open_browser=False", "--ServerApp.token=", "--ServerApp.ip=127.0.0.1",
            $"--ServerApp.port={port}", "--ServerApp.port_retries=0", $"--ServerApp.root_dir={folder}");
        _ = server.StandardError.ReadToEndAsync();
        try
        {
            await using var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 1600 } });
            context.SetDefaultTimeout(DebianTools.PagePatience);
            var page = await context.NewPageAsync();
            await JupyterServer.OpenAsync(page, $"http://127.0.0.1:{port}/lab/tree/lab.ipynb?reset", server);
            await page.WaitForSelectorAsync(Idle, new() { State = WaitForSelectorState.Attached });

            // Run all: a chart is drawn, a table has pages, and the endless cell is stopped by the button.
            await ChooseAsync(page, "Run", "Run All Cells");
            await page.WaitForSelectorAsync(".jp-OutputArea .sif-chart [data-drawn] .main-svg");
            Assert.True(await page.Locator(".sif-chart .bars path").CountAsync() > 4);
            var rows = page.Locator(".jp-OutputArea .sif-table tr:visible");
            await Assertions.Expect(rows).Not.ToHaveCountAsync(0, Patiently);
            var first = await rows.CountAsync();
            await page.Locator(".jp-OutputArea .sif-table details summary").First.ClickAsync();
            await Assertions.Expect(rows).Not.ToHaveCountAsync(first, Patiently);
            await Assertions.Expect(Prompt(page, 3)).ToHaveTextAsync("[*]:", new() { Timeout = DebianTools.PagePatience });
            await page.ClickAsync("button[title^='Interrupt']");
            await Assertions.Expect(Cell(page, 3).Locator(".jp-OutputArea")).ToContainTextAsync(
                "The cell was stopped before its end.", new() { Timeout = DebianTools.PagePatience });

            // What came after the stopped cell did not run, and has no number; it runs when asked.
            await Assertions.Expect(Prompt(page, 4)).ToHaveTextAsync("[ ]:", new() { Timeout = DebianTools.PagePatience });
            await RunAsync(page, 4);
            await Assertions.Expect(Cell(page, 4).Locator(".jp-OutputArea")).ToContainTextAsync(
                "42", new() { Timeout = DebianTools.PagePatience });

            // Completion, and the documentation of a member.
            await WriteAsync(page, 4, "sif.Inspections.PublishedB");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator(".jp-Completer-item")).ToContainTextAsync(["PublishedBetween", "PublishedBy"], Completely);
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync("(");
            await page.Keyboard.PressAsync("Shift+Tab");
            await Assertions.Expect(page.Locator(".jp-Tooltip")).ToContainTextAsync(
                "The inspections published in a period", new() { Timeout = DebianTools.PagePatience });
            await page.Keyboard.PressAsync("Escape");

            // A restarted kernel knows nothing of before.
            await ChooseAsync(page, "Kernel", "Restart Kernel…");
            await page.ClickAsync(".jp-Dialog button:has-text('Restart')");
            await page.WaitForSelectorAsync(Idle, new() { State = WaitForSelectorState.Attached });
            await WriteAsync(page, 4, "sif.Inspections.Count");
            await RunAsync(page, 4);
            await Assertions.Expect(Cell(page, 4).Locator(".jp-OutputArea")).ToContainTextAsync(
                "CS0103", new() { Timeout = DebianTools.PagePatience });
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static LocatorAssertionsToHaveCountOptions Patiently => new() { Timeout = DebianTools.PagePatience };

    private static LocatorAssertionsToContainTextOptions Completely => new() { Timeout = DebianTools.PagePatience };

    private static ILocator Cell(IPage page, int index) => page.Locator(".jp-CodeCell").Nth(index);

    private static ILocator Prompt(IPage page, int index) => Cell(page, index).Locator(".jp-InputPrompt");

    private static async Task ChooseAsync(IPage page, string menu, string entry)
    {
        await page.Locator($"#jp-MainMenu .lm-MenuBar-itemLabel:text-is('{menu}')").ClickAsync();
        await page.Locator($".lm-Menu .lm-Menu-itemLabel:text-is('{entry}')").ClickAsync();
    }

    private static async Task WriteAsync(IPage page, int index, string code)
    {
        await Cell(page, index).Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(code);
    }

    private static async Task RunAsync(IPage page, int index)
    {
        await Cell(page, index).Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+Enter");
    }

    private static string Notebook(params string[] cells) => JsonSerializer.Serialize(new
    {
        cells = cells.Select((source, index) => new
        {
            cell_type = "code",
            id = $"cell-{index}",
            metadata = new { },
            execution_count = (int?)null,
            outputs = Array.Empty<object>(),
            source,
        }),
        metadata = new { kernelspec = new { name = ".net-csharp", display_name = ".NET (C#)", language = "C#" } },
        nbformat = 4,
        nbformat_minor = 5,
    });
}
