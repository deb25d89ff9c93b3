using System.Text.RegularExpressions;
using SifAnalysis.Cli.Tests.Commands;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Pages;

/// <summary>Authorities, notebooks and outputs that try to act on the page: nothing of it may run or be fetched.</summary>
[Collection(nameof(MadeSite))]
public sealed partial class HostileTextTests(MadeSite site)
{
    private const string Hostile = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>\"'><svg onload=alert(1)>";

    [Fact]
    public async Task Pages_OfHostileNamesAndMarkdown_ShowThemAsText()
    {
        var data = Checkout.CopyOfData();
        var cell = $"\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        foreach (var table in Directory.GetFiles(data, "*.csv"))
        {
            await File.WriteAllTextAsync(table, BarnetCell().Replace(await File.ReadAllTextAsync(table), cell));
        }

        var notebooks = Directory.CreateTempSubdirectory("sif-hostile-").FullName;
        NotebookFile.Write(
            new NotebookDocument(
                [
                    new NotebookCell("a", CellKind.Markdown, $"# Title {Hostile}\n\nText {Hostile} [link](javascript:alert(1)) "
                        + $"![image](https://elsewhere.example/x.png)\n\n## Part {Hostile}", []),
                    new NotebookCell("b", CellKind.Code, $$"""
                        #r "{{Path.Combine(Checkout.Root, "src", "SifAnalysis", "bin", "SifAnalysis.dll")}}"
                        using SifAnalysis;
                        using SifAnalysis.Charts;
                        using SifAnalysis.Display;
                        using SifAnalysis.Loading;
                        using SifAnalysis.Judgements;
                        NotebookDisplay.Register();
                        var all = SifData.Load(@"{{data}}").Inspections;
                        var one = all.Where(inspection => inspection.Authority.Name.Contains("hacked"));
                        display(one);
                        display(new Finding(one[0].Authority.Name));
                        display(HTML(one[0].Authority.Name));
                        Console.WriteLine(one[0].Authority.Name);
                        SifCharts.ByArea(one)
                        """, []),
                ],
                NotebookDocument.CSharpMetadata()),
            Path.Combine(notebooks, "hostile.ipynb"));
        var output = Path.Combine(notebooks, "out");
        var (code, said) = await Sif.RunAsync("reproduce", "--trust", "--data", data, "--notebooks", notebooks, "--output", output);
        Assert.True(code == 0, said);
        var pages = Directory.GetFiles(output, "*.html", SearchOption.AllDirectories)
            .Where(page => File.ReadAllText(page).Contains("window.hacked=1", StringComparison.Ordinal)).ToList();
        Assert.Contains(pages, page => Path.GetFileName(Path.GetDirectoryName(page)) == "authorities");
        foreach (var path in pages)
        {
            await using var opened = await site.OpenAsync(path, folder: output);
            Assert.Contains("window.hacked=1", await opened.Page.InnerTextAsync("body"), StringComparison.Ordinal);
            Assert.Empty(opened.Troubles);
            Assert.False(await opened.Page.EvaluateAsync<bool>("'hacked' in window"));
        }

        Directory.Delete(data, recursive: true);
        Directory.Delete(notebooks, recursive: true);
    }

    [GeneratedRegex("(?<=^|,)Barnet(?=,|\r?$)", RegexOptions.Multiline)]
    private static partial Regex BarnetCell();
}
