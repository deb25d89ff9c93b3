using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Large;
using SifAnalysis.Loading;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>The readers of CSV tables.</summary>
internal sealed class CsvTarget : FuzzTarget
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities =
        [new("Synthetic North", Region.NorthEast), new("Synthetic South", Region.SouthEast)];

    /// <inheritdoc/>
    public override string Name => "csv";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words =>
    [
        "authority",
        "overall",
        "number",
        "published",
        "region",
        "statement",
        "Synthetic North",
        "Synthetic South",
        "Good",
        "RI",
        "Inadequate",
        "2016-12-31",
        "31/02/2016",
        "0001-01-01",
        "9999-12-31",
        "London",
        "E06000001",
        "ofsted",
        "ofsted, press",
        "[x]",
        "[z]",
        "https://",
        "yes",
        "\",\"",
        "\"\"\"",
        "|",
        "=1+1",
        "1.5",
    ];

    /// <inheritdoc/>
    public override IFuzzReader Reader() => new TableReader();

    private sealed class TableReader : IFuzzReader
    {
        private readonly string path = Path.Combine(Path.GetTempPath(), $"sif-fuzz-{Guid.NewGuid():N}.csv");

        public bool Accepts(string name, byte[] input)
        {
            File.WriteAllBytes(path, input);
            var problems = name switch
            {
                "authorities.csv" => AuthorityTable.Load(path).Problems,
                "figures.csv" => FigureTables.LoadFigures(path).Problems,
                "counts.csv" => FigureTables.LoadOfficialCounts(path).Problems,
                "sources.csv" => SourceTable.Load(path).Problems,
                _ => Inspections(everyWay: input.Length % 8 == 0),
            };

            // A line ends at a line feed or a carriage return, whatever the encoding: no more lines than these, and one.
            var lines = 1 + input.Count(each => each is (byte)'\n' or (byte)'\r');
            foreach (var problem in problems)
            {
                var placed = problem.Line >= 1
                    || (
                        problem.Line == 0
                            && (
                                problem.Expected.Contains("the file is empty", StringComparison.Ordinal)
                                    || problem.Expected.Contains("more problems", StringComparison.Ordinal)));
                if (problem.File != path || !placed || problem.Line > lines || problem.Expected.Length == 0)
                {
                    throw new FindingException($"A problem has no place in a file of {lines} lines: {problem}");
                }
            }

            return problems.Count == 0;
        }

        public void Dispose() => File.Delete(path);

        // A file is read whole, row by row, or on every core at once; each way must tell the same of it.
        private IReadOnlyList<LoadProblem> Inspections(bool everyWay)
        {
            var loaded = InspectionTable.Load(path, Authorities);
            if (everyWay)
            {
                var problems = new ProblemLog();
                Same("streamed", LargeInspectionTable.Stream(path, Authorities, problems).Count(), problems);
                var counts = LargeInspectionTable.CountByRegion(path, Authorities);
                Same("counted", counts.Rows, counts.Problems);
            }

            return loaded.Problems;

            void Same(string how, long rows, ProblemLog problems)
            {
                if (rows != loaded.Rows.Count || !problems.SequenceEqual(loaded.Problems.Take(ProblemLog.Most)))
                {
                    throw new FindingException($"{loaded.Rows.Count} rows were loaded and {rows} {how}; "
                        + $"{string.Join("; ", loaded.Problems)} | {string.Join("; ", problems)}");
                }
            }
        }
    }
}
