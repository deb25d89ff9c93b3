using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Tests.Commands;

public sealed class FormatCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif format é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("draft.dib")]
    [InlineData("draft.ipynb")]
    public async Task Format_OfANotebook_ChangesTheCodeThatIsNotLaidOut(string name)
    {
        var path = Path.Combine(folder, name);
        var written = NotebookFile.Parse("#!markdown\n\n# a  b\n\n#!csharp\n\nvar x=1;\n\n#!csharp\n\nx + 1\n", "draft.dib");
        NotebookFile.Write(written, path);
        var (code, output) = await Sif.RunAsync("format", "--check", path);
        Assert.Equal((1, $"{path}: not laid out, cell 2."), (code, output.Trim()));
        Assert.Equal(["# a  b", "var x=1;", "x + 1"], Sources(path));
        (code, output) = await Sif.RunAsync("format", path);
        Assert.Equal((0, $"{path}: laid out, cell 2."), (code, output.Trim()));
        Assert.Equal(["# a  b", "var x = 1;", "x + 1"], Sources(path));
        (code, output) = await Sif.RunAsync("format", "--check", path);
        Assert.Equal((0, $"{path}: laid out already."), (code, output.Trim()));
    }

    [Fact]
    public async Task Format_OfNoNotebook_SaysSo()
    {
        var (code, output) = await Sif.RunAsync("format", Path.Combine(folder, "none.ipynb"));
        Assert.Equal(1, code);
        Assert.Contains("there is no such file", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources(string path) => NotebookFile.Read(path).Cells.Select(cell => cell.Source.TrimEnd());
}
