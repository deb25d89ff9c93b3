using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Notebooks.Tests.Pages;

public class NotebookPageTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    [Fact]
    public void Of_HostileTexts_AreShownAndNotRun()
    {
        var html = Page(
            new NotebookCell("a", CellKind.Markdown, $"# Title\n\n{Hostile} [link](javascript:alert(3))", []),
            new NotebookCell("b", CellKind.Code, $"// {Hostile}", [])
            {
                Outputs = [new StreamOutput("stdout", Hostile), new ErrorOutput("E", Hostile, [Hostile]), Shown("text/plain", Hostile)],
            });
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0;url=https://elsewhere.example'>", "refresh")]
    [InlineData("<base href='https://elsewhere.example/'>", "elsewhere")]
    [InlineData("<iframe src='https://elsewhere.example'></iframe>", "elsewhere")]
    [InlineData("<form action='https://elsewhere.example'><input name=password></form>", "elsewhere")]
    [InlineData("<link rel=stylesheet href='https://elsewhere.example/a.css'>", "elsewhere")]
    [InlineData("<style>main { display: none }</style>", "main { display")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("<p onclick='alert(1)'>text</p>", "alert(1)")]
    [InlineData("<a href=' java\nscript:alert(1)'>text</a>", "alert(1)")]
    [InlineData("<img src='https://elsewhere.example/dot.png'>", "elsewhere")]
    [InlineData("<p style='background: url(https://elsewhere.example/dot.png)'>text</p>", "elsewhere")]
    [InlineData("<svg><a xlink:href='javascript:alert(1)'>text</a></svg>", "alert(1)")]
    [InlineData("</div></main><h1 id=main>text</h1>", "</main><h1")]
    public void Of_MarkupThatActsOnThePage_IsTakenOut(string markup, string trace) =>
        Assert.DoesNotContain(
            trace, Page(
                new NotebookCell("a", CellKind.Code, "show", []) { Outputs = [Shown("text/html", markup)] }), StringComparison.Ordinal);

    // To parse the first takes Roslyn longer than anyone waits, and the others nest deeper than a stack.
    [Theory]
    [InlineData("( + 11+ ((((((((((((((((1\n1(((1\n", 60)]
    [InlineData("$\"{", 50_000)]
    [InlineData("$$\"\"\"{{", 50_000)]
    public void Of_CodeThatNobodyWrote_IsShownAllTheSame(string piece, int times)
    {
        var source = string.Concat(Enumerable.Repeat(piece, times));
        Assert.Contains("code-body", Page(new NotebookCell("a", CellKind.Code, source, [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("*a _b ")]
    [InlineData("- ")]
    public void Of_MarkdownNestedThousandsDeep_IsShownAllTheSame(string piece)
    {
        var page = Page(new NotebookCell("a", CellKind.Markdown, string.Concat(Enumerable.Repeat(piece, 5_000)) + "the end", []));
        Assert.Contains("the end", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TableMarkup_KeepsWhatATableNeeds()
    {
        const string Shown = "<div class=\"sif-table\" style=\"overflow-x:auto\" tabindex=\"0\" role=\"group\" aria-label=\"Table of 1 rows\"><details><summary>Rows</summary>"
            + "<table style=\"border-collapse:collapse\"><caption>All</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">n<br><small>number</small></th></tr></thead>"
            + "<tbody><tr><td style=\"padding:1em;color:red\">Leeds</td><td style=\"text-align:right\">1</td></tr></tbody></table></details></div>";
        const string Kept = "<details><summary>Rows</summary><table class=\"cards\"><caption>All</caption><thead><tr><th scope=\"col\">Name</th>"
            + "<th scope=\"col\">n<br><small>number</small></th></tr></thead><tbody><tr><td style=\"color: rgba(255, 0, 0, 1)\" data-label=\"Name\">Leeds</td>"
            + "<td class=\"number\" data-label=\"n\">1</td></tr></tbody></table></details></div>";
        Assert.Contains(Kept, Page(new NotebookCell("a", CellKind.Code, "show", []) { Outputs = [NotebookPageTests.Shown("text/html", Shown)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CellTaggedFindings_StandsInABoxWithItsCodeBehindIt()
    {
        var tagged = new JsonObject { ["tags"] = new JsonArray("findings") };
        var html = Page(new NotebookCell("a", CellKind.Code, "finding", tagged) { Outputs = [Shown("text/html", "<p>29 are good.</p>")] });
        var box = html[html.IndexOf("<div class=\"cell findings\" role=\"group\" aria-label=\"Findings\">", StringComparison.Ordinal)..];
        Assert.True(box.IndexOf("29 are good", StringComparison.Ordinal) < box.IndexOf("<summary>Code</summary>", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_CellsUnderTheHeadingOfFindings_ShareOneBox()
    {
        var cells = new NotebookCell[]
        {
            new("a", CellKind.Markdown, "# Title\n\n## Found", []),
            new("b", CellKind.Code, "one", []) { Outputs = [Shown("text/html", "<p>29 are good.</p>")] },
            new("c", CellKind.Code, "two", []) { Outputs = [Shown("text/html", "<p>2 are outstanding.</p>")] },
            new("d", CellKind.Markdown, "## Else", []),
            new("e", CellKind.Code, "three", []) { Outputs = [Shown("text/html", "<p>Another.</p>")] },
        };
        var html = NotebookPage.Of(new NotebookDocument(cells, []), "name", "Found").Html();
        var body = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.Equal(2, body.Split("cell findings").Length);
        Assert.Equal(3, body.Split("<summary>Code</summary>").Length);
        Assert.True(body.IndexOf("outstanding", StringComparison.Ordinal) < body.IndexOf("<summary>Code</summary>", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_PageThatNobodyFramed_SaysNothingOfSourceOrLicence()
    {
        var html = Page(new NotebookCell("a", CellKind.Markdown, "# Title", []));
        Assert.DoesNotContain("Government", html, StringComparison.Ordinal);
        Assert.DoesNotContain("SifAnalysis", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<footer>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_FramedPage_TellsItsSiteItsPlaceAndWhatASharedLinkShows()
    {
        var page = NotebookPage.Of(new NotebookDocument([new("a", CellKind.Markdown, "# A \"title\"\n\nWhat it asks.", [])], []), "name") with
        {
            Frame = new PageFrame("Kit") { Home = "index.html", Licence = "Facts <of> others.", Links = [("Data", "index.html#data")], Picture = "https://example.org/p.png" },
            Address = "https://example.org/a.html",
            Previous = ("Before", "before.html"),
            Next = ("After", "after.html"),
        };
        var html = page.Html();
        Assert.Contains("<a class=\"home\" href=\"index.html\">Kit</a>", html, StringComparison.Ordinal);
        Assert.Contains("<p id=\"licence\">Facts &lt;of&gt; others.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"next\" rel=\"next\" href=\"after.html\"><span>Next</span>After</a>", html, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:title\" content=\"A &quot;title&quot;\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:description\" content=\"What it asks.\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:url\" content=\"https://example.org/a.html\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_LinkedAssets_AreLinkedAndAllowedFromTheSameSiteAlone()
    {
        var html = (NotebookPage.Of(new NotebookDocument([], []), "name") with { Styles = [new("", "a.css")], Scripts = [new("", "a.js")] }).Html();
        Assert.Contains("<link rel=\"stylesheet\" href=\"a.css\">", html, StringComparison.Ordinal);
        Assert.Contains("<script src=\"a.js\" defer></script>", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CellsThatShowNothing_ShareAFoldWithTheCellThatShows()
    {
        var html = Page(
            new NotebookCell("a", CellKind.Code, "var first = 1;", []),
            new NotebookCell("b", CellKind.Code, "first", []) { Outputs = [Shown("text/plain", "1")] },
            new NotebookCell("c", CellKind.Code, "var last = 2;", []));
        Assert.Equal(2, html.Split("<summary>Code</summary>").Length - 1);
        Assert.Equal(3, html.Split("class=\"code-body\"").Length - 1);
    }

    [Fact]
    public void Of_ScriptEndInAChart_StaysInsideItsJson()
    {
        var figure = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["name"] = "</script><script>alert(1)</script>" }),
            ["layout"] = new JsonObject(),
        };
        var html = Page(
            new NotebookCell("a", CellKind.Code, "chart", [])
            {
                Outputs = [new DisplayOutput(new JsonObject { ["application/vnd.plotly.v1+json"] = figure }, [])],
            });
        Assert.DoesNotContain("</script><script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Chart_HasItsAltTextAndTable()
    {
        var meta = new JsonObject
        {
            ["alt"] = "Bars \"of\" counts",
            ["table"] =
                new JsonObject { ["columns"] = new JsonArray("Judgement", "n"), ["rows"] = new JsonArray(new JsonArray("Good", 29)) },
        };
        var figure = new JsonObject { ["data"] = new JsonArray(), ["layout"] = new JsonObject { ["meta"] = meta } };
        var html = Page(
            new NotebookCell("a", CellKind.Code, "chart", [])
            {
                Outputs = [new DisplayOutput(new JsonObject { ["application/vnd.plotly.v1+json"] = figure }, [])],
            });
        Assert.Contains("role=\"img\" aria-label=\"Bars &quot;of&quot; counts\"", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\" data-label=\"n\">29</td>", html, StringComparison.Ordinal);
        Assert.Contains("the chart library", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoChart_LeavesTheChartLibraryOut() =>
        Assert.DoesNotContain("the chart library", Page(new NotebookCell("a", CellKind.Markdown, "# Title", [])), StringComparison.Ordinal);

    [Fact]
    public void Of_Headings_AreTheContents()
    {
        var html = Page(new NotebookCell("a", CellKind.Markdown, "# Title\n\n## One\n\n## One", []));
        Assert.Contains("<title>Title</title>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#one\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#one-2\"", html, StringComparison.Ordinal);
    }

    private static string Page(params NotebookCell[] cells) =>
        (NotebookPage.Of(new NotebookDocument(cells, []), "name") with { ChartLibrary = new PageAsset("/* the chart library */") }).Html();

    private static DisplayOutput Shown(string mime, string text) => new(new JsonObject { [mime] = text }, []);
}
