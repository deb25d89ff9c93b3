using System.Text;
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
                Console.SetOut(new CellConsole("stdout", Console.Out));
                Console.SetError(new CellConsole("stderr", Console.Error));
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
