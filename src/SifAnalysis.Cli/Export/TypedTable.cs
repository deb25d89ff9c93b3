using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Export;

/// <summary>A table whose values have the types of their columns, ready for any format.</summary>
/// <param name="Name">Its name; files and sheets take it.</param>
/// <param name="Title">What its rows are.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">
/// Its rows: for each column a value of its kind, or <see langword="null"/> where it is unknown. Those of a large file are read as they
/// are asked for, each time anew.
/// </param>
internal sealed record TypedTable(string Name, string Title, IReadOnlyList<TypedColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>
    /// A table of the kit to export. A column of ordered labels, such as a judgement, is followed by one of their codes: 1 for the first
    /// label, 2 for the next.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows: for each of its columns a value.</param>
    public static TypedTable Of(DataTable table, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var fields = table.Fields.SelectMany(Fields).ToList();
        return new TypedTable(table.Name, table.Title, [.. fields.Select(field => field.Column)], rows.Select(Typed));

        IReadOnlyList<object?> Typed(IReadOnlyList<object?> row) =>
            [.. fields.Select(field => row[field.From] is { } value ? field.Value(value) : null)];
    }

    /// <summary>The codebook of tables: a row for each of their columns.</summary>
    public static TypedTable Codebook(IEnumerable<TypedTable> tables) => new(
        "codebook",
        "What each column of each table means",
        [
            new("table", ColumnKind.Text, "The table."),
            new("column", ColumnKind.Text, "The column."),
            new("type", ColumnKind.Text, "What its values are."),
            new("description", ColumnKind.Text, "What it means."),
            new("permitted_values", ColumnKind.Text, "The values that it may have, parted by semicolons; blank where any value goes."),
        ],
        [.. tables.SelectMany(table => table.Columns.Select(column => (IReadOnlyList<object?>)
        [
            table.Name, column.Name, TypeName(column.Kind), column.Description, column.Permitted.Count == 0
                ? null : string.Join("; ", column.Permitted),
        ]))]);

    /// <summary>The name of a kind in a codebook.</summary>
    private static string TypeName(ColumnKind kind) => kind switch
    {
        ColumnKind.WholeNumber => "whole number",
        ColumnKind.Number => "number",
        ColumnKind.Date => "date",
        _ => "text",
    };

    private static IEnumerable<(TypedColumn Column, int From, Func<object, object?> Value)> Fields(TableColumn column, int place)
    {
        yield return (
            new TypedColumn(column.Name, column.Kind, column.Description) { Permitted = column.Permitted },
            place,
            value => value is int whole ? (long)whole : value);
        if (column.Ordered > 0)
        {
            var ordered = column.Permitted.Take(column.Ordered).ToList();
            yield return (
                new TypedColumn($"{column.Name}_code", ColumnKind.WholeNumber,
                    $"The place of {column.Name} in its order; missing where it was not judged.")
                { Permitted = [.. ordered.Select((label, index) => $"{index + 1} {label}")] },
                place,
                value => ordered.IndexOf((string)value) is >= 0 and var code ? code + 1L : null);
        }
    }
}
