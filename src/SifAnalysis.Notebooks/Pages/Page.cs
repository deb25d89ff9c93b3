using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>
/// One self-contained HTML page: styles, scripts and charts travel in it, and its content security policy lets no other
/// script run and fetches nothing.
/// </summary>
/// <param name="Title">The title of the page, plain text.</param>
/// <param name="Body">The main part, HTML.</param>
public sealed record Page(string Title, string Body)
{
    private static readonly string Style = Resource("page.css");
    private static readonly string Script = Resource("page.js");

    /// <summary>The table of contents: the anchors, depths (2 or 3) and plain texts of the headings.</summary>
    public IReadOnlyList<(string Anchor, int Depth, string Text)> Contents { get; init; } = [];

    /// <summary>What the page rests on, for its footer: plain texts by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Provenance { get; init; } = [];

    /// <summary>The text of plotly.js, or <see langword="null"/> for a page without charts.</summary>
    public string? ChartLibrary { get; init; }

    /// <summary>Where the masthead leads, relative to the page: the index.</summary>
    public string Home { get; init; } = "index.html";

    /// <summary>The page as text.</summary>
    public string Html()
    {
        // The page's own script comes first: its controls work before the large library is read.
        var scripts = ChartLibrary is null ? new[] { Script } : [Script, ChartLibrary];
        var policy = $"default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; script-src {string.Join(' ', scripts.Select(Hash))}";
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{Text(Title)}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{Style}</style>\n</head>\n<body>\n");
        html.Append("<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n");
        html.Append(CultureInfo.InvariantCulture, $"<header class=\"masthead\"><a href=\"{Text(Home)}\">SifAnalysis</a><button id=\"theme\" type=\"button\" hidden>Light or dark</button></header>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"layout{(Contents.Count > 0 ? " with-contents" : "")}\">\n");
        if (Contents.Count > 0)
        {
            html.Append("<nav class=\"contents\" aria-label=\"Contents\"><details id=\"contents\" open><summary>Contents</summary><ol>\n");
            foreach (var (anchor, depth, text) in Contents)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li{(depth > 2 ? " class=\"deep\"" : "")}><a href=\"#{Text(anchor)}\">{Text(text)}</a></li>\n");
            }

            html.Append("</ol></details></nav>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<main id=\"main\" tabindex=\"-1\">\n{Body}\n</main>\n</div>\n");
        html.Append("<footer><p>Contains public sector information licensed under the Open Government Licence v3.0. Every row of the data names its source.</p>\n");
        if (Provenance.Count > 0)
        {
            html.Append("<dl>\n");
            foreach (var (name, value) in Provenance)
            {
                html.Append(CultureInfo.InvariantCulture, $"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>\n");
            }

            html.Append("</dl>\n");
        }

        html.Append("</footer>\n");
        foreach (var script in scripts)
        {
            html.Append("<script>").Append(script).Append("</script>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Plain text made safe for HTML, in elements and in quoted attributes.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>JSON made safe for a script element: no tag can end or begin in it.</summary>
    internal static string Json(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream($"SifAnalysis.Notebooks.Pages.{name}")
            ?? throw new InvalidOperationException($"The program lacks its {name}.");
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }
}
