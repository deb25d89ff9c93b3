using System.Globalization;
using System.Text.Json.Nodes;
using SifAnalysis.Statistics;

namespace SifAnalysis.Display;

/// <summary>The numbers that a plain Plotly.NET chart draws, for who cannot see it and where scripts do not run.</summary>
internal static class TraceTable
{
    private const int Longest = 500;
    private static readonly string[] Axes = ["labels", "values", "x", "y", "z"];

    /// <summary>The table of a figure, or <see langword="null"/> where its traces are no lists of numbers and names.</summary>
    /// <param name="json">The figure as plotly.js reads it.</param>
    public static ResultTable? Of(string json)
    {
        if (JsonNode.Parse(json)?["data"] is not JsonArray traces)
        {
            return null;
        }

        var axes = Axes.Where(axis => traces.Any(trace => List(trace, axis) is not null)).ToList();
        var rows = axes.Count == 0 ? [] : traces.SelectMany((trace, index) => Rows(trace, index, axes)).Take(Longest).ToList();
        return rows.Count == 0 ? null : new ResultTable(["Series", .. axes], rows);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(JsonNode? trace, int index, List<string> axes)
    {
        var lists = axes.Select(axis => List(trace, axis)).ToList();
        var name = trace?["name"]?.ToString() ?? (index + 1).ToString(CultureInfo.InvariantCulture);
        return Enumerable.Range(0, lists.Max(list => list?.Count ?? 0))
            .Select(row => (IReadOnlyList<object?>)[name, .. lists.Select(list => row < list?.Count ? Value(list[row]) : null)]);
    }

    private static JsonArray? List(JsonNode? trace, string axis) =>
        trace?[axis] is JsonArray list && list.All(value => value is null or JsonValue) ? list : null;

    private static object? Value(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) ? number : node?.ToString();
}
