using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>The table of inspections: the kit's own, or yours.</summary>
public static class InspectionTable
{
    internal const string ProviderColumn = "provider";

    internal static readonly string[] Required = ["authority"];

    internal static readonly string[] Optional =
    [
        "number", ProviderColumn, "started", "ended", "published", "published_not_before", "possible_reissue", "overall", "help_protection", "looked_after",
        "adoption", "care_leavers", "leadership", "safeguarding_board", "report", "dates_source", "judgements_source", "judgements_rank", "notes",
    ];

    /// <summary>Every column that a table of inspections may have.</summary>
    internal static IEnumerable<string> Columns => Required.Concat(Optional);

    /// <summary>The column of each judgement area.</summary>
    public static IReadOnlyDictionary<JudgementArea, string> AreaColumns { get; } = new Dictionary<JudgementArea, string>
    {
        [JudgementArea.OverallEffectiveness] = "overall",
        [JudgementArea.HelpAndProtection] = "help_protection",
        [JudgementArea.LookedAfter] = "looked_after",
        [JudgementArea.Adoption] = "adoption",
        [JudgementArea.CareLeavers] = "care_leavers",
        [JudgementArea.Leadership] = "leadership",
        [JudgementArea.SafeguardingBoard] = "safeguarding_board",
    };

    /// <summary>
    /// Loads the inspections of a CSV file in any common encoding and separator, or of a Parquet file, with the kit's headings
    /// or those of Ofsted's releases; columns that mean nothing to the kit are passed over. An authority may have each inspection
    /// number once; where rows have the reference of a provider (URN, LAESTAB, registration number), each provider may, on each day.
    /// </summary>
    /// <param name="path">The file, with a column of local authorities and one judgement area at least.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <returns>
    /// The inspections, in the order of the file, and every problem; past <see cref="ProblemLog.Most"/> problems their number.
    /// </returns>
    public static Loaded<Inspection> Load(string path, IReadOnlyList<LocalAuthority> authorities)
    {
        var problems = new ProblemLog();
        return new Loaded<Inspection>([.. Stream(path, authorities, problems)], problems.Told());
    }

    /// <summary>
    /// Gives the inspections of a file of any size as they are read, one row in memory at a time: what <see cref="Load"/> gives,
    /// for files that do not fit.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="problems">Takes every problem as it is found; a row with one is not given.</param>
    /// <param name="cancellation">Stops the reading between two rows.</param>
    /// <returns>The inspections, in the order of the file; each enumeration reads the file anew.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static IEnumerable<Inspection> Stream(
        string path, IReadOnlyList<LocalAuthority> authorities, ProblemLog problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(problems);
        return Rows(path, new AuthorityNames(authorities), problems, cancellation);
    }

    /// <summary>
    /// Counts the inspections of a file of any size by region and judgement in one pass on every core. Each row is checked as
    /// <see cref="Load"/> checks it, and a row with a problem is not counted; the memory needed does not grow with the file,
    /// but with the inspections of a file that tells them apart by provider.
    /// A Parquet file is counted by DuckDB, whose native library the program must bring (the package DuckDB.NET.Data.Full).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="authorities">The authorities that rows may name; they say in which region each row counts.</param>
    /// <param name="area">The area whose judgements are counted.</param>
    /// <param name="progress">Is told now and then how far the file is read, in the order of the file.</param>
    /// <param name="cancellation">Stops the reading between two rows.</param>
    /// <returns>The counts of every region that has an authority, and every problem.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    /// <exception cref="OverflowException">A region has more than 2,147,483,647 rows with the same judgement.</exception>
    public static RegionCounts CountByRegion(
        string path,
        IReadOnlyList<LocalAuthority> authorities,
        JudgementArea area = JudgementArea.OverallEffectiveness,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(authorities);
        return RegionCount.Of(path, new AuthorityNames(authorities), area, progress, cancellation);
    }

    /// <summary>The names of a file's columns, in the kit's own words where it has one; empty for no readable file.</summary>
    internal static IReadOnlyList<string> ColumnsOf(string path) => ParquetTable.IsNamed(path) ? ParquetTable.AllColumns(path) : CsvTable.Columns(path);

    /// <summary>Opens a table of inspections.</summary>
    internal static RowTable? Open(string path, ProblemLog problems) => ParquetTable.IsNamed(path)
        ? ParquetTable.Open(path, Required, Optional, problems)
        : CsvTable.Open(path, Required, Optional, othersAllowed: true, problems);

    /// <summary>Says of a table without another problem that it has no judgements, if it has none.</summary>
    internal static void SayIfWithoutJudgements(RowTable table, ProblemLog problems)
    {
        if (problems.Total == 0 && AreaColumns.Values.All(column => table.IndexOf(column) < 0))
        {
            problems.Add(new LoadProblem(table.Path, table.HeaderLine, null, null, $"no column of judgements; expected one of {string.Join(", ", AreaColumns.Values)}."));
        }
    }

    /// <summary>The rows of a table that have no problem, each until the next is asked for.</summary>
    internal static IEnumerable<InspectionRow> Sound(RowTable table, AuthorityNames names, ProblemLog problems, CancellationToken cancellation)
    {
        var row = new InspectionRow(table, names);
        var seen = new SeenInspections(table, names);
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            row.Read();
            var isSound = table.IsSound;
            if (row.Authority is { } authority && seen.IsNew(authority, row.Key(authority), table.Line, problems) && isSound)
            {
                yield return row;
            }
        }

        seen.SayWhere(problems, cancellation);
    }

    private static IEnumerable<Inspection> Rows(string path, AuthorityNames names, ProblemLog problems, CancellationToken cancellation)
    {
        using var table = Open(path, problems);
        if (table is null)
        {
            yield break;
        }

        foreach (var row in Sound(table, names, problems, cancellation))
        {
            yield return row.ToInspection();
        }

        SayIfWithoutJudgements(table, problems);
    }
}
