using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Cli.Data;
using SifAnalysis.Judgements;
using SifAnalysis.Large;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Export;

/// <summary>The tables that can be exported: those of a data folder, and inspections in a file of the user's own.</summary>
internal static class TableSources
{
    /// <summary>The tables of a data folder, as its <c>datapackage.json</c> describes them.</summary>
    /// <exception cref="CommandException">The description is missing or not understood.</exception>
    /// <exception cref="LoadException">A table is not as described; every problem is named.</exception>
    public static IReadOnlyList<TypedTable> OfFolder(string folder)
    {
        var resources = Resources(folder);
        string PathOf(string name) => Path.Combine(folder, resources.Single(each => each["name"]!.ToString() == name)["path"]!.ToString());
        var problems = resources.SelectMany(resource => File.Exists(PathOf(resource["name"]!.ToString()))
            ? TableSchema.Problems(PathOf(resource["name"]!.ToString()), resource["schema"]!.AsObject(), PathOf)
            : [new LoadProblem(PathOf(resource["name"]!.ToString()), 0, null, null, "the table is missing.")]).ToList();
        return problems.Count > 0
            ? throw new LoadException(problems)
            : [.. resources.Select(resource => TypedTable.Of(resource, RawTable.Read(folder, resource["path"]!.ToString()).Rows))];
    }

    /// <summary>
    /// The inspections of a file of any size, whatever its headings, separator and encoding, in the columns of the kit; where they are of
    /// schools, homes or settings, with their reference. The rows are read as they are written.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The data folder whose authorities rows may name, and whose description of the columns is taken.</param>
    /// <returns>
    /// The table; reading its rows to the end throws a <see cref="LoadException"/> where the file has problems, which names every one.
    /// </returns>
    public static TypedTable OfFile(string file, string folder)
    {
        var resource = (JsonObject)Resources(folder).Single(each => each["name"]!.ToString() == "inspections").DeepClone();
        if (LargeInspectionTable.ColumnsOf(file).Contains(InspectionTable.ProviderColumn))
        {
            resource["schema"]!["fields"]!.AsArray().Insert(2, new JsonObject
            {
                ["name"] = InspectionTable.ProviderColumn,
                ["type"] = "string",
                ["description"] = "The reference of the school, home or setting inspected.",
            });
        }

        resource["name"] = Path.GetFileNameWithoutExtension(file);
        resource["title"] = $"Inspections of {Path.GetFileName(file)}";
        return TypedTable.Of(resource,
            Inspections(file, Path.Combine(folder, "local-authorities.csv")).Select(inspection => Row(inspection, resource)));
    }

    private static IEnumerable<Inspection> Inspections(string file, string authorities)
    {
        var problems = new ProblemLog();
        foreach (var inspection in LargeInspectionTable.Stream(file, AuthorityTable.Load(authorities).OrThrow(), problems))
        {
            yield return inspection;
        }

        new Loaded<Inspection>([], problems.Reported()).OrThrow();
    }

    private static List<JsonObject> Resources(string folder)
    {
        var path = Path.Combine(folder, "datapackage.json");
        try
        {
            return [.. JsonNode.Parse(File.ReadAllText(path))!["resources"]!.AsArray().OfType<JsonObject>()];
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException
            or NullReferenceException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(
                $"{path} is missing or describes no tables; give the folder that holds it by --data, or make it by sif data build.");
        }
    }

    private static Dictionary<string, string> Row(Inspection inspection, JsonObject resource)
    {
        var row = InspectionTable.Sif.ToTexts(inspection).ToDictionary();
        row[InspectionTable.ProviderColumn] = inspection.Provider ?? "";
        return resource["schema"]!["fields"]!.AsArray()
            .Select(field => field!["name"]!.ToString()).ToDictionary(name => name, name => row[name]);
    }
}
