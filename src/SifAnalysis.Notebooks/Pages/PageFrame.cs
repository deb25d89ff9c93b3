namespace SifAnalysis.Notebooks.Pages;

/// <summary>What stands around every page of one site: its name, the links at the top, and the lines at the foot.</summary>
/// <param name="Name">The name of the site, plain text.</param>
public sealed record PageFrame(string Name)
{
    /// <summary>The frame of a page that stands alone.</summary>
    public static PageFrame Alone { get; } = new("Notebook");

    /// <summary>Where the name leads, relative to the page; <see langword="null"/> for a page that stands alone.</summary>
    public string? Home { get; init; }

    /// <summary>The links at the top: plain texts and addresses.</summary>
    public IReadOnlyList<(string Text, string Address)> Links { get; init; } = [];

    /// <summary>What the foot says of source and licence, plain text; pictures of charts carry it too.</summary>
    public string Licence { get; init; } = "";

    /// <summary>The picture that a shared link shows: an address with its scheme, or <see langword="null"/> for none.</summary>
    public string? Picture { get; init; }
}
