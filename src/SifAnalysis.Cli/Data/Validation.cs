using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Large;
using SifAnalysis.Loading;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Cli.Data;

/// <summary>What the validation of a file found.</summary>
/// <param name="File">The path as given.</param>
/// <param name="Kind">What was counted, such as "rows of inspections" or "cells".</param>
/// <param name="Rows">How many of them are without a problem.</param>
/// <param name="Problems">The problems that are told.</param>
internal sealed record Validation(string File, string Kind, long Rows, IReadOnlyList<LoadProblem> Problems)
{
    /// <summary>
    /// The length of a file, in bytes, from which it is counted on every core and its values are not told, and from which a reader would
    /// wonder whether anything happens.
    /// </summary>
    public const long Large = 50_000_000;

    /// <summary>The number of problems that are not told, being too many.</summary>
    public long NotKept { get; init; }

    /// <summary>How the file was taken; <see langword="null"/> where that is not told.</summary>
    public TableReading? Understood { get; init; }

    /// <summary>The headings of columns that mean nothing to the kit, and were not read.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Validates a file by what its header says that it is. A file of inspections may be of any size, CSV or Parquet.</summary>
    public static Validation Of(string file, string dataFolder, IProgress<ReadProgress>? progress = null)
    {
        if (Path.GetExtension(file) == ".json" && System.IO.File.Exists(file) && IsPackage(file))
        {
            return Package(file);
        }

        if (Path.GetExtension(file) is ".ipynb" or ".dib" && System.IO.File.Exists(file))
        {
            return Notebook(file);
        }

        var columns = LargeInspectionTable.ColumnsOf(file);
        return columns switch
        {
            _ when LargeInspectionTable.IsParquet(file) => Inspections(file, dataFolder, columns, progress),
            _ when columns.Contains("statement") && columns.Contains("measure") =>
                From(file, "published figures", FigureTables.LoadFigures(file)),
            _ when columns.Contains("as_at") => From(file, "official counts", FigureTables.LoadOfficialCounts(file)),
            _ when columns.Contains("rank") && columns.Contains("title") => From(file, "sources", SourceTable.Load(file)),
            _ when columns.Contains("population_under_18") =>
                From(file, "local facts", LocalFactsTable.Load(file, OwnInspections(dataFolder))),
            _ when columns.Contains("predecessor") =>
                From(file, "successors", AuthorityRelations.LoadSuccessions(file, OwnAuthorities(dataFolder))),
            _ when columns.Contains("neighbour") =>
                From(file, "statistical neighbours", AuthorityRelations.LoadNeighbours(file, OwnAuthorities(dataFolder))),
            _ when columns.Contains("correspondence") => From(file, "judgement areas", AreaTable.Load(file)),
            _ when columns.Any(IsOfIlacs) =>
                From(file, "inspections under ILACS",
                    InspectionTable.Load(file, OwnAuthorities(dataFolder), Framework.Ilacs), isTold: true),
            _ when columns.Contains("region") && !columns.Intersect(InspectionTable.AreaColumns.Values)
                .Any() => From(file, "local authorities", AuthorityTable.Load(file)),
            _ => Inspections(file, dataFolder, columns, progress),
        };
    }

    private static bool IsOfIlacs(string column) => Framework.Ilacs.Areas().Select(area => InspectionTable.ColumnOf(area, Framework.Ilacs))
        .Except(InspectionTable.AreaColumns.Values).Contains(column);

    /// <summary>The authorities of a data folder, which rows of other files may name.</summary>
    /// <exception cref="LoadException">Their table is missing or has problems.</exception>
    public static IReadOnlyList<LocalAuthority> OwnAuthorities(string dataFolder) =>
        AuthorityTable.Load(Path.Combine(dataFolder, $"{AuthorityTable.Table.Name}.csv")).OrThrow();

    private static IReadOnlyList<Inspection> OwnInspections(string dataFolder) =>
        InspectionTable.Load(Path.Combine(dataFolder, $"{InspectionTable.Sif.Name}.csv"), OwnAuthorities(dataFolder)).Rows;

    private static Validation Inspections(string file, string dataFolder, IReadOnlyList<string> columns, IProgress<ReadProgress>? progress)
    {
        var authorities = OwnAuthorities(dataFolder);
        if (!LargeInspectionTable.IsParquet(file) && System.IO.File.Exists(file) && new FileInfo(file).Length < Large)
        {
            return From(file, "inspections", InspectionTable.Load(file, authorities), isTold: true);
        }

        var counts = LargeInspectionTable.CountByRegion(file, authorities, progress: progress);
        return new Validation(file, "rows of inspections", counts.Rows, counts.Problems)
        {
            NotKept = counts.Problems.NotKept,
            PassedOver = [.. columns.Except(
                InspectionTable.Sif.Fields.Select(field => field.Name)
                    .Append(InspectionTable.ProviderColumn), StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static Validation From<T>(string file, string kind, Loaded<T> loaded, bool isTold = false) =>
        new(file, $"rows of {kind}", loaded.Rows.Count, [.. loaded.Problems.Take(ProblemLog.Most)])
        {
            NotKept = loaded.NotKept,
            Understood = isTold ? loaded.Understood : null,
            PassedOver = isTold ? loaded.Understood?.PassedOver ?? [] : [],
        };

    // A list of records is a table; a package is an object that lists its resources.
    private static bool IsPackage(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        try
        {
            using var json = JsonDocument.Parse(stream);
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.EnumerateObject().Any(field =>
                field.Name is not ("resources" or "licenses" or "sources" or "contributors")
                && field.Value.ValueKind == JsonValueKind.Array
                && field.Value.EnumerateArray().Any(each => each.ValueKind == JsonValueKind.Object));
        }
        catch (JsonException)
        {
            return true;
        }
    }

    // A notebook is read, and never run.
    private static Validation Notebook(string file)
    {
        try
        {
            return new Validation(file, "cells", NotebookFile.Read(file).Cells.Count, []);
        }
        catch (NotebookFormatException cause)
        {
            return new Validation(file, "cells", 0,
                [new LoadProblem(file, cause.Line ?? 0, cause.Column is { } column ? $"column {column}" : null, null, cause.Problem)]);
        }
    }

    private static Validation Package(string file)
    {
        var problems = new List<LoadProblem>();
        void Problem(string text) => problems.Add(new LoadProblem(file, 0, null, null, text));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        JsonNode? package;
        try
        {
            package = JsonNode.Parse(System.IO.File.ReadAllText(file));
        }
        catch (JsonException cause)
        {
            return new Validation(file, "rows of a data package", 0,
                [new LoadProblem(file, (int)(cause.LineNumber ?? -1) + 1, null, null, "this is not whole JSON; make the file again.")]);
        }

        if (package is not JsonObject || package["resources"] is not JsonArray resources)
        {
            Problem("this is no data package; expected an object with a list of resources.");
            return new Validation(file, "rows of a data package", 0, problems);
        }

        foreach (var resource in resources.OfType<JsonObject>())
        {
            CheckResource(resource, folder, Problem);
        }

        try
        {
            var rows = FilledTable.All(SifData.Load(folder)).Sum(filled => filled.Rows.Count);
            return new Validation(file, "rows of a data package", rows, problems);
        }
        catch (LoadException cause)
        {
            return new Validation(file, "rows of a data package", 0, [.. problems, .. cause.Problems]);
        }
    }

    // Whether a table is the one that its description says; what is wrong in it is told when it is loaded.
    private static void CheckResource(JsonObject resource, string folder, Action<string> problem)
    {
        var name = resource["path"]?.ToString() ?? "";
        var path = Path.Combine(folder, name);
        var table = DataTables.All.FirstOrDefault(each => $"{each.Name}.csv" == name);
        if (table is null)
        {
            problem($"the kit has no table {name}; take it out of the package, or validate the file alone.");
            return;
        }

        if (!System.IO.File.Exists(path))
        {
            problem($"the resource {name} is missing beside it.");
            return;
        }

        var hash = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(path)))}";
        if (resource["hash"]?.ToString() is { } stated && stated != hash)
        {
            problem($"{name} has the hash {hash}, not {stated}: it was changed; run sif data build, or get the file again.");
        }

        if (!JsonNode.DeepEquals(resource["schema"], DataPackage.Schema(table)))
        {
            problem($"{name} is described otherwise than the kit reads it; run sif data build, or get the file again.");
        }
    }
}
