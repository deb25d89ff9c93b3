using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// What C# cells call without a name before it: <c>display(x)</c>, <c>HTML("…")</c>, <c>input("…")</c>. The functions of
/// <see cref="Kernel"/> do the same, but what they display cannot be updated (the value that they return has another identifier than
/// the one that was shown), and their style sheets need scripts.
/// </summary>
#pragma warning disable CA1708 // display(x) and x.Display() are both names of .NET Interactive.
public static class CellFunctions
#pragma warning restore CA1708
{
    private static CellContext Cell => CellContext.Current ?? throw new InvalidOperationException("No cell of a notebook is executing.");

#pragma warning disable IDE1006 // Notebooks call them by these names.
    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The representations to show; those that the value's type prefers where none is named.</param>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Cell.Display(value, mimeTypes);

    /// <summary>Asks the reader for a line of text.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask, as in a headless run.</exception>
    public static string input(string prompt = "") => Cell.Ask(prompt, hidden: false);
#pragma warning restore IDE1006

    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The representations to show; those that the value's type prefers where none is named.</param>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static DisplayedValue Display(this object? value, params ReadOnlySpan<string> mimeTypes) => Cell.Display(value, [.. mimeTypes]);

    /// <summary>Text to show as HTML.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page, where the client allows it.</summary>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static void Javascript(string scriptContent) => Cell.Show($"<script type=\"text/javascript\">\n{scriptContent}\n</script>", HtmlFormatter.MimeType);

    /// <summary>Adds style sheet rules to the page, where the client allows it.</summary>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static void CSS(string content) => Cell.Show($"<style>\n{content}\n</style>", HtmlFormatter.MimeType);

    /// <summary>Asks the reader for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="typeHint">What kind of text is meant; "password" hides the answer as it is typed.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask, as in a headless run.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => Task.FromResult(Cell.Ask(prompt, typeHint is "password"));

    /// <summary>Asks the reader for a secret, which is not shown as it is typed, nor when it is displayed.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask, as in a headless run.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Cell.Ask(prompt, hidden: true)));
}
