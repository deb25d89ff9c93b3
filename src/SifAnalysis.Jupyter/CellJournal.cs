using System.Globalization;
using System.Text;

namespace SifAnalysis.Jupyter;

/// <summary>
/// Notes beside the connection file which cell runs, so that a kernel that is restarted after a cell took the process down
/// can say which cell it was. Jupyter restarts a kernel with the same connection file.
/// </summary>
internal sealed class CellJournal : IDisposable
{
    private readonly FileStream? file;

    /// <summary>Opens the journal of a connection file.</summary>
    /// <param name="connectionFile">The connection file.</param>
    /// <param name="log">What takes a line where no journal can be kept; the kernel runs without it.</param>
    public CellJournal(string connectionFile, Action<string> log)
    {
        try
        {
            file = new FileStream(
                connectionFile + ".cell", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
            var text = reader.ReadToEnd();
            LastCell = text.Length == 0 ? null : text;
            Ended();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            log($"Which cell runs cannot be noted: {cause.Message}");
        }
    }

    /// <summary>The cell that ran when an earlier kernel of this connection ended, or null; its number comes first.</summary>
    public string? LastCell { get; private set; }

    /// <summary>What to tell the user once after a restart, or null.</summary>
    public string? Notice()
    {
        if (LastCell is not { } cell)
        {
            return null;
        }

        LastCell = null;
        return $"The kernel was restarted because its process ended while this cell ran; what earlier cells declared is gone:\n{cell}\n";
    }

    /// <summary>Notes that a cell starts.</summary>
    public void Started(int count, string code) => Write(string.Create(CultureInfo.InvariantCulture, $"[{count}] {code}"));

    /// <summary>Notes that no cell runs.</summary>
    public void Ended() => Write("");

    /// <summary>Ends the journal: the kernel was asked to stop.</summary>
    public void Dispose()
    {
        if (file is null)
        {
            return;
        }

        file.Dispose();
        try
        {
            File.Delete(file.Name);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // It is empty or soon outdated; the next kernel of this connection empties it.
        }
    }

    private void Write(string text)
    {
        if (file is not null)
        {
            file.SetLength(0);
            file.Position = 0;
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush();
        }
    }
}
