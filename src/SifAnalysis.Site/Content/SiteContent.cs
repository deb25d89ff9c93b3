using SifAnalysis.Figures;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Site.Content;

/// <summary>What a site is made of.</summary>
public sealed record SiteContent
{
    /// <summary>The tables.</summary>
    public required SifData Data { get; init; }

    /// <summary>The published figures with their verdicts.</summary>
    public required IReadOnlyList<FigureCheck> Checks { get; init; }

    /// <summary>The days on which the figures of each publication hold.</summary>
    public required IReadOnlyList<PublicationDays> Days { get; init; }

    /// <summary>The notebooks, in their order.</summary>
    public required IReadOnlyList<SiteNotebook> Notebooks { get; init; }

    /// <summary>The tables to download.</summary>
    public IReadOnlyList<SiteTable> Tables { get; init; } = [];

    /// <summary>What the site rests on: plain texts by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Provenance { get; init; } = [];

    /// <summary>The version of the kit.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether the guide and the API reference lie beside the site, in <c>docs</c>.</summary>
    public bool HasGuide { get; init; }

    /// <summary>Where the site is published, ending in a slash, or <see langword="null"/> where that is not known.</summary>
    public Uri? Address { get; init; }

    /// <summary>Whether the picture for shared links lies in the site's folder.</summary>
    public bool HasPicture { get; init; }
}

/// <summary>A notebook of the site.</summary>
/// <param name="Name">Its file's name without ending.</param>
/// <param name="Document">The notebook, with or without outputs.</param>
/// <param name="Succeeded">Whether every cell ran.</param>
public sealed record SiteNotebook(string Name, NotebookDocument Document, bool Succeeded);

/// <summary>A table to download.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="Title">What its rows are.</param>
/// <param name="Rows">How many it has.</param>
public sealed record SiteTable(string Name, string Title, int Rows);
