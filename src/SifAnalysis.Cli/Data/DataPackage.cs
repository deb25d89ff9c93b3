using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Judgements;

namespace SifAnalysis.Cli.Data;

/// <summary>Describes the tables as a Frictionless data package: types, categories, keys and constraints of every column.</summary>
internal static class DataPackage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of <c>datapackage.json</c> for the given tables.</summary>
    public static string Json(IReadOnlyDictionary<string, string> files) => new JsonObject
    {
        ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
        ["name"] = "ofsted-single-inspection-framework",
        ["title"] = "Judgements of Ofsted's single inspection framework, 2013 to 2018",
        ["description"] = "Inspections of children's services of the 152 English local authorities, each with its source; blank is unknown.",
        ["licenses"] = new JsonArray(new JsonObject
        {
            ["name"] = "OGL-UK-3.0",
            ["title"] = "Open Government Licence v3.0",
            ["path"] = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        }),
        ["sources"] = new JsonArray(new JsonObject { ["title"] = "The sources that each row names: sources.csv" }),
        ["resources"] = new JsonArray(
            Resource(files, "local-authorities", "The authorities of the framework", ["authority"],
                [
                    Text("authority", "The authority's name.", required: true, unique: true),
                    Choice("region", "Region of government.", Enum.GetValues<Region>().Select(each => each.Name()), required: true),
                    Choice("ofsted_region", "Region in which Ofsted reports the authority.", Enum.GetValues<OfstedRegion>().Select(each => each.Name()), required: true),
                    Choice("type", "Kind of authority; blank where no source at hand states it.", Enum.GetValues<AuthorityType>().Select(each => each.Name())),
                    Text("type_source", "Where the kind stands."),
                    Text("ons_code", "ONS code of 2023; blank for authorities abolished before.", pattern: @"^E\d{8}$"),
                    Text("dfe_number", "The Department for Education's number.", pattern: @"^\d{3}$"),
                ]),
            Resource(files, "inspections", "Inspections under the framework, one row each", ["authority", "number"],
                [
                    Text("authority", "The authority inspected.", required: true),
                    Field("number", "integer", "1 for the first inspection under the framework, 2 for the next document.", new JsonObject { ["required"] = true, ["minimum"] = 1 }),
                    Day("started", "First day of the inspection."),
                    Day("ended", "Last day of the inspection."),
                    Day("published", "Day of publication of the report."),
                    Day("published_not_before", "Where the day is unknown: a day before which a source shows that it was not published."),
                    Choice("possible_reissue", "yes where the document may be a reissue of the one before; then it counts as no other inspection.", ["yes"]),
                    .. Loading.InspectionTable.AreaColumns.Select(area => Choice(
                        area.Value, $"{area.Key.Name()}; blank where no source states it.", Names.AllJudgements.Select(each => each.Name()), ordered: true)),
                    Field("report", "string", "Address of the report.", new JsonObject(), format: "uri"),
                    Text("dates_source", "Source of dates and address."),
                    Text("judgements_source", "Sources of the judgements, parted by semicolons."),
                    Choice("judgements_rank", "The best rank among the sources of the judgements.", ["ofsted", "council", "press", "inferred"]),
                    Text("notes", "What else is to be known of the row."),
                ],
                new JsonObject { ["fields"] = new JsonArray("authority"), ["reference"] = new JsonObject { ["resource"] = "local-authorities", ["fields"] = new JsonArray("authority") } }),
            Resource(files, "official-counts", "Counts that official releases and the press published", null,
                [
                    Text("as_at", "Day, or month, up to which the release counts.", required: true, pattern: @"^\d{4}-\d{2}(-\d{2})?$"),
                    Day("published", "Day of publication.", required: true),
                    Choice("area", "The area counted.", Loading.InspectionTable.AreaColumns.Values, required: true),
                    Text("what", "What is counted, in the release's words.", required: true),
                    .. new[] { "outstanding", "good", "requires_improvement", "inadequate", "total" }.Select(column =>
                        Field(column, "integer", "Count; blank where not stated.", new JsonObject { ["minimum"] = 0 })),
                    Text("source", "The release.", required: true),
                    Text("notes", "What else the release says."),
                ]),
            Resource(files, "published-figures", "Figures that publications state, in our words, and the measure that answers each", ["id"],
                [
                    Text("id", "Name of the figure.", required: true, unique: true),
                    Text("publication", "The publication.", required: true),
                    Text("statement", "What is stated, in our words.", required: true),
                    Text("value", "The value stated.", required: true),
                    Text("unit", "What the value counts.", required: true),
                    Text("measure", "The measure of the library that answers it.", required: true),
                    Day("as_at", "The day up to which the publication speaks.", required: true),
                    Text("qualifier", "What the words imply: exact, about, just under, by, expected."),
                    Choice("area", "The area that the figure is about.", Loading.InspectionTable.AreaColumns.Values),
                    Choice("judgement", "The judgement that the figure is about.", Names.AllJudgements.Select(each => each.Name()), ordered: true),
                    Text("authority", "The authority that the figure is about."),
                    Field("least", "number", "The least value that vague words allow.", new JsonObject()),
                    Field("most", "number", "The greatest value that vague words allow.", new JsonObject()),
                    Text("tolerance", "Why the words allow these values, and how the figure is read."),
                ]),
            Resource(files, "sources", "The sources that rows name", ["id"],
                [
                    Text("id", "Identifier: S and the start of the title's SHA-256.", required: true, unique: true, pattern: "^S[0-9a-f]{8}$"),
                    Choice("rank", "How near the source stands to the inspection.", ["ofsted", "council", "press", "inferred"], required: true),
                    Text("title", "The source, as rows cite it.", required: true),
                    Field("rows_dated", "integer", "Rows whose dates it gives.", new JsonObject { ["minimum"] = 0 }),
                    Field("rows_judged", "integer", "Rows whose judgements it gives, alone or with others.", new JsonObject { ["minimum"] = 0 }),
                ])),
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Resource(
        IReadOnlyDictionary<string, string> files, string name, string title, string[]? primaryKey, JsonObject[] fields, JsonObject? foreignKey = null)
    {
        var bytes = Encoding.UTF8.GetBytes(files[$"{name}.csv"]);
        var schema = new JsonObject { ["fields"] = new JsonArray([.. fields]), ["missingValues"] = new JsonArray("") };
        if (primaryKey is not null)
        {
            schema["primaryKey"] = new JsonArray([.. primaryKey.Select(key => (JsonNode)key)]);
        }

        if (foreignKey is not null)
        {
            schema["foreignKeys"] = new JsonArray(foreignKey);
        }

        return new JsonObject
        {
            ["name"] = name,
            ["path"] = $"{name}.csv",
            ["profile"] = "tabular-data-resource",
            ["title"] = title,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = bytes.Length,
            ["hash"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
            ["schema"] = schema,
        };
    }

    private static JsonObject Field(string name, string type, string description, JsonObject constraints, string? format = null)
    {
        var field = new JsonObject { ["name"] = name, ["type"] = type, ["description"] = description };
        if (format is not null)
        {
            field["format"] = format;
        }

        if (constraints.Count > 0)
        {
            field["constraints"] = constraints;
        }

        return field;
    }

    private static JsonObject Text(string name, string description, bool required = false, bool unique = false, string? pattern = null)
    {
        var constraints = new JsonObject();
        if (required)
        {
            constraints["required"] = true;
        }

        if (unique)
        {
            constraints["unique"] = true;
        }

        if (pattern is not null)
        {
            constraints["pattern"] = pattern;
        }

        return Field(name, "string", description, constraints);
    }

    private static JsonObject Day(string name, string description, bool required = false) =>
        Field(name, "date", description, required ? new JsonObject { ["required"] = true } : []);

    private static JsonObject Choice(string name, string description, IEnumerable<string> values, bool required = false, bool ordered = false)
    {
        var constraints = new JsonObject { ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };
        if (required)
        {
            constraints["required"] = true;
        }

        var field = Field(name, "string", description, constraints);
        if (ordered)
        {
            field["categoriesOrdered"] = true;
        }

        return field;
    }
}
