using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>
/// A Parquet file that DuckDB reads: the columns that mean something to the kit, as texts in the kit's words, so that rows are
/// checked by what checks those of a CSV file. The library has DuckDB's managed part alone; the native one is the program's.
/// </summary>
internal sealed class ParquetTable : RowTable
{
    // The view of the file: its rows, numbered from 1, and the kit's columns in the types that the file gives them.
    private const string View = "rows";
    private const string RowNumber = "row_number";

    private readonly DuckDBConnection duck;
    private readonly bool isOwner;
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private string? query;
    private CancellationToken cancellation;
    private DuckDBCommand? command;
    private DuckDBDataReader? reader;
    private CancellationTokenRegistration stop;
    private string?[] texts = [];
    private IReadOnlyCollection<string> allColumns = [];
    private byte[] bytes = new byte[256];

    private ParquetTable(string path, DuckDBConnection duck, Header header, ProblemLog problems, bool isOwner)
        : base(path, header, problems)
    {
        this.duck = duck;
        this.isOwner = isOwner;
    }

    /// <inheritdoc/>
    public override Column<T> Column<T>(ColumnReading<T> reading) => new CachedColumn<T>(this, reading);

    /// <inheritdoc/>
    public override int HeaderLine => 0;

    /// <inheritdoc/>
    public override string LineName => "row";

    /// <summary>The columns that mean something to the kit.</summary>
    public IReadOnlyCollection<string> Columns => Header.Columns;

    /// <summary>The number of rows in the file.</summary>
    public long Rows => Total(View);

    /// <summary>The names of a file's columns, in the kit's own words where it has one; empty for no readable file.</summary>
    public static IReadOnlyList<string> AllColumns(string path)
    {
        using var table = Open(path, [], [.. InspectionTable.Columns], new ProblemLog());
        return table is null ? [] : [.. table.allColumns];
    }

    /// <summary>Opens a file before its first row; columns that mean nothing to the kit are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">The columns without which the table cannot be read.</param>
    /// <param name="optional">The columns that may be there.</param>
    /// <param name="problems">Is told of every problem.</param>
    /// <returns>The table, or null where it cannot be read and the problems say why.</returns>
    public static ParquetTable? Open(string path, IReadOnlyList<string> required, IReadOnlyList<string> optional, ProblemLog problems)
    {
        if (!IsFile(path, problems))
        {
            return null;
        }

        try
        {
            using (File.OpenRead(path))
            {
            }

            var table = new ParquetTable(path, new DuckDBConnection("Data Source=:memory:"), new Header(), problems, isOwner: true);
            if (table.Look(required, optional))
            {
                return table;
            }

            table.Dispose();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            problems.Add(CannotBeOpened(path, cause));
        }
        catch (Exception cause) when (cause is DllNotFoundException || cause.InnerException is DllNotFoundException)
        {
            var package = typeof(DuckDBConnection).Assembly.GetName();
            problems.Add(new LoadProblem(
                path,
                0,
                null,
                null,
                $"Parquet files are read by DuckDB, whose native library is not here; add the package DuckDB.NET.Data.Full "
                    + $"{package.Version} (in a notebook: #r \"nuget: DuckDB.NET.Data.Full, {package.Version}\"), or save the "
                    + $"table as CSV."));
        }

        return null;
    }

    /// <summary>A name as SQL writes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The type that the file gives a column, in DuckDB's words.</summary>
    public string TypeOf(string column) => types[column];

    /// <summary>
    /// A column as a text; a whole number is one however it is kept, as pandas keeps it with a point where some are missing.
    /// </summary>
    public string AsText(string column) => (Quoted(column), TypeOf(column)) switch
    {
        var (name, type) when type.StartsWith("TIMESTAMP", StringComparison.Ordinal) => $"CAST(CAST({name} AS DATE) AS VARCHAR)",
        var (name, type) when type is "FLOAT" or "DOUBLE" || type.StartsWith("DECIMAL", StringComparison.Ordinal) =>
            $"CASE WHEN {name} = trunc({name}) AND abs({name}) < 1e15 THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) ELSE CAST({name} AS "
                + $"VARCHAR) END",
        (var name, "BOOLEAN") => $"CASE WHEN {name} THEN 'yes' WHEN NOT {name} THEN 'no' END",
        (var name, "VARCHAR") => name,
        var (name, _) => $"CAST({name} AS VARCHAR)",
    };

    /// <summary>The result of a query as a table of its own.</summary>
    /// <param name="selected">The names of the columns, and the expressions that they are.</param>
    /// <param name="from">The rest of the query.</param>
    /// <param name="problems">Takes the problems of the rows.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <param name="rowNumber">The expression that numbers the rows.</param>
    /// <returns>
    /// The table before its first row; its <see cref="Next"/> throws a <see cref="LoadException"/> where the file cannot be read.
    /// </returns>
    public ParquetTable Select(
        IReadOnlyList<(string Name, string Expression)> selected, string from,
            ProblemLog problems, CancellationToken cancellation, string rowNumber = "0")
    {
        var header = new Header();
        foreach (var (name, _) in selected)
        {
            header.TryAdd(name, header.Width);
        }

        return new ParquetTable(Path, duck, header, problems, isOwner: false)
        {
            query = $"SELECT {string.Join(", ", selected.Select(each => each.Expression).Prepend($"CAST({rowNumber} AS BIGINT)"))} {from}",
            cancellation = cancellation,
        };
    }

    /// <summary>The rows for which a condition holds, in the order of the file.</summary>
    public ParquetTable Where(string condition, ProblemLog problems, CancellationToken cancellation) => Select(
        [.. Columns.Select(column => (column, AsText(column)))],
            $"FROM {View} WHERE {condition} ORDER BY {RowNumber}", problems, cancellation, RowNumber);

    /// <summary>Makes a small table that later queries may ask.</summary>
    public void Create(string name, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        Command($"CREATE OR REPLACE TABLE {Quoted(name)} ({string.Join(", ", columns.Select(column => $"{Quoted(column)} VARCHAR"))})")
            .ExecuteNonQuery();
        using var appender = duck.CreateAppender(name);
        foreach (var row in rows)
        {
            var added = appender.CreateRow();
            foreach (var text in row)
            {
                added.AppendValue(text);
            }

            added.EndRow();
        }
    }

    /// <summary>Makes a table of the result of a query.</summary>
    /// <returns>The number of its rows.</returns>
    /// <exception cref="OperationCanceledException">The query was stopped.</exception>
    /// <exception cref="LoadException">The file cannot be read to its end.</exception>
    public long Make(string name, string text, CancellationToken stopped)
    {
        using var made = Command($"CREATE OR REPLACE TABLE {Quoted(name)} AS {text}");
        using var registered = stopped.Register(made.Cancel);
        try
        {
            made.ExecuteNonQuery();
            return Total(name);
        }
        catch (DuckDBException) when (stopped.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopped);
        }
        catch (DuckDBException cause)
        {
            throw new LoadException([Unreadable(cause)]);
        }
    }

    /// <summary>The text of a field of the current row as it stands, blanks and all.</summary>
    public string Raw(int index) => texts[index]!;

    /// <inheritdoc/>
    public override bool Next()
    {
        try
        {
            if (reader is null)
            {
                command = Command(query ?? $"SELECT {string.Join(", ", Columns.Select(AsText).Prepend(RowNumber))} FROM {View}");
                command.UseStreamingMode = true;
                stop = cancellation.Register(command.Cancel);
                reader = command.ExecuteReader();
                texts = new string?[reader.FieldCount - 1];
            }

            cancellation.ThrowIfCancellationRequested();
            if (!reader.Read())
            {
                return false;
            }

            for (var at = 0; at < texts.Length; at++)
            {
                texts[at] = reader.IsDBNull(at + 1) ? null : reader.GetString(at + 1);
            }

            BeginRow(checked((int)reader.GetInt64(0)));
            return true;
        }
        catch (DuckDBException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (DuckDBException cause) when (isOwner)
        {
            Problems.Add(Unreadable(cause));
            return false;
        }
        catch (DuckDBException cause)
        {
            throw new LoadException([Unreadable(cause)]);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Bytes(int index)
    {
        if (index < 0 || texts[index] is not { } text)
        {
            return default;
        }

        if (Encoding.UTF8.GetMaxByteCount(text.Length) > bytes.Length)
        {
            bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        stop.Dispose();
        reader?.Dispose();
        command?.Dispose();
        if (isOwner)
        {
            duck.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override string TextOf(int index) => texts[index]!;

    // A pattern would stand for several files, and a folder such as authority=Leeds for a column.
    private static string Source(string path) =>
        $"read_parquet({Literal(WithoutPatterns(path))}, binary_as_string = true, file_row_number = true, hive_partitioning = false)";

    private static string WithoutPatterns(string path) => path
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("*", "[*]", StringComparison.Ordinal)
        .Replace("?", "[?]", StringComparison.Ordinal);

    private bool Look(IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        try
        {
            duck.Open();

            // Nothing is written beside the file, and nothing fetched; an instant is on the same day whatever the machine's time zone.
            Command("SET temp_directory = ''; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET "
                + "TimeZone = 'UTC'").ExecuteNonQuery();
            var columns = new List<(string Name, string Type)>();
            using (var described = Command($"DESCRIBE SELECT * EXCLUDE (file_row_number) FROM {Source(Path)}").ExecuteReader())
            {
                while (described.Read())
                {
                    columns.Add((described.GetString(0), described.GetString(1)));
                }
            }

            var found = new ParquetTable(Path, duck, new Header(), Problems, isOwner: false);
            if (!found.ReadHeadings([.. columns.Select(column => column.Name)], required, optional, othersAllowed: true))
            {
                return false;
            }

            allColumns = found.Header.Columns;
            List<string> named = [$"file_row_number + 1 AS {RowNumber}"];
            foreach (var name in required.Concat(optional).Where(name => found.IndexOf(name) >= 0))
            {
                var (written, type) = columns[found.IndexOf(name)];
                named.Add($"{Quoted(written)} AS {Quoted(name)}");
                types.Add(name, type);
                Header.TryAdd(name, Header.Width);
            }

            Command($"CREATE VIEW {View} AS SELECT {string.Join(", ", named)} FROM {Source(Path)}").ExecuteNonQuery();
            return true;
        }
        catch (DuckDBException cause)
        {
            Problems.Add(Unreadable(cause));
            return false;
        }
    }

    private LoadProblem Unreadable(DuckDBException cause) =>
        ProblemOn(0, null, null,
            $"the file cannot be read as Parquet ({cause.Message.Split('\n')[0].Trim()}); make it again, or save the table as CSV.");

    private long Total(string name) =>
        Convert.ToInt64(Command($"SELECT count(*) FROM {Quoted(name)}").ExecuteScalar(), CultureInfo.InvariantCulture);

    private DuckDBCommand Command(string text)
    {
        var made = duck.CreateCommand();
        made.CommandText = text;
        return made;
    }
}
