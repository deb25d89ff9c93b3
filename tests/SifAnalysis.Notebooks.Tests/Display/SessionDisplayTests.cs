using SifAnalysis.Notebooks.Tests.Session;

namespace SifAnalysis.Notebooks.Tests.Display;

/// <summary>What a session shows without the kit's library or any set-up.</summary>
public class SessionDisplayTests
{
    private const string Frame = "using Microsoft.Data.Analysis;\nvar frame = new DataFrame(new StringDataFrameColumn(\"name\", new[] { \"Barnet\", null }), "
        + "new Int32DataFrameColumn(\"count\", new int?[] { 5, 12 }), new DateTimeDataFrameColumn(\"day\", new DateTime?[] { new(2016, 12, 31), null }));\n";

    [Theory]
    [InlineData("new DateOnly(2016, 12, 31)", "2016-12-31")]
    [InlineData("new TimeOnly(9, 30)", "09:30:00")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"a\\\": [1, null]}\")", "{\n  \"a\": [\n    1,\n    null\n  ]\n}")]
    [InlineData("new[,] { { 1, 2 }, { 30, 4 } }", " 1  2\n30  4")]
    [InlineData("new int[2, 1, 2]", "[[[0,0]],[[0,0]]]")]
    [InlineData("new[] { 1, 2 }", "[ 1, 2 ]")]
    [InlineData("display(null);", "null")]
    [InlineData("Task.FromResult(5)", "5")]
    [InlineData("Task.FromResult(new DateOnly(2016, 12, 31))", "2016-12-31")]
    [InlineData("Task.Delay(0)", "A task that is done.")]
    [InlineData("Task.Delay(-1)", "A task that is at work; await it for its result.")]
    [InlineData("Task.FromException<int>(new Exception(\"no rows\"))", "A task that failed: no rows")]
    [InlineData(Frame + "frame", "2 rows, 3 columns\nname                  count  day\ntext, 1 blank  whole number  date, 1 blank\nBarnet                    5  2016-12-31\n[x]                      12  [x]")]
    [InlineData(Frame + "frame.Columns[\"count\"]", "2 rows, 1 column\n       count\nwhole number\n           5\n          12")]
    [InlineData(Frame + "frame.Rows[0]", "name   Barnet\ncount  5\nday    2016-12-31")]
    public async Task Value_Shown_ReadsAsAPersonWouldWriteIt(string cell, string expected)
    {
        await using var cells = new Cells();
        Assert.Equal(expected, await cells.TextOf(cell));
    }

    [Theory]
    [InlineData("frame.Info()")]
    [InlineData("frame.Description()")]
    [InlineData("new DataFrame()")]
    public async Task Frame_OfAnyKind_IsATableOfTextAndHtml(string expression)
    {
        await using var cells = new Cells();
        Assert.Matches("^[0-9]+ rows?, [0-9]+ columns?", await cells.TextOf(Frame + expression));
        Assert.Contains("<table", (string?)cells.Displays[^1].Data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongFrame_Shown_IsPagedAndCounted()
    {
        await using var cells = new Cells();
        var text = await cells.TextOf("new Microsoft.Data.Analysis.DataFrame(new Microsoft.Data.Analysis.Int32DataFrameColumn(\"n\", Enumerable.Range(1, 45)))");
        Assert.EndsWith("… and 25 more rows", text, StringComparison.Ordinal);
        Assert.Equal(2, ((string?)cells.Displays[^1].Data["text/html"])!.Split("<details>").Length - 1);
    }

    [Theory]
    [InlineData("#r \"nuget: Plotly.NET, 6.0.0\"\nusing Plotly.NET;\nvar trace = new Trace(\"bar\");\ntrace.SetProperty(\"y\", new[] { 5, 7 });\nGenericChart.ofTraceObject(true, trace)")]
    [InlineData("#!fsharp\n#r \"nuget: Plotly.NET, 6.0.0\"\nopen Plotly.NET\nChart.Column(values = [5; 7])")]
    public async Task PlotlyNetChart_WithoutSetUp_DrawsWithoutANetwork(string cell)
    {
        await using var cells = new Cells();
        Assert.Equal("Chart", await cells.TextOf(cell));
        var data = cells.Displays[^1].Data;
        Assert.Equal("bar", (string?)data["application/vnd.plotly.v1+json"]!["data"]![0]!["type"]);
        var html = (string?)data["text/html"];
        Assert.Contains("DecompressionStream", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }
}
