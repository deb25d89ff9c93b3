using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Session;
using SifAnalysis.Notebooks.Wire;

namespace SifAnalysis.Notebooks.Children;

/// <summary>A kernel of Jupyter, as R's or Python's, as a kernel of the session; it runs in a process of its own.</summary>
internal sealed partial class JupyterChildKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ChildSpec spec;
    private readonly string folder;
    private readonly ICellContexts cells;
    private readonly IChildLanguage? language;
    private ChildProcess? process;

    /// <summary>A kernel that is started when it is first needed.</summary>
    /// <param name="name">Its name in the session.</param>
    /// <param name="spec">What to start.</param>
    /// <param name="folder">The folder in which it works.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public JupyterChildKernel(string name, ChildSpec spec, string folder, ICellContexts cells)
        : base(name)
    {
        (this.spec, this.folder, this.cells) = (spec, folder, cells);
        KernelInfo.LanguageName = spec.Language;
        KernelInfo.Description = $"{spec.Language}, by the kernel {spec.Name} of Jupyter";
        KernelSpecifierDirective.Description = KernelInfo.Description;
        language = spec.Language.ToUpperInvariant() switch
        {
            "R" => new RLanguage(),
            "PYTHON" => new PythonLanguage(),
            _ => null,
        };
        if (language is { } sharing)
        {
            RegisterCommandHandler<SendValue>((command, context) => SharedValues.TakeAsync(command, context, value => TakeAsync(sharing, command, value, context.CancellationToken)));
            RegisterCommandHandler<RequestValue>((command, context) => GiveAsync(sharing, command, context));
            RegisterCommandHandler<RequestValueInfos>((command, context) => ListAsync(sharing, command, context));
        }

        AddDirective(new KernelActionDirective("#!restart", $"ends {spec.Language} and starts it anew"), (_, context) => RestartAsync(context.CancellationToken));
        RegisterForDisposal(() => process?.Dispose());
    }

    /// <summary>Starts the process, so that whoever connects learns at once whether it can be started.</summary>
    public Task StartAsync(CancellationToken cancellation) => AliveAsync(cancellation);

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var cell = cells.Current;
        var code = cell.Source.Find(command.Code).Text;
        return string.IsNullOrWhiteSpace(code) ? Task.CompletedTask : RunAsync(code, cell, cell.Add, context.CancellationToken);
    }

    private async Task RestartAsync(CancellationToken cancellation)
    {
        process?.Dispose();
        process = null;
        await AliveAsync(cancellation).ConfigureAwait(false);
    }

    private async Task TakeAsync(IChildLanguage sharing, SendValue command, object? value, CancellationToken cancellation)
    {
        if (!sharing.IsName(command.Name))
        {
            throw new MagicException("Share", $"\"{command.Name}\" cannot be a variable's name in {spec.Language}.");
        }

        await RunAsync(sharing.Declaration(command.Name, SharedTable.Of(command.Name, value)), cells.Current, null, cancellation).ConfigureAwait(false);
    }

    private async Task GiveAsync(IChildLanguage sharing, RequestValue command, KernelInvocationContext context)
    {
        try
        {
            var known = await NamesAsync(sharing, context.CancellationToken).ConfigureAwait(false);
            if (!known.ContainsKey(command.Name))
            {
                context.Fail(command, message: $"there is no {spec.Language} variable {command.Name}; there {(known.Count == 0 ? "is none yet" : $"are {string.Join(", ", known.Keys)}")}.");
                return;
            }

            var text = await RunAsync(sharing.Printing(command.Name), cells.Current, null, context.CancellationToken).ConfigureAwait(false);
            var value = SharedTable.Read(Decoded(text));
            SharedValues.Answer(command, [new SessionValue(command.Name, value?.GetType() ?? typeof(object), value)], $"{spec.Language} variable", context);
        }
        catch (MagicException cause)
        {
            context.Fail(command, cause, $"{command.Name} of {spec.Language} has no form that can be shared: {cause.Message}\nMake a data frame, a number, a text or a list of them of it.");
        }
    }

    private async Task ListAsync(IChildLanguage sharing, RequestValueInfos command, KernelInvocationContext context)
    {
        var known = await NamesAsync(sharing, context.CancellationToken).ConfigureAwait(false);
        context.Publish(new ValueInfosProduced(
            [.. known.Select(pair => new KernelValueInfo(pair.Key, new FormattedValue(PlainTextFormatter.MimeType, pair.Value), typeName: pair.Value))], command));
    }

    private async Task<Dictionary<string, string>> NamesAsync(IChildLanguage sharing, CancellationToken cancellation)
    {
        var text = await RunAsync(sharing.Listing, cells.Current, null, cancellation).ConfigureAwait(false);
        return Decoded(text).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");
    }

    private static JsonObject Decoded(string line)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(line.Trim())))!;
        }
        catch (Exception cause) when (cause is FormatException or JsonException or InvalidCastException)
        {
            throw new MagicException("Share", "its text is no JSON.", cause);
        }
    }

    private async Task<ChildProcess> AliveAsync(CancellationToken cancellation)
    {
        if (process is { IsAlive: false })
        {
            process.Dispose();
            process = null;
        }

        return process ??= await ChildProcess.StartAsync(spec, folder, cancellation).ConfigureAwait(false);
    }

    // Runs code; its outputs go to the cell, or where none takes them, what it prints is returned.
    private async Task<string> RunAsync(string code, CellContext cell, Action<CellOutput>? add, CancellationToken cancellation)
    {
        var child = await AliveAsync(cancellation).ConfigureAwait(false);
        var flow = ExecutionContext.Capture()!;
        var gate = new Lock();
        var printed = new StringBuilder();
        var replied = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string? id = null;

        void Hear(Message message)
        {
            lock (gate)
            {
                if (message.ParentId != id)
                {
                    return;
                }
            }

            // Under the flow of the cell, so that its outputs are events of its command.
            ExecutionContext.Run(flow, _ => Take(message), null);
        }

        void Take(Message message)
        {
            switch (message.Type)
            {
                case "execute_reply":
                    replied.TrySetResult(message);
                    break;
                case "status" when (string?)message.Content["execution_state"] == "idle":
                    idle.TrySetResult();
                    break;
                case "stream" when add is null:
                    printed.Append((string?)message.Content["name"] == "stdout" ? (string?)message.Content["text"] : "");
                    break;
                case "input_request":
                    _ = Task.Run(() => Ask(child, message, cell), CancellationToken.None);
                    break;
                default:
                    Give(message, cell, add);
                    break;
            }
        }

        child.Heard += Hear;
        try
        {
            lock (gate)
            {
                id = child.Request("execute_request", new JsonObject
                {
                    ["code"] = code,
                    ["silent"] = false,
                    ["store_history"] = add is not null,
                    ["user_expressions"] = new JsonObject(),
                    ["allow_stdin"] = add is not null,
                    ["stop_on_error"] = true,
                });
            }

            var done = Task.WhenAll(replied.Task, idle.Task);
            using (cancellation.Register(child.Interrupt))
            {
                try
                {
                    await Task.WhenAny(done, child.Ended).WaitAsync(cancellation).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    // What comes of the interruption is heard, so that the next cell finds the kernel free.
                    await Task.WhenAny(done, child.Ended, Task.Delay(Patience, CancellationToken.None)).ConfigureAwait(false);
                    throw;
                }
            }

            if (!replied.Task.IsCompleted)
            {
                throw new MagicException(
                    "Kernel died", $"{spec.Language} ended while the cell ran ({child.Epitaph}). What its cells declared is gone; the next cell starts it anew, so run them again.");
            }

            return (string?)replied.Task.Result.Content["status"] == "ok" ? printed.ToString() : throw Error(replied.Task.Result.Content);
        }
        finally
        {
            child.Heard -= Hear;
        }
    }

    private static void Give(Message message, CellContext cell, Action<CellOutput>? add)
    {
        var content = message.Content;
        if (add is null)
        {
            return;
        }

        if (message.Type == "stream")
        {
            add(new StreamOutput((string?)content["name"] ?? "stdout", (string?)content["text"] ?? ""));
        }
        else if (message.Type is "display_data" or "execute_result" or "update_display_data")
        {
            var display = new DisplayOutput((content["data"] as JsonObject ?? []).DeepClone().AsObject(), (content["metadata"] as JsonObject ?? []).DeepClone().AsObject())
            {
                DisplayId = (string?)(content["transient"] as JsonObject)?["display_id"],
                ExecutionCount = message.Type == "execute_result" ? cell.Number : null,
            };
            if (message.Type == "update_display_data" && display.DisplayId is { } shown)
            {
                cell.Update(shown, display);
            }
            else
            {
                add(display);
            }
        }
        else if (message.Type == "clear_output")
        {
            cell.Clear(content["wait"] is JsonValue wait && wait.TryGetValue<bool>(out var later) && later);
        }
    }

    private static void Ask(ChildProcess child, Message question, CellContext cell)
    {
        try
        {
            child.Answer(question, cell.Ask((string?)question.Content["prompt"] ?? "", question.Content["password"] is JsonValue hidden && hidden.TryGetValue<bool>(out var secret) && secret));
        }
        catch (Exception cause) when (cause is InvalidOperationException or OperationCanceledException)
        {
            // Nobody answers, so that nothing that waits for an answer comes to its end.
            cell.Add(new StreamOutput("stderr", $"{cause.Message}\n"));
            child.Interrupt();
        }
    }

    private static MagicException Error(JsonObject reply)
    {
        var name = (string?)reply["ename"] is { Length: > 0 } given ? given : "Error";
        var value = (string?)reply["evalue"] ?? "";
        var lines = (reply["traceback"] as JsonArray ?? []).Select(line => Colours().Replace((string?)line ?? "", "")).ToList();
        var summary = value.Length == 0 ? name : $"{name}: {value}";
        return new MagicException(name, lines.Count == 0 ? summary : string.Join('\n', lines.Any(line => line.Contains(value, StringComparison.Ordinal)) ? lines : lines.Prepend(summary)));
    }

    [GeneratedRegex(@"\u001b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
