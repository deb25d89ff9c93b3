using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>
/// The HTML that a cell showed, with everything taken out that could act on the page around it: scripts, event handlers,
/// styles of the whole page, frames, forms, redirections, other base addresses, and what would be fetched. Its tables take the
/// page's own form.
/// </summary>
internal static class OutputMarkup
{
    private static readonly HtmlSanitizer Sanitizer = Create();

    private static readonly string[] Layout =
        ["border", "font-size", "font-variant", "margin", "max-width", "min-width", "padding", "text-align", "vertical-align",
            "white-space", "width"];

    /// <summary>The HTML that is left.</summary>
    /// <param name="markup">The HTML that the cell showed.</param>
    public static string Safe(string markup)
    {
        var document = Sanitizer.SanitizeDom(markup);
        foreach (var table in document.QuerySelectorAll<IHtmlTableElement>("table"))
        {
            Label(table);
        }

        return document.Body?.InnerHtml ?? "";
    }

    // On a narrow page a row becomes a card, where each value needs its column's name beside it.
    private static void Label(IHtmlTableElement table)
    {
        Plain(table);
        foreach (var cell in table.QuerySelectorAll("td, th"))
        {
            if (cell.GetAttribute("style") is { } style && style.Contains("text-align", StringComparison.Ordinal) && style
                .Contains("right", StringComparison.Ordinal))
            {
                cell.ClassList.Add("number");
            }

            Plain(cell);
        }

        if (table.Head?.Rows is not [{ } head] || head.Cells.Any(cell => cell.ColumnSpan > 1))
        {
            return;
        }

        var names = head.Cells.Select(Name).ToList();
        table.ClassList.Add("cards");
        foreach (var row in table.Bodies.SelectMany(body => body.Rows).Where(row => row.Cells.Length == names.Count))
        {
            foreach (var (cell, name) in row.Cells.Zip(names).Where(pair => pair.Second.Length > 0))
            {
                cell.SetAttribute("data-label", name);
            }
        }
    }

    // The page lays tables out; what else a style says, such as a colour, stays.
    private static void Plain(IElement element)
    {
        var kept = (element.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(rule => !Layout.Any(property => rule.StartsWith(property, StringComparison.Ordinal)))
            .ToList();
        if (kept.Count > 0)
        {
            element.SetAttribute("style", string.Join("; ", kept));
        }
        else
        {
            element.RemoveAttribute("style");
        }
    }

    // The type of a column stands in small print under its name.
    private static string Name(IHtmlTableCellElement head) =>
        string.Concat(head.ChildNodes.TakeWhile(node => node is not IHtmlBreakRowElement).Select(node => node.TextContent)).Trim();

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.ExceptWith(
            ["button", "fieldset", "form", "input", "keygen", "label", "legend", "optgroup", "option", "select", "textarea", "video",
                "audio", "source"]);
        sanitizer.AllowedTags.UnionWith(["caption", "details", "figcaption", "figure", "section", "summary"]);
        sanitizer.AllowedAttributes.UnionWith(["class", "role", "tabindex", "open", "scope"]);
        sanitizer.AllowedAttributes.ExceptWith(["action", "background", "id", "name"]);
        sanitizer.AllowedSchemes.UnionWith(["mailto"]);
        sanitizer.FilterUrl += (_, address) =>
        {
            // A link is followed by a reader; whatever else has an address would be fetched.
            if (address.Tag.LocalName != "a")
            {
                address.SanitizedUrl = address.OriginalUrl.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
                    ? address.OriginalUrl : null;
            }
        };

        // What a screen reader is told can do no harm.
        sanitizer.RemovingAttribute += (_, removing) =>
            removing.Cancel = removing.Attribute.Name.StartsWith("aria-", StringComparison.Ordinal);
        return sanitizer;
    }
}
