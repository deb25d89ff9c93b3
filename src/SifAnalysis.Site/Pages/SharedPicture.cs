using SifAnalysis.Site.Content;
using SifAnalysis.Site.Drawing;
using SifAnalysis.Site.Files;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The picture that a link to the site shows where it is shared: the finding and the bars behind it.</summary>
public static class SharedPicture
{
    /// <summary>Its width in pixels: what the places that show such pictures ask for, as its height.</summary>
    public const int Width = 1200;

    /// <summary>Its height in pixels.</summary>
    public const int Height = 630;

    /// <summary>The page whose window, of the picture's size, is the picture.</summary>
    /// <param name="content">What the site is made of.</param>
    /// <returns>HTML that fetches nothing; <see langword="null"/> where no publication states counts to draw.</returns>
    public static string? Html(SiteContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Graphic.Of(content) is not { } graphic
            ? null
            : "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><style>"
                + $"{SharedAssets.Styles}{SharedAssets.Resource("share.css")}</style></head>"
                + $"<body class=\"share\"><h1>{Text(graphic.Headline)}</h1>{Bars.Key("Unknown, or not stated")}{graphic.Drawing()}"
                + $"<p>{Text(SiteFrame.Licence)}</p></body></html>\n";
    }
}
