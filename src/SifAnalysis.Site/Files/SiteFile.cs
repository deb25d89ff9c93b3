using System.Text;

namespace SifAnalysis.Site.Files;

/// <summary>A file of the site.</summary>
/// <param name="Path">Its path in the site's folder, with forward slashes: "authorities/barnet.html".</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>A file of text, in UTF-8 without a byte order mark.</summary>
    /// <param name="path">Its path in the site's folder.</param>
    /// <param name="text">Its text.</param>
    public static SiteFile Of(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
