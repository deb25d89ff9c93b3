using System.Text.Json;
using System.Text.Json.Nodes;

namespace SifAnalysis.Notebooks.Children;

/// <summary>A kernel that is installed with Jupyter, as its kernel.json tells how to start it.</summary>
/// <param name="Name">The name of its folder, as <c>ir</c>.</param>
/// <param name="Language">The language, as <c>R</c>.</param>
/// <param name="Command">The program and its arguments, with <c>{connection_file}</c> in the place of that file.</param>
/// <param name="Environment">What is added to the environment.</param>
/// <param name="InterruptsByMessage">Whether it is interrupted by a message rather than by a signal.</param>
internal sealed record ChildSpec(
    string Name, string Language, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment, bool InterruptsByMessage)
{
    /// <summary>Every kernel in some folders; of one name, the first.</summary>
    public static IReadOnlyList<ChildSpec> In(IEnumerable<string> folders) =>
        [.. folders.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal)
            .Select(Read).OfType<ChildSpec>().DistinctBy(spec => spec.Name, StringComparer.OrdinalIgnoreCase)];

    private static ChildSpec? Read(string folder)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json"))) is JsonObject json && json["argv"] is JsonArray command
                ? new ChildSpec(
                    Path.GetFileName(folder),
                    (string?)json["language"] ?? "",
                    [.. command.Select(each => ((string?)each ?? "").Replace("{resource_dir}", folder, StringComparison.Ordinal))],
                    (json["env"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? ""),
                    (string?)json["interrupt_mode"] == "message")
                : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
