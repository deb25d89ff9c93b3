using System.Text.Json.Nodes;

namespace SifAnalysis.Jupyter;

/// <summary>Reads what clients send: a value of another kind than expected counts as not given.</summary>
internal static class RequestContent
{
    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonObject content, string property) =>
        content[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this JsonObject content, string property) =>
        content[property] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>Whether something holds.</summary>
    public static bool Flag(this JsonObject content, string property, bool otherwise) =>
        content[property] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>The content with one more property.</summary>
    public static JsonObject With(this JsonObject content, string property, string value)
    {
        content[property] = value;
        return content;
    }
}
