using SifAnalysis.Cli.Commands;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Tests.Commands;

/// <summary>The validation of large files, here of synthetic rows.</summary>
public sealed class LargeValidationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif-large-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Validate_AFileInWhichEverythingIsWrong_TellsTheFirstAndTheNumberOfAll()
    {
        var path = Path.Combine(folder, "mine.csv");
        File.WriteAllLines(path, ["authority,overall", .. Enumerable.Repeat("Atlantis,Good", 2_500)]);
        var (code, output) = await Sif.RunAsync("validate", path);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal((1, ProblemLog.Most + 1), (code, lines.Length));
        Assert.Contains("line 2, authority: \"Atlantis\"", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("2500 problems, of which the first 1000 are told.", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadingNews_OfALargeFile_IsALineATenth()
    {
        var said = new StringWriter();
        var news = new ReadingNews("big.csv", said, isTerminal: false);
        for (var percent = 1; percent <= 100; percent++)
        {
            news.Report(new ReadProgress(percent * 1000, percent * ReadingNews.Large / 100, ReadingNews.Large));
        }

        var lines = said.ToString().TrimEnd().Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Equal("big.csv: 10% read, 10,000 rows", lines[0]);
        Assert.Equal("big.csv: 100% read, 100,000 rows", lines[^1]);
    }

    [Fact]
    public void ReadingNews_OnATerminal_WritesOneLineOver()
    {
        var said = new StringWriter();
        var news = new ReadingNews("big.csv", said, isTerminal: true);
        news.Report(new ReadProgress(1, ReadingNews.Large / 4, ReadingNews.Large));
        news.Report(new ReadProgress(2, ReadingNews.Large, ReadingNews.Large));
        Assert.Equal("\rbig.csv: 25% read, 1 rows\rbig.csv: 100% read, 2 rows\n", said.ToString());
    }

    [Fact]
    public void ReadingNews_OfASmallFile_IsSilent()
    {
        var said = new StringWriter();
        new ReadingNews("small.csv", said, isTerminal: false).Report(new ReadProgress(9, ReadingNews.Large - 1, ReadingNews.Large - 1));
        Assert.Empty(said.ToString());
    }
}
