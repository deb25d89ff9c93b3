using System.Globalization;
using System.Text.Json.Nodes;
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
    /// The table that a resource of a data package describes. A column of ordered labels, such as a judgement, is followed by
    /// one of their codes: 1 for the first label, 2 for the next.
    /// </summary>
    /// <param name="resource">The resource, with its Table Schema.</param>
    /// <param name="rows">The rows as text by column, already checked against the schema.</param>
    public static TypedTable Of(JsonObject resource, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var fields = resource["schema"]!["fields"]!.AsArray().OfType<JsonObject>().SelectMany(Fields).ToList();
        return new TypedTable(
            resource["name"]!.ToString(),
            resource["title"]?.ToString() ?? resource["name"]!.ToString(),
            [.. fields.Select(field => field.Column)],
            rows.Select(row =>
                (IReadOnlyList<object?>)[.. fields.Select(field => row[field.From] is { Length: > 0 } text ? field.Value(text) : null)]));
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
    public static string TypeName(ColumnKind kind) => kind switch
    {
        ColumnKind.WholeNumber => "whole number",
        ColumnKind.Number => "number",
        ColumnKind.Date => "date",
        _ => "text",
    };

    private static IEnumerable<(TypedColumn Column, string From, Func<string, object?> Value)> Fields(JsonObject field)
    {
        var name = field["name"]!.ToString();
        var permitted = (field["constraints"]?["enum"] as JsonArray ?? []).Select(value => value!.ToString()).ToList();
        var kind = field["type"]?.ToString() switch
        {
            "integer" => ColumnKind.WholeNumber,
            "number" => ColumnKind.Number,
            "date" => ColumnKind.Date,
            _ => ColumnKind.Text,
        };
        yield return (new TypedColumn(name, kind, field["description"]?.ToString() ?? "") { Permitted = permitted },
            name, text => Value(kind, text));
        if (field["categoriesOrdered"]?.GetValue<bool>() == true)
        {
            var ordered = (field["categories"] as JsonArray ?? []).Select(value => value!.ToString()).ToList();
            var codes = ordered.Select((label, index) => $"{index + 1} {label}").ToList();
            yield return (
                new TypedColumn($"{name}_code", ColumnKind.WholeNumber,
                    $"The place of {name} in its order; missing where it was not judged.")
                { Permitted = codes },
                name,
                text => ordered.IndexOf(text) is >= 0 and var place ? place + 1L : null);
        }
    }

    private static object Value(ColumnKind kind, string text) => kind switch
    {
        ColumnKind.WholeNumber => long.Parse(text, CultureInfo.InvariantCulture),
        ColumnKind.Number => double.Parse(text, CultureInfo.InvariantCulture),
        ColumnKind.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => text,
    };
}
