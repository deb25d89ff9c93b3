using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace SifAnalysis.Jupyter;

/// <summary>What was executed in this run of the kernel.</summary>
internal sealed class History
{
    private readonly List<(int Line, string Input)> entries = [];

    /// <summary>Remembers an execution.</summary>
    public void Add(int line, string input)
    {
        lock (entries)
        {
            entries.Add((line, input));
        }
    }

    /// <summary>The content of the answer to a <c>history_request</c>.</summary>
    public JsonObject Answer(JsonObject request)
    {
        (int Line, string Input)[] all;
        lock (entries)
        {
            all = [.. entries];
        }

        var count = request.Number("n") ?? int.MaxValue;
        IEnumerable<(int Line, string Input)> found = request.Text("hist_access_type") switch
        {
            "range" => (request.Number("session") ?? 0) == 0
                ? all.Where(entry => entry.Line >= (request.Number("start") ?? 0) && entry.Line < (request.Number("stop") ?? int.MaxValue))
                : [],
            "search" => Unique(
                all.Where(entry => FileSystemName.MatchesSimpleExpression(request.Text("pattern") ?? "*", entry.Input, ignoreCase: false)),
                request.Flag("unique", false)).TakeLast(count),
            _ => all.TakeLast(count),
        };
        var output = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray(
                [
                    .. found.Select(
                        entry => (JsonNode)new JsonArray(0, entry.Line, output ? new JsonArray(entry.Input, null) : entry.Input)),
                ]),
        };
    }

    private static IEnumerable<(int Line, string Input)> Unique(IEnumerable<(int Line, string Input)> entries, bool unique) =>
        unique ? entries.GroupBy(entry => entry.Input).Select(group => group.Last()).OrderBy(entry => entry.Line) : entries;
}
