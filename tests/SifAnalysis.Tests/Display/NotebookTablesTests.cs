using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SifAnalysis.Display;

namespace SifAnalysis.Tests.Display;

public class NotebookTablesTests
{
    public NotebookTablesTests() => NotebookDisplay.Register();

    [Fact]
    public void DataFrame_WithBlanks_ShowsTypesSizeAndWhereNothingIs()
    {
        var html = Html(new DataFrame(
            new StringDataFrameColumn("Name", ["<Ada>", null]),
            new PrimitiveDataFrameColumn<double>("Share", [0.25, null]),
            new PrimitiveDataFrameColumn<int>("Count", [3, 4])));
        Assert.Contains("aria-label=\"2 rows, 3 columns\"", html, StringComparison.Ordinal);
        Assert.Contains("tabindex=\"0\"", html, StringComparison.Ordinal);
        Assert.Equal(
            ["text, 1 blank", "number, 1 blank", "whole number"], Regex.Matches(html, "<small[^>]*>([^<]*)</small></th>").Select(
                match => match.Groups[1].Value));
        Assert.Equal(2, Regex.Count(html, @">\[x\]</td>"));
        Assert.Contains("&lt;Ada&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(20, 1, 0)]
    [InlineData(21, 2, 0)]
    [InlineData(500, 25, 0)]
    [InlineData(1_000_000, 25, 1)]
    public void DataFrame_OfAnyLength_IsPagedAndNeverDumpedWhole(int rows, int pages, int notes)
    {
        var html = Html(new DataFrame(new PrimitiveDataFrameColumn<int>("Row", Enumerable.Range(1, rows))));
        Assert.Equal(pages, Regex.Count(html, "<table"));
        Assert.Equal(pages - 1, Regex.Count(html, "<details>"));
        Assert.Equal(notes, Regex.Count(html, "The first 500 rows"));
        Assert.Contains(rows.ToString("#,0", CultureInfo.InvariantCulture) + " rows, 1 column", html, StringComparison.Ordinal);
        Assert.True(html.Length < 200_000);
    }

    [Fact]
    public void PlainChart_HasItsNumbersForWhoCannotRunScripts()
    {
        var trace = new Trace("bar");
        trace.SetProperty("x", new[] { "Good", "Inadequate" });
        trace.SetProperty("y", new[] { 5, 7 });
        trace.SetProperty("name", "Known");
        var html = Html(GenericChart.ofTraceObject(useDefaults: true, trace));
        Assert.Contains("The numbers in this chart", html, StringComparison.Ordinal);
        Assert.Contains(">Inadequate</td>", html, StringComparison.Ordinal);
        Assert.Contains(">7</td>", html, StringComparison.Ordinal);
        Assert.Contains(">Known</td>", html, StringComparison.Ordinal);
    }

    private static string Html(object value) => value.ToDisplayString(HtmlFormatter.MimeType);
}
