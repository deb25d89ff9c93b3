using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>
/// The count by region and judgement: the cores read and check rows, and one pass in the order of the file tells the first
/// of two same inspections from the second, and counts.
/// </summary>
internal static class RegionCount
{
    private const int RowsBetweenNews = 1 << 16;

    /// <summary>Counts a file.</summary>
    public static RegionCounts Of(
        string path, AuthorityNames names, JudgementArea area, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var problems = new ProblemLog();
        var counts = new int[Enum.GetValues<Region>().Length, AreaStatement.Codes];
        using var opened = LargeInspectionTable.Open(path, problems);
        var ofFile = problems.ToHashSet();
        if (opened is ParquetTable parquet)
        {
            CountInto(counts, parquet, names, area, problems, progress, cancellation);
        }

        if (opened is SheetTable sheet)
        {
            foreach (var row in LargeInspectionTable.Sound(sheet, names, problems, cancellation))
            {
                counts[(int)row.Authority!.Authority.Region, row.Statement(area).Code] += row.Number > 0 ? 1 : 0;
            }

            InspectionTable.SayIfWithoutJudgements(sheet, problems);
        }

        if (opened is not LargeCsvTable table)
        {
            return new RegionCounts(ByRegion(names, counts), problems);
        }

        var seen = new SeenInspections(table, names);
        var repeated = new ProblemLog();
        var ofCores = new List<ProblemLog>();
        var rows = 0L;
        foreach (var each in table.OnEveryCore(own => Reading(own, names, area), ofCores))
        {
            if (++rows % RowsBetweenNews == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress(rows, table.Progress.Read, table.Progress.Length));
            }

            if (each.Authority is { } authority
                && seen.IsNew(authority, new InspectionKey(authority.Authority, each.Number, each.Provider, each.Day), each.Line, repeated)
                && each.IsSound
                && each.Number > 0)
            {
                checked
                {
                    counts[(int)authority.Authority.Region, each.Judgement]++;
                }
            }
        }

        seen.SayWhere(repeated, cancellation);
        var all = InOrder(ofFile, [problems, .. ofCores, repeated]);
        InspectionTable.SayIfWithoutJudgements(table, all);
        progress?.Report(new ReadProgress(rows, table.Progress.Length, table.Progress.Length));
        return new RegionCounts(ByRegion(names, counts), all);
    }

    private static void CountInto(
        int[,] counts, ParquetTable table, AuthorityNames names, JudgementArea area, ProblemLog problems, IProgress<ReadProgress>? progress,
            CancellationToken cancellation)
    {
        try
        {
            new ParquetCount(table, names, cancellation).Into(counts, area, problems);
            InspectionTable.SayIfWithoutJudgements(table, problems);
            var length = new FileInfo(table.Path).Length;
            progress?.Report(new ReadProgress(table.Rows, length, length));
        }
        catch (LoadException cause)
        {
            Array.Clear(counts);
            problems.Add(cause.Problems[0]);
        }
    }

    private static Func<Row> Reading(LargeCsvTable table, AuthorityNames names, JudgementArea area)
    {
        var row = new InspectionRow(table, names);
        return () =>
        {
            row.Read();
            return new Row(row.Authority, row.Number, row.Provider, row.Day, table.Line, row.Statement(area).Code, table.IsSound);
        };
    }

    // What is wrong with the file as a whole is told first, whichever line shows it. Each log of rows has the first problems of
    // its rows in their order, so the first of all are among them.
    private static ProblemLog InOrder(HashSet<LoadProblem> ofFile, IReadOnlyList<ProblemLog> logs) => new(
        logs.SelectMany(log => log).OrderBy(problem => ofFile.Contains(problem) ? 0 : problem.Line), logs.Sum(log => log.Total));

    private static Dictionary<Region, JudgementCounts> ByRegion(AuthorityNames names, int[,] counts) =>
        names.Authorities.Select(authority => authority.Region).Distinct().Order().ToDictionary(
            region => region,
            region => new JudgementCounts(
                counts[(int)region, (int)Judgement.Outstanding],
                counts[(int)region, (int)Judgement.Good],
                counts[(int)region, (int)Judgement.RequiresImprovement],
                counts[(int)region, (int)Judgement.Inadequate],
                counts[(int)region, 0],
                Enum.GetValues<Unjudged>().Sum(unjudged => counts[(int)region, AreaStatement.Of(unjudged).Code])));

    // A row takes half a line of the processor's cache on its way from one core to another.
    private readonly struct Row(NamedAuthority? authority, int number, string? provider, DateOnly? day, int line, byte judgement,
        bool isSound)
    {
        private readonly int dayNumber = day?.DayNumber ?? -1;

        public NamedAuthority? Authority { get; } = authority;

        public string? Provider { get; } = provider;

        public int Number { get; } = number;

        public int Line { get; } = line;

        public byte Judgement { get; } = judgement;

        public bool IsSound { get; } = isSound;

        public DateOnly? Day => dayNumber < 0 ? null : DateOnly.FromDayNumber(dayNumber);
    }
}
