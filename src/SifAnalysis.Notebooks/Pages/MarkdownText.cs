using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>Markdown as HTML: HTML in it is shown as text, and links lead only to pages, mail and anchors.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseFootnotes().UseAutoLinks().Build();

    /// <summary>The HTML of a text, and its headings with the anchors that they were given.</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="anchors">The anchors that the page has already; new ones are added.</param>
    public static (string Html, IReadOnlyList<(string Anchor, int Depth, string Text)> Headings) Render(
        string text, HashSet<string> anchors)
    {
        try
        {
            return RenderMarkdown(text, anchors);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested hundreds deep; nobody wrote that, but the reader may still see it.
            return ($"<pre>{Page.Text(text)}</pre>\n", []);
        }
    }

    private static (string Html, IReadOnlyList<(string Anchor, int Depth, string Text)> Headings) RenderMarkdown(
        string text, HashSet<string> anchors)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Safe(link.Url, link.IsImage);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = link.IsEmail ? link.Url : Safe(link.Url, image: false);
        }

        var headings = new List<(string, int, string)>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var words = Words(heading) ?? "";
            var anchor = Anchor(words, anchors);
            heading.GetAttributes().Id = anchor;
            heading.Inline?.AppendChild(new HtmlInline($"<a class=\"anchor\" href=\"#{Page.Text(anchor)}\" aria-label=\"Link to this "
                + $"part: {Page.Text(words)}\">#</a>"));
            headings.Add((anchor, heading.Level, words));
        }

        return (document.ToHtml(Pipeline), headings);
    }

    /// <summary>The title of a text that opens with one, and its first paragraph, both without markup.</summary>
    public static (string? Title, string? FirstParagraph) Opening(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return (null, null);
        }

        return (Words(document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1)),
            Words(document.OfType<ParagraphBlock>().FirstOrDefault()));
    }

    private static string? Words(LeafBlock? block) =>
        block?.Inline is null ? null : string.Concat(block.Inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));

    private static string Safe(string? address, bool image) => address switch
    {
        null => "",
        _ when image => address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? address : "",
        _ when address.StartsWith('#') => address,
        _ when Uri.TryCreate(address, UriKind.Absolute, out var absolute) =>
            absolute.Scheme is "http" or "https" or "mailto" ? address : "#",
        _ when address.Contains(':', StringComparison.Ordinal) => "#",
        _ => address,
    };

    private static string Anchor(string words, HashSet<string> anchors)
    {
        var stem = string.Join(
            '-', string.Concat(words.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(
                ' ', StringSplitOptions.RemoveEmptyEntries));
        var anchor = stem.Length == 0 ? "section" : stem;
        for (var number = 2; !anchors.Add(anchor); number++)
        {
            anchor = $"{stem}-{number}";
        }

        return anchor;
    }
}
