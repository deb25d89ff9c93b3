using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace SifAnalysis.Charts;

/// <summary>plotly.js, as the Plotly.NET package carries it, for pages that draw charts without a network.</summary>
public static class PlotlyScript
{
    private static readonly Lazy<string> text = new(Read);
    private static readonly Lazy<string> compressed = new(Compress);

    /// <summary>The whole script (MIT licence, its notice included), about 3.5 MB.</summary>
    /// <exception cref="InvalidOperationException">This version of Plotly.NET carries no plotly.js.</exception>
    public static string Text => text.Value;

    /// <summary>The script in gzip and base64, about 1.4 MB, for a browser's DecompressionStream.</summary>
    /// <exception cref="InvalidOperationException">This version of Plotly.NET carries no plotly.js.</exception>
    public static string Compressed => compressed.Value;

    private static string Read()
    {
        // By its name: a type of it would bring FSharp.Core along, which a host may have in another version.
        var assembly = Assembly.Load("Plotly.NET");
        var name = assembly.GetManifestResourceNames().SingleOrDefault(name => name.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"{assembly.GetName().Name} {assembly.GetName().Version} carries no plotly.js; use Plotly.NET 6.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Compress()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Text));
        }

        return Convert.ToBase64String(buffer.ToArray());
    }
}
