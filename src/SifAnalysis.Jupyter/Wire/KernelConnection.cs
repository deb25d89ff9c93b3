using System.Text.Json;
using System.Text.Json.Nodes;

namespace SifAnalysis.Jupyter.Wire;

/// <summary>Where a kernel listens and how its messages are signed: the contents of a Jupyter connection file.</summary>
/// <param name="Transport">The transport, "tcp".</param>
/// <param name="Ip">The address to bind: 127.0.0.1 unless the client says otherwise.</param>
/// <param name="Key">The key that signs messages; empty where messages are not signed.</param>
public sealed record KernelConnection(string Transport, string Ip, string Key)
{
    private static readonly string[] PortNames = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"];

    /// <summary>The port of requests that run code.</summary>
    public int Shell { get; init; }

    /// <summary>The port on which outputs are broadcast.</summary>
    public int IOPub { get; init; }

    /// <summary>The port on which the kernel asks its user.</summary>
    public int Stdin { get; init; }

    /// <summary>The port of requests that must be heard while code runs.</summary>
    public int Control { get; init; }

    /// <summary>The port that echoes, so that clients know the kernel lives.</summary>
    public int Heartbeat { get; init; }

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="KernelException">The file is missing, unreadable or says what the kernel cannot do.</exception>
    public static KernelConnection Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KernelException($"There is no connection file {path}. Jupyter writes it when it starts the kernel; "
                + $"start the kernel from Jupyter.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new KernelException($"The connection file {path} cannot be read: {cause.Message}");
        }
    }

    /// <summary>Parses the text of a connection file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="KernelException">The text is no connection, or says what the kernel cannot do; every problem is named.</exception>
    public static KernelConnection Parse(string json, string name)
    {
        JsonObject? file;
        try
        {
            // Whole at once, so that a key given twice is a message too.
            file = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException cause)
        {
            throw new KernelException($"The connection file {name} is not JSON: {cause.Message}");
        }

        if (file is null)
        {
            throw new KernelException($"The connection file {name} is not a JSON object.");
        }

        var problems = new List<string>();
        var transport = Text("transport", "tcp");
        var scheme = Text("signature_scheme", "hmac-sha256");
        var ip = Text("ip", "127.0.0.1");
        var key = Text("key", "");
        var ports = PortNames.Select(Port).ToArray();
        if (transport != "tcp")
        {
            problems.Add($"transport is \"{transport}\", only \"tcp\" is known");
        }

        // An unsigned connection may leave the scheme blank.
        if (scheme != "hmac-sha256" && !(key.Length == 0 && scheme.Length == 0))
        {
            problems.Add($"signature_scheme is \"{scheme}\", only \"hmac-sha256\" is known");
        }

        var taken = ports.Where(port => port > 0).GroupBy(port => port).FirstOrDefault(group => group.Count() > 1);
        if (taken is not null)
        {
            problems.Add($"port {taken.Key} is given to two channels");
        }

        return problems.Count > 0
            ? throw new KernelException($"The connection file {name} cannot be used: {string.Join("; ", problems)}.")
            : new KernelConnection(
                transport, ip, key)
            { Shell = ports[0], IOPub = ports[1], Stdin = ports[2], Control = ports[3], Heartbeat = ports[4] };

        string Text(string property, string otherwise)
        {
            if (file[property] is not { } node)
            {
                return otherwise;
            }

            if (node is JsonValue value && value.TryGetValue<string>(out var text))
            {
                return text;
            }

            problems.Add($"{property} is {node.ToJsonString()}, expected text");
            return otherwise;
        }

        int Port(string property)
        {
            if (file[property] is JsonValue value && value.TryGetValue<int>(out var port) && port is > 0 and < 65536)
            {
                return port;
            }

            problems.Add($"{property} is {file[property]?.ToJsonString() ?? "missing"}, expected a port from 1 to 65535");
            return 0;
        }
    }

    /// <summary>The address of a channel.</summary>
    internal string Address(int port) => FormattableString.Invariant($"{Transport}://{Ip}:{port}");
}
