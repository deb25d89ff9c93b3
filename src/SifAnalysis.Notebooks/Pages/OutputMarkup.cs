using Ganss.Xss;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>
/// The HTML that a cell showed, with everything taken out that could act on the page around it: scripts, event handlers,
/// styles of the whole page, frames, forms, redirections, other base addresses, and what would be fetched.
/// </summary>
internal static class OutputMarkup
{
    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>The HTML that is left.</summary>
    /// <param name="markup">The HTML that the cell showed.</param>
    public static string Safe(string markup) => Sanitizer.Sanitize(markup);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.ExceptWith(["button", "fieldset", "form", "input", "keygen", "label", "legend", "optgroup", "option", "select", "textarea", "video", "audio", "source"]);
        sanitizer.AllowedTags.UnionWith(["caption", "details", "figcaption", "figure", "section", "summary"]);
        sanitizer.AllowedAttributes.UnionWith(["class", "role", "tabindex", "open", "scope"]);
        sanitizer.AllowedAttributes.ExceptWith(["action", "background", "id", "name"]);
        sanitizer.AllowedSchemes.UnionWith(["mailto"]);
        sanitizer.FilterUrl += (_, address) =>
        {
            // A link is followed by a reader; whatever else has an address would be fetched.
            if (address.Tag.LocalName != "a")
            {
                address.SanitizedUrl = address.OriginalUrl.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? address.OriginalUrl : null;
            }
        };

        // What a screen reader is told can do no harm.
        sanitizer.RemovingAttribute += (_, removing) =>
            removing.Cancel = removing.Attribute.Name.StartsWith("aria-", StringComparison.Ordinal);
        return sanitizer;
    }
}
