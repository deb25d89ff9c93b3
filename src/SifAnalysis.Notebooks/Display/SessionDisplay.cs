using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Display;

namespace SifAnalysis.Notebooks.Display;

/// <summary>
/// How a session shows what the model's formatters leave as a tree of properties. What a library or a cell registers itself comes first.
/// </summary>
internal static class SessionDisplay
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<bool> Once = new(Register);

    /// <summary>Registers it, once a process.</summary>
    public static void Ensure() => _ = Once.Value;

    /// <summary>What is shown of a value: itself, the result of a task that has one, the rows of an array.</summary>
    public static object? Of(object? value) => value switch
    {
        Array { Rank: 2 } array => Rows(array),
        Array { Rank: > 2 } array => Nested(array, 0, []).ToJsonString(),
        Task { IsCompletedSuccessfully: true } task when Result(task) is { } result => Of(result),
        Task { IsCompletedSuccessfully: true } => "A task that is done.",
        Task { IsFaulted: true } task => $"A task that failed: {task.Exception!.InnerException!.Message}",
        Task => "A task that is at work; await it for its result.",
        JsonNode json => new ShownJson(json.ToJsonString(Indented)),
        _ => value,
    };

    private static bool Register()
    {
        // What reads best as it is; all else has the formatters' representations.
        foreach (var type in (Type[])[typeof(IConvertible), typeof(DateOnly), typeof(TimeOnly), typeof(Guid), typeof(TimeSpan), typeof(DateTimeOffset), typeof(PasswordString), typeof(ShownJson)])
        {
            Formatter.SetPreferredMimeTypesFor(type, PlainTextFormatter.MimeType);
        }

        Formatter.Register<ShownJson>(json => json.Text);
        foreach (var mime in (string[])[PlainTextFormatter.MimeType, HtmlFormatter.MimeType])
        {
            Formatter.Register<DateOnly>(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), mime);
            Formatter.Register<TimeOnly>(time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), mime);
        }

        Show<DataFrame>(frame => PagedTable.Of(frame.Columns, frame.Rows.Count), frame => PagedTable.Plain(frame.Columns, frame.Rows.Count));
        Show<DataFrameColumn>(column => PagedTable.Of([column], column.Length), column => PagedTable.Plain([column], column.Length));
        Show<DataFrameRow>(row => PagedTable.Of(Columns(row), row.Count(), (at, column) => Cells(row)[at][column], null), row => PagedTable.InLine(
            [.. Cells(row).Select(cells => cells.Select(PagedTable.Text).ToList())]));
        Formatter.Register<DataFrame>(Json, JsonFormatter.MimeType);
        PlotlyNet.Watch();
        return true;
    }

    private static void Show<T>(Func<T, string> html, Func<T, string> plain)
    {
        Formatter.Register(html, HtmlFormatter.MimeType);
        Formatter.Register(plain, PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(T), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static IReadOnlyList<PagedTable.Column> Columns(DataFrameRow row) => [new("column", null, false), new("value", null, row.All(value => value is not null && PagedTable.IsNumeric(value.GetType())))];

    private static List<object?[]> Cells(DataFrameRow row) => [.. row.GetValues().Select(pair => new[] { pair.Key, pair.Value ?? "[x]" })];

    private static string Json(DataFrame frame) => new JsonArray([.. frame.Rows.Select(row => new JsonObject(
        row.GetValues().Select(pair => KeyValuePair.Create(pair.Key, JsonSerializer.SerializeToNode(pair.Value, JsonFormatter.SerializerOptions)))))]).ToJsonString();

    private static ShownRows Rows(Array array) => new([.. Enumerable.Range(array.GetLowerBound(0), array.GetLength(0)).Select(row => Enumerable.Range(
        array.GetLowerBound(1), array.GetLength(1)).Select(column => array.GetValue(row, column)).ToList())]);

    private static JsonNode Nested(Array array, int dimension, int[] at) => dimension == array.Rank
        ? JsonSerializer.SerializeToNode(array.GetValue(at), JsonFormatter.SerializerOptions) ?? JsonValue.Create("null")!
        : new JsonArray([.. Enumerable.Range(array.GetLowerBound(dimension), array.GetLength(dimension)).Select(index => Nested(array, dimension + 1, [.. at, index]))]);

    private static object? Result(Task task)
    {
        var type = task.GetType();
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)))
        {
            type = type.BaseType;
        }

        return type?.GenericTypeArguments[0].Name is null or "VoidTaskResult" ? null : type.GetProperty(nameof(Task<int>.Result))!.GetValue(task);
    }
}
