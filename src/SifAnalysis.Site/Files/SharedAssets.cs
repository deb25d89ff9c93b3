using System.Text;
using SifAnalysis.Charts;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Site.Files;

/// <summary>The styles and scripts that the site's pages share, one file each.</summary>
internal static class SharedAssets
{
    private const string Folder = "assets/";

    private static readonly (string Name, string Text)[] Own =
    [
        ("page.css", PageAsset.Style.Text),
        ("site.css", Resource("site.css")),
        ("picture.js", PageAsset.Pictures.Text),
        ("page.js", PageAsset.Script.Text),
        ("site.js", Resource("site.js")),
        ("find.js", Resource("find.js")),
        ("explore.js", Resource("explore.js")),
    ];

    /// <summary>The name of the bundle of data that pages read.</summary>
    public const string Data = "data.js";

    /// <summary>The name of plotly.js.</summary>
    public const string Plotly = "plotly.js";

    /// <summary>The styles of every page.</summary>
    public static string Styles => PageAsset.Style.Text + Resource("site.css");

    /// <summary>The files, but for <see cref="Data"/>.</summary>
    public static IEnumerable<SiteFile> Files() =>
        Own.Append((Name: Plotly, PlotlyScript.Text)).Select(asset => SiteFile.Of(Folder + asset.Name, asset.Text));

    /// <summary>The bundle of data as a file.</summary>
    /// <param name="text">The script that holds it.</param>
    public static SiteFile DataFile(string text) => SiteFile.Of(Folder + Data, text);

    /// <summary>An asset as a page links to it.</summary>
    /// <param name="name">Its file's name.</param>
    /// <param name="up">The way from the page's folder to the site's: "" or "../".</param>
    public static PageAsset Linked(string name, string up) => new("", up + Folder + name);

    /// <summary>The text of one of the site's own assets.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(SharedAssets).Assembly.GetManifestResourceStream($"SifAnalysis.Site.Assets.{name}")
            ?? throw new InvalidOperationException($"The program lacks its {name}.");
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd().ReplaceLineEndings("\n");
    }
}
