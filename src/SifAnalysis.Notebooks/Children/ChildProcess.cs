using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Wire;

namespace SifAnalysis.Notebooks.Children;

/// <summary>The process of a child kernel and the sockets to it, which listen on the loopback address alone.</summary>
internal sealed partial class ChildProcess : IDisposable
{
    private const int SigInt = 2;
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly ChildSpec spec;
    private readonly Process process;
    private readonly string file;
    private readonly MessageFormat format;
    private readonly DealerSocket shell = new();
    private readonly DealerSocket control = new();
    private readonly DealerSocket stdin = new();
    private readonly SubscriberSocket iopub = new();
    private readonly NetMQQueue<(NetMQSocket Socket, IReadOnlyList<byte[]> Frames)> outgoing = new();
    private readonly NetMQPoller poller;
    private readonly StringBuilder log = new();
    private readonly Thread thread;

    private ChildProcess(ChildSpec spec, string folder)
    {
        this.spec = spec;
        var ports = FreePorts(5);
        var key = Guid.NewGuid().ToString("N");
        format = new MessageFormat(key);
        file = Path.Combine(Path.GetTempPath(), $"sif-child-{Guid.NewGuid():N}.json");
        using (var written = new FileStream(file, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
            : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            JsonSerializer.Serialize(written, new JsonObject
            {
                ["transport"] = "tcp",
                ["ip"] = "127.0.0.1",
                ["shell_port"] = ports[0],
                ["iopub_port"] = ports[1],
                ["stdin_port"] = ports[2],
                ["control_port"] = ports[3],
                ["hb_port"] = ports[4],
                ["signature_scheme"] = "hmac-sha256",
                ["key"] = key,
            });
        }

        var start = new ProcessStartInfo(spec.Command[0], spec.Command.Skip(1).Select(each => each.Replace("{connection_file}", file, StringComparison.Ordinal)))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var identity = Encoding.ASCII.GetBytes(key);
        foreach (var (socket, port) in new (NetMQSocket, int)[] { (shell, ports[0]), (iopub, ports[1]), (stdin, ports[2]), (control, ports[3]) })
        {
            socket.Options.SendHighWatermark = 0;
            socket.Options.ReceiveHighWatermark = 0;
            socket.Options.Linger = TimeSpan.FromMilliseconds(200);
            if (socket is DealerSocket)
            {
                // A kernel asks on the stdin channel who sent the request on the shell channel: one name on both.
                socket.Options.Identity = identity;
            }

            socket.Connect(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}"));
        }

        iopub.SubscribeToAnyTopic();
        outgoing.ReceiveReady += (_, _) => Drain();
        poller = [outgoing, shell, control, stdin, iopub];
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, iopub })
        {
            socket.ReceiveReady += (_, _) => Receive(socket);
        }

        thread = new Thread(poller.Run) { IsBackground = true, Name = $"Jupyter child {spec.Name}" };
        thread.Start();
    }

    /// <summary>Hears every message of the child.</summary>
    public event Action<Message>? Heard;

    /// <summary>Whether the process runs.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>Ends when the process ends.</summary>
    public Task Ended => process.WaitForExitAsync();

    /// <summary>How the process ended, and what it wrote last, for messages.</summary>
    public string Epitaph
    {
        get
        {
            lock (log)
            {
                var code = process.HasExited ? process.ExitCode.ToString(CultureInfo.InvariantCulture) : "none";
                return $"exit code {code}{(log.Length == 0 ? "" : $"; it wrote last: {log.ToString().Trim()}")}";
            }
        }
    }

    /// <summary>Starts a child and waits until it answers.</summary>
    /// <param name="spec">What to start.</param>
    /// <param name="folder">The folder in which it works.</param>
    /// <param name="cancellation">Stops the wait, and the child.</param>
    /// <exception cref="MagicException">It does not start; the message says what to do.</exception>
    public static async Task<ChildProcess> StartAsync(ChildSpec spec, string folder, CancellationToken cancellation)
    {
        ChildProcess child;
        try
        {
            child = new ChildProcess(spec, folder);
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new MagicException("Kernel", $"The kernel {spec.Name} cannot be started: {spec.Command[0]}: {cause.Message}. Install it again, or mend its kernel.json.", cause);
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(StartTime);
            await child.ReadyAsync(limit.Token).ConfigureAwait(false);
            return child;
        }
        catch (Exception cause) when (cause is OperationCanceledException or MagicException)
        {
            var epitaph = child.Epitaph;
            child.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw new MagicException("Kernel", $"The kernel {spec.Name} was started by {string.Join(' ', spec.Command)} and gave no answer ({epitaph}). Install it again, or see whether it runs in Jupyter.", cause);
        }
    }

    /// <summary>Sends a request on the shell channel.</summary>
    /// <returns>Its identifier, which the child's answers name.</returns>
    public string Request(string type, JsonObject content) => Send(shell, type, Message.None, content);

    /// <summary>Answers a question of the child.</summary>
    public void Answer(Message question, string value) => Send(stdin, "input_reply", question, new JsonObject { ["value"] = value });

    /// <summary>Interrupts what the child does.</summary>
    public void Interrupt()
    {
        if (spec.InterruptsByMessage)
        {
            Send(control, "interrupt_request", Message.None, []);
        }
        else if (!OperatingSystem.IsWindows() && IsAlive)
        {
            _ = Kill(process.Id, SigInt);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsAlive)
        {
            Send(control, "shutdown_request", Message.None, new JsonObject { ["restart"] = false });
            process.WaitForExit(1000);
        }

        if (IsAlive)
        {
            process.Kill(entireProcessTree: true);
        }

        poller.Stop();
        thread.Join();
        poller.Dispose();
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, iopub })
        {
            socket.Dispose();
        }

        outgoing.Dispose();
        process.Dispose();
        File.Delete(file);
    }

    // Requests that a broadcast channel could miss, as it may connect later than the others, are repeated until one is heard on it.
    private async Task ReadyAsync(CancellationToken cancellation)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var replied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Listen(Message message)
        {
            (message.Type == "kernel_info_reply" ? replied : message.Type == "status" && message.ParentId is { Length: > 0 } ? heard : null)?.TrySetResult();
        }

        Heard += Listen;
        try
        {
            while (!(heard.Task.IsCompleted && replied.Task.IsCompleted))
            {
                if (!IsAlive)
                {
                    throw new MagicException("Kernel", "");
                }

                Request("kernel_info_request", []);
                await Task.WhenAny(Task.WhenAll(heard.Task, replied.Task), Ended, Task.Delay(500, cancellation)).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Heard -= Listen;
        }
    }

    private string Send(NetMQSocket socket, string type, Message parent, JsonObject content)
    {
        var frames = format.Write([], type, parent, content);
        outgoing.Enqueue((socket, frames));
        return (string)JsonNode.Parse(frames[2])!["msg_id"]!;
    }

    private void Drain()
    {
        while (outgoing.TryDequeue(out var next, TimeSpan.Zero))
        {
            next.Socket.SendMultipartBytes(next.Frames);
        }
    }

    private void Receive(NetMQSocket socket)
    {
        for (var count = 0; count < 64; count++)
        {
            List<byte[]> frames = [];
            if (!socket.TryReceiveMultipartBytes(TimeSpan.Zero, ref frames))
            {
                return;
            }

            try
            {
                Heard?.Invoke(format.Read(frames));
            }
            catch (BadMessageException cause)
            {
                Log($"A message was dropped: {cause.Message}.");
            }
        }
    }

    // The last lines are enough to tell why a process ended.
    private void Log(string? line)
    {
        const int Kept = 2000;
        lock (log)
        {
            log.AppendLine(line);
            if (log.Length > Kept)
            {
                log.Remove(0, log.Length - Kept);
            }
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Stop();
        }

        return ports;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
