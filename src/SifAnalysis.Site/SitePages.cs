using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Files;
using SifAnalysis.Site.Pages;

namespace SifAnalysis.Site;

/// <summary>Makes the files of the site. The same content gives the same bytes.</summary>
public static class SitePages
{
    /// <summary>The front page, the pages of authorities, the page to explore, and what all pages share; not those of notebooks.</summary>
    /// <param name="content">What the site is made of.</param>
    public static IEnumerable<SiteFile> Make(SiteContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var profiles = Profiles.Of(content.Data);
        yield return FrontPage.File(content, profiles);
        yield return ExplorePage.File(content, profiles);
        yield return FindPage.File(content, profiles);
        foreach (var profile in profiles)
        {
            yield return AuthorityPage.File(content, profiles, profile);
            yield return JudgementTable.File(profile);
        }

        yield return SharedAssets.DataFile(SiteData.Script(profiles));
        foreach (var file in SharedAssets.Files())
        {
            yield return file;
        }
    }

    /// <summary>The page of one notebook, which leads to the ones before and after it.</summary>
    /// <param name="content">What the site is made of.</param>
    /// <param name="index">The notebook's place among <see cref="SiteContent.Notebooks"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such notebook.</exception>
    public static SiteFile Notebook(SiteContent content, int index)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, content.Notebooks.Count);
        var notebook = content.Notebooks[index];
        var page = NotebookPage.Of(notebook.Document, notebook.Name, SiteFrame.FindingsHeading) with
        {
            Previous = index == 0 ? null : Link(content.Notebooks[index - 1]),
            Next = index == content.Notebooks.Count - 1 ? null : Link(content.Notebooks[index + 1]),
        };
        return SiteFrame.File(content, page, $"{notebook.Name}.html");
    }

    private static (string Title, string Address) Link(SiteNotebook notebook) =>
        (NotebookPage.Opening(notebook.Document, notebook.Name).Title, $"{Uri.EscapeDataString(notebook.Name)}.html");
}
