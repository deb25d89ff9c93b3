using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SifAnalysis.Cli;

/// <summary>
/// Writes files that are there whole or not at all: beside their place, onto the disk, then renamed into it. A part that a
/// run left because it was killed is removed by the next run that writes the file.
/// </summary>
internal static class AtomicFile
{
    private const string Part = ".part";

    /// <summary>Writes text as UTF-8 without a byte order mark, making the folder if need be.</summary>
    /// <exception cref="CommandException">The folder or the file cannot be written; an earlier file is as it was.</exception>
    public static void Write(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        writer.Write(text);
    });

    /// <summary>Writes a file by a stream, making the folder if need be.</summary>
    /// <exception cref="CommandException">The folder or the file cannot be written; an earlier file is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = $"{path}.{Environment.ProcessId}{Part}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            RemoveLeftovers(path);
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite))
            {
                write(stream);

                // The name must not reach the disk before the content does, lest a power cut leave an empty file under it.
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written ({cause.Message.TrimEnd('.')}). Make the folder writable, "
                + $"with room on its disk, or choose another; existing files were not changed.");
        }
        finally
        {
            TryDelete(beside);
        }
    }

    // The part's name tells the process that writes it; where that lives, another run is at work in the same folder.
    private static void RemoveLeftovers(string path)
    {
        var whole = Path.GetFullPath(path);
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(whole)!, $"*{Part}")
                .Where(part => part.StartsWith($"{whole}.", StringComparison.Ordinal)))
        {
            if (int.TryParse(
                    part.AsSpan()[(whole.Length + 1)..^Part.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                    && !Lives(process))
            {
                TryDelete(part);
            }
        }
    }

    private static bool Lives(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The message of the write says what is wrong; a leftover part file harms nobody.
        }
    }
}
