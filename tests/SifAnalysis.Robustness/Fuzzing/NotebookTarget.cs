using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Pages;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>The readers of notebooks; what they accept is written and read again, and some of it made a page.</summary>
/// <param name="ending">"ipynb" or "dib".</param>
internal sealed class NotebookTarget(string ending) : FuzzTarget
{
    /// <inheritdoc/>
    public override string Name => ending;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } =
    [
        "\"cells\"",
        "\"cell_type\"",
        "\"source\"",
        "\"metadata\"",
        "\"outputs\"",
        "\"data\"",
        "\"text/html\"",
        "\"nbformat\"",
        "\"nbformat_minor\"",
        "\"id\"",
        "\"code\"",
        "\"markdown\"",
        "\"raw\"",
        "\"stream\"",
        "\"display_data\"",
        "\"error\"",
        "\"execution_count\"",
        "\"attachments\"",
        "\"kernelspec\"",
        "\"language\"",
        "\"python\"",
        "#!meta",
        "#!markdown",
        "#!csharp",
        "#!html",
        "#!mermaid",
        "#!time",
        "#r \"nuget: x\"",
        "# ",
        "```",
        "| - |",
        "[^1]: ",
        "![",
        "](javascript:1)",
        "<svg onload=1>",
        "<style>",
        "&#x0;",
        "&amp;",
        "<table>",
        "</p>",
        "$\"{",
        "$$\"\"\"{{",
        "@\"",
        "/*",
        "#if a",
        "1(((",
    ];

    /// <inheritdoc/>
    public override IFuzzReader Reader() => new DocumentReader(ending);

    private sealed class DocumentReader(string ending) : IFuzzReader
    {
        private readonly string path = Path.Combine(Path.GetTempPath(), $"sif-fuzz-{Guid.NewGuid():N}.{ending}");

        public bool Accepts(string name, byte[] input)
        {
            File.WriteAllBytes(path, input);
            NotebookDocument document;
            try
            {
                document = NotebookFile.Read(path);
            }
            catch (NotebookFormatException cause)
            {
                return cause is { Path: var where, Line: >= 1, Column: >= 1, Problem.Length: > 0 } && where == path
                    ? false
                    : throw new FindingException($"A refusal has no place: {cause.Message}");
            }

            var written = NotebookFile.Format(document, path);
            var again = NotebookFile.Format(NotebookFile.Parse(written, path), path);
            if (again != written)
            {
                throw new FindingException($"Written and read again, the notebook is another:\n{written}\n----\n{again}");
            }

            // A page takes a hundred times as long as the notebook.
            if (input.Length % 16 == 0)
            {
                NotebookPage.Of(document, name).Html();
            }

            return true;
        }

        public void Dispose() => File.Delete(path);
    }
}
