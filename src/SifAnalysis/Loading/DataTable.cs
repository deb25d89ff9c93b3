using System.Globalization;
using CsvHelper;
using Microsoft.Data.Analysis;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>One of the kit's tables: its columns, what its rows are, and what tells them apart.</summary>
/// <param name="Name">Its name; the file is called so, with .csv.</param>
/// <param name="Title">What one row is.</param>
/// <param name="Key">The columns that tell its rows apart; none where nothing does.</param>
public abstract record DataTable(string Name, string Title, IReadOnlyList<string> Key)
{
    /// <summary>Its columns, in the order of the file.</summary>
    public abstract IReadOnlyList<TableColumn> Fields { get; }

    /// <summary>The columns whose values are names of authorities, which stand in local-authorities.csv.</summary>
    public IReadOnlyList<string> AuthorityColumns { get; init; } = [];

    /// <summary>Rows of text as the text of a CSV file with line feeds; what a row has no text for is blank.</summary>
    /// <param name="rows">The rows, by column; texts of other columns are left out.</param>
    /// <exception cref="ArgumentNullException">The rows are <see langword="null"/>.</exception>
    public string ToCsv(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringWriter();
        using (var writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            writer.WriteRecord([.. Fields.Select(column => column.Name)]);
            foreach (var row in rows)
            {
                writer.WriteRecord([.. Fields.Select(column => row.GetValueOrDefault(column.Name, ""))]);
            }
        }

        return text.ToString();
    }
}

/// <summary>One of the kit's tables, with how to take the values of its columns from a record.</summary>
/// <typeparam name="T">The record that a row becomes.</typeparam>
/// <param name="Name">Its name; the file is called so, with .csv.</param>
/// <param name="Title">What one row is.</param>
/// <param name="Key">The columns that tell its rows apart; none where nothing does.</param>
/// <param name="Columns">Its columns, in the order of the file.</param>
public sealed record DataTable<T>(string Name, string Title, IReadOnlyList<string> Key, IReadOnlyList<TableColumn<T>> Columns)
    : DataTable(Name, Title, Key)
{
    /// <inheritdoc/>
    public override IReadOnlyList<TableColumn> Fields => Columns;

    /// <summary>The columns that every row has a value in.</summary>
    internal IReadOnlyList<string> Required => [.. Columns.Where(column => column.IsRequired).Select(column => column.Name)];

    /// <summary>The columns that may be blank.</summary>
    internal IReadOnlyList<string> Optional => [.. Columns.Where(column => !column.IsRequired).Select(column => column.Name)];

    /// <summary>Records as a data frame with the columns of the table; what is not known is null.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="ArgumentNullException">The records are <see langword="null"/>.</exception>
    public DataFrame ToDataFrame(IEnumerable<T> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = records.ToList();
        return new DataFrame(Columns.Select(column => Frame(column, rows)));
    }

    /// <summary>Records as the text of a CSV file with line feeds, days as 2016-12-31, what is not known blank.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="ArgumentNullException">The records are <see langword="null"/>.</exception>
    public string ToCsv(IEnumerable<T> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return ToCsv(records.Select(ToTexts));
    }

    /// <summary>A record's values, one a column; <see langword="null"/> where not known.</summary>
    /// <param name="record">The record.</param>
    public IReadOnlyList<object?> Values(T record) => [.. Columns.Select(column => column.Value(record))];

    /// <summary>A record's values as text by column; blank where not known.</summary>
    /// <param name="record">The record.</param>
    public IReadOnlyDictionary<string, string> ToTexts(T record) =>
        Columns.ToDictionary(column => column.Name, column => AsText(column.Value(record)));

    private static DataFrameColumn Frame(TableColumn<T> column, List<T> rows) => column.Kind switch
    {
        ColumnKind.WholeNumber => new Int32DataFrameColumn(column.Name, rows.Select(row => (int?)column.Value(row))),
        ColumnKind.Number => new DoubleDataFrameColumn(column.Name, rows.Select(row => (double?)column.Value(row))),
        ColumnKind.Date => new PrimitiveDataFrameColumn<DateTime>(
            column.Name, rows.Select(row => ((DateOnly?)column.Value(row))?.ToDateTime(TimeOnly.MinValue))),
        _ => new StringDataFrameColumn(column.Name, rows.Select(row => (string?)column.Value(row))!),
    };

    private static string AsText(object? value) => value switch
    {
        null => "",
        DateOnly day => day.Iso(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
