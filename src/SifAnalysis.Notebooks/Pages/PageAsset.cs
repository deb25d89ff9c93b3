using System.Text;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>A style sheet or a script of a page.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Address">Where it lies, relative to the page; <see langword="null"/> for one that stands in the page itself.</param>
public sealed record PageAsset(string Text, string? Address = null)
{
    /// <summary>The styles that every page has.</summary>
    public static PageAsset Style { get; } = new(Resource("page.css"));

    /// <summary>The script that every page has: colours, contents, tables, copies and charts.</summary>
    public static PageAsset Script { get; } = new(Resource("page.js"));

    /// <summary>The script that makes pictures of charts, with their title, source and licence in them.</summary>
    public static PageAsset Pictures { get; } = new(Resource("picture.js"));

    private static string Resource(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream($"SifAnalysis.Notebooks.Pages.{name}")
            ?? throw new InvalidOperationException($"The program lacks its {name}.");
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd().ReplaceLineEndings("\n");
    }
}
