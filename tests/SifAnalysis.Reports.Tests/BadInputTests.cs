using System.IO.Compression;
using System.Text;
using SifAnalysis.Reports.Pages;
using SifAnalysis.Reports.Tests.Drawn;

namespace SifAnalysis.Reports.Tests;

/// <summary>Files that are no reports, or broken: one problem each, that says what the file is; the others are read.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif-bad-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_FolderOfBadFilesAndAGoodOne_TellsOneProblemEachAndReadsTheGoodOne()
    {
        var good = new SifDrawing().Build();
        var bad = new (string Name, byte[] Bytes, string Says)[]
        {
            ("empty.pdf", [], "is empty"),
            ("truncated.pdf", good[..(good.Length / 3)], "broken"),
            ("zip.pdf", Zip(), "a ZIP file"),
            ("page.pdf", "<!DOCTYPE html><html><head><title>Report</title></head></html>"u8.ToArray(), "a web page"),
            ("text.pdf", "Overall effectiveness: good"u8.ToArray(), "does not begin as one"),
            ("picture.pdf", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "a picture"),
            ("encrypted.pdf", Encrypted(good), "encrypted"),
            ("scanned.pdf", new Drawing().Build(), "no text"),
            ("cyclic.pdf", Cyclic(), ""),
            ("header only.pdf", "%PDF-1.7\n"u8.ToArray(), "broken"),
        };
        foreach (var (name, bytes, _) in bad)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        File.WriteAllBytes(Path.Combine(folder, "good.pdf"), good);
        var set = OfstedReports.Read(folder);
        Assert.Equal(bad.Length + 1, set.Documents.Count);
        Assert.All(bad, file =>
        {
            var document = set.Documents.Single(document => Path.GetFileName(document.File) == file.Name);
            Assert.True(document.Kind == DocumentKind.Unreadable, $"{file.Name} is {document.Kind}");
            Assert.Contains(file.Says, Assert.Single(document.Problems).Text, StringComparison.Ordinal);
        });
        Assert.Empty(Assert.Single(set.Sif).Problems);
    }

    [Fact]
    public void Read_FileThatIsNotThere_IsAProblem()
    {
        var document = Assert.Single(OfstedReports.Read(Path.Combine(folder, "nowhere.pdf")).Documents);
        Assert.Equal(DocumentKind.Unreadable, document.Kind);
        Assert.Contains("cannot be opened", Assert.Single(document.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileOf500Megabytes_IsRefusedWithoutBeingRead()
    {
        var path = Path.Combine(folder, "huge.pdf");
        using (var file = File.Create(path))
        {
            file.Write("%PDF-1.7\n"u8);
            file.SetLength(500_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Single(Assert.Single(OfstedReports.Read(path).Documents).Problems);
        Assert.Contains("500 MB", problem.Text, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Read_ScriptsAndAttachments_AreNotRunAndDoNotMatter()
    {
        var report = Assert.IsType<SifReport>(Reading.Of(WithScript(new SifDrawing().Build())));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Read_ManyFiles_KeepsTheirOrderAndTellsProgress()
    {
        var bytes = new IlacsDrawing().Build();
        var names = Enumerable.Range(0, 20).Select(number => Path.Combine(folder, $"{number:00}.pdf")).ToList();
        names.ForEach(name => File.WriteAllBytes(name, bytes));
        var told = new Counted();
        Assert.Equal(names, OfstedReports.Read([folder], told).Documents.Select(document => document.File));
        Assert.Equal((20, 20), (told.Times, told.All));
    }

    [Fact]
    public void Read_Stopped_Stops()
    {
        File.WriteAllBytes(Path.Combine(folder, "report.pdf"), new IlacsDrawing().Build());
        Assert.ThrowsAny<OperationCanceledException>(() =>
            OfstedReports.Read([folder], cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Open_PageOfAnotherOrder_IsReadFromTheTop()
    {
        using var file = ReportFile.Open(new Drawing().At(71, 100, "last").At(71, 700, "first").At(300, 700, "beside").Build());
        Assert.Equal(["first beside", "last"], file.Page(1).Lines.Select(line => line.Text));
        Assert.Equal(2, file.Page(1).Lines[0].Pieces.Count);
    }

    [Fact]
    public void Open_NumberOfAFootnote_IsNoDigitOfTheFigure()
    {
        using var file =
            ReportFile.Open(new Drawing().At(71, 700, "Approximately 56,200").At(189.8, 704, "2", 8).At(200, 700, "children").Build());
        Assert.Equal("Approximately 56,200 children", file.Page(1).Lines[0].Text);
    }

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("report.txt").Open();
            entry.Write("good"u8);
        }

        return stream.ToArray();
    }

    // The trailer names an encryption dictionary whose passwords fit no key.
    private static byte[] Encrypted(byte[] good)
    {
        var text = Encoding.Latin1.GetString(good);
        var at = text.LastIndexOf("/Root", StringComparison.Ordinal);
        var hash = string.Concat(Enumerable.Repeat("AB", 32));
        return Encoding.Latin1.GetBytes(
            $"{text[..at]}/Encrypt <</Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{hash}> /U <{hash}>>> /ID [<00><00>] {text[at..]}");
    }

    // A tree of pages that is its own child.
    private static byte[] Cyclic() => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [2 0 R] /Count 1>> endobj\ntrailer "
            + "<</Root 1 0 R /Size 3>>\nstartxref\n0\n%%EOF\n");

    private static byte[] WithScript(byte[] good)
    {
        var text = Encoding.Latin1.GetString(good);
        var at = text.IndexOf("/Type /Catalog", StringComparison.Ordinal);
        at = at < 0 ? text.IndexOf("/Type/Catalog", StringComparison.Ordinal) : at;
        Assert.True(at > 0, "the catalogue is not where the test looks for it");
        return Encoding.Latin1.GetBytes(
            $"{text[..at]}/OpenAction <</S /JavaScript /JS (app.alert\\('no'\\))>> /Names <</EmbeddedFiles <</Names [(virus.exe) <</Type "
                + $"/Filespec /F (virus.exe)>>]>>>> {text[at..]}");
    }

    private sealed class Counted : IProgress<(int Read, int All)>
    {
        private int times;

        public int Times => times;

        public int All { get; private set; }

        public void Report((int Read, int All) value)
        {
            Interlocked.Increment(ref times);
            All = value.All;
        }
    }
}
