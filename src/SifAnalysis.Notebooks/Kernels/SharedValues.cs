using System.Text.Json;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>Answers the model's questions for the values of a kernel, and takes those that it sends.</summary>
internal static class SharedValues
{
    /// <summary>Answers which values there are.</summary>
    public static void Answer(RequestValueInfos command, IEnumerable<SessionValue> values, KernelInvocationContext context) => context.Publish(new ValueInfosProduced(
        [.. values.Select(value => new KernelValueInfo(value.Name, Representation(value.Value, PlainTextSummaryFormatter.MimeType), value.Type))], command));

    /// <summary>Answers with a value.</summary>
    /// <param name="command">The question.</param>
    /// <param name="values">The values that there are.</param>
    /// <param name="kind">What they are called in messages, such as "C# variable".</param>
    /// <param name="context">What takes the answer.</param>
    public static void Answer(RequestValue command, IReadOnlyList<SessionValue> values, string kind, KernelInvocationContext context)
    {
        if (values.FirstOrDefault(value => value.Name == command.Name) is { } found)
        {
            context.Publish(new ValueProduced(found.Value, found.Name, Representation(found.Value, command.MimeType), command));
        }
        else
        {
            var names = string.Join(", ", values.Select(value => value.Name).Order(StringComparer.Ordinal));
            context.Fail(command, message: $"there is no {kind} {command.Name}; there {(names.Length == 0 ? "is none yet" : $"are {names}")}.");
        }
    }

    /// <summary>Takes a value, and tells a failure so that the model passes it on to the reader.</summary>
    /// <param name="command">What sends the value.</param>
    /// <param name="context">What is told of a failure.</param>
    /// <param name="take">What takes it.</param>
    public static async Task TakeAsync(SendValue command, KernelInvocationContext context, Func<object?, Task> take)
    {
        try
        {
            await take(Of(command)).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not (OutOfMemoryException or OperationCanceledException))
        {
            // A failure of a command within a command is heard only where it has a message.
            context.Fail(command, cause, cause.Message);
        }
    }

    /// <summary>The value that a command sends: the object itself within the process, otherwise what its JSON or text says.</summary>
    public static object? Of(SendValue command)
    {
        if (command.Value is { } value)
        {
            return value;
        }

        if (command.FormattedValue.MimeType != JsonFormatter.MimeType)
        {
            return command.FormattedValue.Value;
        }

        var json = JsonDocument.Parse(command.FormattedValue.Value);
        var root = json.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => root.GetBoolean(),
            JsonValueKind.String => root.GetString(),
            JsonValueKind.Number when root.TryGetInt32(out var small) => small,
            JsonValueKind.Number when root.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number => root.GetDouble(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => json,
        };
    }

    // A value that has no JSON, as one with circles in it, is still shared within the process.
    private static FormattedValue Representation(object? value, string mime)
    {
        try
        {
            return FormattedValue.CreateSingleFromObject(value, mime);
        }
        catch (Exception cause) when (mime != PlainTextFormatter.MimeType && cause is not OutOfMemoryException)
        {
            return new FormattedValue(PlainTextFormatter.MimeType, value?.GetType().ToString() ?? "null");
        }
    }
}
