using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>Checks a table against its Frictionless Table Schema: columns, types, constraints and keys.</summary>
internal static class TableSchema
{
    /// <summary>Every problem of the table.</summary>
    /// <param name="path">The table.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="resource">The path of another resource of the package, by its name.</param>
    public static IReadOnlyList<LoadProblem> Problems(string path, JsonObject schema, Func<string, string> resource)
    {
        var table = RawTable.Read(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        var fields = (schema["fields"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var problems = new List<LoadProblem>();
        var names = fields.Select(field => field["name"]!.ToString()).ToList();
        if (table.Rows.Count > 0 && !table.Rows[0].Keys.SequenceEqual(names))
        {
            return [new LoadProblem(path, 1, null, null, $"the columns are {string.Join(", ", table.Rows[0].Keys)}; "
                + $"the schema has {string.Join(", ", names)}.")];
        }

        foreach (var field in fields)
        {
            problems.AddRange(Column(path, table, field));
        }

        if (schema["primaryKey"] is JsonArray key)
        {
            var columns = key.Select(column => column!.ToString()).ToList();
            problems.AddRange(
                table.Rows.Select((row, index) => (Key: string.Join(", ", columns.Select(column => row[column])), Row: index + 1))
                .GroupBy(each => each.Key)
                .Where(group => group.Count() > 1)
                .Select(group => new LoadProblem(path, 0, string.Join(", ", columns), group.Key, $"rows "
                    + $"{string.Join(" and ", group.Select(each => each.Row))} have the same key; keep one.")));
        }

        foreach (var foreign in (schema["foreignKeys"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var column = foreign["fields"]![0]!.ToString();
            var target = resource(foreign["reference"]!["resource"]!.ToString());
            if (!File.Exists(target))
            {
                problems.Add(new LoadProblem(target, 0, null, null, "the table that a foreign key refers to is missing."));
                continue;
            }

            var there = RawTable.Read(Path.GetDirectoryName(target)!, Path.GetFileName(target)).Rows.Select(
                row => row[foreign["reference"]!["fields"]![0]!.ToString()])
                .ToHashSet();
            problems.AddRange(table.Rows.Select(row => row[column]).Where(value => !there.Contains(value)).Distinct()
                .Select(value => new LoadProblem(path, 0, column, value, $"no such row in {Path.GetFileName(target)}.")));
        }

        return problems;
    }

    private static IEnumerable<LoadProblem> Column(string path, RawTable table, JsonObject field)
    {
        var name = field["name"]!.ToString();
        var constraints = field["constraints"] as JsonObject ?? [];
        var permitted = (constraints["enum"] as JsonArray)?.Select(value => value!.ToString()).ToHashSet();
        var pattern = constraints["pattern"]
            ?.ToString() is { } text ? new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : null;
        var seen = new HashSet<string>();
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var value = table.Rows[index][name];
            string? expected = null;
            if (value.Length == 0)
            {
                expected = constraints["required"]?.GetValue<bool>() == true ? "a value; the column is required." : null;
            }
            else if (permitted?.Contains(value) == false)
            {
                expected = $"expected one of {string.Join(", ", permitted)}.";
            }
            else if (pattern?.IsMatch(value) == false)
            {
                expected = $"expected text like {pattern}.";
            }
            else if (constraints["unique"]?.GetValue<bool>() == true && !seen.Add(value))
            {
                expected = "the value stands in an earlier row already.";
            }
            else
            {
                expected = TypeProblem(field["type"]?.ToString(), value, constraints);
            }

            if (expected is not null)
            {
                yield return new LoadProblem(path, 0, name, value, $"row {(index + 1).ToString(CultureInfo.InvariantCulture)}: {expected}");
            }
        }
    }

    private static string? TypeProblem(string? type, string value, JsonObject constraints) => type switch
    {
        "integer" when !long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) => "expected a whole number.",
        "integer" when constraints["minimum"]?.GetValue<int>() > long.Parse(value, CultureInfo.InvariantCulture) =>
            $"expected {constraints["minimum"]} or more.",
        "number" when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "expected a number.",
        "date" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            "expected a day such as 2016-12-31.",
        _ => null,
    };
}
