using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using SifAnalysis.Jupyter.Wire;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;
using Channel = SifAnalysis.Jupyter.Wire.Channel;

namespace SifAnalysis.Jupyter;

/// <summary>Serves a C# session to Jupyter's clients.</summary>
public sealed class JupyterKernel : IDisposable
{
    private readonly IKernelSession session;
    private readonly KernelSockets sockets;
    private readonly CellJournal journal;
    private readonly History history = new();
    private readonly Action<string> log;
    private readonly Channel<Message> shell = System.Threading.Channels.Channel.CreateUnbounded<Message>();
    private readonly Channel<Message> control = System.Threading.Channels.Channel.CreateUnbounded<Message>();
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, Func<Channel, Message, Task>> handlers;
    private readonly Lock running = new();
    private readonly CancellationTokenSource ended = new();
    private CancellationTokenSource? cell;
    private TaskCompletionSource<string>? answer;
    private int count;

    internal JupyterKernel(string connectionFile, IKernelSession session, Action<string> log)
    {
        this.session = session;
        this.log = log;
        handlers = new(StringComparer.Ordinal)
        {
            ["execute_request"] = ExecuteAsync,
            ["complete_request"] = CompleteAsync,
            ["inspect_request"] = InspectAsync,
            ["is_complete_request"] = Answering("is_complete_reply", IsComplete),
            ["history_request"] = Answering("history_reply", history.Answer),
            ["comm_info_request"] = Answering("comm_info_reply", _ => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }),
            ["kernel_info_request"] = Answering("kernel_info_reply", _ => KernelInfo.Answer()),
            ["interrupt_request"] = Answering("interrupt_reply", _ => Interrupt()),
            ["shutdown_request"] = ShutDownAsync,
            ["debug_request"] = Answering("debug_reply", Debug),
            ["comm_open"] = CommOpenAsync,
            ["comm_msg"] = (_, _) => Task.CompletedTask,
            ["comm_close"] = (_, _) => Task.CompletedTask,
        };
        sockets = new KernelSockets(KernelConnection.Read(connectionFile), Receive, log);
        journal = new CellJournal(connectionFile, log);
    }

    /// <summary>The types of requests that the kernel answers, and of the answers to its own questions.</summary>
    internal IEnumerable<string> Requests => handlers.Keys.Append("input_reply").Order(StringComparer.Ordinal);

    /// <summary>Serves a fresh session in the current folder until a client shuts the kernel down.</summary>
    /// <param name="connectionFile">The connection file that Jupyter wrote.</param>
    /// <exception cref="KernelException">The file cannot be used or a port is taken; the message says what to do.</exception>
    public static async Task ServeAsync(string connectionFile)
    {
        // Before a cell's console takes the place of the process's own.
        var errors = Console.Error;
        KernelConnection.Read(connectionFile);
        CSharpSession.Warm();
        var session = new CSharpKernelSession(Directory.GetCurrentDirectory());
        using var kernel = new JupyterKernel(connectionFile, session, line => errors.WriteLine($"sif kernel: {line}"));
        await kernel.RunAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sockets.Dispose();
        journal.Dispose();
        ended.Dispose();
    }

    /// <summary>Serves until a client shuts the kernel down.</summary>
    internal async Task RunAsync()
    {
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            Interrupt();
        });
        sockets.Start();
        sockets.Publish(Message.None, "status", new JsonObject { ["execution_state"] = "starting" });
        _ = Task.Run(() => WorkAsync(Channel.Shell, shell.Reader));
        _ = Task.Run(() => WorkAsync(Channel.Control, control.Reader));
        await stopped.Task.ConfigureAwait(false);
    }

    private static JsonObject Debug(JsonObject request) => new()
    {
        ["type"] = "response",
        ["request_seq"] = request.Number("seq") ?? 0,
        ["command"] = request.Text("command") ?? "",
        ["success"] = false,
        ["message"] = "This kernel has no debugger.",
    };

    private void Receive(Channel channel, Message message)
    {
        if (message.Type == "input_reply")
        {
            // An answer that comes late belongs to no question.
            if (channel == Channel.Stdin)
            {
                answer?.TrySetResult(message.Content.Text("value") ?? "");
            }
        }
        else
        {
            (channel == Channel.Control ? control : shell).Writer.TryWrite(message);
        }
    }

    private async Task WorkAsync(Channel channel, ChannelReader<Message> requests)
    {
        await foreach (var request in requests.ReadAllAsync().ConfigureAwait(false))
        {
            sockets.Publish(request, "status", new JsonObject { ["execution_state"] = "busy" });
            try
            {
                if (handlers.TryGetValue(request.Type, out var handler))
                {
                    await handler(channel, request).ConfigureAwait(false);
                }
                else
                {
                    log($"A message of the unknown type {request.Type} was left aside.");
                }
            }
            catch (Exception cause)
            {
                // Whatever one request does, the next has its turn.
                log($"{request.Type} failed: {cause}");
                sockets.Reply(
                    channel, request, ReplyType(request), BroadcastOutputs.Error(
                        new ErrorOutput(cause.GetType().Name, cause.Message, [cause.Message])).With(
                        "status", "error"));
            }

            sockets.Publish(request, "status", new JsonObject { ["execution_state"] = "idle" });
            if (request.Type == "shutdown_request")
            {
                stopped.TrySetResult();
            }
        }
    }

    private Func<Channel, Message, Task> Answering(string type, Func<JsonObject, JsonObject> content) => (channel, request) =>
    {
        sockets.Reply(channel, request, type, content(request.Content));
        return Task.CompletedTask;
    };

    private async Task ExecuteAsync(Channel channel, Message request)
    {
        var code = request.Content.Text("code") ?? "";
        var silent = request.Content.Flag("silent", false);
        var stored = !silent && request.Content.Flag("store_history", true);
        var number = stored ? ++count : count;
        if (!silent)
        {
            sockets.Publish(request, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number });
        }

        var outputs = new BroadcastOutputs(
            (type, content) =>
            {
                if (!silent)
                {
                    sockets.Publish(request, type, content);
                }
            },
            (prompt, hidden) => Ask(request, prompt, hidden),
            number);
        if (journal.Notice() is { } notice)
        {
            outputs.Add(new StreamOutput("stderr", notice));
        }

        if (stored)
        {
            history.Add(number, code);
        }

        CellResult result;
        JsonObject expressions = [];
        lock (running)
        {
            cell = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
        }

        journal.Started(number, code);
        try
        {
            result = string.IsNullOrWhiteSpace(code)
                ? new CellResult(number, null, Interrupted: false)
                : await session.ExecuteAsync(code, number, outputs, cell.Token).ConfigureAwait(false);
            if (result.Succeeded && request.Content["user_expressions"] is JsonObject wanted)
            {
                foreach (var (name, expression) in wanted)
                {
                    expressions[name] = await EvaluateAsync(expression, number, cell.Token).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            journal.Ended();
            outputs.End();
            lock (running)
            {
                cell.Dispose();
                cell = null;
            }
        }

        var reply = result.Error is { } error
            ? BroadcastOutputs.Error(error).With("status", "error")
            : new JsonObject { ["status"] = "ok", ["payload"] = new JsonArray(), ["user_expressions"] = expressions };
        reply["execution_count"] = number;
        sockets.Reply(channel, request, "execute_reply", reply);
        if (!result.Succeeded && request.Content.Flag("stop_on_error", true) && channel == Channel.Shell)
        {
            Abort();
        }
    }

    private async Task<JsonObject> EvaluateAsync(JsonNode? expression, int number, CancellationToken cancellation)
    {
        var value = new SingleValue();
        var text = expression is JsonValue node && node.TryGetValue<string>(out var code) ? code : "";
        var result = await session.ExecuteAsync(text, number, value, cancellation).ConfigureAwait(false);
        return result.Error is { } error
            ? BroadcastOutputs.Error(error).With("status", "error")
            : new JsonObject { ["status"] = "ok", ["data"] = value.Data, ["metadata"] = new JsonObject() };
    }

    // What was asked before the error was asked in the belief that there would be none.
    private void Abort()
    {
        var waiting = new List<Message>();
        while (shell.Reader.TryRead(out var request))
        {
            waiting.Add(request);
        }

        foreach (var request in waiting)
        {
            if (request.Type == "execute_request")
            {
                sockets.Publish(request, "status", new JsonObject { ["execution_state"] = "busy" });

                // It has no number: JupyterLab would write it beside a cell that did not run.
                sockets.Reply(Channel.Shell, request, "execute_reply", new JsonObject { ["status"] = "aborted" });
                sockets.Publish(request, "status", new JsonObject { ["execution_state"] = "idle" });
            }
            else
            {
                shell.Writer.TryWrite(request);
            }
        }
    }

    private string Ask(Message request, string prompt, bool hidden)
    {
        if (!request.Content.Flag("allow_stdin", false))
        {
            throw new InvalidOperationException($"The cell asks \"{prompt}\", but this client has nobody to answer.");
        }

        CancellationToken interrupted;
        lock (running)
        {
            interrupted = cell?.Token ?? CancellationToken.None;
        }

        var own = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = own;
        sockets.Reply(Channel.Stdin, request, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = hidden });
        return own.Task.WaitAsync(interrupted).GetAwaiter().GetResult();
    }

    private async Task CompleteAsync(Channel channel, Message request)
    {
        var (code, position) = Position(request);
        var completion = await session.CompleteAsync(code, position, ended.Token).ConfigureAwait(false);
        sockets.Reply(channel, request, "complete_reply", new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completion.Matches.Select(match => (JsonNode)match)]),
            ["cursor_start"] = CursorPositions.ToCodePoints(code, completion.Start),
            ["cursor_end"] = CursorPositions.ToCodePoints(code, completion.End),
            ["metadata"] = new JsonObject(),
        });
    }

    private async Task InspectAsync(Channel channel, Message request)
    {
        var (code, position) = Position(request);
        var found = await session.InspectAsync(code, position, ended.Token).ConfigureAwait(false);
        sockets.Reply(channel, request, "inspect_reply", new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null
                ? new JsonObject()
                : new JsonObject { ["text/plain"] = found.Plain, ["text/markdown"] = found.Markdown },
            ["metadata"] = new JsonObject(),
        });
    }

    private JsonObject IsComplete(JsonObject request)
    {
        var status = session.IsComplete(request.Text("code") ?? "");
        return status == "incomplete" ? new JsonObject { ["status"] = status, ["indent"] = "" } : new JsonObject { ["status"] = status };
    }

    private Task CommOpenAsync(Channel channel, Message request)
    {
        sockets.Publish(
            request, "comm_close", new JsonObject { ["comm_id"] = request.Content.Text("comm_id") ?? "", ["data"] = new JsonObject() });
        return Task.CompletedTask;
    }

    private JsonObject Interrupt()
    {
        lock (running)
        {
            cell?.Cancel();
        }

        return new JsonObject { ["status"] = "ok" };
    }

    private Task ShutDownAsync(Channel channel, Message request)
    {
        var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Content.Flag("restart", false) };
        sockets.Reply(channel, request, "shutdown_reply", content);
        sockets.Publish(request, "shutdown_reply", content);
        ended.Cancel();
        return Task.CompletedTask;
    }

    private static (string Code, int Position) Position(Message request)
    {
        var code = request.Content.Text("code") ?? "";
        return (code, CursorPositions.ToUtf16(code, request.Content.Number("cursor_pos") ?? int.MaxValue));
    }

    private static string ReplyType(Message request) =>
        request.Type.EndsWith("_request", StringComparison.Ordinal) ? request.Type[..^"request".Length] + "reply" : "error";
}
