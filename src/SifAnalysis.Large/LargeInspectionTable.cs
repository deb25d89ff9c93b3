using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>Tables of inspections that do not fit into memory, or that should be counted on every core.</summary>
public static class LargeInspectionTable
{
    /// <summary>
    /// Gives the inspections of a file of any size as they are read, one row in memory at a time: what <see cref="InspectionTable.Load"/>
    /// gives, for files that do not fit. In a file without numbers they are numbered in the order of the file. A workbook is in memory
    /// whole.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="problems">Takes every problem as it is found; a row with one is not given.</param>
    /// <param name="framework">The framework of the inspections.</param>
    /// <param name="cancellation">Stops the reading between two rows.</param>
    /// <returns>The inspections, in the order of the file; each enumeration reads the file anew.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static IEnumerable<Inspection> Stream(
        string path,
        IReadOnlyList<LocalAuthority> authorities,
        ProblemLog problems,
        Framework framework = Framework.Sif,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(problems);
        return Inspections(path, new AuthorityNames(authorities, framework), framework, problems, cancellation);
    }

    /// <summary>
    /// Counts the inspections of a file of any size by region and judgement in one pass on every core. Each row is checked as
    /// <see cref="InspectionTable.Load"/> checks it, and a row with a problem is not counted; the memory needed does not grow with the
    /// file, but with the inspections of a file that tells them apart by provider.
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

    /// <summary>Whether a path is that of a Parquet file, by its name.</summary>
    /// <param name="path">The path; there need be no such file.</param>
    public static bool IsParquet(string path) => Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of a file's columns, in the kit's own words where it has one; empty for no readable file.</summary>
    /// <param name="path">The file; its rows are not read.</param>
    public static IReadOnlyList<string> ColumnsOf(string path) =>
        IsParquet(path) ? ParquetTable.AllColumns(path) : InspectionTable.ColumnsOf(path);

    /// <summary>Opens a table of inspections.</summary>
    internal static RowTable? Open(string path, ProblemLog problems, Framework framework = Framework.Sif)
    {
        if (!IsParquet(path))
        {
            var opened = InspectionTable.Open(path, problems, framework);
            return opened is CsvTable csv ? new LargeCsvTable(csv, problems) : opened;
        }

        var table = ParquetTable.Open(path, InspectionTable.Required, InspectionTable.Optional(framework), problems);
        InspectionTable.SayIfOfOtherFramework(table, problems, framework);
        return table;
    }

    /// <summary>The rows of a table that have no problem, each until the next is asked for.</summary>
    internal static IEnumerable<InspectionRow> Sound(
        RowTable table, AuthorityNames names, ProblemLog problems, CancellationToken cancellation, Framework framework = Framework.Sif)
    {
        var row = new InspectionRow(table, names, framework);
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

    private static IEnumerable<Inspection> Inspections(
        string path, AuthorityNames names, Framework framework, ProblemLog problems, CancellationToken cancellation)
    {
        using var table = Open(path, problems, framework);
        if (table is null)
        {
            yield break;
        }

        foreach (var row in Sound(table, names, problems, cancellation, framework))
        {
            yield return row.ToInspection();
        }

        InspectionTable.SayIfWithoutJudgements(table, problems, framework);
    }
}
