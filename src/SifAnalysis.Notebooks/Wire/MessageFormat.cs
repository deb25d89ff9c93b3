using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Wire;

/// <summary>
/// Turns messages into signed frames and back. Signing may happen on any thread; reading on one thread at a time.
/// </summary>
/// <param name="key">The key of the signatures; empty where messages are not signed.</param>
internal sealed class MessageFormat(string key)
{
    /// <summary>The version of the messaging protocol that the kernel speaks.</summary>
    public const string ProtocolVersion = "5.4";

    private const int RememberedSignatures = 65_536;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();

    private readonly byte[] key = Encoding.UTF8.GetBytes(key);
    private readonly string session = Guid.NewGuid().ToString();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Reads a message.</summary>
    /// <exception cref="BadMessageException">The frames are no message, their signature is wrong, or they came before.</exception>
    public Message Read(IReadOnlyList<byte[]> frames)
    {
        var start = 0;
        while (start < frames.Count && !frames[start].AsSpan().SequenceEqual(Delimiter))
        {
            start++;
        }

        if (frames.Count < start + 6)
        {
            throw new BadMessageException(start == frames.Count ? "it has no <IDS|MSG> frame" : "frames are missing after <IDS|MSG>");
        }

        Verify(frames[start + 1], [frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]]);
        var header = Parse(frames[start + 2], "header");
        return new Message(
            [.. frames.Take(start)],
            Text(header, "msg_id") ?? throw new BadMessageException("its header has no msg_id"),
            Text(header, "msg_type") ?? throw new BadMessageException("its header has no msg_type"),
            frames[start + 2],
            Text(Parse(frames[start + 3], "parent header"), "msg_id"),
            Parse(frames[start + 5], "content"));
    }

    /// <summary>The frames of a message of the kernel.</summary>
    /// <param name="identities">The routing frames, or the topic of a broadcast.</param>
    /// <param name="type">The type of the message.</param>
    /// <param name="parent">The message that it answers.</param>
    /// <param name="content">The content.</param>
    public IReadOnlyList<byte[]> Write(IReadOnlyList<byte[]> identities, string type, Message parent, JsonObject content)
    {
        var header = Bytes(new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        });
        var body = new[] { header, parent.Header, Empty, Bytes(content) };
        return [.. identities, Delimiter, Encoding.ASCII.GetBytes(Sign(body)), .. body];
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);

    private static string? Text(JsonObject json, string property) =>
        json[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Parse(byte[] frame, string part)
    {
        try
        {
            return new JsonText(frame).Parse() as JsonObject ?? throw new BadMessageException($"its {part} is not a JSON object");
        }
        catch (JsonTextException cause)
        {
            throw new BadMessageException($"its {part} is not JSON: {cause.Message}");
        }
    }

    private string Sign(IReadOnlyList<byte[]> body)
    {
        if (key.Length == 0)
        {
            return "";
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var frame in body)
        {
            hash.AppendData(frame);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Verify(byte[] signature, IReadOnlyList<byte[]> body)
    {
        if (key.Length == 0)
        {
            return;
        }

        var expected = Sign(body);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), signature))
        {
            throw new BadMessageException("its signature is wrong");
        }

        if (!seen.Add(expected))
        {
            throw new BadMessageException("it came before");
        }

        order.Enqueue(expected);
        if (seen.Count > RememberedSignatures && order.TryDequeue(out var oldest))
        {
            seen.Remove(oldest);
        }
    }
}
