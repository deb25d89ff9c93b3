using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Children;

/// <summary>
/// Values as JSON that other languages read: a table with its columns' types, a day, or plain JSON. A moment is text in ISO 8601 to the
/// tenth of a microsecond, so that no language's arithmetic rounds it.
/// </summary>
internal static class SharedTable
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff";

    /// <summary>Writes a value.</summary>
    /// <param name="name">What the value is called, for messages.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="MagicException">It is neither a table nor plain.</exception>
    public static JsonObject Of(string name, object? value) => value switch
    {
        DataFrame frame => new JsonObject { ["table"] = new JsonArray([.. frame.Columns.Select(Column)]) },
        DateOnly day => new JsonObject { ["day"] = day.ToString("O", CultureInfo.InvariantCulture) },
        DateTime moment => new JsonObject { ["moment"] = Text(moment) },
        _ => new JsonObject { ["value"] = Plain(name, value, value?.GetType()) },
    };

    /// <summary>Reads a value that another language wrote.</summary>
    public static object? Read(JsonObject json) => json["table"] is JsonArray columns ? new DataFrame(columns.Select(column => Column((JsonObject)column!)))
        : json["day"] is { } day ? DateOnly.ParseExact((string)day!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : json["moment"] is { } moment ? Read((string)moment!)
        : Plain(json["value"]);

    private static JsonNode Column(DataFrameColumn column)
    {
        var type = column.DataType;
        var values = column.Cast<object?>().ToList();
        var (kind, write) = type == typeof(bool) ? ("bool", (Func<object, JsonNode?>)(each => (bool)each))
            : type == typeof(DateTime) ? (values.TrueForAll(each => each is null or DateTime { TimeOfDay.Ticks: 0 }) ? "day" : "moment", each => Text((DateTime)each))
            : type == typeof(float) || type == typeof(double) || type == typeof(decimal) ? ("number", each => Number(Convert.ToDouble(each, CultureInfo.InvariantCulture)))
            : type == typeof(string) || type == typeof(char) ? ("text", each => each.ToString())
            : type == typeof(ulong) ? ("number", each => Number(Convert.ToDouble(each, CultureInfo.InvariantCulture)))
            : type.IsPrimitive ? ("whole", each => Convert.ToInt64(each, CultureInfo.InvariantCulture))
            : ("text", each => Convert.ToString(each, CultureInfo.InvariantCulture));
        return new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = kind,
            ["values"] = new JsonArray([.. values.Select(each => each is null ? null : write(each))]),
        };
    }

    // JSON has no NaN; what is no number is missing in every language's tables.
    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Text(DateTime moment) => moment.ToString(Moment, CultureInfo.InvariantCulture);

    private static DateTime Read(string moment) => DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static JsonNode? Plain(string name, object? value, Type? type) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonDocument document => JsonNode.Parse(document.RootElement.GetRawText()),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        string or char or Guid or TimeOnly or TimeSpan => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        bool flag => JsonValue.Create(flag),
        Enum => JsonValue.Create(value.ToString()),
        DateOnly day => JsonValue.Create(day.ToString("O", CultureInfo.InvariantCulture)),
        DateTime moment => JsonValue.Create(Text(moment)),
        float or double or decimal => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        ulong great => JsonValue.Create(great),
        IConvertible => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IDictionary pairs => new JsonObject(pairs.Keys.Cast<object>().Select(key => KeyValuePair.Create(Convert.ToString(key, CultureInfo.InvariantCulture)!, Plain(name, pairs[key], type)))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(item => Plain(name, item, type))]),
        _ => throw new MagicException(
            "Share", $"{name} is of type {type?.Name}, which has no table form and is no plain value. Make a DataFrame of it, as by .ToDataFrame(), and share that."),
    };

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray items when items.Count > 0 && items.All(item => item?.GetValueKind() == JsonValueKind.String) => items.Select(item => (string)item!).ToArray(),
        JsonArray items when items.Count > 0 && items.All(item => item is JsonValue value && value.TryGetValue<int>(out _)) => items.Select(item => (int)item!).ToArray(),
        JsonArray items when items.Count > 0 && items.All(item => item?.GetValueKind() == JsonValueKind.Number) => items.Select(item => (double)item!).ToArray(),
        JsonArray or JsonObject => JsonDocument.Parse(node.ToJsonString()),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => (bool)node,
            JsonValueKind.Number when node.AsValue().TryGetValue<int>(out var small) => small,
            JsonValueKind.Number when node.AsValue().TryGetValue<long>(out var whole) => whole,
            JsonValueKind.Number => (double)node,
            _ => (string?)node,
        },
    };

    private static DataFrameColumn Column(JsonObject column)
    {
        var name = (string?)column["name"] ?? "";
        var values = (JsonArray)column["values"]!;
        return (string?)column["type"] switch
        {
            "bool" => new BooleanDataFrameColumn(name, values.Select(each => (bool?)each)),
            "whole" when values.All(each => each is null || each.AsValue().TryGetValue<int>(out _)) => new Int32DataFrameColumn(name, values.Select(each => (int?)each)),
            "whole" => new Int64DataFrameColumn(name, values.Select(each => (long?)each)),
            "number" => new DoubleDataFrameColumn(name, values.Select(each => (double?)each)),
            "day" or "moment" => new DateTimeDataFrameColumn(name, values.Select(each => each is null ? (DateTime?)null : Read((string)each!))),
            _ => new StringDataFrameColumn(name, values.Select(each => (string?)each!)),
        };
    }
}
