using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>Describes the tables as a Frictionless data package: types, categories, keys and constraints of every column.</summary>
internal static class DataPackage
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of <c>datapackage.json</c> for the given tables.</summary>
    public static string Json(IReadOnlyDictionary<string, string> files) => new JsonObject
    {
        ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
        ["name"] = "ofsted-single-inspection-framework",
        ["title"] = "Judgements of Ofsted's single inspection framework, 2013 to 2018, and of ILACS since",
        ["description"] = "Inspections of children's services of English local authorities under the SIF and ILACS, with local facts, "
            + "successors and statistical neighbours; each row with its source, blank is unknown.",
        ["licenses"] = new JsonArray(new JsonObject
        {
            ["name"] = "OGL-UK-3.0",
            ["title"] = "Open Government Licence v3.0",
            ["path"] = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        }),
        ["sources"] = new JsonArray(new JsonObject { ["title"] = "The sources that each row names: sources.csv" }),
        ["resources"] = new JsonArray([.. DataTables.All.Select(table => Resource(files, table))]),
    }.ToJsonString(Indented) + "\n";

    /// <summary>The Table Schema of a table: its columns, constraints and keys.</summary>
    public static JsonObject Schema(DataTable table)
    {
        var schema = new JsonObject { ["fields"] = new JsonArray([.. table.Fields.Select(Field)]), ["missingValues"] = new JsonArray("") };
        if (table.Key.Count > 0)
        {
            schema["primaryKey"] = new JsonArray([.. table.Key.Select(key => (JsonNode)key)]);
        }

        if (table.AuthorityColumns.Count > 0)
        {
            schema["foreignKeys"] = new JsonArray([.. table.AuthorityColumns.Select(column => new JsonObject
            {
                ["fields"] = new JsonArray(column),
                ["reference"] = new JsonObject { ["resource"] = AuthorityTable.Table.Name, ["fields"] = new JsonArray("authority") },
            })]);
        }

        return schema;
    }

    private static JsonObject Resource(IReadOnlyDictionary<string, string> files, DataTable table)
    {
        var bytes = Encoding.UTF8.GetBytes(files[$"{table.Name}.csv"]);
        return new JsonObject
        {
            ["name"] = table.Name,
            ["path"] = $"{table.Name}.csv",
            ["profile"] = "tabular-data-resource",
            ["title"] = table.Title,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = bytes.Length,
            ["hash"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
            ["schema"] = Schema(table),
        };
    }

    private static JsonObject Field(TableColumn column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Kind switch
            {
                ColumnKind.WholeNumber => "integer",
                ColumnKind.Number => "number",
                ColumnKind.Date => "date",
                _ => "string"
            },
            ["description"] = column.Description,
        };
        if (column.Format is not null)
        {
            field["format"] = column.Format;
        }

        var constraints = new JsonObject();
        void Constrain(bool holds, string name, JsonNode value)
        {
            if (holds)
            {
                constraints[name] = value;
            }
        }

        Constrain(column.IsRequired, "required", true);
        Constrain(column.IsUnique, "unique", true);
        Constrain(column.Pattern is not null, "pattern", column.Pattern ?? "");
        Constrain(column.Minimum is not null, "minimum", column.Minimum ?? 0);
        Constrain(column.Permitted.Count > 0, "enum", new JsonArray([.. column.Permitted.Select(value => (JsonNode)value)]));
        if (constraints.Count > 0)
        {
            field["constraints"] = constraints;
        }

        if (column.Ordered > 0)
        {
            field["categories"] = new JsonArray([.. column.Permitted.Take(column.Ordered).Select(value => (JsonNode)value)]);
            field["categoriesOrdered"] = true;
        }

        return field;
    }
}
