using System.Diagnostics;
using System.Globalization;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Tells what went wrong in a cell in terms of the cell: its lines, not the engine's.</summary>
internal static class CellErrors
{
    private const int Shown = 20;

    /// <summary>The error as an output.</summary>
    public static ErrorOutput Of(Exception cause, string code, int count) => cause switch
    {
        CellCompilationException compilation => Compilation(compilation, code, count),
        MagicException magic => new ErrorOutput(magic.Title, magic.Message, magic.Message.Split('\n')),
        AggregateException { InnerExceptions: [var only] } => Of(only, code, count),
        _ => Thrown(cause, code),
    };

    private static ErrorOutput Compilation(CellCompilationException compilation, string code, int count)
    {
        var lines = code.Split('\n');
        var traceback = new List<string>();
        foreach (var diagnostic in compilation.Diagnostics)
        {
            var span = diagnostic.Location.GetLineSpan();
            var at = span.StartLinePosition;
            var where = span.Path.StartsWith("Cell ", StringComparison.Ordinal) || span.Path.Length == 0 ? $"Cell {count.ToString(CultureInfo.InvariantCulture)}" : span.Path;
            traceback.Add(string.Create(
                CultureInfo.InvariantCulture, $"{where}, line {at.Line + 1}, column {at.Character + 1}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
            if (where.StartsWith("Cell ", StringComparison.Ordinal) && at.Line < lines.Length)
            {
                traceback.Add($"    {lines[at.Line].TrimEnd()}");
            }
        }

        return new ErrorOutput("Compilation error", traceback[0], traceback);
    }

    private static ErrorOutput Thrown(Exception cause, string code)
    {
        var lines = code.Split('\n');
        var traceback = new List<string> { $"{cause.GetType().FullName}: {cause.Message}" };
        foreach (var frame in new StackTrace(cause, fNeedFileInfo: true).GetFrames())
        {
            var file = Path.GetFileName(frame.GetFileName());
            if (file is not null && (file.StartsWith("Cell ", StringComparison.Ordinal) || frame.GetMethod()?.DeclaringType?.FullName?.StartsWith("Submission#", StringComparison.Ordinal) == true))
            {
                var line = frame.GetFileLineNumber();
                traceback.Add(string.Create(CultureInfo.InvariantCulture, $"   at {file}, line {line}"));
            }
            else if (file is null && frame.GetMethod()?.DeclaringType is { } own && CellAssemblies.LineOf(own.Assembly) is { } only)
            {
                traceback.Add($"   at {only}");
            }
            else if (frame.GetMethod() is { DeclaringType: { } type } method && !IsEngine(type))
            {
                traceback.Add($"   at {type.FullName}.{method.Name}");
            }
        }

        // Calls without end leave tens of thousands of lines that say the same.
        if (traceback.Count > 2 * Shown)
        {
            var left = traceback.Count - (2 * Shown);
            traceback.RemoveRange(Shown, left);
            traceback.Insert(Shown, string.Create(CultureInfo.InvariantCulture, $"   … and {left:N0} calls more"));
        }

        for (var inner = cause.InnerException; inner is not null; inner = inner.InnerException)
        {
            traceback.Add($"because {inner.GetType().FullName}: {inner.Message}");
        }

        return new ErrorOutput(cause.GetType().FullName ?? cause.GetType().Name, cause.Message, traceback);
    }

    private static bool IsEngine(Type type) =>
        type.FullName is { } name
        && (name.StartsWith("SifAnalysis.Notebooks.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.", StringComparison.Ordinal)
            || name.StartsWith("System.Threading.", StringComparison.Ordinal)
            || name.StartsWith("Submission#", StringComparison.Ordinal));
}
