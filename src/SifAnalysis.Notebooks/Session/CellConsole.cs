using System.Reactive.Disposables;
using System.Text;
using Microsoft.DotNet.Interactive.Utility;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Sends what a cell writes to the console, from whatever thread, to that cell's outputs as it is written.</summary>
internal sealed class CellConsole(string stream, TextWriter outside) : TextWriter
{
    private static readonly Lock Once = new();
    private static bool captured;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Puts the capturing writers in the place of the console's, once a process.</summary>
    public static void Capture()
    {
        lock (Once)
        {
            if (!captured)
            {
                // The model puts writers of its own in the console's place while a command runs, and takes them away after it. It does
                // so once and for all here, so that the cell's writers are on top and late texts reach their cell too. On a thread of
                // its own, as the model marks the caller by what it does.
                var model = new Thread(() => ConsoleOutput.Subscribe(_ => Disposable.Empty));
                var (outside, errors) = (Console.Out, Console.Error);
                model.Start();
                model.Join();
                Console.SetOut(new CellConsole("stdout", outside));
                Console.SetError(new CellConsole("stderr", errors));
                captured = true;
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void WriteLine() => Write("\n");

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (CellContext.Current is { } cell)
        {
            cell.Add(new StreamOutput(stream, value.ReplaceLineEndings("\n")));
        }
        else
        {
            outside.Write(value);
        }
    }
}
