using Microsoft.Playwright;

namespace SifAnalysis.Cli.Tests.Pages;

/// <summary>An open page, and all that went wrong in it: errors, warnings, dialogs, and requests that leave the page.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    /// <param name="context">The browser's context.</param>
    /// <param name="page">The page.</param>
    /// <param name="site">The address of the folder whose files the page may read.</param>
    public OpenedPage(IBrowserContext context, IPage page, string site)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => Trouble(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Trouble(true, error);
        page.Dialog += (_, dialog) =>
        {
            Trouble(true, $"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => Trouble(
            new[] { "data:", "blob:", site }.All(start => !request.Url.StartsWith(start, StringComparison.Ordinal))
                && !request.IsNavigationRequest,
            $"request: {request.Url}");
    }

    public IPage Page { get; }

    public List<string> Troubles { get; } = [];

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Trouble(bool isOne, string text)
    {
        if (isOne)
        {
            Troubles.Add(text);
        }
    }
}
