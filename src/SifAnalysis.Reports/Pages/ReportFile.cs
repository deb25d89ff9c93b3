using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace SifAnalysis.Reports.Pages;

/// <summary>A PDF file, opened for reading. Scripts and attachments are never looked at.</summary>
internal sealed class ReportFile : IReportPages, IDisposable
{
    /// <summary>The greatest length of a file, in bytes. The longest of Ofsted's reports has about two million.</summary>
    public const long Longest = 64_000_000;

    // Ofsted's longest report has under a hundred pages.
    private const int MostPages = 1000;

    private readonly PdfDocument document;
    private readonly Dictionary<int, ReportPage> read = [];

    private ReportFile(PdfDocument document) => this.document = document;

    /// <inheritdoc/>
    public int Count => Math.Min(document.NumberOfPages, MostPages);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fonts">Whether embedded fonts are read, which text seldom needs.</param>
    /// <exception cref="UnreadableFileException">The file is no PDF, is encrypted, broken or too long.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ReportFile Open(string path, EmbeddedFonts fonts = EmbeddedFonts.Ignored)
    {
        var length = new FileInfo(path).Length;
        if (length > Longest)
        {
            throw new UnreadableFileException(
                $"has {length / 1_000_000} MB, and no report of Ofsted's has more than {Longest / 1_000_000}; it was not opened. Is it "
                    + $"the right file?");
        }

        return Open(File.ReadAllBytes(path), fonts);
    }

    /// <summary>Opens the bytes of a file.</summary>
    /// <exception cref="UnreadableFileException">The bytes are no PDF, are encrypted or broken.</exception>
    public static ReportFile Open(byte[] bytes, EmbeddedFonts fonts = EmbeddedFonts.Ignored)
    {
        FileSignature.Check(bytes);
        try
        {
            var document = PdfDocument.Open(bytes, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = 64,
                FilterProvider = new BoundedFilters(fonts),
            });
            if (document.NumberOfPages < 1)
            {
                document.Dispose();
                throw new UnreadableFileException("is a PDF without a page; take it again from Ofsted's site.");
            }

            return new ReportFile(document);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableFileException(
                "is encrypted, and needs a password; save a copy without one, or take the report from Ofsted's site.");
        }
        catch (Exception cause) when (cause is not (UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException(
                $"is a broken PDF ({cause.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.')}); take it again from Ofsted's site.");
        }
    }

    /// <inheritdoc/>
    public ReportPage Page(int number)
    {
        if (!read.TryGetValue(number, out var page))
        {
            try
            {
                var found = document.GetPage(number);
                page = LineBuilder.Build(number, found.Height, found.Letters);
            }
            catch (Exception cause) when (cause is not OutOfMemoryException)
            {
                throw new UnreadableFileException(
                    $"has a broken page {number} ({cause.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.')}); take it again from "
                        + $"Ofsted's site.");
            }

            read[number] = page;
        }

        return page;
    }

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();
}
