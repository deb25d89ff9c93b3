using System.Globalization;
using SifAnalysis.Cli.Data;
using SifAnalysis.Large;

namespace SifAnalysis.Cli.Commands;

/// <summary>
/// Says on standard error how far a large file is read: one line that grows on a terminal, a line a tenth elsewhere. The
/// answer on standard output stays as it is.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="output">Where it is said.</param>
/// <param name="isTerminal">Whether a line there can be written over.</param>
internal sealed class FileProgress(string file, TextWriter output, bool isTerminal) : IProgress<ReadProgress>
{
    private int tenths;

    /// <inheritdoc/>
    public void Report(ReadProgress value)
    {
        var isEnd = value.Bytes == value.Length;
        var reached = (int)(value.Share * 10);
        if (value.Length < Validation.Large || (!isTerminal && reached <= tenths))
        {
            return;
        }

        tenths = reached;
        var text = string.Create(CultureInfo.InvariantCulture, $"{file}: {value.Share:0%} read, {value.Rows:N0} rows");
        output.Write(isTerminal ? $"\r{text}{(isEnd ? "\n" : "")}" : $"{text}\n");
    }
}
