using System.Text.Json.Nodes;

namespace SifAnalysis.Notebooks.Wire;

/// <summary>A message from a client.</summary>
/// <param name="Identities">The routing frames that lead back to the client.</param>
/// <param name="Id">The identifier that the client gave the message.</param>
/// <param name="Type">The type, as <c>execute_request</c>.</param>
/// <param name="Header">The header exactly as it came: the parent header of every answer.</param>
/// <param name="ParentId">The identifier of the message that this one answers, or null.</param>
/// <param name="Content">The content.</param>
internal sealed record Message(IReadOnlyList<byte[]> Identities, string Id, string Type, byte[] Header, string? ParentId, JsonObject Content)
{
    /// <summary>A parent for what no client asked for.</summary>
    public static Message None { get; } = new([], "", "", "{}"u8.ToArray(), null, []);
}
