using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.Data.Analysis;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Documentation;

/// <summary>The page for people who know pandas or dplyr: every line of it is run, and gives what the page says.</summary>
public sealed class PandasPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif-pandas-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task EveryLineOfThePage_GivesWhatItSays()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "guide", "pandas-and-dplyr.md"));
        var rows = Path.Combine(folder, "rows.csv");
        await File.WriteAllTextAsync(rows, page.Split("```csv\n")[1].Split("```")[0]);
        var options = ScriptOptions.Default
            .AddReferences(typeof(SifData).Assembly, typeof(DataFrame).Assembly)
            .AddImports("System", "System.Linq", "Microsoft.Data.Analysis", "SifAnalysis", "SifAnalysis.Loading", "SifAnalysis.Judgements");
        var state = await CSharpScript.RunAsync("", options);
        var lines = Lines(page);
        Assert.True(lines.Count > 25, "the page has no lines to run");
        foreach (var (code, gives) in lines)
        {
            var placed = code.Replace("\"rows.csv\"", Literal(rows), StringComparison.Ordinal)
                .Replace("\"data\"", Literal(Checkout.Data), StringComparison.Ordinal);
            state = await state.ContinueWithAsync(placed);
            Assert.Equal((code, gives), (code, gives.Length == 0 ? "" : Convert.ToString(state.ReturnValue, CultureInfo.InvariantCulture)));
        }
    }

    // The third and the fourth column of each table.
    private static List<(string Code, string Gives)> Lines(string page) =>
    [
        .. page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim()[1..^1].Split('|'))
            .Where(cells => cells.Length == 4 && cells[2].Contains('`', StringComparison.Ordinal))
            .Select(cells => (cells[2].Trim(' ', '`'), cells[3].Trim(' ', '`'))),
    ];

    private static string Literal(string path) => $"@\"{path}\"";
}
