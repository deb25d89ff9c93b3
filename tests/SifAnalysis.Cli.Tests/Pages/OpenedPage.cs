using Microsoft.Playwright;

namespace SifAnalysis.Cli.Tests.Pages;

/// <summary>An open page, and all that went wrong in it: errors, warnings, dialogs, and requests that leave the page.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public OpenedPage(IBrowserContext context, IPage page)
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
            new[] { "data:", "blob:" }.All(
                scheme => !request.Url.StartsWith(scheme, StringComparison.Ordinal)) && !request.IsNavigationRequest,
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
