
namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>The reader of any separated text.</summary>
internal sealed class TextTablesTarget : FuzzTarget
{
    /// <inheritdoc/>
    public override string Name => "tables";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words =>
    [
        "authority", "Local authority", "Publication date", "overall", "Good", "2 - Good", "09/05/25", "31/12/2016", "16-May-16",
            "March 2014", "42137", "..", "c", "REDACTED",
        "Source: x", "Note 1. y.", "sep=;", ";;;", ",,,", "\t\t", "|", "\"\"\"", "\"a\nb\"", "\n\n\n", "Table 2", "0.5", "007",
    ];

    /// <inheritdoc/>
    public override IFuzzReader Reader() => new TextReader();

    private sealed class TextReader : IFuzzReader
    {
        private readonly string path = Path.Combine(Path.GetTempPath(), $"sif-fuzz-{Guid.NewGuid():N}.csv");

        public bool Accepts(string name, byte[] input)
        {
            File.WriteAllBytes(path, input);
            return LoadedTables.Check(SifAnalysis.Loading.Tables.Load(path), path);
        }

        public void Dispose() => File.Delete(path);
    }
}
