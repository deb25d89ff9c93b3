using System.IO.Compression;

namespace SifAnalysis.Cli.Export;

/// <summary>Writes zip files whose bytes depend on their content alone: entries in the order of their names, all of one time.</summary>
internal static class FixedZip
{
    // The first moment that the format can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int OrdinaryFile = 0x81A4 << 16;

    /// <summary>Writes the entries.</summary>
    /// <param name="stream">Where the zip file goes.</param>
    /// <param name="entries">Their names, with forward slashes, and their content.</param>
    /// <exception cref="CommandException">A name could leave the folder into which somebody unpacks, or stands twice.</exception>
    public static void Write(Stream stream, IEnumerable<(string Name, Func<Stream> Open)> entries)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, open) in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            RequireSafe(name);
            if (!names.Add(name))
            {
                throw new CommandException($"Two files would be {name} in the zip file; rename one.");
            }

            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Time;
            entry.ExternalAttributes = OrdinaryFile;
            using var content = open();
            using var target = entry.Open();
            content.CopyTo(target);
        }
    }

    // A file may be called "..\x" on one system and lead out of the folder on another.
    private static void RequireSafe(string name)
    {
        var parts = name.Split('/');
        if (name.Any(letter => letter is '\\' or ':' || char.IsControl(letter)) || parts.Any(part => part.Trim(' ', '.').Length == 0))
        {
            throw new CommandException($"\"{name}\" is no safe name in a zip file: it could lead out of the folder into which it is "
                + $"unpacked. Rename the file.");
        }
    }
}
