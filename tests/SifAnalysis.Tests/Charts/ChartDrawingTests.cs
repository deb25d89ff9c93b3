using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SifAnalysis.Charts;
using SifAnalysis.Display;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Charts;

/// <summary>Draws every chart of the kit in a real Chromium, as a notebook's front end would, and looks at what stands there.</summary>
public sealed class ChartDrawingTests
{
    private const string Hostile = "<img src=x onerror=\"window.fooled=1\">";

    // What a page of 390 and one of 1280 pixels leave a chart. A label may stand out by 2 pixels, for rounding.
    [Theory]
    [InlineData(350)]
    [InlineData(928)]
    public async Task EveryChart_InChromium_IsDrawnWithEveryWordInside(int width)
    {
        var charts = EveryChartTests.All(Hostile).ToList();
        var report = await Report(width, charts.Select(own => own.Chart.Json));
        Assert.Equal("[]", report["errors"]!.ToJsonString());
        Assert.False(report["fooled"]!.GetValue<bool>(), "a name acted on the page");
        var drawn = report["charts"]!.AsArray();
        Assert.Equal(charts.Count, drawn.Count);
        Assert.All(charts.Zip(drawn), pair =>
        {
            var (name, seen) = (pair.First.Name, pair.Second!);
            Assert.True(seen["marks"]!.GetValue<int>() > 0, $"{name} has no marks");
            Assert.True(
                seen["outside"]!.AsArray().Count == 0, $"{name} at {width} pixels: outside stands {seen["outside"]!.ToJsonString()}");
            Assert.True(seen["hidden"]!.GetValue<double>() <= 0, $"{name} at {width} pixels: title and legend overlap by {seen["hidden"]}");
        });
    }

    private static async Task<JsonNode> Report(int width, IEnumerable<string> figures)
    {
        DebianTools.RequireChromium();
        var folder = Directory.CreateTempSubdirectory("sif-charts-");
        try
        {
            var page = Path.Combine(folder.FullName, "charts.html");
            await File.WriteAllTextAsync(page, Page(width, figures));
            using var chromium = Process.Start(new ProcessStartInfo(DebianTools.Chromium)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
                    "--window-size=1280,900", "--virtual-time-budget=120000", "--dump-dom", new Uri(page).AbsoluteUri,
                },
            })!;
            var errors = chromium.StandardError.ReadToEndAsync();
            var dom = await chromium.StandardOutput.ReadToEndAsync();
            await chromium.WaitForExitAsync();
            var start = dom.IndexOf("<pre id=\"report\">", StringComparison.Ordinal);
            Assert.True(start >= 0, $"Chromium drew no report: {await errors}");
            var text = dom[(start + "<pre id=\"report\">".Length)..dom.IndexOf("</pre>", start, StringComparison.Ordinal)];
            return JsonNode.Parse(System.Net.WebUtility.HtmlDecode(text))!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // With plotly.js in the page before the charts, all that is drawn is drawn in Chromium's virtual time.
    private static string Page(int width, IEnumerable<string> figures)
    {
        var charts = new ChartHtml();
        var html = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><script>window.errors = []; window.addEventListener('error', "
            + "function (event) { errors.push(event.message); });</script>")
            .Append("<script>").Append(PlotlyScript.Text).Append("</script>");
        foreach (var figure in figures)
        {
            html.Append("<div style=\"width:").Append(width).Append("px\">").Append(charts.Of(figure, "chart", null)).Append("</div>");
        }

        return html.Append(Look).ToString();
    }

    private const string Look = """
        <script>
        function look() {
          var figures = Array.from(document.querySelectorAll("figure.sif-chart > div"));
          var charts = figures.map(function (figure) {
            var box = figure.getBoundingClientRect();
            function rect(selector) { var node = figure.querySelector(selector); return node && node.getBoundingClientRect(); }
            var title = rect(".gtitle"), legend = rect(".legend .scrollbox");
            return {
              marks: figure.querySelectorAll(".points path, .scatterlayer path, .sankey-link").length,
              outside: Array.from(figure.querySelectorAll("text")).filter(function (text) {
                var own = text.getBoundingClientRect();
                return own.width > 0 && text.textContent.trim() && (own.left < box.left - 2
                  || own.right > box.right + 2 || own.top < box.top - 2 || own.bottom > box.bottom + 2);
              }).map(function (text) { return text.textContent; }),
              hidden: title && legend ? title.bottom - legend.top : 0
            };
          });
          var report = document.createElement("pre");
          report.id = "report";
          report.textContent = JSON.stringify({ errors: errors, fooled: Boolean(window.fooled), charts: charts });
          document.body.replaceChildren(report);
        }
        function wait() {
          var all = document.querySelectorAll("figure.sif-chart > div").length;
          if (document.querySelectorAll("figure.sif-chart .gtitle").length < all && Date.now() - began < 100000) {
            setTimeout(wait, 100);
          } else {
            setTimeout(look, 300);
          }
        }
        var began = Date.now();
        wait();
        </script>
        """;
}
