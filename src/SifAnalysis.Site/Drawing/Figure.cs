using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Drawing;

/// <summary>A drawing on a page, with buttons that save it with its title, source and licence.</summary>
internal static class Figure
{
    /// <summary>The figure as HTML.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="name">The file name of a saved picture, without its ending.</param>
    /// <param name="caption">What stands beneath, HTML; may be empty.</param>
    public static string Html(string drawing, string name, string caption = "") => drawing.Length == 0 ? "" :
        $"<figure class=\"drawn\" data-name=\"{Text(name)}\">{drawing}"
        + (caption.Length > 0 ? $"<figcaption>{caption}</figcaption>" : "")
        + "<p class=\"pictures\" hidden><button type=\"button\" data-save=\"svg\">Save as SVG</button> "
        + "<button type=\"button\" data-save=\"png\">Save as PNG</button></p></figure>\n";
}
