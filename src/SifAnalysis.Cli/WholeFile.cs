using System.Text;

namespace SifAnalysis.Cli;

/// <summary>Writes files that are there whole or not at all: beside their place, then renamed into it.</summary>
internal static class WholeFile
{
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
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite))
            {
                write(stream);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written ({cause.Message.TrimEnd('.')}). Make the folder writable or choose another; earlier files are as they were.");
        }
        finally
        {
            TryDelete(beside);
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
