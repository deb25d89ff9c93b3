using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using SifAnalysis.Jupyter;
using SifAnalysis.Notebooks.Wire;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>
/// A running kernel, and clients that send it broken messages. After each of them the kernel must answer a whole one.
/// </summary>
internal sealed class MessageTarget : FuzzTarget
{
    private const string Key = "key";

    /// <inheritdoc/>
    public override string Name => "messages";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } =
    [
        "<IDS|MSG>",
        "signed",
        "\"msg_id\"",
        "\"msg_type\"",
        "\"execute_request\"",
        "\"complete_request\"",
        "\"history_request\"",
        "\"input_reply\"",
        "\"code\"",
        "\"cursor_pos\"",
        "\"n\"",
        "\"pattern\"",
        "\"hist_access_type\"",
        "\"range\"",
        "\"tail\"",
        "\"silent\"",
        "\"user_expressions\"",
        "\"session\"",
        "\"start\"",
        "\"stop\"",
        "\"comm_id\"",
    ];

    private readonly string file = Path.Combine(Path.GetTempPath(), $"sif-fuzz-{Guid.NewGuid():N}.json");
    private readonly Lock starting = new();
    private readonly ConcurrentQueue<string> log = new();
    private JupyterKernel? kernel;
    private int port;

    /// <inheritdoc/>
    public override IFuzzReader Reader()
    {
        lock (starting)
        {
            if (kernel is null)
            {
                var ports = Ports();
                port = ports[0];
                File.WriteAllText(
                    file, JsonSerializer.Serialize(
                        new
                        {
                            shell_port = ports[0],
                            iopub_port = ports[1],
                            stdin_port = ports[2],
                            control_port = ports[3],
                            hb_port = ports[4],
                            key = Key,
                        }));
                kernel = new JupyterKernel(file, new SilentSession(), log.Enqueue);
                _ = kernel.RunAsync();
            }
        }

        return new Client(port, log);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        kernel?.Dispose();
        File.Delete(file);
    }

    private static int[] Ports()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    private static byte[] Signature(IEnumerable<byte[]> parts) => Encoding.ASCII.GetBytes(
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), parts.SelectMany(part => part).ToArray())));

    private sealed class Client(int port, ConcurrentQueue<string> log) : IFuzzReader
    {
        private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
        private static readonly byte[] Signed = "signed"u8.ToArray();

        private readonly MessageFormat format = new(Key);
        private readonly DealerSocket shell = new($">tcp://127.0.0.1:{port}");
        private int asked;

        public bool Accepts(string name, byte[] input)
        {
            var frames = Frames(input);
            var accepted = true;
            try
            {
                format.Read(frames);
            }
            catch (BadMessageException cause)
            {
                accepted = cause.Message.Contains("frame", StringComparison.Ordinal)
                    || cause.Message.Contains("signature", StringComparison.Ordinal)
                    || cause.Message.Contains("header", StringComparison.Ordinal)
                    || cause.Message.Contains("content", StringComparison.Ordinal)
                    || cause.Message.Contains("came before", StringComparison.Ordinal)
                    ? false
                    : throw new FindingException($"A refusal names no part of the message: {cause.Message}");
            }

            shell.SendMultipartBytes(frames);
            Ask();
            while (log.TryDequeue(out var line))
            {
                if (line.Contains("failed:", StringComparison.Ordinal))
                {
                    throw new FindingException(line);
                }
            }

            return accepted;
        }

        public void Dispose() => shell.Dispose();

        // Frames stand one a line; a line that says "signed" takes the signature of what follows.
        private static List<byte[]> Frames(byte[] input)
        {
            var frames = new List<byte[]>();
            foreach (var range in input.AsSpan().TrimEnd((byte)'\n').Split((byte)'\n'))
            {
                frames.Add(input[range]);
            }

            var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter)) + 1;
            if (at > 0 && at < frames.Count && frames[at].AsSpan().SequenceEqual(Signed))
            {
                frames[at] = Signature(frames.Skip(at + 1).Take(4));
            }

            return frames;
        }

        private void Ask()
        {
            var id = $"{shell.GetHashCode()}-{++asked}";
            byte[][] body =
            [
                JsonSerializer.SerializeToUtf8Bytes(new { msg_id = id, msg_type = "kernel_info_request" }),
                "{}"u8.ToArray(),
                "{}"u8.ToArray(),
                "{}"u8.ToArray(),
            ];
            shell.SendMultipartBytes([Delimiter, Signature(body), .. body]);
            List<byte[]> answer = [];
            while (shell.TryReceiveMultipartBytes(TimeSpan.FromMinutes(1), ref answer))
            {
                // An earlier answer goes back with whatever frames stood before its question.
                var at = answer.FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
                if (Id(answer[at + 3]) == id)
                {
                    return;
                }
            }

            throw new FindingException("The kernel answers no more.");
        }

        private static string? Id(byte[] parent) => (string?)JsonNode.Parse(parent)!["msg_id"];
    }

    // The messages are at test here, not the C# in them.
    private sealed class SilentSession : IKernelSession
    {
        public Task<CellResult> ExecuteAsync(string code, int number, ICellOutputs outputs, CancellationToken cancellation) =>
            Task.FromResult(new CellResult(number, null, false));

        public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation) =>
            Task.FromResult(new Completion([code[..position]], position, position));

        public Task<Inspection?> InspectAsync(string code, int position, CancellationToken cancellation) =>
            Task.FromResult<Inspection?>(new(code[position..], [], []));

        public string IsComplete(string code) => "complete";
    }
}
