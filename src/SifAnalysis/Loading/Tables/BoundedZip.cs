using System.IO.Compression;
using System.Xml;

namespace SifAnalysis.Loading;

/// <summary>
/// The parts of a workbook. All of them are unpacked once before any is read, so that a file that unpacks without end is refused
/// whatever sizes it claims, and no XML of its own definitions is ever followed.
/// </summary>
internal sealed class BoundedZip : IDisposable
{
    /// <summary>The most bytes that the parts of a workbook may unpack to.</summary>
    public const long Most = 1L << 29;

    private const int MostParts = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive archive;

    private BoundedZip(ZipArchive archive) => this.archive = archive;

    /// <summary>The names of the parts of a file, which stays open and of which nothing is unpacked.</summary>
    /// <exception cref="UnreadableFileException">It is no whole zip file.</exception>
    public static IReadOnlySet<string> Parts(Stream file)
    {
        // The list of parts is read when it is asked for, and may be damaged too.
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var archive = Archive(file, opened => parts.UnionWith(opened.Entries.Select(entry => Plain(entry.FullName))));
        return parts;
    }

    /// <summary>Opens the parts of a file, which stays open.</summary>
    /// <exception cref="UnreadableFileException">It is no whole zip file, or unpacks to too much.</exception>
    public static BoundedZip Open(Stream file) => new(Archive(file, Measure));

    /// <summary>Whether there is a part.</summary>
    public bool Has(string name) => Entry(name) is not null;

    /// <summary>Reads a part as XML.</summary>
    /// <exception cref="UnreadableFileException">There is no such part.</exception>
    public XmlReader Xml(string name) => XmlReader.Create(
        (Entry(name) ?? throw new UnreadableFileException($"the file is damaged: it lacks its part {name}; open it and save it anew."))
            .Open(),
        Settings);

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static ZipArchive Archive(Stream file, Action<ZipArchive> check)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            check(archive);
            return archive;
        }
        catch (Exception cause) when (
            cause is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            archive?.Dispose();
            throw new UnreadableFileException($"the file is damaged or cut short ({cause.Message.TrimEnd('.')}); get it again, or open "
                + "it and save it anew.");
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    private static string Plain(string name) => name.Replace('\\', '/').TrimStart('/');

    private static void Measure(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
        {
            throw new UnreadableFileException($"the file has {archive.Entries.Count} parts, more than any workbook; it is not read.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var block = new byte[1 << 16];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            // Two programs may take different ones of two parts with the same name.
            if (!names.Add(Plain(entry.FullName)))
            {
                throw new UnreadableFileException($"the file is damaged: it has its part {entry.FullName} twice; open it and save it "
                    + "anew.");
            }

            using var content = entry.Open();
            int read;
            while ((read = content.Read(block)) > 0)
            {
                total += read;
                if (total > Most)
                {
                    throw new UnreadableFileException(
                        $"unpacked, the file is larger than {Most >> 20} MB, so it is not read; save the one sheet that you need as CSV.");
                }
            }
        }
    }

    private ZipArchiveEntry? Entry(string name) =>
        archive.Entries.FirstOrDefault(entry => Plain(entry.FullName).Equals(Plain(name), StringComparison.OrdinalIgnoreCase));
}
