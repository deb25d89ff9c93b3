using SifAnalysis.Reports.Pages;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports;

/// <summary>Reads Ofsted's reports, as published in PDF.</summary>
public static class OfstedReports
{
    /// <summary>Reads a folder of reports, with the folders in it, or one file, on every core.</summary>
    /// <param name="path">A folder, of which every file named <c>.pdf</c> is read, or a file.</param>
    /// <returns>Every document: what is no report is named, and a file that cannot be read has a problem that says why.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static ReportSet Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Read([path]);
    }

    /// <summary>Reads files and folders of reports on every core.</summary>
    /// <param name="paths">Folders, of which every file named <c>.pdf</c> is read, and files.</param>
    /// <param name="progress">Is told the number of files that are read, as each is.</param>
    /// <param name="cancellation">Stops after the files that are being read.</param>
    /// <returns>Every document, in the order of the paths and within a folder of the names.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ReportSet Read(IEnumerable<string> paths,
        IProgress<(int Read, int All)>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.SelectMany(Files).ToList();
        var read = 0;
        var documents = new OfstedDocument[files.Count];
        Parallel.For(0, files.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, number =>
        {
            documents[number] = ReadFile(files[number]);
            progress?.Report((Interlocked.Increment(ref read), files.Count));
        });
        return new ReportSet(documents);
    }

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Path.GetExtension(file).Equals(".pdf", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [path];

    /// <summary>Reads a file of any kind.</summary>
    internal static OfstedDocument ReadFile(string path)
    {
        try
        {
            // A few programs name letters by the font's own numbers; then there are no words until the fonts are read.
            return Read(path, EmbeddedFonts.Ignored) ?? Read(path, EmbeddedFonts.Read)!;
        }
        catch (UnreadableFileException cause)
        {
            return Unreadable(path, $"the file {cause.Message}");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, $"the file cannot be opened ({cause.Message.TrimEnd('.')}).");
        }
    }

    private static OfstedDocument? Read(string path, EmbeddedFonts fonts)
    {
        using var file = ReportFile.Open(path, fonts);
        return fonts == EmbeddedFonts.Read || HasWords(file) ? new ReportReader(path, file).Read() : null;
    }

    private static bool HasWords(ReportFile file) =>
        Enumerable.Range(1, Math.Min(3, file.Count)).SelectMany(page => file.Page(page).Lines).Any(line =>
            line.Text.Contains("and", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("of", StringComparison.OrdinalIgnoreCase));

    private static OfstedDocument Unreadable(string path, string text) =>
        new(path, DocumentKind.Unreadable, [new ReportProblem(path, 0, null, text)]);
}
