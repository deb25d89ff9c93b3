using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;

namespace SifAnalysis.Site.Files;

/// <summary>What stands around every page of the site.</summary>
public static class SiteFrame
{
    /// <summary>The kit's name.</summary>
    public const string Name = "SifAnalysis";

    /// <summary>The heading under which the kit's notebooks show their findings.</summary>
    public const string FindingsHeading = "What the rows say";

    /// <summary>The line about source and licence, for pages and pictures.</summary>
    public const string Licence =
        "Source: Ofsted’s inspection reports, by SifAnalysis. Contains public sector information licensed under the Open Government "
            + "Licence v3.0. "
        + "Every row of the data names its source.";

    /// <summary>The path, in the site's folder, of the picture that a shared link shows.</summary>
    public const string SharedPicture = "share.png";

    /// <summary>The frame of a page that stands alone, without the site beside it.</summary>
    public static PageFrame Alone { get; } = new(Name) { Licence = Licence };

    /// <summary>The frame of a page of the site.</summary>
    /// <param name="content">The site's content.</param>
    /// <param name="up">The way from the page's folder to the site's: "" or "../".</param>
    internal static PageFrame Of(SiteContent content, string up) => Alone with
    {
        Home = $"{up}index.html",
        Picture = content is { Address: { } address, HasPicture: true } ? new Uri(address, SharedPicture).AbsoluteUri : null,
        Links =
        [
            ("Find an authority", $"{up}authorities/index.html"),
            ("Explore", $"{up}explore.html"),
            ("Notebooks", $"{up}index.html#notebooks"),
            ("Figures", $"{up}index.html#figures"),
            ("Data", $"{up}index.html#data"),
            .. content.HasGuide ? [("Guide", $"{up}docs/index.html")] : Array.Empty<(string, string)>(),
        ],
    };

    /// <summary>A page of the site, with its frame, styles and scripts.</summary>
    /// <param name="content">The site's content.</param>
    /// <param name="page">The page.</param>
    /// <param name="path">Its path in the site's folder.</param>
    /// <param name="scripts">The scripts that it has beside those of every page.</param>
    internal static SiteFile File(SiteContent content, Page page, string path, params string[] scripts)
    {
        var up = string.Concat(Enumerable.Repeat("../", path.Count(letter => letter == '/')));
        var whole = page with
        {
            Frame = Of(content, up),
            Address = content.Address is { } address ? new Uri(address, path).AbsoluteUri : null,
            Styles = [SharedAssets.Linked("page.css", up), SharedAssets.Linked("site.css", up)],
            Scripts = [.. new[] { "picture.js", "page.js", "site.js" }.Concat(scripts).Select(name => SharedAssets.Linked(name, up))],
            ChartLibrary = SharedAssets.Linked(SharedAssets.Plotly, up),
        };
        return SiteFile.Of(path, whole.Html());
    }
}
