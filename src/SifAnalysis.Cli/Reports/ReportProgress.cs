namespace SifAnalysis.Cli.Reports;

/// <summary>Says on standard error how many reports are read: one line that grows on a terminal, nothing elsewhere.</summary>
/// <param name="output">Where it is said.</param>
/// <param name="isTerminal">Whether a line there can be written over.</param>
internal sealed class ReportProgress(TextWriter output, bool isTerminal) : IProgress<(int Read, int All)>
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public void Report((int Read, int All) value)
    {
        if (!isTerminal || value.All < 2)
        {
            return;
        }

        lock (gate)
        {
            output.Write($"\r{value.Read} of {value.All} reports read{(value.Read == value.All ? "\n" : "")}");
        }
    }
}
