using SifAnalysis.Reports;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>The reader of Ofsted's reports in PDF. The good ones are drawn, not stored.</summary>
internal sealed class ReportTarget : FuzzTarget
{
    /// <inheritdoc/>
    public override string Name => "pdf";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words =>
    [
        "%PDF-1.7", "%%EOF", " obj", "endobj", "stream\n", "endstream", "xref", "trailer",
            "startxref", "/Root 1 0 R", "/Pages 2 0 R", "/Kids [2 0 R]", "/Parent 3 0 R", "/Length 999999999",
        "/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /FlateDecode /LZWDecode]",
            "/Contents 1 0 R", "/Count -1", "/Count 2147483647", "/MediaBox [0 0 1e30 -1e30]", "/Encrypt 1 0 R",
        "/JS (while(true){})", "/S /JavaScript", "/EmbeddedFiles", "/Prev 0", "/Type /ObjStm",
            "/Font <</F0 1 0 R>>", "BT", "ET", "Tf", "Tj", "TJ", "Do", "q", "Q", "1e308 0 0 1e308 0 0 cm", "Tm",
        "<< /A << /A << /A", "[[[[[[[[", "((((((", "<FEFF", "0 R", "65535 f",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, byte[] Bytes)> Corpus { get; } =
        [("sif.pdf", Drawn(isIlacs: false)), ("ilacs.pdf", Drawn(isIlacs: true))];

    /// <inheritdoc/>
    public override IFuzzReader Reader() => new FileReader();

    // Everything is synthetic: no such judgement was ever made.
    private static byte[] Drawn(bool isIlacs)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.HelveticaBold);
        string[][] pages = isIlacs
            ?
            [
                [
                    "Inspection of Slough local authority children's services", "Inspection dates: 10 to 21 July 2023",
                        "Judgement Grade", "The impact of leaders on social work practice with children and families Good",
                    "The experiences and progress of children who need help and protection Good",
                        "The experiences and progress of children in care Good",
                        "The experiences and progress of care leavers Good", "Overall effectiveness Good",
                ],
                ["The experiences and progress of children in care: good",
                    "The impact of leaders on social work practice with children and families: good"],
            ]
            :
            [
                [
                    "Slough Borough Council", "Inspection of services for children in need of help and",
                        "protection, children looked after and care leavers", "Inspection date: 24 November 2015 - 17 December 2015",
                    "Report published: 17 February 2016", "The overall judgement is inadequate",
                        "1. Children who need help and protection Inadequate", "2. Children looked after and achieving permanence Good",
                    "2.1 Adoption performance Good", "2.2 Experiences and progress of care leavers Good",
                        "3. Leadership, management and governance Inadequate",
                ],
                ["Information about this local authority area",
                    "Approximately 39,867 children and young people under the age of 18 years live in Slough. This is 27% of the total "
                    + "population."],
                ["Leadership, management and governance is inadequate", "The graded judgement for adoption performance is that it is good"],
            ];
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < lines.Length; line++)
            {
                page.AddText(lines[line], 12, new PdfPoint(71, 730 - (line * 30)), font);
            }
        }

        return builder.Build();
    }

    private sealed class FileReader : IFuzzReader
    {
        private readonly string path = Path.Combine(Path.GetTempPath(), $"sif-fuzz-{Guid.NewGuid():N}.pdf");

        public bool Accepts(string name, byte[] input)
        {
            File.WriteAllBytes(path, input);
            var document = OfstedReports.Read(path).Documents[0];
            foreach (var problem in document.Problems)
            {
                if (problem.File != path || problem.Text.Length == 0 || problem.Page < 0 || problem.Page > Math.Max(1, document.Pages))
                {
                    throw new FindingException($"A problem has no place in {document.Pages} pages: {problem}");
                }
            }

            if (document.Kind is DocumentKind.Unreadable && document.Problems.Count != 1)
            {
                throw new FindingException($"A file that cannot be read has {document.Problems.Count} problems.");
            }

            return document.Kind != DocumentKind.Unreadable;
        }

        public void Dispose() => File.Delete(path);
    }
}
