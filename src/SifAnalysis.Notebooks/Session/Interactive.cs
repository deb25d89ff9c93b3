// These names are the ones that notebooks written for .NET Interactive's C# kernel use; they keep their namespace so that
// such notebooks compile unchanged.
using Microsoft.AspNetCore.Html;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value that was displayed, and that can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly CellContext cell;
    private readonly string displayId;

    internal DisplayedValue(CellContext cell, string displayId) => (this.cell, this.displayId) = (cell, displayId);

    /// <summary>Shows another value in the place of this one, wherever it is displayed.</summary>
    public void Update(object? value) =>
        (CellContext.Current ?? cell).Update(displayId, new DisplayOutput(CellContext.Bundle(value), []) { DisplayId = displayId });
}

/// <summary>Displays values from anywhere in a cell's code.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The representations to show; those that the value's type prefers where none is named.</param>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        Show(value, mimeTypes);

    /// <summary>Shows text as a representation that is named, without formatting it.</summary>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Show(new System.Text.Json.Nodes.JsonObject { [mimeType] = value });

    internal static DisplayedValue Show(object? value, IReadOnlyList<string> mimeTypes) => Show(CellContext.Bundle(value, mimeTypes));

    internal static DisplayedValue Show(CellContext cell, System.Text.Json.Nodes.JsonObject bundle)
    {
        var displayId = cell.Session.NextDisplayId();
        cell.Add(new DisplayOutput(bundle, []) { DisplayId = displayId });
        return new DisplayedValue(cell, displayId);
    }

    private static DisplayedValue Show(System.Text.Json.Nodes.JsonObject bundle) =>
        Show(CellContext.Current ?? throw new InvalidOperationException("Nothing can be displayed: no cell of a notebook is executing."), bundle);
}

/// <summary>What cells call without a name before it: <c>display(x)</c>, <c>HTML("…")</c>, <c>input("…")</c>.</summary>
public static class Kernel
{
    private static CellContext Cell => CellContext.Current ?? throw new InvalidOperationException("No cell of a notebook is executing.");

    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
#pragma warning disable IDE1006 // Notebooks call it by this name.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayExtensions.Show(value, mimeTypes);

    /// <summary>Asks the reader for a line of text.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask, as in a headless run.</exception>
    public static string input(string prompt = "") => Cell.Ask(prompt, hidden: false);
#pragma warning restore IDE1006

    /// <summary>Text to show as HTML.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page, where the client allows it.</summary>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static void Javascript(string scriptContent) => Cell.Show($"<script type=\"text/javascript\">\n{scriptContent}\n</script>", "text/html");

    /// <summary>Adds style sheet rules to the page, where the client allows it.</summary>
    /// <exception cref="InvalidOperationException">No cell is executing.</exception>
    public static void CSS(string content) => Cell.Show($"<style>\n{content}\n</style>", "text/html");

    /// <summary>Asks the reader for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="typeHint">What kind of text is meant; "password" hides the answer as it is typed.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask, as in a headless run.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => Task.FromResult(Cell.Ask(prompt, typeHint is "password"));

    /// <summary>Asks the reader for a secret, which is not shown as it is typed, nor when it is displayed.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask, as in a headless run.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Cell.Ask(prompt, hidden: true)));
}
