using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>
/// An HTML page. Its content security policy lets no script run but its own, and lets nothing be fetched from elsewhere. Alone, it
/// carries its styles, scripts and charts in itself; on a site it shares them with the other pages.
/// </summary>
/// <param name="Title">The title of the page, plain text.</param>
/// <param name="Body">The main part, HTML.</param>
public sealed record Page(string Title, string Body)
{
    /// <summary>What the page tells, in a sentence or two of plain text, for search engines and shared links.</summary>
    public string Description { get; init; } = "";

    /// <summary>The address under which the page is published, with its scheme, or <see langword="null"/> where it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>What stands around the page.</summary>
    public PageFrame Frame { get; init; } = PageFrame.Alone;

    /// <summary>The style sheets, in their order.</summary>
    public IReadOnlyList<PageAsset> Styles { get; init; } = [PageAsset.Style];

    /// <summary>The scripts, in their order; the page's controls work before <see cref="ChartLibrary"/> is read.</summary>
    public IReadOnlyList<PageAsset> Scripts { get; init; } = [PageAsset.Pictures, PageAsset.Script];

    /// <summary>The table of contents: the anchors, depths (2 or 3) and plain texts of the headings.</summary>
    public IReadOnlyList<(string Anchor, int Depth, string Text)> Contents { get; init; } = [];

    /// <summary>The page before this one: its title and address; <see langword="null"/> for the first.</summary>
    public (string Title, string Address)? Previous { get; init; }

    /// <summary>The page after this one: its title and address; <see langword="null"/> for the last.</summary>
    public (string Title, string Address)? Next { get; init; }

    /// <summary>What the page rests on, for its foot: plain texts by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Provenance { get; init; } = [];

    /// <summary>Whether the page has charts that plotly.js draws.</summary>
    public bool HasCharts { get; init; }

    /// <summary>plotly.js; it goes only into pages with charts.</summary>
    public PageAsset? ChartLibrary { get; init; }

    /// <summary>The page as text.</summary>
    public string Html()
    {
        IReadOnlyList<PageAsset> scripts = HasCharts && ChartLibrary is { } library ? [.. Scripts, library] : Scripts;
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy(Styles, scripts)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Text(Title)}</title>\n<link rel=\"icon\" href=\"data:,\">\n");
        Shared(html);
        foreach (var style in Styles)
        {
            html.Append(style.Address is { } address ? $"<link rel=\"stylesheet\" href=\"{Text(address)}\">\n"
                : $"<style>{style.Text}</style>\n");
        }

        html.Append("</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the main part</a>\n");
        Masthead(html);
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"layout{(Contents.Count > 0 ? " with-contents" : "")}\">\n");
        Navigation(html);
        html.Append(CultureInfo.InvariantCulture, $"<main id=\"main\" tabindex=\"-1\">\n{Body}\n");
        Neighbours(html);
        html.Append("</main>\n</div>\n");
        Foot(html);
        foreach (var script in scripts)
        {
            html.Append(script.Address is { } address ? $"<script src=\"{Text(address)}\" defer></script>\n"
                : $"<script>{script.Text}</script>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Plain text made safe for HTML, in elements and in quoted attributes.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>JSON made safe for a script element: no tag can end or begin in it.</summary>
    public static string Json(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    private static string Policy(IReadOnlyList<PageAsset> styles, IReadOnlyList<PageAsset> scripts)
    {
        var style = styles.Any(each => each.Address is not null) ? "'self' 'unsafe-inline'" : "'unsafe-inline'";
        var script = string.Join(' ', scripts.Select(each => each.Address is null ? Hash(each.Text) : "'self'").Distinct());
        return $"default-src 'none'; img-src data: blob:; style-src {style}; font-src data:; base-uri 'none'; form-action 'none'; "
            + $"script-src {script}";
    }

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    // What a link to the page shows where it is shared: the Open Graph protocol, ogp.me.
    private void Shared(StringBuilder html)
    {
        IEnumerable<(string Name, string? Value)> tags =
        [
            ("og:title", Title), ("og:description", Description), ("og:site_name", Frame.Name), ("og:type", "article"),
                ("og:locale", "en_GB"),
            ("og:url", Address), ("og:image", Frame.Picture),
        ];
        if (Description.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<meta name=\"description\" content=\"{Text(Description)}\">\n");
        }

        foreach (var (name, value) in tags.Where(tag => !string.IsNullOrEmpty(tag.Value)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<meta property=\"{name}\" content=\"{Text(value!)}\">\n");
        }
    }

    private void Masthead(StringBuilder html)
    {
        html.Append("<header class=\"masthead\">");
        html.Append(Frame.Home is { } home ? $"<a class=\"home\" href=\"{Text(home)}\">{Text(Frame.Name)}</a>"
            : $"<span class=\"home\">{Text(Frame.Name)}</span>");
        if (Frame.Links.Count > 0)
        {
            html.Append("<nav class=\"site\" aria-label=\"Site\">");
            foreach (var (text, address) in Frame.Links)
            {
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Text(address)}\">{Text(text)}</a>");
            }

            html.Append("</nav>");
        }

        html.Append("<button id=\"theme\" type=\"button\" hidden>Light or dark</button></header>\n");
    }

    private void Navigation(StringBuilder html)
    {
        if (Contents.Count == 0)
        {
            return;
        }

        html.Append("<nav class=\"contents\" aria-label=\"Contents\"><details id=\"contents\" open><summary>Contents</summary><ol>\n");
        foreach (var (anchor, depth, text) in Contents)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li{(depth > 2 ? " class=\"deep\"" : "")}><a href=\"#{Text(anchor)}\">"
                + $"{Text(text)}</a></li>\n");
        }

        html.Append("</ol></details></nav>\n");
    }

    private void Neighbours(StringBuilder html)
    {
        if (Previous is null && Next is null)
        {
            return;
        }

        html.Append("<nav class=\"neighbours\" aria-label=\"Previous and next\">");
        if (Previous is { } before)
        {
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"previous\" rel=\"prev\" href=\"{Text(before.Address)}\"><span>"
                + $"Previous</span>{Text(before.Title)}</a>");
        }

        if (Next is { } after)
        {
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"next\" rel=\"next\" href=\"{Text(after.Address)}\"><span>Next</span>"
                + $"{Text(after.Title)}</a>");
        }

        html.Append("</nav>\n");
    }

    private void Foot(StringBuilder html)
    {
        if (Frame.Licence.Length == 0 && Provenance.Count == 0)
        {
            return;
        }

        html.Append("<footer>");
        if (Frame.Licence.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p id=\"licence\">{Text(Frame.Licence)}</p>\n");
        }

        if (Provenance.Count > 0)
        {
            html.Append("<details class=\"provenance\"><summary>What this page rests on</summary><dl>\n");
            foreach (var (name, value) in Provenance)
            {
                html.Append(CultureInfo.InvariantCulture, $"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>\n");
            }

            html.Append("</dl></details>\n");
        }

        html.Append("</footer>\n");
    }
}
