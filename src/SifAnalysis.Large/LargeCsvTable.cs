using CsvHelper;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>A CSV file of any size: texts that repeat are read once, and every core can read rows of it.</summary>
internal sealed class LargeCsvTable : CsvTable
{
    /// <summary>A file that was opened, before its first row.</summary>
    /// <param name="opened">The file; it is read and closed by this table from here on.</param>
    /// <param name="problems">Takes every problem.</param>
    public LargeCsvTable(CsvTable opened, ProblemLog problems)
        : base(opened, null, problems)
    {
    }

    private LargeCsvTable(LargeCsvTable file, CsvReader core, ProblemLog problems)
        : base(file, core, problems)
    {
    }

    /// <inheritdoc/>
    public override Column<T> Column<T>(ColumnReading<T> reading) => new CachedColumn<T>(this, reading);

    /// <summary>
    /// The rows to the end of the file, read on every core and given in their order. A row is read apart from the others, so
    /// nothing that <paramref name="reading"/> keeps may depend on the rows before.
    /// </summary>
    /// <typeparam name="T">What is read of a row.</typeparam>
    /// <param name="reading">Makes, for a core, what reads the current row of the core's own table.</param>
    /// <param name="logs">Takes the problems that each core found.</param>
    /// <returns>A value a row; the default for the rows that <see cref="CsvTable.Next"/> passes over.</returns>
    public IEnumerable<T> OnEveryCore<T>(Func<LargeCsvTable, Func<T>> reading, ICollection<ProblemLog> logs)
        where T : struct
    {
        var cores = new Cores<T>(row =>
        {
            var log = new ProblemLog();
            logs.Add(log);
            var table = new LargeCsvTable(this, row, log);
            return (table, reading(table));
        });
        using var rows = Reader.ParallelEnumerate(row =>
        {
            var (table, read) = cores.Of(row);
            return table.Begin(row) ? read() : default;
        }).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception cause) when (IsUnreadable(cause))
            {
                Unreadable(cause);
                yield break;
            }

            yield return rows.Current;
        }
    }

    // Each core has a reader of its own. They are few, and asked for with every row: comparing them costs less than the
    // memory of a thread does.
    private sealed class Cores<T>(Func<CsvReader, (LargeCsvTable Table, Func<T> Read)> make)
    {
        private (CsvReader Reader, LargeCsvTable Table, Func<T> Read)[] known = [];

        public (LargeCsvTable Table, Func<T> Read) Of(CsvReader reader)
        {
            foreach (var core in Volatile.Read(ref known))
            {
                if (ReferenceEquals(core.Reader, reader))
                {
                    return (core.Table, core.Read);
                }
            }

            lock (make)
            {
                var (table, read) = make(reader);
                Volatile.Write(ref known, [.. known, (reader, table, read)]);
                return (table, read);
            }
        }
    }
}
